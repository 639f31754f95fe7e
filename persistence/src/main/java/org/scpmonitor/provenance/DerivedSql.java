package org.scpmonitor.provenance;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.scpmonitor.formula.FormulaSql;
import org.scpmonitor.formula.FormulaVersion;
import org.scpmonitor.formula.Meanings;
import org.scpmonitor.provenance.Derivation.Counted;
import org.scpmonitor.provenance.Derivation.Due;
import org.scpmonitor.provenance.Derivation.Span;

/**
 * The relations that a figure's calculated values are computed anew from, as subqueries: nothing is stored, so that a
 * read-only database can answer.
 */
final class DerivedSql {

    private static final String NONE = """
            select institution_id, indicator_id, disaggregation_id, period_start, period_months, gwp_set, status, carried,
                   formula_id, value, variance, factor_versions, half_widths, known_until
            from calculated where false""";

    private final Derivation derivation;
    private final Meanings meanings;
    private final String moment;

    DerivedSql(Derivation derivation, Meanings meanings, Instant moment) {
        this.derivation = derivation;
        this.meanings = meanings;
        this.moment = "'" + moment + "'::timestamptz";
    }

    /** All of them without a row: nothing is calculated. */
    static final String NOTHING = """
            with made as (""" + NONE + """
            ), formula_due as (
                select 0 as formula_id, 0 as indicator_id, current_date as period_start where false
            ), leaf_span as (
                select 0 as indicator_id, current_date as starts, current_date as ends, '' as summed where false
            ), tally_then as (
                select 0 as institution_id, '' as tally, current_date as day, 0 as amount, 0::bigint as version_id where false
            ), counted as (
                select '' as tally, current_date as ends where false
            )
            """;

    /** The relations as they begin a statement. */
    String relations(String institutions) {
        return "with " + made(institutions) + ",\n" + leaves() + ",\n" + counted() + "\n";
    }

    /**
     * {@code observation_then, formula_due, factor_value} and {@code made}: the values that formulas give, shaped as
     * {@code calculated}.
     *
     * @param institutions a query for the institutions concerned
     */
    private String made(String institutions) {
        List<String> relations = new ArrayList<>(List.of(
                OBSERVATIONS.formatted(moment, institutions),
                TALLIES.formatted(moment, institutions),
                due(),
                FACTORS.formatted(moment),
                "made_0 as (" + NONE + ")"));
        var formulas = new FormulaSql(meanings);
        Map<Integer, List<FormulaVersion>> levels = derivation.formulas().stream()
                .collect(Collectors.groupingBy(each -> derivation.depth(each.indicator())));
        int last = levels.keySet().stream().max(Integer::compare).orElse(0);
        for (int depth = 1; depth <= last; depth++) {
            int below = depth - 1;
            String rows = levels.getOrDefault(depth, List.of()).stream()
                    .map(each -> "select c.*, 'infinity'::timestamptz as known_until from ("
                            + then(
                                    formulas.of(each.id(), each.indicator(), derivation.expression(each)),
                                    "made_" + below)
                            + ") c")
                    .map(each -> "\nunion all\n" + each)
                    .collect(joining());
            relations.add("made_" + depth + " as (select * from made_" + below + rows + ")");
        }
        relations.add("made as (select * from made_" + last + ")");
        return String.join(",\n", relations);
    }

    /** A formula's statement over these relations. */
    static String then(String rows, String calculated) {
        return rows.replace(" observation o", " observation_then o")
                .replace(" current_tally o", " tally_then o")
                .replace(" calculated o", " " + calculated + " o");
    }

    /** {@code counted (tally, ends)}: what the register counts that enters. */
    private String counted() {
        return "counted as (select u.tally, max(u.ends) as ends from unnest("
                + array(derivation.counted(), each -> "'" + each.tally() + "'", "text") + ", "
                + dates(derivation.counted(), Counted::ends) + ") u(tally, ends) group by u.tally)";
    }

    /** {@code leaf_span (indicator_id, starts, ends, summed)}: what reported values enter. */
    private String leaves() {
        return "leaf_span as (select * from unnest("
                + array(derivation.spans(), each -> Integer.toString(meanings.id(each.indicator())), "int") + ", "
                + dates(derivation.spans(), Span::starts) + ", " + dates(derivation.spans(), Span::ends) + ", "
                + array(derivation.spans(), each -> "'" + String.join(",", each.summed()) + "'", "text")
                + ") u(indicator_id, starts, ends, summed))";
    }

    private String due() {
        return "formula_due as (select * from unnest("
                + array(
                        derivation.due(),
                        each -> Integer.toString(each.formula().id()),
                        "int") + ", "
                + dates(derivation.due(), Due::starts) + ", " + dates(derivation.due(), Due::ends)
                + ", "
                + array(
                        derivation.due(),
                        each -> Integer.toString(each.formula().indicatorId()),
                        "int")
                + ") u(formula_id, period_start, period_end, indicator_id))";
    }

    private static <T> String dates(Collection<T> of, Function<T, LocalDate> date) {
        return array(of, each -> "'" + date.apply(each) + "'", "date");
    }

    private static <T> String array(Collection<T> of, Function<T, String> element, String type) {
        return of.stream().map(element).collect(joining(", ", "array[", "]::" + type + "[]"));
    }

    private static final String OBSERVATIONS = """
            observation_then as not materialized (
                select c.institution_id, c.indicator_id, c.disaggregation_id, c.period_start, c.period_months, c.status,
                       c.value, 'infinity'::timestamptz as known_until
                from observation c
                where c.known_until = 'infinity' and c.known_from <= %1$s and c.institution_id in (%2$s)
                union all
                select c.institution_id, c.indicator_id, c.disaggregation_id, c.period_start, c.period_months, c.status,
                       c.value, 'infinity'
                from observation c
                where c.known_until <> 'infinity' and c.known_from <= %1$s and c.known_until > %1$s
                  and c.institution_id in (%2$s)
            )""";

    private static final String TALLIES = """
            tally_then as not materialized (
                select t.institution_id, t.tally, t.day, t.amount, t.version_id
                from entry_tally t
                join entry_version v on v.id = t.version_id
                    and v.known_from <= %1$s and v.known_until > %1$s and not v.withdrawn
                where t.institution_id in (%2$s)
            )""";

    private static final String FACTORS = """
            factor_value as (
                select k.factor_id, c.country, k.period_start, v.variant, a.*
                from (select distinct n.factor_id, d.period_start
                      from formula_due d
                      join formula_factor n on n.formula_id = d.formula_id) k
                cross join (select distinct country from institution) c
                cross join lateral (select distinct variant from factor_version where factor_id = k.factor_id) v
                cross join lateral factor_at(k.factor_id, c.country, v.variant, k.period_start, %s) a
            )""";
}
