package org.scpmonitor.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTest {

    /** The caret stands at the bar. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            FUE|                     ; FUE-01, FUE-02
            A * gwp|                 ; GWP-CH4, GWP-CO2
            A * |DEN                 ; A, B, ENE-10, FUE-01
            previous |               ; period of
            previous period |        ; of
            previous period of FU|   ; FUE-01, FUE-02
            sum |                    ; over
            sum over |               ; FRACTION of (
            sum over FRACTION of (WAS-1| ; WAS-10, WAS-11
            A i|                     ; if missing, in
            A if |                   ; missing
            0.84 [TW|                ; TW.h]
            tall|                    ; tally(
            tally |                  ; (
            tally(offi|              ; officials_trained)
            2 * tally(|              ; agreements_signed), criteria_adopted), events_attended), officials_trained)
            (A + |)                  ; A, B, ENE-10, FUE-01
            """)
    void proposesWhatMayStandThere(String text, String proposals) {
        int caret = text.indexOf('|');
        Completion completion = Completion.at(text.replace("|", ""), caret, Words.SMALL, Locale.ENGLISH);
        assertThat(completion.proposals().stream()
                        .limit(4)
                        .map(each -> each.insert().strip())
                        .collect(Collectors.joining(", ")))
                .startsWith(proposals);
    }

    @Test
    void replacesTheWholeNameThatTheCaretStandsIn() {
        Completion completion = Completion.at("A * FUE-99 + B", 7, Words.SMALL, Locale.ENGLISH);
        assertThat(completion.from()).isEqualTo(4);
        assertThat(completion.until()).isEqualTo(10);
    }
}
