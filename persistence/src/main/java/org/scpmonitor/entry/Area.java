package org.scpmonitor.entry;

/** The areas in which the status quo is studied, and what lies across them. */
public enum Area {
    PRODUCTION,
    CONSUMPTION,
    PROCUREMENT,
    STRATEGY,
    BUSINESS
}
