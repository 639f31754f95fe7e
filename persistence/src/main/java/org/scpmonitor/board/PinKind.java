package org.scpmonitor.board;

import java.util.Locale;

/** What can be pinned. */
public enum PinKind {
    /** One indicator in one programme on its way to its target. */
    TRAJECTORY,
    /** One indicator, or the headline, in every programme, side by side. */
    OVERVIEW,
    /** Any indicators of any countries. */
    COMPARISON,
    /** Countries by status or by value. */
    MAP;

    /** As it stands in the database. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PinKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
