package org.scpmonitor.progress;

import java.util.Locale;

/** Where an indicator stands in the chain of results, the farthest from what is done first. */
public enum ResultLevel {
    IMPACT,
    OUTCOME,
    OUTPUT;

    /** @param code as stored in SQL: "impact", "outcome", "output" */
    static ResultLevel of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
