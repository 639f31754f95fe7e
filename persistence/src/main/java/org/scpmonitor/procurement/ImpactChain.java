package org.scpmonitor.procurement;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.comparison.Compared.Point;
import org.scpmonitor.formula.Expression;
import org.scpmonitor.formula.Formula;
import org.scpmonitor.formula.Vocabulary;
import org.scpmonitor.measure.Quantity;
import org.scpmonitor.measure.Rounding;
import org.scpmonitor.measure.Unit;
import org.scpmonitor.measure.Units;

/**
 * How a country's figure of an impact follows from its purchases: a product that is read off the formula from left to right.
 * The figures and factors stand as they are stored; one part in parentheses takes what is left of the stored result, value and
 * uncertainty, so that the chain is always that of the figure. There is no chain where the formula is no such product, or where
 * the product of its parts is not the figure: factors that differ between institutions, say.
 *
 * <p>Uncertainty of a product: the root of the sum of the squares of its parts' half-widths in per cent (IPCC 2006, vol. 1, ch.
 * 3, approach 1).
 *
 * @param result the figure of the impact
 * @param unit UCUM code of the result
 * @param version of the formula
 */
public record ImpactChain(
        String indicator, List<Link> links, Point result, String unit, int version, String expression) {

    private static final BigDecimal CLOSE = new BigDecimal("1e-9");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final List<Unit> READABLE = List.of(Units.of("t{CO2e}/t"), Units.of("kg/L"));

    public ImpactChain {
        links = List.copyOf(links);
    }

    /** What is multiplied. */
    public sealed interface Link {
        BigDecimal value();

        String unit();

        /** Half-width of the 95 % interval in per cent of the value; null where nothing is known of it. */
        @Nullable
        BigDecimal uncertainty();

        /** A figure of the country. */
        record Figure(Purchase indicator, Point point) implements Link {
            @Override
            public BigDecimal value() {
                return point.value();
            }

            @Override
            public String unit() {
                return indicator.unit();
            }

            @Override
            public @Nullable BigDecimal uncertainty() {
                return point.uncertainty();
            }
        }

        /** A factor's value. */
        record Factor(Purchase.Factor factor, Purchase.Value held) implements Link {
            @Override
            public BigDecimal value() {
                return held.value();
            }

            @Override
            public String unit() {
                return factor.unit();
            }

            @Override
            public @Nullable BigDecimal uncertainty() {
                return held.lower() == null
                                || held.upper() == null
                                || held.value().signum() == 0
                        ? null
                        : held.upper()
                                .subtract(held.lower())
                                .multiply(HUNDRED)
                                .divide(held.value().abs().multiply(BigDecimal.TWO), Rounding.TWENTY_DIGITS);
            }
        }

        /** A number that stands in the formula. */
        record Number(BigDecimal value, String unit) implements Link {
            @Override
            public @Nullable BigDecimal uncertainty() {
                return null;
            }
        }

        /** A part in parentheses. @param factors that it reads */
        record Part(BigDecimal value, String unit, @Nullable BigDecimal uncertainty, List<Purchase.Factor> factors)
                implements Link {}
    }

    /** Half the width of the interval in which the result lies nineteen times in twenty, in its unit. */
    public Optional<BigDecimal> halfWidth() {
        return Optional.ofNullable(result.uncertainty())
                .map(percent -> result.value().abs().multiply(percent).movePointLeft(2));
    }

    /** The chain of a country's figure of a period; empty where there is none to tell. */
    public static Optional<ImpactChain> of(
            Purchase impact, String country, ReportingPeriod period, Purchases purchases) {
        Optional<Point> result = impact.in(country, period);
        Optional<Purchase.Formula> formula = impact.holding(period);
        if (result.isEmpty() || formula.isEmpty()) {
            return Optional.empty();
        }
        return new Reading(impact, country, period, purchases, formula.get(), result.get()).chain();
    }

    private record Reading(
            Purchase impact,
            String country,
            ReportingPeriod period,
            Purchases purchases,
            Purchase.Formula formula,
            Point result) {

        Optional<ImpactChain> chain() {
            List<Expression> parts = new ArrayList<>();
            if (Formula.parse(formula.expression(), vocabulary()) instanceof Formula read) {
                factors(read.expression(), parts);
            }
            List<Link> links = new ArrayList<>();
            int open = -1;
            for (Expression part : parts) {
                Optional<Link> link = leaf(part);
                if (link.isPresent()) {
                    links.add(link.get());
                } else if (open < 0 && part.parts().noneMatch(Expression.IndicatorValue.class::isInstance)) {
                    open = links.size();
                    links.add(new Link.Number(BigDecimal.ONE, "1"));
                } else {
                    return Optional.empty();
                }
            }
            return links.isEmpty() ? Optional.empty() : closed(links, open, open < 0 ? null : parts.get(open));
        }

        /** What the formula may name is what was read of it. */
        private Vocabulary vocabulary() {
            Map<String, Vocabulary.Factor> factors = new HashMap<>();
            formula.factors()
                    .forEach(each -> factors.put(
                            each.code(),
                            new Vocabulary.Factor(each.code(), each.name(), "other", Units.of(each.unit()), null)));
            Map<String, Vocabulary.Indicator> indicators = new HashMap<>();
            purchases
                    .all()
                    .forEach(each -> indicators.put(
                            each.code(),
                            new Vocabulary.Indicator(
                                    each.code(), each.name(), Units.of(each.unit()), period.months(), Set.of(), null)));
            return new Vocabulary(indicators, factors, Map.of(), Map.of());
        }

        private static void factors(Expression of, List<Expression> into) {
            if (of instanceof Expression.Product(var left, var right, var _)) {
                factors(left, into);
                into.add(right);
            } else {
                into.add(of);
            }
        }

        private Optional<Link> leaf(Expression part) {
            return switch (part) {
                case Expression.IndicatorValue read
                when read.periodsBack() == 0 ->
                    purchases
                            .find(read.code())
                            .flatMap(indicator ->
                                    indicator.in(country, period).map(point -> new Link.Figure(indicator, point)));
                case Expression.FactorValue read ->
                    factor(read.code())
                            .flatMap(factor ->
                                    factor.in(country, period.start()).map(value -> new Link.Factor(factor, value)));
                case Expression.Constant constant ->
                    Optional.of(
                            new Link.Number(constant.value(), constant.unit().code()));
                case Expression.IndicatorValue _,
                        Expression.TallyValue _,
                        Expression.Sum _,
                        Expression.Difference _,
                        Expression.Product _,
                        Expression.Quotient _,
                        Expression.Negation _,
                        Expression.Share _,
                        Expression.SumOver _,
                        Expression.IfMissing _ -> Optional.empty();
            };
        }

        private Optional<Purchase.Factor> factor(String code) {
            return formula.factors().stream()
                    .filter(each -> each.code().equals(code))
                    .findFirst();
        }

        /** The open part takes what is left; without one the product has to be the result. */
        private Optional<ImpactChain> closed(List<Link> links, int open, @Nullable Expression part) {
            Quantity product = new Quantity(BigDecimal.ONE, Units.ONE);
            for (Link each : links) {
                product = product.times(new Quantity(each.value(), Units.of(each.unit())));
            }
            Unit unit = Units.of(impact.unit());
            if (part == null) {
                boolean same = product.in(unit)
                        .map(each -> each.value().subtract(result.value()).abs())
                        .filter(off -> off.compareTo(result.value().abs().multiply(CLOSE)) <= 0)
                        .isPresent();
                return same ? Optional.of(chain(links)) : Optional.empty();
            }
            if (product.value().signum() == 0) {
                return Optional.empty();
            }
            Quantity left = new Quantity(
                    result.value().divide(product.value(), Rounding.TWENTY_DIGITS),
                    unit.per(product.unit()).simplified());
            Quantity shown = READABLE.stream()
                    .flatMap(each -> left.in(each).stream())
                    .findFirst()
                    .orElse(left);
            links.set(
                    open,
                    new Link.Part(
                            shown.value(),
                            shown.unit().code(),
                            left(links),
                            part.parts()
                                    .flatMap(each -> each instanceof Expression.FactorValue read
                                            ? factor(read.code()).stream()
                                            : Stream.empty())
                                    .distinct()
                                    .toList()));
            return Optional.of(chain(links));
        }

        private @Nullable BigDecimal left(List<Link> links) {
            if (result.uncertainty() == null) {
                return null;
            }
            BigDecimal square = result.uncertainty().pow(2);
            for (Link each : links) {
                if (each.uncertainty() != null) {
                    square = square.subtract(each.uncertainty().pow(2));
                }
            }
            return square.signum() < 0 ? null : square.sqrt(MathContext.DECIMAL64);
        }

        private ImpactChain chain(List<Link> links) {
            return new ImpactChain(
                    impact.code(), links, result, impact.unit(), formula.version(), formula.expression());
        }
    }
}
