package org.scpmonitor.indicator;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static org.scpmonitor.schema.Tables.ACTUAL;
import static org.scpmonitor.schema.Tables.CALCULATED;
import static org.scpmonitor.schema.Tables.CURRENT_INDICATOR;
import static org.scpmonitor.schema.Tables.INDICATOR;
import static org.scpmonitor.schema.Tables.INSTITUTION;
import static org.scpmonitor.schema.Tables.OBSERVATION;
import static org.scpmonitor.schema.Tables.PARTICIPATION;
import static org.scpmonitor.schema.Tables.PROGRAMME;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.access.Visible;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.indicator.Breakdown.Contributor;
import org.scpmonitor.listing.Known;
import org.springframework.stereotype.Repository;

/** Reads which institutions a programme's sum is made of, and with what; there may be thousands. */
@Repository
public class Contributors {
    private static final String SHARES = "shares";
    private static final Field<String> KEY = field(name("key"), String.class);
    private static final Field<String> CODE = field(name("code"), String.class);
    private static final Field<String> NAME = field(name("name"), String.class);
    private static final Field<BigDecimal> VALUE = field(name("value"), BigDecimal.class);

    private final DSLContext sql;

    Contributors(DSLContext sql) {
        this.sql = sql;
    }

    /** @param search part of an institution's name or code, in any case; empty for all */
    public record Which(String programme, String indicator, ReportingPeriod period, String search, AsOf asOf) {}

    /** By what they are ordered; the code comes next. */
    public enum Order {
        VALUE,
        NAME
    }

    /** Some of them. */
    public List<Contributor> list(Which which, Order order, boolean descending, int offset, int limit) {
        Field<?> by = order == Order.VALUE ? VALUE : NAME;
        return sql.select(KEY, CODE, NAME, VALUE)
                .from(shares(which.programme(), which.indicator(), which.period(), Known.at(sql, which.asOf())))
                .where(found(which.search()))
                .orderBy(descending ? by.desc() : by.asc(), KEY)
                .offset(offset)
                .limit(limit)
                .fetch(Records.mapping(Contributor::new));
    }

    /** What an institution gave to the figure of a period. */
    public record Share(ReportingPeriod period, Contributor contributor) {}

    /**
     * Those of every period that has a figure, as far as their values are the viewer's to read: by period, the largest
     * first.
     *
     * @param months length of the periods: 1, 3, 6 or 12
     */
    public List<Share> listShares(Viewer viewer, String programme, String indicator, int months, AsOf asOf) {
        Known known = Known.at(sql, asOf);
        var within = new Within(
                ACTUAL.PERIOD_START,
                field(
                        "({0} + make_interval(months => {1}))::date",
                        LocalDate.class, ACTUAL.PERIOD_START, inline(months)),
                (short) months);
        return sql.select(
                        row(ACTUAL.PERIOD_START, ACTUAL.PERIOD_MONTHS).mapping(ReportingPeriod::of),
                        row(share(KEY), share(CODE), share(NAME), share(VALUE)).mapping(Contributor::new))
                .from(ACTUAL)
                .join(PROGRAMME)
                .on(PROGRAMME.ID.eq(ACTUAL.PROGRAMME_ID))
                .join(INDICATOR)
                .on(INDICATOR.ID.eq(ACTUAL.INDICATOR_ID))
                .crossJoin(lateral(
                        shares(programme, indicator, within, known, given -> Visible.ofInstitution(viewer, given))))
                .where(PROGRAMME.CODE.eq(programme))
                .and(INDICATOR.CODE.eq(indicator))
                .and(ACTUAL.DISAGGREGATION_ID.eq(0))
                .and(ACTUAL.PERIOD_MONTHS.eq((short) months))
                .and(known.holds(ACTUAL.KNOWN_FROM, ACTUAL.KNOWN_UNTIL))
                .orderBy(ACTUAL.PERIOD_START, share(VALUE).desc(), share(KEY))
                .fetch(Records.mapping(Share::new));
    }

    /** A column of {@link #shares} among those of other tables. */
    private static <T> Field<T> share(Field<T> column) {
        return field(name(SHARES, column.getName()), column.getType());
    }

    /** How many they are. */
    public int count(Which which) {
        return sql.fetchCount(select(KEY)
                .from(shares(which.programme(), which.indicator(), which.period(), Known.at(sql, which.asOf())))
                .where(found(which.search())));
    }

    /**
     * Some of those who contribute.
     *
     * @param inAll how many contribute
     */
    public record Largest(List<Contributor> list, int inAll) {}

    /** The largest first: part of a statement that asks for more. */
    static Field<Largest> largest(String programme, String indicator, ReportingPeriod period, int most, Known known) {
        return multiset(select(
                                row(KEY, CODE, NAME, VALUE).mapping(Contributor::new),
                                DSL.count().over())
                        .from(shares(programme, indicator, period, known))
                        .orderBy(VALUE.desc(), KEY)
                        .limit(most))
                .convertFrom(found -> new Largest(
                        found.map(each -> each.value1()),
                        found.isEmpty() ? 0 : found.getFirst().value2()));
    }

    private static Condition found(String search) {
        String sought = search.strip().toLowerCase(Locale.ROOT);
        return sought.isEmpty()
                ? noCondition()
                : lower(NAME)
                        .contains(sought)
                        .or(lower(CODE).contains(sought))
                        .or(lower(KEY).contains(sought));
    }

    /** A period, of a row or one that is given. */
    private record Within(Field<LocalDate> start, Field<LocalDate> end, short months) {
        static Within of(ReportingPeriod period) {
            return new Within(val(period.start()), val(period.endExclusive()), (short) period.months());
        }
    }

    private static Table<?> shares(String programme, String indicator, ReportingPeriod period, Known known) {
        return shares(programme, indicator, Within.of(period), known, given -> noCondition());
    }

    /**
     * One row for each institution of the programme that has values of the total within the period, for sums only.
     *
     * @param which institutions, by their key
     */
    private static Table<?> shares(
            String programme, String indicator, Within period, Known known, Function<Field<Integer>, Condition> which) {
        Field<Integer> institution = field(name("given", "institution_id"), Integer.class);
        return select(
                        INSTITUTION.CODE.as(KEY),
                        coalesce(INSTITUTION.ACRONYM, INSTITUTION.CODE).as(CODE),
                        INSTITUTION.NAME.as(NAME),
                        sum(field(name("value"), BigDecimal.class)).as(VALUE))
                .from(given(programme, indicator, period, known))
                .join(INSTITUTION)
                .on(INSTITUTION.ID.eq(institution))
                .whereExists(selectOne()
                        .from(PARTICIPATION)
                        .join(PROGRAMME)
                        .on(PROGRAMME.ID.eq(PARTICIPATION.PROGRAMME_ID))
                        .where(PROGRAMME.CODE.eq(programme))
                        .and(PARTICIPATION.INSTITUTION_ID.eq(institution))
                        .and(PARTICIPATION.VALID_FROM.lt(period.end()))
                        .and(PARTICIPATION.VALID_UNTIL.gt(period.start())))
                .and(which.apply(institution))
                .groupBy(INSTITUTION.ID)
                .asTable(SHARES);
    }

    /** What was reported, and what formulas made of it by the programme's warming potentials. */
    private static Table<?> given(String programme, String indicator, Within period, Known known) {
        return select(OBSERVATION.INSTITUTION_ID, OBSERVATION.VALUE)
                .from(OBSERVATION)
                .join(CURRENT_INDICATOR)
                .on(CURRENT_INDICATOR.INDICATOR_ID.eq(OBSERVATION.INDICATOR_ID))
                .where(isAddedUp(indicator, OBSERVATION.PERIOD_MONTHS, period))
                .and(OBSERVATION.DISAGGREGATION_ID.eq(0))
                .and(isWithin(period, OBSERVATION.PERIOD_START, OBSERVATION.PERIOD_MONTHS))
                .and(OBSERVATION.VALUE.isNotNull())
                .and(known.holds(OBSERVATION.KNOWN_FROM, OBSERVATION.KNOWN_UNTIL))
                .unionAll(select(CALCULATED.INSTITUTION_ID, CALCULATED.VALUE)
                        .from(CALCULATED)
                        .join(CURRENT_INDICATOR)
                        .on(CURRENT_INDICATOR.INDICATOR_ID.eq(CALCULATED.INDICATOR_ID))
                        .where(isAddedUp(indicator, CALCULATED.PERIOD_MONTHS, period))
                        .and(CALCULATED.DISAGGREGATION_ID.eq(0))
                        .and(isWithin(period, CALCULATED.PERIOD_START, CALCULATED.PERIOD_MONTHS))
                        .and(CALCULATED
                                .GWP_SET
                                .eq("")
                                .or(CALCULATED.GWP_SET.eq(select(PROGRAMME.GWP_SET)
                                        .from(PROGRAMME)
                                        .where(PROGRAMME.CODE.eq(programme)))))
                        .and(known.holds(CALCULATED.KNOWN_FROM, CALCULATED.KNOWN_UNTIL)))
                .asTable("given");
    }

    private static Condition isAddedUp(String indicator, Field<Short> months, Within period) {
        return CURRENT_INDICATOR
                .CODE
                .eq(indicator)
                .and(CURRENT_INDICATOR.OVER_INSTITUTIONS.eq("sum"))
                .and(CURRENT_INDICATOR.OVER_TIME.eq("sum").or(months.eq(period.months())));
    }

    private static Condition isWithin(Within period, Field<LocalDate> start, Field<Short> months) {
        return start.ge(period.start()).and(start.lt(period.end())).and(months.le(period.months()));
    }
}
