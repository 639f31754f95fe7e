package org.scpmonitor.mapping;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.scpmonitor.text.Spelling;

/**
 * A sender's codes and ours.
 *
 * @param template ours for a code that has no pair, with {@value #THEIRS} where theirs goes, such as {@code PE-{}}; empty
 *     where such a code is taken as it stands
 * @param pairs ours by theirs; case, accents and blanks of theirs don't matter
 */
public record CodeList(String template, Map<String, String> pairs) {

    /** Where a template takes the sender's code. */
    public static final String THEIRS = "{}";

    /** Their codes are ours. */
    public static final CodeList SAME = new CodeList("", Map.of());

    /** @throws IllegalArgumentException where the template has no place for the sender's code */
    public CodeList {
        if (!template.isEmpty() && !template.contains(THEIRS)) {
            throw new IllegalArgumentException("A template has " + THEIRS + " in it: " + template);
        }
        pairs = Collections.unmodifiableMap(new LinkedHashMap<>(pairs));
    }

    /** What ours is of each of theirs. */
    public UnaryOperator<String> lookup() {
        Map<String, String> plain = new HashMap<>();
        pairs.forEach((theirs, ours) -> plain.put(Spelling.plain(theirs), ours));
        return theirs -> {
            String ours = plain.isEmpty() ? null : plain.get(Spelling.plain(theirs));
            if (ours != null) {
                return ours;
            }
            return template.isEmpty() || theirs.isEmpty() ? theirs : template.replace(THEIRS, theirs);
        };
    }
}
