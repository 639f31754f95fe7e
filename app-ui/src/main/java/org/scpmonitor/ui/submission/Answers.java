package org.scpmonitor.ui.submission;

import org.scpmonitor.submission.FindingCode;

/** What a sender may answer to findings. */
public interface Answers {
    /** Explains one query. */
    void explain(long finding, String text);

    /** Explains every open query of a kind. */
    void explainAll(FindingCode code, String text);

    /** Settles how the file writes numbers: {@code comma} or {@code point}. */
    void settleNumbers(String format);
}
