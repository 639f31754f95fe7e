package org.scpmonitor.formula;

/**
 * A formula as one query: a row for each institution, period and disaggregation that it has a value for, and for each set
 * of global warming potentials where they enter.
 *
 * <p>It reads these relations, which are tables in a refresh and may be subqueries elsewhere:
 * <ul>
 *   <li>{@code formula_due (formula_id, period_start, period_end)}: the periods to compute
 *   <li>{@code factor_value (factor_id, country, period_start, variant, version_id, value, lower, upper, carried)}: the
 *       factors that hold at the beginning of those periods
 *   <li>{@code observation} and {@code calculated}: of which it takes what is current
 *   <li>{@code current_tally (tally, institution_id, day, amount)}: what the register counts
 * </ul>
 *
 * <p>Uncertainty by IPCC 2006 vol. 1 ch. 3 approach 1, by terms of first order: each value and each factor that enters
 * moves the result by its half-width times the first derivative. Values are independent of one another. What a factor
 * does is kept apart by factor version and with its sign, so that what is summed later shares it.
 */
public final class FormulaSql {

    /** The columns of a row, those of {@code calculated} that a formula gives. */
    static final String COLUMNS =
            "institution_id, indicator_id, disaggregation_id, period_start, period_months, gwp_set, status, carried,"
                    + " formula_id, value, variance, factor_versions, half_widths";

    private final Meanings meanings;

    public FormulaSql(Meanings meanings) {
        this.meanings = meanings;
    }

    /**
     * The query for a formula.
     *
     * @param indicator code of the indicator that it calculates, for periods of its own
     */
    public String of(int formula, String indicator, Expression expression) {
        Meanings.Input made = meanings.input(indicator);
        boolean warming = meanings.warming(expression);
        Level level = new Level(meanings, formula, made.months(), warming, null);
        String rows = level.rows(level.term(expression).in(made.unit()));
        return """
                select e.institution_id, %d as indicator_id, e.disaggregation_id, e.period_start,
                       %d::smallint as period_months, %s as gwp_set,
                       case when e.status & 1 > 0 then 'P' when e.status & 2 > 0 then 'E' when e.status & 4 > 0 then 'B'
                            else '' end as status,
                       e.carried, %d as formula_id, e.value, e.variance, %s
                from (%s) e%s
                where e.value is not null
                """.formatted(
                        made.id(),
                        made.months(),
                        warming ? "e.gwp_set" : "''",
                        formula,
                        level.mergesFactors() ? "m.factor_versions, m.half_widths" : "e.factor_versions, e.half_widths",
                        rows,
                        level.mergesFactors() ? MERGED : "");
    }

    /** A factor version that entered by several ways enters once, by the sum of what it does. */
    private static final String MERGED = """

            cross join lateral (
                select coalesce(array_agg(u.version order by u.version), '{}') as factor_versions,
                       coalesce(array_agg(u.half_width order by u.version), '{}') as half_widths
                from (select w.version, sum(w.half_width) as half_width
                      from unnest(e.factor_versions, e.half_widths) w(version, half_width)
                      where w.version is not null
                      group by w.version) u) m
            """;
}
