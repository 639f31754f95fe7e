package org.scpmonitor.formula;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.formula.Expression.Constant;
import org.scpmonitor.formula.Expression.Difference;
import org.scpmonitor.formula.Expression.FactorValue;
import org.scpmonitor.formula.Expression.IfMissing;
import org.scpmonitor.formula.Expression.IndicatorValue;
import org.scpmonitor.formula.Expression.Negation;
import org.scpmonitor.formula.Expression.Product;
import org.scpmonitor.formula.Expression.Quotient;
import org.scpmonitor.formula.Expression.Share;
import org.scpmonitor.formula.Expression.Sum;
import org.scpmonitor.formula.Expression.SumOver;
import org.scpmonitor.formula.Expression.TallyValue;

/**
 * A formula, or what stands within a {@code sum over}: all that is read for one institution, period and disaggregation is
 * brought into one row by grouping, and not by joins, whose cost would hang on the planner's guesses.
 */
final class Level {

    private final Meanings meanings;
    private final int formula;
    private final int months;
    private final boolean warming;
    private final @Nullable String over;
    private final Map<String, Reading> readings = new LinkedHashMap<>();
    private final Map<String, String> factors = new LinkedHashMap<>();
    private final Map<String, String> codes = new LinkedHashMap<>();
    private final List<String> joins = new ArrayList<>();
    private boolean choosesFactors;

    /** @param over the dimension that is summed over; null for the formula itself */
    Level(Meanings meanings, int formula, int months, boolean warming, @Nullable String over) {
        this.meanings = meanings;
        this.formula = formula;
        this.months = months;
        this.warming = warming;
        this.over = over;
    }

    /** An expression as a term over this level's columns. */
    Term term(Expression expression) {
        return switch (expression) {
            case Constant(var value, var unit, var _) -> Term.constant(value, unit);
            case IndicatorValue value -> indicator(value);
            case FactorValue value -> factor(value);
            case TallyValue value -> tally(value);
            case Sum(var left, var right, var _) -> term(left).plus(term(right));
            case Difference(var left, var right, var _) -> term(left).minus(term(right));
            case Product(var left, var right, var _) -> term(left).times(term(right));
            case Quotient(var dividend, var divisor, var _) -> term(dividend).per(term(divisor));
            case Negation(var of, var _) -> term(of).negated();
            case Share(var part, var whole, var _) -> term(part).shareOf(term(whole));
            case IfMissing(var first, var otherwise, var _) -> {
                choosesFactors = true;
                yield term(first).orElse(term(otherwise));
            }
            case SumOver sum -> summed(sum);
        };
    }

    /** Whether one factor version may stand several times among a row's, or an empty one. */
    boolean mergesFactors() {
        return hasParts() || choosesFactors;
    }

    private Term indicator(IndicatorValue value) {
        String key = value.code() + "@" + value.periodsBack();
        Meanings.Input input = meanings.input(value.code());
        Reading reading = readings.get(key);
        if (reading == null) {
            reading = Reading.of(readings.size() + 1, input, value.periodsBack() * months, months, formula);
            readings.put(key, reading);
        }
        return reading.term();
    }

    private Term tally(TallyValue value) {
        return readings.computeIfAbsent(
                        "tally " + value.tally(), key -> Reading.counted(readings.size() + 1, value.tally(), formula))
                .term();
    }

    private Term summed(SumOver sum) {
        String key = "sum " + readings.size();
        Level within = new Level(meanings, formula, months, warming, sum.dimension());
        Term each = within.term(sum.each());
        Set<String> dimensions = within.dimensions();
        dimensions.remove(sum.dimension());
        Reading reading = Reading.summed(
                readings.size() + 1, each.unit(), dimensions, within.rows(each), sum.dimension(), warming);
        readings.put(key, reading);
        return reading.term();
    }

    private Term factor(FactorValue value) {
        Meanings.Factor factor = meanings.factor(value.code());
        String alias = factors.get(value.code());
        if (alias == null) {
            alias = "f" + (factors.size() + 1);
            String variant = variant(factor);
            joins.add("""
                    left join factor_value %1$s on %1$s.factor_id = %2$d and %1$s.country = i.country
                        and %1$s.period_start = k.period_start and %1$s.variant = %3$s
                    """.formatted(alias, factor.id(), variant));
            factors.put(value.code(), alias);
        }
        return Term.column(alias + ".value", factor.unit(), Set.of(), Set.of(alias + ".carried"));
    }

    private String variant(Meanings.Factor factor) {
        if (factor.warming()) {
            return "k.gwp_set";
        }
        return factor.dimension() == null ? "''" : code(factor.dimension());
    }

    private String code(String dimension) {
        String alias = codes.computeIfAbsent(dimension, of -> {
            String name = "p" + (codes.size() + 1);
            joins.add("""
                    left join disaggregation_part %1$s on %1$s.disaggregation_id = k.disaggregation_id
                        and %1$s.dimension = '%2$s'
                    """.formatted(name, of));
            return name;
        });
        return alias + ".code";
    }

    /** The query that gives the term for each institution, period and disaggregation. */
    String rows(Term made) {
        String set = warming ? ", k.gwp_set" : "";
        return """
                select k.institution_id, k.period_start, k.disaggregation_id%s,
                       %s as value,%s %s as status, %s as carried,
                       %s as variance,
                       %s as factor_versions,
                       %s as half_widths
                from (%s) k
                join institution i on i.id = k.institution_id
                %s%s
                """.formatted(
                        set,
                        made.value(),
                        over == null ? "" : " " + complete() + " as complete,",
                        bits(made.status()),
                        anyOf(made.carried()),
                        variance(made),
                        versions(),
                        halfWidths(made),
                        keys(),
                        String.join("", joins),
                        over == null
                                ? ""
                                : "where exists (select from disaggregation_part p where p.disaggregation_id ="
                                        + " k.disaggregation_id and p.dimension = '" + over + "')");
    }

    /** The query that gives columns made of this level's terms for each institution, period and disaggregation. */
    String rows(List<String> columns) {
        return "select k.institution_id, k.period_start, k.disaggregation_id%s, %s from (%s) k\njoin institution i on i.id = k.institution_id\n%s"
                .formatted(warming ? ", k.gwp_set" : "", String.join(", ", columns), keys(), String.join("", joins));
    }

    /** Whether everything reported that the term reads is there: without a value it lacks a factor then. */
    private String complete() {
        return "num_nulls(" + readings.values().stream().map(Reading::value).collect(Collectors.joining(", "))
                + ") = 0";
    }

    private String keys() {
        Set<String> dimensions = dimensions();
        boolean spreads = readings.values().stream().anyMatch(each -> each.isSpread(dimensions));
        return spreads ? Spread.of(grouped(), readings.values(), dimensions, warming) : grouped();
    }

    private Set<String> dimensions() {
        Set<String> all = new TreeSet<>();
        readings.values().forEach(each -> all.addAll(each.dimensions()));
        return all;
    }

    private String grouped() {
        boolean early = warming && hasParts();
        String rows = readings.values().stream()
                .map(each -> each.rows(hasParts(), early))
                .collect(Collectors.joining("\nunion all\n"));
        String columns = readings.values().stream().map(Reading::columns).collect(Collectors.joining(",\n"));
        String set = early ? ", t.gwp_set" : "";
        String grouped = """
                select t.institution_id, t.period_start, t.disaggregation_id%s,
                %s
                from (%s) t
                group by t.institution_id, t.period_start, t.disaggregation_id%s
                """.formatted(set, columns, rows, set);
        return warming && !early
                ? "select * from (" + grouped + ") g cross join (values ('AR5'), ('AR6')) s(gwp_set)"
                : grouped;
    }

    private boolean hasParts() {
        return readings.values().stream().anyMatch(Reading::hasParts);
    }

    private static String bits(Set<String> status) {
        return status.isEmpty()
                ? "0"
                : status.stream().map(each -> "coalesce(" + each + ", 0)").collect(Collectors.joining(" | "));
    }

    private static String anyOf(Set<String> carried) {
        return carried.isEmpty()
                ? "false"
                : carried.stream().map(each -> "coalesce(" + each + ", false)").collect(Collectors.joining(" or "));
    }

    private String variance(Term made) {
        List<String> sure = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (Reading each : readings.values()) {
            String slope = made.slopes().getOrDefault(each.value(), "0");
            if (each.hasParts()) {
                parts.add(square(slope) + " * " + each.column("variance"));
            } else if (each.uncertaintyPercent() != null) {
                BigDecimal share = each.uncertaintyPercent().movePointLeft(2);
                sure.add("coalesce(" + square(slope) + " * " + square(share.toPlainString()) + " * " + each.squares()
                        + ", 0)");
            }
        }
        if (sure.isEmpty() && parts.isEmpty()) {
            return "null::numeric";
        }
        String sum = sure.isEmpty() ? "0" : String.join(" + ", sure);
        for (String part : parts) {
            sum += " + coalesce(" + part + ", 0)";
        }
        return sure.isEmpty()
                ? "case when coalesce("
                        + readings.values().stream()
                                .filter(Reading::hasParts)
                                .map(each -> each.column("variance"))
                                .collect(Collectors.joining(", "))
                        + ") is not null then " + sum + " end"
                : sum;
    }

    /** Written out: a power of a numeric is rounded. */
    private static String square(String number) {
        return "(" + number + ") * (" + number + ")";
    }

    private String versions() {
        String own = factors.values().stream()
                .map(each -> each + ".version_id")
                .collect(Collectors.joining(", ", "array[", "]::int[]"));
        return readings.values().stream()
                .filter(Reading::hasParts)
                .map(each -> " || coalesce(" + each.column("versions") + ", '{}')")
                .collect(Collectors.joining("", own, ""));
    }

    private String halfWidths(Term made) {
        String own = factors.values().stream()
                .map(each -> "(" + made.slopes().getOrDefault(each + ".value", "0") + ") * (" + each + ".upper - "
                        + each + ".lower) * 0.5")
                .collect(Collectors.joining(", ", "array[", "]::numeric[]"));
        return readings.values().stream()
                .filter(Reading::hasParts)
                .map(each -> " || coalesce(scaled(" + each.column("half_widths") + ", "
                        + made.slopes().getOrDefault(each.value(), "0") + "), '{}')")
                .collect(Collectors.joining("", own, ""));
    }
}
