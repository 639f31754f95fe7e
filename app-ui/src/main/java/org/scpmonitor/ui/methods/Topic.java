package org.scpmonitor.ui.methods;

import static org.scpmonitor.ui.methods.MathMl.formula;
import static org.scpmonitor.ui.methods.MathMl.frac;
import static org.scpmonitor.ui.methods.MathMl.hat;
import static org.scpmonitor.ui.methods.MathMl.root;
import static org.scpmonitor.ui.methods.MathMl.row;
import static org.scpmonitor.ui.methods.MathMl.sub;
import static org.scpmonitor.ui.methods.MathMl.sup;
import static org.scpmonitor.ui.methods.MathMl.tilde;
import static org.scpmonitor.ui.methods.MathMl.under;

import java.util.List;
import java.util.Locale;

/** What stands behind a figure or a judgement, in the order of the page. Texts are {@code methods.} and the anchor. */
enum Topic {
    LINEAR(formula(
            "a",
            "=",
            frac(row("y", "−", sub("y", "0")), row(sub("y", "T"), "−", sub("y", "0"))),
            ",",
            "e",
            "=",
            frac(row("t", "−", sub("t", "0")), row(sub("t", "T"), "−", sub("t", "0"))),
            ",",
            "S",
            "=",
            frac("a", "e"))),
    GROWTH(
            formula(
                    "r",
                    "=",
                    sup(row("(", frac("y", sub("y", "0")), ")"), row("1", "/", "(", "t", "−", sub("t", "0"), ")")),
                    "−",
                    "1"),
            formula(
                    sub("r", "T"),
                    "=",
                    sup(
                            row("(", frac(sub("y", "T"), sub("y", "0")), ")"),
                            row("1", "/", "(", sub("t", "T"), "−", sub("t", "0"), ")")),
                    "−",
                    "1"),
            formula("S", "=", "d", "·", frac("r", row("|", sub("r", "T"), "|")))),
    UN(
            formula("v", "=", "y", "·", sup(row("(", "1", "+", "r", ")"), row(sub("t", "T"), "−", "t"))),
            formula("S", "=", frac(row("v", "−", sub("y", "0")), row(sub("y", "T"), "−", sub("y", "0"))))),
    CUTS,
    FORECAST(
            formula(
                    "m",
                    "=",
                    under("median", row("i", "<", "j")),
                    frac(row(sub("y", "j"), "−", sub("y", "i")), row(sub("t", "j"), "−", sub("t", "i")))),
            formula(
                    hat("y"),
                    "±",
                    root(
                            sup(row("(", "Δ", "m", "·", "(", "t", "−", tilde("t"), ")", ")"), "2"),
                            "+",
                            sup(
                                    row(
                                            "(",
                                            sub("q", row("n", "−", "2")),
                                            "·",
                                            "σ",
                                            "·",
                                            root("1", "+", frac("1", "n")),
                                            ")"),
                                    "2")))),
    AGGREGATION(
            formula("R", "=", frac(row("∑", sub("n", "i")), row("∑", sub("d", "i")))),
            formula("M", "=", frac(row("∑", sub("w", "i"), sub("x", "i")), row("∑", sub("w", "i"))))),
    COVERAGE(formula("C", "=", frac("k", "n"))),
    UNCERTAINTY(
            formula(sub("U", "×"), "=", root("∑", sup(sub("U", "i"), "2"))),
            formula(
                    sub("U", "+"),
                    "=",
                    frac(
                            root("∑", sup(row("(", sub("U", "i"), sub("x", "i"), ")"), "2")),
                            row("|", "∑", sub("x", "i"), "|")))),
    GHG(
            formula(sub("E", "g"), "=", "A", "·", "ρ", "·", "NCV", "·", sub("EF", "g")),
            formula(sub("CO", "2"), "e", "=", under("∑", "g"), sub("E", "g"), "·", sub("GWP", "g"))),
    COUNTED(formula(
            "N", "=", under("∑", row("d", "<", "T", ",", sub("k", "1"), "≤", "τ", "<", sub("k", "2"))), sub("a", "d"))),
    LEARNING,
    MONEY(formula("L", "=", frac(row("V", "−", "F"), "F")), formula(sub("A", "q"), "=", sub("A", "b"), "·", "r")),
    SURVEY(formula(
            "S",
            "=",
            "100",
            "·",
            under("∏", "g"),
            sub("a", "g"),
            "·",
            frac(row("∑", sub("w", "i"), sub("a", "i")), row("∑", sub("w", "i"))))),
    RANKING(
            formula(sub("S", "j"), "=", under("∑", "i"), sub("w", "i"), "·", sub("x", row("i", "j"))),
            formula(sub("s", "j"), "=", frac(sub("S", "j"), row("∑", sub("w", "i"))))),
    SENSITIVITY(formula(
            sup("w", "∗"),
            "=",
            "w",
            "−",
            frac(row(sub("S", "1"), "−", sub("S", "2")), row(sub("x", "1"), "−", sub("x", "2"))))),
    UPTAKE(formula("U", "=", frac("M", "P"))),
    CHAIN(
            formula("I", "=", "M", "·", sub("f", "1"), "·", sub("f", "2"), "·", "…"),
            formula(sub("U", "I"), "=", root(under("∑", "k"), sup(sub("U", "k"), "2")))),
    WHATIF(
            formula("u", "=", frac("I", "M")),
            formula(sub("A", "T"), "=", "u", "·", "(", "s", "·", "P", "−", "M", ")"),
            formula(
                    sub("A", "t"),
                    "=",
                    sub("A", "T"),
                    "·",
                    frac(row("t", "−", sub("t", "0")), row(sub("t", "T"), "−", sub("t", "0"))))),
    ESTIMATES(formula(hat("x"), "=", "X", "·", frac(row("1", "−", "s"), "s"))),
    OUTLIERS(formula("z", "=", "0.6745", "·", frac(row("|", "x", "−", tilde("x"), "|"), "MAD"))),
    ASOF(formula(sub("k", "1"), "≤", "τ", "<", sub("k", "2")));

    private final List<String> formulas;

    Topic(String... formulas) {
        this.formulas = List.of(formulas);
    }

    /** In the page's address, after the hash. */
    String anchor() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As MathML. */
    List<String> formulas() {
        return formulas;
    }
}
