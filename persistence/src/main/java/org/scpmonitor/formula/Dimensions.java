package org.scpmonitor.formula;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.formula.Flaw.Code;
import org.scpmonitor.measure.Unit;
import org.scpmonitor.measure.Units;

/**
 * The unit of every part of a formula. A sum, a difference and {@code if missing} have the unit of what stands first, and
 * what stands second is converted into it; a zero without a unit has that of its neighbour. A product and a quotient have
 * that of the product or quotient of units, a share has per cent.
 *
 * @param units of each part that has one; complete where nothing is flawed
 * @param flaws where the formula can't give the indicator; empty where it can
 */
public record Dimensions(Map<Expression, Unit> units, List<Flaw> flaws) {

    private static final Unit PER_CENT = Units.of("%");

    /** @param of what the formula is to give */
    public static Dimensions of(Expression expression, Vocabulary vocabulary, Vocabulary.Indicator of) {
        Check check = new Check(vocabulary, of);
        check.unit(expression, of.unit());
        return new Dimensions(Map.copyOf(check.units), List.copyOf(check.flaws));
    }

    /** @throws IllegalArgumentException if it is no part of the formula, or flawed */
    public Unit unit(Expression part) {
        Unit unit = units.get(part);
        if (unit == null) {
            throw new IllegalArgumentException("No unit is known of " + Print.of(part));
        }
        return unit;
    }

    /** What a part's value is multiplied by for it to be in another unit. */
    public BigDecimal conversion(Expression part, Unit to) {
        return Units.factor(unit(part), to)
                .orElseThrow(() -> new IllegalArgumentException(unit(part) + " doesn't convert into " + to));
    }

    private static final class Check {
        private final Vocabulary vocabulary;
        private final Vocabulary.Indicator of;
        private final Map<Expression, Unit> units = new HashMap<>();
        private final List<Flaw> flaws = new ArrayList<>();
        private final Deque<String> summedOver = new ArrayDeque<>();

        Check(Vocabulary vocabulary, Vocabulary.Indicator of) {
            this.vocabulary = vocabulary;
            this.of = of;
        }

        /** @param wanted the unit that the part has to convert into; null where that is open */
        @Nullable
        Unit unit(Expression part, @Nullable Unit wanted) {
            Unit unit = switch (part) {
                case Expression.Sum(var left, var right, var _) -> alike(left, right, wanted);
                case Expression.Difference(var left, var right, var _) -> alike(left, right, wanted);
                case Expression.IfMissing(var first, var otherwise, var _) -> alike(first, otherwise, wanted);
                case Expression.Negation(var negated, var _) -> unit(negated, wanted);
                case Expression.SumOver sum -> summed(sum, wanted);
                case Expression.Constant _,
                        Expression.IndicatorValue _,
                        Expression.FactorValue _,
                        Expression.TallyValue _,
                        Expression.Product _,
                        Expression.Quotient _,
                        Expression.Share _ -> wanted(part, single(part, wanted), wanted);
            };
            if (unit != null) {
                units.put(part, unit);
            }
            return unit;
        }

        private @Nullable Unit single(Expression part, @Nullable Unit wanted) {
            return switch (part) {
                case Expression.Constant constant -> wanted != null && isBareZero(constant) ? wanted : constant.unit();
                case Expression.IndicatorValue value -> indicator(value);
                case Expression.FactorValue factor -> factor(factor);
                case Expression.TallyValue _ -> Units.ONE;
                case Expression.Product(var left, var right, var _) -> both(left, right, true);
                case Expression.Quotient(var dividend, var divisor, var _) -> both(dividend, divisor, false);
                case Expression.Share(var share, var whole, var _) ->
                    alike(share, whole, null) == null ? null : PER_CENT;
                case Expression.Sum _,
                        Expression.Difference _,
                        Expression.IfMissing _,
                        Expression.Negation _,
                        Expression.SumOver _ -> throw new IllegalArgumentException(Print.of(part));
            };
        }

        private @Nullable Unit both(Expression left, Expression right, boolean times) {
            Unit first = unit(left, null);
            Unit second = unit(right, null);
            if (first == null || second == null) {
                return null;
            }
            return (times ? first.times(second) : first.per(second)).simplified();
        }

        /** The unit of the first, into which the second has to convert. */
        private @Nullable Unit alike(Expression left, Expression right, @Nullable Unit wanted) {
            Unit first;
            Unit second;
            if (wanted == null && isBareZero(left)) {
                second = unit(right, null);
                first = unit(left, second);
            } else {
                first = unit(left, wanted);
                second = unit(right, wanted == null && isBareZero(right) ? first : wanted);
            }
            if (first != null
                    && second != null
                    && wanted == null
                    && !first.kind().equals(second.kind())) {
                flaws.add(Flaw.of(
                        Code.DIFFERENT_KINDS,
                        right.place(),
                        Print.of(right),
                        second,
                        first,
                        first.per(second).simplified()));
                return null;
            }
            return first == null || second == null ? null : first;
        }

        private @Nullable Unit summed(Expression.SumOver sum, @Nullable Unit wanted) {
            boolean toldApart = sum.each()
                    .parts()
                    .anyMatch(part -> part instanceof Expression.IndicatorValue value
                            && vocabulary
                                    .indicator(value.code())
                                    .filter(read -> read.dimensions().contains(sum.dimension()))
                                    .isPresent());
            if (!toldApart) {
                flaws.add(Flaw.of(Code.NOTHING_TO_SUM, sum.place(), sum.dimension()));
            }
            summedOver.push(sum.dimension());
            Unit unit = unit(sum.each(), wanted);
            summedOver.pop();
            return unit;
        }

        private @Nullable Unit indicator(Expression.IndicatorValue value) {
            Vocabulary.Indicator read = vocabulary.indicator(value.code()).orElse(null);
            if (read == null) {
                flaws.add(Flaw.of(Code.UNKNOWN_NAME, value.place(), value.code(), ""));
                return null;
            }
            if (read.periodMonths() > of.periodMonths()) {
                flaws.add(Flaw.of(
                        Code.LONGER_PERIODS, value.place(), value.code(), read.periodMonths(), of.periodMonths()));
            }
            if (read.quotient() != null) {
                flaws.add(Flaw.of(Code.RATIO_READ, value.place(), value.code(), read.quotient()));
            }
            return read.unit();
        }

        private @Nullable Unit factor(Expression.FactorValue value) {
            Vocabulary.Factor read = vocabulary.factor(value.code()).orElse(null);
            if (read == null) {
                flaws.add(Flaw.of(Code.UNKNOWN_NAME, value.place(), value.code(), ""));
                return null;
            }
            String dimension = read.dimension();
            if (dimension != null
                    && !summedOver.contains(dimension)
                    && !of.dimensions().contains(dimension)) {
                flaws.add(Flaw.of(Code.NO_CODE_FOR_FACTOR, value.place(), value.code(), dimension));
            }
            return read.unit();
        }

        private @Nullable Unit wanted(Expression term, @Nullable Unit unit, @Nullable Unit wanted) {
            if (unit == null || wanted == null || unit.kind().equals(wanted.kind())) {
                return unit;
            }
            Unit missing = wanted.per(unit).simplified();
            List<String> factors = new MissingFactors(vocabulary, term).of(missing.kind());
            List<Object> arguments = new ArrayList<>(List.of(Print.of(term), unit, wanted, missing));
            if (!factors.isEmpty()) {
                arguments.add(String.join(" * ", factors));
            }
            flaws.add(Flaw.of(
                    factors.isEmpty() ? Code.OTHER_KIND_THAN_INDICATOR : Code.FACTORS_MISSING,
                    term.place(),
                    arguments.toArray()));
            return null;
        }

        private static boolean isBareZero(Expression part) {
            return part instanceof Expression.Constant constant
                    && constant.value().signum() == 0
                    && Objects.equals(constant.unit(), Units.ONE);
        }
    }
}
