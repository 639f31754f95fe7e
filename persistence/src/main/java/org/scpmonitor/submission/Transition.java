package org.scpmonitor.submission;

/** What became of somebody's wish to move a submission on. */
public sealed interface Transition {

    /** It stands in the new state, and the step is in its history. */
    record Done(SubmissionState state) implements Transition {}

    /** Nothing changed, and why. */
    record Refused(Reason reason, SubmissionState state) implements Transition {}

    /** Why a step can't be taken. */
    enum Reason {
        /** The state doesn't allow it. */
        WRONG_STATE,
        /** An error is open: the file must be mended and sent again. */
        OPEN_ERRORS,
        /** A query waits for its explanation. */
        OPEN_QUERIES,
        /** Who sent a submission can't approve it. */
        OWN_SUBMISSION,
        /** A trial run was never meant to be submitted. */
        DRY_RUN,
        /** To return needs a comment that says why, and so does whatever is said of a single value. */
        COMMENT_MISSING,
        /** Who gave the first approval can't give the second. */
        SAME_PERSON,
        /** It waits for somebody of another role. */
        OTHER_LEVEL,
        /** A cell was named that holds no value of the submission. */
        UNKNOWN_CELL,
        /** With every value left out nothing would be approved: it is to be returned. */
        NOTHING_LEFT,
        /** The values were lost in a crash of the database and are still to be read again. */
        VALUES_LOST
    }
}
