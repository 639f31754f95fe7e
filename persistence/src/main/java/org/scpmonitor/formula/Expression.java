package org.scpmonitor.formula;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.scpmonitor.measure.Unit;

/**
 * A formula as it was read. Each part knows its place in the text, from the first character to behind the last.
 *
 * <p>A formula speaks of one institution, one reporting period and one disaggregation; values of other institutions
 * never enter.
 */
public sealed interface Expression {

    /** Where it stands in the text. */
    Place place();

    /** What it consists of, from left to right; empty for a constant, an indicator, a factor, a tally. */
    default List<Expression> operands() {
        return switch (this) {
            case Constant _, IndicatorValue _, FactorValue _, TallyValue _ -> List.of();
            case Sum(var left, var right, var _) -> List.of(left, right);
            case Difference(var left, var right, var _) -> List.of(left, right);
            case Product(var left, var right, var _) -> List.of(left, right);
            case Quotient(var dividend, var divisor, var _) -> List.of(dividend, divisor);
            case Negation(var of, var _) -> List.of(of);
            case Share(var part, var whole, var _) -> List.of(part, whole);
            case SumOver(var _, var each, var _) -> List.of(each);
            case IfMissing(var first, var otherwise, var _) -> List.of(first, otherwise);
        };
    }

    /** Itself and everything in it, from left to right, each before what it consists of. */
    default Stream<Expression> parts() {
        return Stream.concat(Stream.of(this), operands().stream().flatMap(Expression::parts));
    }

    /**
     * @param from index of the first character
     * @param until index behind the last one
     */
    record Place(int from, int until) {}

    /** A number with its unit: {@code 0.84 [kg/L]}; without brackets a plain number. */
    record Constant(BigDecimal value, Unit unit, Place place) implements Expression {}

    /**
     * What the institution reported of an indicator: {@code ENE-10}, {@code previous period of ENE-10}.
     *
     * @param periodsBack how many of the calculated indicator's periods earlier; 0 for the same
     */
    record IndicatorValue(String code, int periodsBack, Place place) implements Expression {}

    /** The factor that holds in the institution's country at the beginning of the period: {@code EF-DIESEL-CO2}. */
    record FactorValue(String code, Place place) implements Expression {}

    /**
     * What the register has counted for the institution until the end of the period: {@code tally(officials_trained)}.
     * A number without a unit; none before the first day that something is counted on.
     */
    record TallyValue(String tally, Place place) implements Expression {}

    record Sum(Expression left, Expression right, Place place) implements Expression {}

    record Difference(Expression left, Expression right, Place place) implements Expression {}

    record Product(Expression left, Expression right, Place place) implements Expression {}

    /** Without a value where the divisor is zero. */
    record Quotient(Expression dividend, Expression divisor, Place place) implements Expression {}

    record Negation(Expression of, Place place) implements Expression {}

    /** {@code share of A in B}: A / B in per cent; both of one kind. */
    record Share(Expression part, Expression whole, Place place) implements Expression {}

    /**
     * {@code sum over FUEL of (…)}: the expression for each code of the dimension that has values, added up. Within it
     * indicators are read at that code, and factors that are kept by the dimension give that code's value.
     */
    record SumOver(String dimension, Expression each, Place place) implements Expression {}

    /** {@code A if missing B}: A, or B where A has no value. */
    record IfMissing(Expression first, Expression otherwise, Place place) implements Expression {}
}
