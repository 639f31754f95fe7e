package org.scpmonitor.formula;

import org.scpmonitor.measure.Units;

/** Writes an expression so that reading it gives the same again. */
final class Print {

    /** How tightly an expression holds together; an operand that is looser stands in parentheses. */
    private static final int LOOSEST = 0;

    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int VALUE = 3;

    private Print() {}

    static String of(Expression expression) {
        return at(LOOSEST, expression);
    }

    private static String at(int tightness, Expression expression) {
        String text = text(expression);
        return tightness(expression) < tightness ? "(" + text + ")" : text;
    }

    private static String text(Expression expression) {
        return switch (expression) {
            case Expression.Constant constant ->
                constant.value().toPlainString()
                        + (constant.unit().equals(Units.ONE)
                                ? ""
                                : " [" + constant.unit().code() + "]");
            case Expression.IndicatorValue value -> "previous period of ".repeat(value.periodsBack()) + value.code();
            case Expression.FactorValue factor -> factor.code();
            case Expression.TallyValue value -> "tally(" + value.tally() + ")";
            case Expression.Sum(var left, var right, var _) -> at(SUM, left) + " + " + at(PRODUCT, right);
            case Expression.Difference(var left, var right, var _) -> at(SUM, left) + " - " + at(PRODUCT, right);
            case Expression.Product(var left, var right, var _) -> at(PRODUCT, left) + " * " + at(VALUE, right);
            case Expression.Quotient(var dividend, var divisor, var _) ->
                at(PRODUCT, dividend) + " / " + at(VALUE, divisor);
            case Expression.Negation(var of, var _) -> "-" + at(VALUE, of);
            case Expression.Share(var part, var whole, var _) ->
                "share of " + at(VALUE, part) + " in " + at(VALUE, whole);
            case Expression.SumOver(var dimension, var each, var _) ->
                "sum over " + dimension + " of (" + of(each) + ")";
            case Expression.IfMissing(var first, var otherwise, var _) ->
                at(SUM, first) + " if missing " + at(LOOSEST, otherwise);
        };
    }

    private static int tightness(Expression expression) {
        return switch (expression) {
            case Expression.IfMissing _ -> LOOSEST;
            case Expression.Sum _, Expression.Difference _ -> SUM;
            case Expression.Product _, Expression.Quotient _ -> PRODUCT;
            case Expression.Constant _,
                    Expression.IndicatorValue _,
                    Expression.FactorValue _,
                    Expression.TallyValue _,
                    Expression.Negation _,
                    Expression.Share _,
                    Expression.SumOver _ -> VALUE;
        };
    }
}
