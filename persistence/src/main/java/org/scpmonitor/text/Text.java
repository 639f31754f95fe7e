package org.scpmonitor.text;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

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

    /**
     * The words for a reader of this locale. Only its language counts, and Spanish serves every other language; where
     * nothing was written in it, what was written in Spanish, English or German, in this order.
     */
    public String in(Locale locale) {
        String own = switch (locale.getLanguage()) {
            case "en" -> en;
            case "de" -> de;
            default -> es;
        };
        return Stream.of(own, es, en, de)
                .filter(words -> !words.isBlank())
                .findFirst()
                .orElse("");
    }
}
