package org.scpmonitor.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextTest {
    private final Text waste = new Text("residuos", "waste", "Abfall");

    @Test
    void speaks_the_language_of_the_reader_whatever_the_country() {
        assertThat(waste.in(Locale.forLanguageTag("es-CL"))).isEqualTo("residuos");
        assertThat(waste.in(Locale.US)).isEqualTo("waste");
        assertThat(waste.in(Locale.GERMAN)).isEqualTo("Abfall");
    }

    @Test
    void speaks_Spanish_to_everyone_else() {
        assertThat(waste.in(Locale.FRENCH)).isEqualTo("residuos");
    }
}
