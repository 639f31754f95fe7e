package org.scpmonitor.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.scpmonitor.entry.Tally;

class TalliesTest {

    @ParameterizedTest
    @EnumSource
    void everythingThatEntriesAddUpToCanBeNamedInThreeLanguages(Tally tally) {
        assertThat(Formula.parse("tally(" + tally.code() + ")", Words.SMALL)).isInstanceOf(Formula.class);
        assertThat(Stream.of("es", "en", "de")
                        .map(language -> Tallies.name(tally.code()).in(Locale.of(language))))
                .doesNotHaveDuplicates()
                .noneMatch(String::isBlank);
    }

    @Test
    void whatIsCountedNoMoreIsToldByItsCode() {
        assertThat(Tallies.name("gone").in(Locale.ENGLISH)).isEqualTo("gone");
    }
}
