package org.scpmonitor.measure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The factors of a unit's code with their exponents, by their spelling alone. */
final class UnitFactors {

    private static final Pattern FACTOR =
            Pattern.compile("([0-9]+|(?:[A-Za-z%'\\[\\]_]|(?<=[A-Za-z\\]])[0-9_]+\\])*)(-?[0-9]+)?(\\{[^}]*})?");

    private final String code;
    private final Map<String, Integer> exponents = new LinkedHashMap<>();
    private int at;

    private UnitFactors(String code) {
        this.code = code;
    }

    /** The code with equal factors put together; the code itself where it isn't understood. */
    static String simplified(String code) {
        UnitFactors factors = new UnitFactors(code);
        return factors.product(1) && factors.at == code.length() ? factors.written() : code;
    }

    private boolean product(int sign) {
        int direction = sign;
        if (at < code.length() && code.charAt(at) == '/') {
            direction = -sign;
            at++;
        }
        while (factor(direction)) {
            if (at == code.length() || code.charAt(at) == ')') {
                return true;
            }
            direction = code.charAt(at) == '/' ? -sign : sign;
            at++;
        }
        return false;
    }

    private boolean factor(int direction) {
        if (at < code.length() && code.charAt(at) == '(') {
            at++;
            boolean read = product(direction) && at < code.length() && code.charAt(at) == ')';
            at++;
            return read;
        }
        Matcher factor = FACTOR.matcher(code).region(at, code.length()).useTransparentBounds(true);
        if (!factor.lookingAt() || factor.end() == at) {
            return false;
        }
        String annotation = factor.group(3) == null ? "" : factor.group(3);
        int exponent = factor.group(2) == null ? 1 : Integer.parseInt(factor.group(2));
        boolean annotatedPower = !annotation.isEmpty() && exponent != 1;
        if (annotatedPower) {
            return false;
        }
        exponents.merge(factor.group(1) + annotation, direction * exponent, Integer::sum);
        at = factor.end();
        return true;
    }

    private String written() {
        exponents.remove("1");
        String above = joined(1);
        String below = joined(-1);
        String top = above.isEmpty() ? "1" : above;
        return below.isEmpty()
                ? top
                : (above.isEmpty() ? "" : top) + "/" + (below.contains(".") ? "(" + below + ")" : below);
    }

    private String joined(int sign) {
        List<String> parts = exponents.entrySet().stream()
                .filter(each -> each.getValue() * sign > 0)
                .map(each -> powered(each.getKey(), each.getValue() * sign))
                .toList();
        return parts.stream().collect(Collectors.joining("."));
    }

    private static String powered(String factor, int exponent) {
        boolean plain = factor.matches("[A-Za-z]+");
        return exponent == 1
                ? factor
                : plain ? factor + exponent : String.join(".", Collections.nCopies(exponent, factor));
    }
}
