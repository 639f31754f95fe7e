package org.scpmonitor.submission;

import org.jspecify.annotations.Nullable;
import org.scpmonitor.submission.WorkProgress.Phase;

/**
 * Where the work on a submission is, as anyone who looks at the database sees it, whichever process does it.
 *
 * @param readingAgain whether its file is to be read into staging again
 * @param phase what the work is busy with; null where none tells
 * @param done rows
 * @param total null where it isn't known
 */
public record WorkMoment(
        long id,
        SubmissionState state,
        Figures figures,
        boolean readingAgain,
        @Nullable Phase phase,
        long done,
        @Nullable Long total) {

    /** How far an approved submission has got into the figures. */
    public enum Figures {
        /** Nothing has been approved, so nothing is to be done. */
        NONE,
        /** Its values are becoming observations. */
        ACCEPTING,
        /** The figures that it touched are being computed. */
        REFRESHING,
        /** The progress of what changed is being judged. */
        ASSESSING,
        /** Every figure shows it. */
        DONE
    }

    /** Whether something will still happen to it by itself. */
    public boolean isBusy() {
        return state == SubmissionState.RECEIVED
                || readingAgain
                || figures == Figures.ACCEPTING
                || figures == Figures.REFRESHING
                || figures == Figures.ASSESSING;
    }
}
