package org.scpmonitor.api;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A switch among the parameters: {@code ?dryRun} alone sets it, like {@code ?dryRun=true}. */
record Flag(boolean isSet) {

    static Optional<Flag> parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "", "true" -> Optional.of(new Flag(true));
            case "false" -> Optional.of(new Flag(false));
            default -> Optional.empty();
        };
    }

    static boolean isSet(@Nullable Flag flag) {
        return flag != null && flag.isSet();
    }
}
