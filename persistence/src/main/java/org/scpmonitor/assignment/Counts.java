package org.scpmonitor.assignment;

/**
 * How many values were to be reported, and what came of them.
 *
 * @param received of those expected
 * @param onTime of those received: not after their last day
 * @param late of those received: after it; where no day was set, a value is neither on time nor late
 * @param approved of those received
 * @param overdue not received though their last day has passed
 */
public record Counts(int expected, int received, int onTime, int late, int approved, int overdue) {

    public static final Counts NOTHING = new Counts(0, 0, 0, 0, 0, 0);

    /** What a cell shows at one glance. */
    public enum Status {
        /** All have come, none of them late. */
        COMPLETE,
        /** All have come, some of them late. */
        COMPLETE_LATE,
        /** Nothing is overdue, and something has still time. */
        PENDING,
        /** Some have come, and some are overdue. */
        PARTIAL,
        /** None has come, and some are overdue. */
        MISSING,
        /** Nothing was expected. */
        NOTHING_DUE
    }

    /** Not received, and still in time or without a date. */
    public int pending() {
        return expected - received - overdue;
    }

    public Status status() {
        if (expected == 0) {
            return Status.NOTHING_DUE;
        }
        if (overdue > 0) {
            return received == 0 ? Status.MISSING : Status.PARTIAL;
        }
        if (received < expected) {
            return Status.PENDING;
        }
        return late == 0 ? Status.COMPLETE : Status.COMPLETE_LATE;
    }

    public Counts plus(Counts other) {
        return new Counts(
                expected + other.expected,
                received + other.received,
                onTime + other.onTime,
                late + other.late,
                approved + other.approved,
                overdue + other.overdue);
    }
}
