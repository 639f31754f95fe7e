package org.scpmonitor.narrative;

import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;

/**
 * Who answers for an indicator of a programme.
 *
 * @param institution key; null where none is named, and the country answers
 * @param country code of the programme's country
 */
public record Responsible(@Nullable Integer institution, String country) {

    /** Whether the viewer may say something of its figures: those who report or coordinate for it, and managers. */
    public boolean maySpeak(Viewer viewer) {
        int key = institution == null ? 0 : institution;
        return viewer.maySend(key, country) || viewer.mayPlan(key, country);
    }
}
