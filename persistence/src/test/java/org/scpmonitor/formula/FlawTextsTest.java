package org.scpmonitor.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FlawTextsTest {

    @ParameterizedTest
    @EnumSource(Flaw.Code.class)
    void everyFlawIsToldInThreeLanguages(Flaw.Code code) {
        for (String language : List.of("es", "en", "de")) {
            for (String last : List.of("", "last")) {
                Flaw flaw = new Flaw(code, new Expression.Place(0, 0), List.of("one", "two", "three", "four", last));
                Locale locale = Locale.forLanguageTag(language);
                assertThat(flaw.what(locale) + flaw.expected(locale))
                        .isNotBlank()
                        .doesNotContain("{")
                        .doesNotContain("'");
            }
        }
    }
}
