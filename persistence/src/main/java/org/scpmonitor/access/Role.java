package org.scpmonitor.access;

import java.util.Locale;

/** What somebody may do within a scope. */
public enum Role {
    /** Sends, corrects and explains; reads what the scope's institutions sent. */
    REPORTER,
    /** Sends for the institutions of the scope, reviews and approves; never what they sent themselves. */
    COORDINATOR,
    /** Keeps the catalogue and the targets; reads everything and may approve. */
    MANAGER,
    /** Gives a programme's second approval; reads what the programme's institutions sent, and does nothing else. */
    EXPERT,
    /** Reads everything and changes nothing. */
    REVIEWER,
    /** Runs jobs and keeps accounts; reads everything, sends and approves nothing. */
    ADMINISTRATOR;

    /** The role as the database writes it, such as {@code reporter}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException where no role has that code */
    public static Role of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
