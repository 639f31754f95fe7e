package org.scpmonitor.formula;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.measure.Unit;
import org.scpmonitor.measure.Units;

/** What the names in formulas stand for, by code. */
public record Meanings(Map<String, Input> inputs, Map<String, Factor> factors) {

    /**
     * An indicator, as a formula reads it.
     *
     * @param months of its own period
     * @param overTime rule by which shorter periods make a longer one: sum, last, mean, ratio, count, none
     * @param uncertaintyPercent half-width of the 95 % interval of a reported value; null where nothing is known of it
     * @param dimensions that its values may be told apart by
     * @param calculated whether its values follow from a formula
     * @param warming whether global warming potentials enter it, so that it has values for each set of them
     */
    public record Input(
            int id,
            Unit unit,
            int months,
            String overTime,
            @Nullable BigDecimal uncertaintyPercent,
            Set<String> dimensions,
            boolean calculated,
            boolean warming) {}

    /**
     * A factor, as a formula reads it.
     *
     * @param warming whether it is a global warming potential, of which there are two sets
     * @param dimension whose codes tell its variants apart; null where it has one value
     */
    public record Factor(
            int id, Unit unit, boolean warming, @Nullable String dimension) {}

    /** What is known at present. */
    public static Meanings read(DSLContext sql) {
        return read(sql, "infinity");
    }

    /** What was known at a moment, an instant or {@code infinity}. */
    public static Meanings read(DSLContext sql, String moment) {
        Map<String, Input> inputs = new HashMap<>();
        sql.fetch(INPUTS, moment, moment)
                .forEach(row -> inputs.put(
                        row.get("code", String.class),
                        new Input(
                                row.get("id", Integer.class),
                                Units.of(row.get("unit", String.class)),
                                row.get("period_months", Integer.class),
                                row.get("over_time", String.class),
                                row.get("uncertainty_percent", BigDecimal.class),
                                Set.of(row.get("dimensions", String[].class)),
                                row.get("calculated", Boolean.class),
                                row.get("warming", Boolean.class))));
        Map<String, Factor> factors = new HashMap<>();
        sql.fetch("select id, code, unit, kind = 'gwp' as warming, dimension from factor")
                .forEach(row -> factors.put(
                        row.get("code", String.class),
                        new Factor(
                                row.get("id", Integer.class),
                                Units.of(row.get("unit", String.class)),
                                row.get("warming", Boolean.class),
                                row.get("dimension", String.class))));
        return new Meanings(inputs, factors);
    }

    private static final String INPUTS = """
            with recursive known as (
                select id, indicator_id from formula where is_known(known_from, known_until, ?::timestamptz)
            ), warm as (
                select k.indicator_id
                from known k
                join formula_factor f on f.formula_id = k.id
                join factor g on g.id = f.factor_id and g.kind = 'gwp'
                union
                select k.indicator_id
                from warm w
                join formula_input n on n.indicator_id = w.indicator_id
                join known k on k.id = n.formula_id
            )
            select i.id, i.code, x.unit, x.period_months, x.over_time, x.uncertainty_percent,
                   array(select d.dimension from indicator_dimension d where d.indicator_id = i.id) as dimensions,
                   i.id in (select indicator_id from known) as calculated, i.id in (select indicator_id from warm) as warming
            from indicator i
            join indicator_version x on x.indicator_id = i.id
                and is_known(x.known_from, x.known_until, ?::timestamptz)
            """;

    /** The number that an indicator is stored under. */
    public int id(String indicator) {
        return input(indicator).id();
    }

    /** How many months an indicator's own periods have. */
    public int months(String indicator) {
        return input(indicator).months();
    }

    Input input(String code) {
        return known(inputs.get(code), code);
    }

    Factor factor(String code) {
        return known(factors.get(code), code);
    }

    /** Whether global warming potentials enter an expression, by itself or by what it reads. */
    boolean warming(Expression expression) {
        return switch (expression) {
            case Expression.Constant _, Expression.TallyValue _ -> false;
            case Expression.IndicatorValue value -> input(value.code()).warming();
            case Expression.FactorValue value -> factor(value.code()).warming();
            case Expression.Sum(var left, var right, var _) -> warming(left) || warming(right);
            case Expression.Difference(var left, var right, var _) -> warming(left) || warming(right);
            case Expression.Product(var left, var right, var _) -> warming(left) || warming(right);
            case Expression.Quotient(var dividend, var divisor, var _) -> warming(dividend) || warming(divisor);
            case Expression.Negation(var of, var _) -> warming(of);
            case Expression.Share(var part, var whole, var _) -> warming(part) || warming(whole);
            case Expression.SumOver(var _, var each, var _) -> warming(each);
            case Expression.IfMissing(var first, var otherwise, var _) -> warming(first) || warming(otherwise);
        };
    }

    private static <T> T known(@Nullable T named, String code) {
        if (named == null) {
            throw new IllegalArgumentException("A formula that was saved names " + code + ", which is unknown");
        }
        return named;
    }
}
