package org.scpmonitor.ui.methods;

import java.util.List;
import java.util.stream.Collectors;

/** Writes formulas as MathML Core, which browsers draw and screen readers speak. */
final class MathMl {
    private MathMl() {}

    /** Names, numbers and signs in a row, told apart by how they begin. */
    static String row(String... parts) {
        return List.of(parts).stream().map(MathMl::part).collect(Collectors.joining("", "<mrow>", "</mrow>"));
    }

    static String frac(String over, String under) {
        return "<mfrac>" + part(over) + part(under) + "</mfrac>";
    }

    static String sub(String base, String index) {
        return "<msub>" + part(base) + part(index) + "</msub>";
    }

    static String sup(String base, String exponent) {
        return "<msup>" + part(base) + part(exponent) + "</msup>";
    }

    static String under(String base, String below) {
        return "<munder>" + part(base) + part(below) + "</munder>";
    }

    static String tilde(String base) {
        return "<mover accent=\"true\">" + part(base) + "<mo>~</mo></mover>";
    }

    static String hat(String base) {
        return "<mover accent=\"true\">" + part(base) + "<mo>^</mo></mover>";
    }

    static String root(String... parts) {
        return "<msqrt>" + row(parts) + "</msqrt>";
    }

    /** A formula on a line of its own. */
    static String formula(String... parts) {
        return "<math display=\"block\">" + row(parts) + "</math>";
    }

    private static String part(String text) {
        if (text.startsWith("<") && text.length() > 1 && Character.isLetter(text.charAt(1))) {
            return text;
        }
        char first = text.charAt(0);
        if (Character.isDigit(first)) {
            return "<mn>" + text + "</mn>";
        }
        return Character.isLetter(first)
                ? "<mi>" + text + "</mi>"
                : "<mo>" + text.replace("<", "&lt;").replace(">", "&gt;") + "</mo>";
    }
}
