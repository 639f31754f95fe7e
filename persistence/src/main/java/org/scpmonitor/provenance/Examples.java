package org.scpmonitor.provenance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.formula.Expression;
import org.scpmonitor.formula.FormulaVersion;
import org.scpmonitor.formula.Meanings;
import org.scpmonitor.formula.Worked;

/** The formulas of a figure with the values put in that its run knew, for those institutions that weigh most in it. */
final class Examples {

    private static final int MOST = 3;

    private final DSLContext sql;
    private final String derived;
    private final Meanings meanings;
    private final Record head;

    /** @param derived the relations that formulas read, as they begin a statement */
    Examples(DSLContext sql, String derived, Meanings meanings, Record head) {
        this.sql = sql;
        this.derived = derived;
        this.meanings = meanings;
        this.head = head;
    }

    /** @param factors the versions that the formula read */
    List<Calculated.Example> of(FormulaVersion formula, Expression expression, List<Calculated.Factor> factors) {
        var worked = new Worked(meanings, formula.id(), formula.indicator(), expression);
        String rows = DerivedSql.then(worked.rows(), "made");
        String gwpSet = head.get("gwp_set", String.class);
        return sql.fetch(
                        derived + LARGEST.formatted(rows, Worked.whole()),
                        Objects.requireNonNullElse(gwpSet, ""),
                        head.get("disaggregation_id", Integer.class),
                        MOST)
                .map(row -> example(row, worked, meanings.months(formula.indicator()), factors));
    }

    private static Calculated.Example example(Record row, Worked worked, int months, List<Calculated.Factor> factors) {
        LocalDate starts = row.get("period_start", LocalDate.class);
        return new Calculated.Example(
                row.get("institution", String.class),
                row.get("institution_name", String.class),
                ReportingPeriod.of(starts, months),
                row.get("disaggregation", String.class),
                row.get("gwp_set", String.class),
                row.get("of_all", Integer.class),
                worked.putIn(row),
                worked.values(row).stream()
                        .map(each -> term(each, starts, months, factors))
                        .toList());
    }

    private static Calculated.Term term(
            Worked.Value part, LocalDate starts, int months, List<Calculated.Factor> factors) {
        return new Calculated.Term(
                part.text(),
                part.depth(),
                part.value(),
                part.unit(),
                part.indicator(),
                part.indicator() == null
                        ? null
                        : ReportingPeriod.of(starts.minusMonths((long) part.periodsBack() * months), months),
                part.factor(),
                version(part.factor(), part.value(), factors),
                part.tally());
    }

    /** A formula reads one version of a factor in a period; of several periods' it is the one with this value. */
    private static @Nullable Integer version(
            @Nullable String factor, @Nullable BigDecimal value, List<Calculated.Factor> factors) {
        return factors.stream()
                .filter(each -> each.code().equals(factor)
                        && value != null
                        && each.value().compareTo(value) == 0)
                .map(Calculated.Factor::version)
                .findFirst()
                .orElse(null);
    }

    private static final String LARGEST = """
            select n.code as institution, n.name as institution_name, g.key as disaggregation,
                   count(*) over (partition by w.disaggregation_id)::int as of_all, w.*
            from (%1$s) w
            join institution n on n.id = w.institution_id
            join disaggregation g on g.id = w.disaggregation_id
            where w.%2$s is not null and w.gwp_set in ('', ?)
            order by w.disaggregation_id <> ?, abs(w.%2$s) desc, n.code, w.period_start
            limit ?
            """;
}
