package org.scpmonitor.ui.compare;

import java.util.Optional;
import org.scpmonitor.comparison.Compared.Point;

/** How final a figure is, by the last word of its text's key; nothing of one that is. */
final class Kinds {
    private Kinds() {}

    static Optional<String> key(Point point) {
        if (point.partial()) {
            return Optional.of("PARTIAL");
        }
        return switch (point.status()) {
            case "P" -> Optional.of("PROVISIONAL");
            case "E" -> Optional.of("ESTIMATED");
            default -> Optional.empty();
        };
    }
}
