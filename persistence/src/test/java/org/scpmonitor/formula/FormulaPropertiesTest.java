package org.scpmonitor.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.scpmonitor.formula.Expression.Place;
import org.scpmonitor.measure.Units;

class FormulaPropertiesTest {

    private static final Place NOWHERE = new Place(0, 0);

    @Property
    void what_is_printed_is_read_as_the_same(@ForAll("expressions") Expression expression) {
        String printed = Print.of(expression);
        Formula read = (Formula) Formula.parse(printed, Words.SMALL);
        assertThat(withoutPlaces(read.expression())).isEqualTo(expression);
    }

    @Property
    void every_part_stands_where_it_says(@ForAll("expressions") Expression expression) {
        Formula read = (Formula) Formula.parse(Print.of(expression), Words.SMALL);
        assertThat(read.expression().parts()).allSatisfy(part -> {
            String there =
                    read.text().substring(part.place().from(), part.place().until());
            Formula again = (Formula) Formula.parse(there, Words.SMALL);
            assertThat(withoutPlaces(again.expression())).isEqualTo(withoutPlaces(part));
        });
    }

    @Property
    void reading_never_fails(@ForAll("texts") String text) {
        switch (Formula.parse(text, Words.SMALL)) {
            case Formula formula -> assertThat(formula.toString()).isNotEmpty();
            case Parsed.Flawed(var flaws) ->
                assertThat(flaws).isNotEmpty().allSatisfy(flaw -> {
                    assertThat(flaw.place().from()).isBetween(0, text.length());
                    assertThat(flaw.place().until()).isBetween(flaw.place().from(), text.length());
                });
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "A",
                "FUE-01",
                "GWP-CO2",
                "+",
                "-",
                "*",
                "/",
                "(",
                ")",
                "previous",
                "period",
                "of",
                "share",
                "in",
                "sum",
                "tally",
                "agreements_signed",
                "over",
                "FRACTION",
                "if",
                "missing",
                "1",
                "1,5",
                ".",
                "[kg]",
                "[",
                "]",
                "é",
                "\n",
                "1e5",
                "…");
        return Arbitraries.oneOf(
                pieces.list().ofMaxSize(20).map(list -> String.join(" ", list)), Arbitraries.strings());
    }

    @Provide
    Arbitrary<Expression> expressions() {
        return Arbitraries.recursive(this::leaves, FormulaPropertiesTest::around, 0, 4);
    }

    private Arbitrary<Expression> leaves() {
        return Arbitraries.oneOf(
                constants(),
                indicators(),
                Arbitraries.of("GWP-CO2", "EF-WASTE").map(code -> new Expression.FactorValue(code, NOWHERE)),
                Arbitraries.of("officials_trained", "agreements_signed")
                        .map(tally -> new Expression.TallyValue(tally, NOWHERE)),
                indicators().map(each -> new Expression.SumOver("FRACTION", each, NOWHERE)));
    }

    private static Arbitrary<Expression> around(Arbitrary<Expression> inner) {
        return Combinators.combine(Arbitraries.integers().between(0, 6), inner, inner)
                .as((which, left, right) -> switch (which) {
                    case 0 -> new Expression.Sum(left, right, NOWHERE);
                    case 1 -> new Expression.Difference(left, right, NOWHERE);
                    case 2 -> new Expression.Product(left, right, NOWHERE);
                    case 3 -> new Expression.Quotient(left, right, NOWHERE);
                    case 4 -> new Expression.Negation(left, NOWHERE);
                    case 5 -> new Expression.Share(left, right, NOWHERE);
                    default -> new Expression.IfMissing(left, right, NOWHERE);
                });
    }

    private Arbitrary<Expression> constants() {
        return Combinators.combine(
                        Arbitraries.bigDecimals().between(BigDecimal.ZERO, new BigDecimal("1e9")),
                        Arbitraries.of("1", "kg/L", "t{CO2e}").map(Units::of))
                .as((value, unit) ->
                        new Expression.Constant(new BigDecimal(value.abs().toPlainString()), unit, NOWHERE));
    }

    private Arbitrary<Expression> indicators() {
        return Combinators.combine(
                        Arbitraries.of("A", "FUE-01", "WAS-10"),
                        Arbitraries.integers().between(0, 3))
                .as((code, back) -> new Expression.IndicatorValue(code, back, NOWHERE));
    }

    private static Expression withoutPlaces(Expression expression) {
        return switch (expression) {
            case Expression.Constant(var value, var unit, var _) -> new Expression.Constant(value, unit, NOWHERE);
            case Expression.IndicatorValue(var code, var back, var _) ->
                new Expression.IndicatorValue(code, back, NOWHERE);
            case Expression.FactorValue(var code, var _) -> new Expression.FactorValue(code, NOWHERE);
            case Expression.TallyValue(var tally, var _) -> new Expression.TallyValue(tally, NOWHERE);
            case Expression.Sum(var left, var right, var _) ->
                new Expression.Sum(withoutPlaces(left), withoutPlaces(right), NOWHERE);
            case Expression.Difference(var left, var right, var _) ->
                new Expression.Difference(withoutPlaces(left), withoutPlaces(right), NOWHERE);
            case Expression.Product(var left, var right, var _) ->
                new Expression.Product(withoutPlaces(left), withoutPlaces(right), NOWHERE);
            case Expression.Quotient(var left, var right, var _) ->
                new Expression.Quotient(withoutPlaces(left), withoutPlaces(right), NOWHERE);
            case Expression.Negation(var of, var _) -> new Expression.Negation(withoutPlaces(of), NOWHERE);
            case Expression.Share(var part, var whole, var _) ->
                new Expression.Share(withoutPlaces(part), withoutPlaces(whole), NOWHERE);
            case Expression.SumOver(var dimension, var each, var _) ->
                new Expression.SumOver(dimension, withoutPlaces(each), NOWHERE);
            case Expression.IfMissing(var first, var otherwise, var _) ->
                new Expression.IfMissing(withoutPlaces(first), withoutPlaces(otherwise), NOWHERE);
        };
    }
}
