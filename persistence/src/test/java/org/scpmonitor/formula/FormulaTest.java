package org.scpmonitor.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scpmonitor.formula.Parsed.Flawed;

class FormulaTest {

    /** What was read, as it is usually written. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FUE-01*0.84 [kg/L]                         | FUE-01 * 0.84 [kg/L]
            1.5e3 [ t CO2e ]                           | 1500 [t{CO2e}]
            A - B-A                                    | MINUS
            (A + B) * 2 + A                            | (A + B) * 2 + A
            A - (B - A)                                | A - (B - A)
            (A - B) - A                                | A - B - A
            A / (B * 2)                                | A / (B * 2)
            -A * -2                                    | -A * -2
            -(A + B)                                   | -(A + B)
            A −B × 2 ÷ A                               | A - B * 2 / A
            Previous Period of A                       | previous period of A
            previous period of previous period of A    | previous period of previous period of A
            share of A in (A + B)                      | share of A in (A + B)
            sum over FRACTION of (WAS-10 * EF-WASTE)   | sum over FRACTION of (WAS-10 * EF-WASTE)
            A if missing B if missing 0                | A if missing B if missing 0
            (A if missing B) + 1 [t]                   | (A if missing B) + 1 [t]
            A + B if missing 2                         | A + B if missing 2
            2*Tally( officials_trained )               | 2 * tally(officials_trained)
            """)
    void readsWhatIsWritten(String text, String printed) {
        Parsed parsed = Formula.parse(text, Words.SMALL);
        if (printed.equals("MINUS")) {
            assertThat(told(text)).isEqualTo("4–7 MINUS_WITHOUT_BLANKS [B-A, B - A]");
        } else {
            assertThat(parsed).isInstanceOf(Formula.class).hasToString(printed);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ` `                        | 1–1 NOTHING []
            A +                        | 3–3 VALUE_EXPECTED []
            * A                        | 0–1 VALUE_EXPECTED [*]
            A B                        | 2–3 OPERATOR_EXPECTED [B]
            A + B)                     | 5–6 UNOPENED_PARENTHESIS [)]
            2 * (A + B                 | 4–5 UNCLOSED_PARENTHESIS []
            A # B                      | 2–3 STRANGE_CHARACTER [#], 4–5 OPERATOR_EXPECTED [B]
            A * 1,5                    | 4–7 DECIMAL_COMMA [1,5, 1.5]
            A * 1.2.3                  | 4–9 NOT_A_NUMBER [1.2.3]
            2 [kg                      | 2–5 UNCLOSED_UNIT []
            2 [kilos/x] * A            | 2–11 UNKNOWN_UNIT [kilos/x, ]
            FUE-10                     | 0–6 UNKNOWN_NAME [FUE-10, FUE-01]
            fue-01                     | 0–6 UNKNOWN_NAME [fue-01, FUE-01]
            FUE-01-FUE-02              | 0–13 MINUS_WITHOUT_BLANKS [FUE-01-FUE-02, FUE-01 - FUE-02]
            previous of A              | 9–11 WORD_EXPECTED [of, period, previous period of]
            previous period of 2       | 19–20 INDICATOR_EXPECTED [2]
            previous period of GWP-CO2 | 19–26 INDICATOR_EXPECTED [GWP-CO2]
            share of A + B in A        | 11–12 WORD_EXPECTED [+, in, share of … in …]
            sum over X of (A)          | 9–10 UNKNOWN_DIMENSION [X, ]
            sum over FRACTION of A     | 21–22 PARENTHESIS_EXPECTED [A]
            tally(officials)           | 6–15 UNKNOWN_TALLY [officials, ]
            tally(officials_traind)    | 6–22 UNKNOWN_TALLY [officials_traind, officials_trained]
            tally officials_trained    | 6–23 WORD_EXPECTED [officials_trained, (, tally(…)]
            tally(officials_trained    | 5–6 UNCLOSED_PARENTHESIS []
            tally(A + B)               | 6–7 UNKNOWN_TALLY [A, ], 8–9 WORD_EXPECTED [+, ), tally(…)]
            tally()                    | 6–7 UNKNOWN_TALLY [), ]
            A if B                     | 5–6 WORD_EXPECTED [B, missing, if missing]
            NO-1 * 1,5 + NO-2          | 0–4 UNKNOWN_NAME [NO-1, ], 7–10 DECIMAL_COMMA [1,5, 1.5], 13–17 UNKNOWN_NAME [NO-2, ]
            """)
    void tellsEveryFlawAtItsPlace(String text, String flaws) {
        assertThat(told(text)).isEqualTo(flaws);
    }

    @Test
    void refusesWhatIsTooLongOrTooDeep() {
        assertThat(told("A + ".repeat(1001))).startsWith("4000–4004 TOO_LONG");
        assertThat(told("(".repeat(500) + "A" + ")".repeat(500)))
                .contains("TOO_DEEP")
                .doesNotContain(",");
    }

    @Test
    void knowsWhatItReads() {
        Formula formula = (Formula) Formula.parse(
                "FUE-01 * DEN-DIESEL + previous period of FUE-02 if missing FUE-01 * tally(women_trained)",
                Words.SMALL);
        assertThat(formula.indicators()).containsExactly("FUE-01", "FUE-02");
        assertThat(formula.factors()).containsExactly("DEN-DIESEL");
        assertThat(formula.tallies()).containsExactly("women_trained");
    }

    private static String told(String text) {
        return switch (Formula.parse(text, Words.SMALL)) {
            case Formula formula -> formula.toString();
            case Flawed(var flaws) ->
                flaws.stream()
                        .map(flaw -> flaw.place().from() + "–" + flaw.place().until() + " " + flaw.code() + " "
                                + flaw.arguments())
                        .collect(Collectors.joining(", "));
        };
    }
}
