package org.scpmonitor.formula;

import static org.scpmonitor.schema.Tables.INSTITUTION;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.access.Visible;
import org.scpmonitor.measure.Unit;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a formula gives for an institution's values, part by part, before it is saved: by the same statements that compute
 * figures.
 */
@Repository
public class Trial {

    /** By which global warming potentials where they enter. */
    public static final String GWP_SET = "AR5";

    private static final int MOST_INSTITUTIONS = 2000;
    private static final int MOST_PERIODS = 24;
    private static final int MOST_PARTS = 40;

    private final DSLContext sql;

    Trial(DSLContext sql) {
        this.sql = sql;
    }

    public record Place(int id, String code, String name) {}

    /**
     * The value of a part.
     *
     * @param depth how deep it lies in the formula; 0 for the whole
     * @param value in the unit; null where there is none
     * @param carried whether a factor enters that was made for an earlier time
     */
    public record Part(
            Expression.Place place,
            String text,
            int depth,
            Unit unit,
            @Nullable BigDecimal value,
            boolean carried) {}

    /** The institutions within the viewer's scope that a formula reads anything of. */
    public List<Place> institutions(Viewer viewer, Formula formula) {
        return sql.select(INSTITUTION.ID, INSTITUTION.CODE, INSTITUTION.NAME)
                .from(INSTITUTION)
                .where(Visible.ofInstitution(viewer, INSTITUTION.ID))
                .and(
                        "(exists (select from observation o join indicator n on n.id = o.indicator_id"
                                + " where o.institution_id = institution.id and n.code = any (?)"
                                + " and o.known_until = 'infinity')"
                                + " or exists (select from current_tally t"
                                + " where t.institution_id = institution.id and t.tally = any (?)))",
                        formula.indicators().toArray(String[]::new),
                        formula.tallies().toArray(String[]::new))
                .orderBy(INSTITUTION.CODE)
                .limit(MOST_INSTITUTIONS)
                .fetch(row -> new Place(row.value1(), row.value2(), row.value3()));
    }

    /** The periods of a length that a formula reads something of the institution in, the latest first. */
    public List<LocalDate> periods(int institution, Formula formula, int months) {
        return sql.fetch(
                        """
                        select distinct make_date(extract(year from r.day)::int,
                                   (extract(month from r.day)::int - 1) / ? * ? + 1, 1) as starts
                        from (
                            select o.period_start as day
                            from observation o
                            join indicator i on i.id = o.indicator_id
                            where o.institution_id = ? and i.code = any (?) and o.known_until = 'infinity'
                            union
                            select day from current_tally where institution_id = ? and tally = any (?)
                        ) r
                        order by starts desc
                        limit ?
                        """,
                        months,
                        months,
                        institution,
                        formula.indicators().toArray(String[]::new),
                        institution,
                        formula.tallies().toArray(String[]::new),
                        MOST_PERIODS)
                .getValues(0, LocalDate.class);
    }

    /** Each part of a sound formula, from the whole to what it is read from; what lies in a sum over codes is left out. */
    @Transactional
    public List<Part> parts(Formula formula, Vocabulary.Indicator of, Place institution, LocalDate period) {
        sql.execute("set local work_mem = '64MB'");
        sql.execute("""
                create temporary table formula_due on commit drop as
                select -1 as formula_id, ?::date as period_start, (?::date + make_interval(months => ?))::date as period_end
                """, period, period, of.periodMonths());
        sql.execute("""
                create temporary table factor_value on commit drop as
                select f.id as factor_id, i.country, ?::date as period_start, v.variant, a.*
                from factor f
                join institution i on i.id = ?
                cross join lateral (select distinct variant from factor_version where factor_id = f.id) v
                cross join lateral factor_at(f.id, i.country, v.variant, ?::date) a
                where f.code = any (?)
                """, period, institution.id(), period, formula.factors().toArray(String[]::new));
        Meanings meanings = Meanings.read(sql);
        List<Part> parts = new ArrayList<>();
        collect(formula.expression(), 0, new HashSet<>(), meanings, of, institution, parts);
        sql.execute("drop table formula_due, factor_value");
        return parts;
    }

    private void collect(
            Expression part,
            int depth,
            Set<String> told,
            Meanings meanings,
            Vocabulary.Indicator of,
            Place institution,
            List<Part> parts) {
        String text = Print.of(part);
        if (part instanceof Expression.Constant || parts.size() >= MOST_PARTS || !told.add(text)) {
            return;
        }
        parts.add(value(part, text, depth, meanings, of, institution));
        if (!(part instanceof Expression.SumOver)) {
            part.operands().forEach(operand -> collect(operand, depth + 1, told, meanings, of, institution, parts));
        }
    }

    private Part value(
            Expression part, String text, int depth, Meanings meanings, Vocabulary.Indicator of, Place institution) {
        boolean warming = meanings.warming(part);
        Level level = new Level(meanings, -1, of.periodMonths(), warming, null);
        Term term = level.term(part);
        Unit unit = depth == 0 ? of.unit() : term.unit().simplified();
        Term made = depth == 0 ? term.in(of.unit()) : term;
        boolean readsValues = part.parts()
                .anyMatch(each -> each instanceof Expression.IndicatorValue || each instanceof Expression.TallyValue);
        Record row = readsValues
                ? sql.fetchOne(
                        "select e.value, e.carried from (" + level.rows(made) + ") e where e.institution_id = ?"
                                + (warming ? " and e.gwp_set = '" + GWP_SET + "'" : "")
                                + " order by e.disaggregation_id limit 1",
                        institution.id())
                : factorsAlone(part, meanings);
        return new Part(
                part.place(),
                text,
                depth,
                unit,
                row == null ? null : row.get(0, BigDecimal.class),
                row != null && Boolean.TRUE.equals(row.get(1, Boolean.class)));
    }

    /** A part that reads no institution's values; only a factor by itself is told. */
    private @Nullable Record factorsAlone(Expression part, Meanings meanings) {
        return part instanceof Expression.FactorValue factor
                ? sql.fetchOne(
                        "select value, carried from factor_value where factor_id = ? and variant in ('', ?) limit 1",
                        meanings.factor(factor.code()).id(),
                        GWP_SET)
                : null;
    }
}
