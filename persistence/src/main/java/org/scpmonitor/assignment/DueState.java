package org.scpmonitor.assignment;

/** Where the reports of a period stand, the most urgent first. */
public enum DueState {
    /** A reviewer gave them back. */
    RETURNED,
    /** A file was checked and has still to be corrected or submitted. */
    IN_WORK,
    /** The on-time date has passed, and the period takes reports. */
    LATE,
    /** Nothing was sent, and there is time. */
    DUE,
    /** They wait for a decision. */
    SUBMITTED,
    /** The period takes no reports any more, and not all came. */
    CLOSED
}
