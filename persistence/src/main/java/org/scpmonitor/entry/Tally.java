package org.scpmonitor.entry;

import java.util.Locale;

/** What entries add up to by themselves, as results that indicators count. */
public enum Tally {
    /** Participants of missions, trainings, workshops and webinars, by the institution that they come from. */
    OFFICIALS_TRAINED,
    /** Those of them who are women. */
    WOMEN_TRAINED,
    /** Events, by each institution that sent somebody. */
    EVENTS_ATTENDED,
    /** Criteria, by the institution that set them, from the day that they hold. */
    CRITERIA_ADOPTED,
    /** Agreements, by the public institution that signed them. */
    AGREEMENTS_SIGNED,
    /** Practices taken over, by the institution that did. */
    PRACTICES_ADOPTED,
    /** Areas of a country's status quo that a finished survey covers, by the institution that answered. */
    STUDIES_COMPLETED;

    /** As formulas and the database write it, such as {@code officials_trained}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
