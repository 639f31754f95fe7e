package org.scpmonitor.submission;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a submission stands on its way from file to observations. */
public enum SubmissionState {
    /** Its bytes are stored; it is about to be checked. */
    RECEIVED,
    /** It has been checked; its findings can be read. */
    VALIDATED,
    /** Its sender asks for approval. */
    SUBMITTED,
    /** The reviewer sent it back with a comment. */
    RETURNED,
    /** Its values are, or are about to become, observations. */
    APPROVED,
    /** A later revision has been approved. */
    SUPERSEDED,
    /** The work on it failed time and again. */
    FAILED,
    /** Stopped by its sender before it had been checked. */
    CANCELLED,
    /** Taken back by its sender before it was approved. */
    WITHDRAWN;

    /** What a person may do with a submission. */
    public enum Action {
        SUBMIT(SUBMITTED, EnumSet.of(VALIDATED)),
        APPROVE(APPROVED, EnumSet.of(SUBMITTED)),
        RETURN(RETURNED, EnumSet.of(SUBMITTED)),
        CANCEL(CANCELLED, EnumSet.of(RECEIVED)),
        WITHDRAW(WITHDRAWN, EnumSet.of(VALIDATED, SUBMITTED, RETURNED, FAILED));

        private final SubmissionState to;
        private final Set<SubmissionState> from;

        Action(SubmissionState to, Set<SubmissionState> from) {
            this.to = to;
            this.from = from;
        }

        /** The state it leads to. */
        public SubmissionState to() {
            return to;
        }

        /** Whether it can be done in a state. */
        public boolean isPossibleIn(SubmissionState state) {
            return from.contains(state);
        }
    }

    /** As it is written in the database and on the wire, such as {@code received}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a code that isn't one of the states' */
    public static SubmissionState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
