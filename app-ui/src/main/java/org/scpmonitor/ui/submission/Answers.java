package org.scpmonitor.ui.submission;

import org.scpmonitor.submission.Findings;

/** What a sender may answer to findings. */
public interface Answers {
    /** Explains one query. */
    void explain(long finding, String text);

    /** Explains every open query among some. */
    void explainAll(Findings.Filter which, String text);

    /** Settles how the file writes numbers: {@code comma} or {@code point}. */
    void settleNumbers(String format);
}
