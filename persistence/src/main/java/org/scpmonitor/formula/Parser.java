package org.scpmonitor.formula;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.formula.Expression.Place;
import org.scpmonitor.formula.Flaw.Code;
import org.scpmonitor.formula.Token.Kind;
import org.scpmonitor.measure.Unit;
import org.scpmonitor.measure.Units;

/**
 * Reads tokens by descent; what is flawed becomes null and reading goes on behind it, so that every flaw is told at once.
 *
 * <pre>
 * formula  = sum ["if" "missing" formula]
 * sum      = product {("+" | "-") product}
 * product  = value {("*" | "/") value}
 * value    = "-" value | number ["[" unit "]"] | name | "(" formula ")"
 *          | "previous" "period" "of" (indicator | "previous" …)
 *          | "share" "of" value "in" value
 *          | "sum" "over" dimension "of" "(" formula ")"
 *          | "tally" "(" tally ")"
 * </pre>
 */
final class Parser {

    private static final int DEEPEST = 60;
    private static final String TALLY = "tally(…)";

    private final List<Token> tokens;
    private final Names names;
    private final List<Flaw> flaws;
    private final Deque<String> summedOver = new ArrayDeque<>();
    private int at;
    private int depth;

    Parser(List<Token> tokens, Vocabulary vocabulary, List<Flaw> flaws) {
        this.tokens = tokens;
        this.names = new Names(vocabulary, flaws);
        this.flaws = flaws;
    }

    @Nullable
    Expression formula() {
        if (token().kind() == Kind.END) {
            if (flaws.isEmpty()) {
                flaws.add(Flaw.of(Code.NOTHING, token().place()));
            }
            return null;
        }
        Expression read = ifMissing();
        while (token().kind() != Kind.END && depth < DEEPEST) {
            boolean closing = token().is(")");
            flaws.add(Flaw.of(
                    closing ? Code.UNOPENED_PARENTHESIS : Code.OPERATOR_EXPECTED, token().place(), token().text()));
            if (closing) {
                at++;
            }
            if (token().kind() != Kind.END && !continues()) {
                ifMissing();
            } else if (continues()) {
                at++;
                if (token().kind() != Kind.END) {
                    ifMissing();
                }
            }
        }
        return read;
    }

    private @Nullable Expression ifMissing() {
        int start = token().place().from();
        Expression first = sum();
        if (!token().isWord("if")) {
            return first;
        }
        at++;
        word("missing", "if missing");
        Expression otherwise = ifMissing();
        return first == null || otherwise == null ? null : new Expression.IfMissing(first, otherwise, since(start));
    }

    private @Nullable Expression sum() {
        int start = token().place().from();
        Expression sum = product();
        while (token().is("+") || token().is("-")) {
            boolean plus = next().is("+");
            Expression right = product();
            if (sum == null || right == null) {
                sum = null;
            } else {
                sum = plus
                        ? new Expression.Sum(sum, right, since(start))
                        : new Expression.Difference(sum, right, since(start));
            }
        }
        return sum;
    }

    private @Nullable Expression product() {
        int start = token().place().from();
        Expression product = value();
        while (token().is("*") || token().is("/")) {
            boolean times = next().is("*");
            Expression right = value();
            if (product == null || right == null) {
                product = null;
            } else {
                product = times
                        ? new Expression.Product(product, right, since(start))
                        : new Expression.Quotient(product, right, since(start));
            }
        }
        return product;
    }

    private @Nullable Expression value() {
        if (depth >= DEEPEST) {
            return null;
        }
        if (++depth >= DEEPEST) {
            flaws.add(Flaw.of(Code.TOO_DEEP, token().place(), DEEPEST));
            at = tokens.size() - 1;
            return null;
        }
        Expression value = oneValue();
        if (depth < DEEPEST) {
            depth--;
        }
        return value;
    }

    private @Nullable Expression oneValue() {
        Token token = token();
        int start = token.place().from();
        if (token.is("-")) {
            at++;
            Expression of = value();
            return of == null ? null : new Expression.Negation(of, since(start));
        }
        if (token.is("(")) {
            at++;
            return inParentheses(token);
        }
        return switch (token.kind()) {
            case NUMBER -> constant(next());
            case REFUSED -> {
                at++;
                yield null;
            }
            case NAME -> named(token, start);
            case SIGN, UNIT, END -> {
                flaws.add(Flaw.of(Code.VALUE_EXPECTED, token.place(), told(token)));
                if (token.kind() == Kind.UNIT) {
                    at++;
                }
                yield null;
            }
        };
    }

    private @Nullable Expression named(Token token, int start) {
        return switch (token.text().toLowerCase(Locale.ROOT)) {
            case "previous" -> previous(start, 0);
            case "share" -> share(start);
            case "sum" -> sumOver(start);
            case "tally" -> tally(start);
            case "of", "in", "over", "if", "missing", "period" -> {
                flaws.add(Flaw.of(Code.VALUE_EXPECTED, token.place(), token.text()));
                if (!token.isWord("if")) {
                    at++;
                }
                yield null;
            }
            default -> names.value(next());
        };
    }

    private @Nullable Expression inParentheses(Token open) {
        Expression within = ifMissing();
        if (token().is(")")) {
            at++;
        } else if (depth < DEEPEST && token().kind() == Kind.END) {
            flaws.add(Flaw.of(Code.UNCLOSED_PARENTHESIS, open.place()));
        } else if (depth < DEEPEST) {
            flaws.add(Flaw.of(Code.OPERATOR_EXPECTED, token().place(), told(token())));
            skipTo(")");
        }
        return within;
    }

    private @Nullable Expression constant(Token number) {
        BigDecimal value = new BigDecimal(number.text());
        Unit unit = Units.ONE;
        if (token().kind() == Kind.UNIT) {
            unit = names.unit(next());
        }
        return unit == null
                ? null
                : new Expression.Constant(value, unit, since(number.place().from()));
    }

    private @Nullable Expression previous(int start, int before) {
        at++;
        if (!word("period", "previous period of") || !word("of", "previous period of")) {
            return null;
        }
        if (token().isWord("previous")) {
            return previous(start, before + 1);
        }
        if (token().kind() != Kind.NAME || !names.isIndicator(token())) {
            if (token().kind() != Kind.NAME || names.value(token()) != null) {
                flaws.add(Flaw.of(Code.INDICATOR_EXPECTED, token().place(), told(token())));
            }
            if (token().kind() == Kind.NAME) {
                at++;
            }
            return null;
        }
        return new Expression.IndicatorValue(next().text(), before + 1, since(start));
    }

    private @Nullable Expression share(int start) {
        at++;
        word("of", "share of … in …");
        Expression part = value();
        word("in", "share of … in …");
        Expression whole = value();
        return part == null || whole == null ? null : new Expression.Share(part, whole, since(start));
    }

    private @Nullable Expression sumOver(int start) {
        at++;
        if (!word("over", "sum over … of (…)")) {
            return null;
        }
        String dimension = token().isWord("of") ? names.dimension(token()) : names.dimension(next());
        word("of", "sum over … of (…)");
        if (dimension != null && summedOver.contains(dimension)) {
            flaws.add(Flaw.of(Code.SUMMED_TWICE, since(start), dimension));
        }
        Token open = token();
        if (!open.is("(")) {
            flaws.add(Flaw.of(Code.PARENTHESIS_EXPECTED, open.place(), told(open)));
            return value();
        }
        at++;
        summedOver.push(dimension == null ? "" : dimension);
        Expression each = inParentheses(open);
        summedOver.pop();
        return each == null || dimension == null ? null : new Expression.SumOver(dimension, each, since(start));
    }

    private @Nullable Expression tally(int start) {
        at++;
        Token open = token();
        if (!sign("(", TALLY)) {
            return null;
        }
        String tally = token().is(")") ? names.tally(token()) : names.tally(next());
        if (token().kind() == Kind.END) {
            flaws.add(Flaw.of(Code.UNCLOSED_PARENTHESIS, open.place()));
            return null;
        }
        return sign(")", TALLY) && tally != null ? new Expression.TallyValue(tally, since(start)) : null;
    }

    /** Takes the sign, or says that it is missing. */
    private boolean sign(String sign, String turn) {
        if (token().is(sign)) {
            at++;
            return true;
        }
        flaws.add(Flaw.of(Code.WORD_EXPECTED, token().place(), told(token()), sign, turn));
        return false;
    }

    /** Takes the word, or says that it is missing. */
    private boolean word(String word, String turn) {
        if (token().isWord(word)) {
            at++;
            return true;
        }
        flaws.add(Flaw.of(Code.WORD_EXPECTED, token().place(), told(token()), word, turn));
        return false;
    }

    private void skipTo(String sign) {
        int open = 1;
        while (token().kind() != Kind.END && open > 0) {
            Token passed = next();
            open += passed.is("(") ? 1 : passed.is(sign) ? -1 : 0;
        }
    }

    private boolean continues() {
        return token().is("+") || token().is("-") || token().is("*") || token().is("/") || token().isWord("if");
    }

    private static String told(Token token) {
        return token.kind() == Kind.UNIT ? "[" + token.text() + "]" : token.text();
    }

    private Token token() {
        return tokens.get(at);
    }

    /** Takes the token; the end stays. */
    private Token next() {
        Token token = tokens.get(at);
        if (token.kind() != Kind.END) {
            at++;
        }
        return token;
    }

    /** From a place to the end of the last token that was taken. */
    private Place since(int start) {
        int until = at == 0 ? start : tokens.get(at - 1).place().until();
        return new Place(start, Math.max(start, until));
    }
}
