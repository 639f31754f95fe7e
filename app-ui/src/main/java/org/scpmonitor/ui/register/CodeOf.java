package org.scpmonitor.ui.register;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Proposes the code of a new entry. */
final class CodeOf {
    static final int LONGEST = 60;
    private static final int LONGEST_PROPOSED = 40;

    private CodeOf() {}

    /**
     * From a title: {@code Acuerdos de producción limpia} becomes {@code ACUERDOS-DE-PRODUCCION-LIMPIA}; a number follows
     * where others have it already.
     *
     * @return empty where the title has no letter and no digit
     */
    static String title(String title, Predicate<String> isTaken) {
        String plain = Normalizer.normalize(title.replace("ß", "ss"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]+", "-");
        String code = shortened(plain.replaceAll("^-+|-+$", ""));
        return code.isEmpty()
                ? ""
                : Stream.concat(
                                Stream.of(code),
                                Stream.iterate(2, number -> number + 1).map(number -> code + "-" + number))
                        .filter(isTaken.negate())
                        .findFirst()
                        .orElseThrow();
    }

    /** Cut between words where there are any. */
    private static String shortened(String code) {
        if (code.length() <= LONGEST_PROPOSED) {
            return code;
        }
        int end = code.lastIndexOf('-', LONGEST_PROPOSED);
        return code.substring(0, end > 0 ? end : LONGEST_PROPOSED);
    }
}
