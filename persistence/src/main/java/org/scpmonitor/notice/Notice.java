package org.scpmonitor.notice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is told.
 *
 * @param submission that it speaks of; null where it speaks of none
 * @param arguments what the texts of the kind take, in their order
 * @param readAt null until it has been read, or needs nobody's attention any more
 */
public record Notice(
        long id,
        Kind kind,
        @Nullable Long submission,
        List<String> arguments,
        Instant at,
        @Nullable Instant readAt) {

    /** Each with its arguments. Those of submissions begin with the institution's code, the file's name, and the revision's number. */
    public enum Kind {
        /** Somebody has to approve or return: the level, how many levels. */
        DECISION_AWAITED,
        /** Sent back: by whom, with what comment. */
        RETURNED,
        /** Approved for good: by whom. */
        APPROVED,
        /** Approved for good without some values: by whom, how many values. */
        APPROVED_IN_PART,
        /** An approved submission is to be revised: by whom, why. */
        REOPENED,
        /** Values no longer fit the catalogue, which has changed since they were checked: how many. */
        CATALOGUE_CHANGED,
        /** Approved, but the work that makes it observations failed time and again. */
        ACCEPTANCE_FAILED,
        /** What was published comes out otherwise when computed again: how often, of how many figures and files. */
        FIGURES_DIFFER
    }
}
