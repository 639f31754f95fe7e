package org.scpmonitor.text;

import java.util.Locale;
import java.util.Objects;

/**
 * A name or description in Spanish, English and German, as the columns {@code name_es}, {@code name_en} and
 * {@code name_de} hold it. None of the three is null.
 */
public record Text(String es, String en, String de) {
    public Text {
        Objects.requireNonNull(es, "es");
        Objects.requireNonNull(en, "en");
        Objects.requireNonNull(de, "de");
    }

    /** The words for a reader of this locale; only its language counts, and Spanish serves every other language. */
    public String in(Locale locale) {
        return switch (locale.getLanguage()) {
            case "en" -> en;
            case "de" -> de;
            default -> es;
        };
    }
}
