package org.scpmonitor.assignment;

import org.jspecify.annotations.Nullable;

/**
 * Which lines of the due list are asked for.
 *
 * @param state null for all that something can still be done about: every one but {@link DueState#CLOSED}
 * @param year in which the period starts; null for all
 * @param programme code of a programme that institution and indicator belong to; null for all
 * @param text a part of the institution's code or name; empty for all
 */
public record DueFilter(
        @Nullable DueState state,
        @Nullable Integer year,
        @Nullable String programme,
        String text) {

    public static final DueFilter ALL = new DueFilter(null, null, null, "");
}
