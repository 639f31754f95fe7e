package org.scpmonitor.listing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=cmd|' /C calc'!A0",
                "+1+1",
                "-2+3+cmd|' /C calc'!D2",
                "@SUM(1)",
                "\t=1+1",
                "\r=1+1",
                "\n=1+1",
                "＝1+1",
                "=HYPERLINK(\"http://x\",\"y\")",
                "-",
                "--1"
            })
    void aFormulaBecomesAText(String text) {
        assertThat(SafeText.cell(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "CL-MMA", "Año 2023", "-5", "+5.25", "-1.234,5", "-1e-7", "−5", "a=b", "' x", "2023-04"})
    void numbersAndOtherTextsStayAsTheyAre(String text) {
        assertThat(SafeText.cell(text)).isEqualTo(text);
    }
}
