package org.scpmonitor.batch.intake;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code DIMENSION=CODE} pairs joined by {@code ;}. */
final class Disaggregation {

    private Disaggregation() {}

    /**
     * The pairs without space and with their dimensions in order; empty text for the total. Empty where a part isn't a
     * pair, or a dimension stands twice.
     */
    static Optional<String> canonical(String text) {
        if (text.isEmpty()) {
            return Optional.of("");
        }
        Map<String, String> codes = new TreeMap<>();
        for (String pair : text.split(";", -1)) {
            int equals = pair.indexOf('=');
            String dimension = Blanks.strip(equals < 0 ? "" : pair.substring(0, equals));
            String code = Blanks.strip(pair.substring(equals + 1));
            boolean closing = Blanks.isBlank(pair) && !codes.isEmpty();
            if (!closing && (dimension.isEmpty() || code.isEmpty() || code.indexOf('=') >= 0)) {
                return Optional.empty();
            }
            if (!closing && codes.put(dimension, code) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(codes.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + pair.getValue())
                .collect(Collectors.joining(";")));
    }
}
