package org.scpmonitor.measure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The spellings of units that people write, each with its UCUM code, from {@code aliases.txt}: a code, " = ", and its
 * spellings separated by " | ". One spelling stands for one code only.
 */
final class Aliases {
    private final Map<String, String> listed = new LinkedHashMap<>();
    private final Map<String, String> loose = new LinkedHashMap<>();

    private Aliases() {}

    static Aliases load() {
        var aliases = new Aliases();
        lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(aliases::add);
        return aliases;
    }

    /** The code for exactly this spelling. */
    Optional<String> exactly(String spelling) {
        return Optional.ofNullable(listed.get(spelling));
    }

    /** The code for this spelling whatever its case, spaces, superscripts and subscripts. */
    Optional<String> loosely(String spelling) {
        return Optional.ofNullable(loose.get(plain(spelling)));
    }

    Map<String, String> all() {
        return Collections.unmodifiableMap(listed);
    }

    private void add(String line) {
        String[] parts = line.split(" = ", 2);
        for (String spelling : parts[1].split(" \\| ")) {
            put(listed, spelling.strip(), parts[0].strip());
            put(loose, plain(spelling), parts[0].strip());
        }
    }

    private static void put(Map<String, String> map, String spelling, String code) {
        String before = map.put(spelling, code);
        if (before != null && !before.equals(code)) {
            throw new IllegalStateException("\"" + spelling + "\" stands for " + before + " and for " + code);
        }
    }

    private static String plain(String spelling) {
        return Normalizer.normalize(spelling, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }

    private static Stream<String> lines() {
        try (InputStream file = Aliases.class.getResourceAsStream("aliases.txt")) {
            if (file == null) {
                throw new IllegalStateException("aliases.txt is missing from the build");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
