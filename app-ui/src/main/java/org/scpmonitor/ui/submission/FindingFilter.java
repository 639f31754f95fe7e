package org.scpmonitor.ui.submission;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.submission.FindingCode;
import org.scpmonitor.submission.Severity;
import org.scpmonitor.submission.SubmissionDetail.CodeCount;

/**
 * Which findings are shown.
 *
 * @param severity null for both
 * @param code null for all
 */
record FindingFilter(@Nullable Severity severity, @Nullable FindingCode code) {
    static final FindingFilter ALL = new FindingFilter(null, null);

    boolean holds(CodeCount count) {
        return (severity == null || severity == count.severity()) && (code == null || code == count.code());
    }

    /** How many of the findings can be read one by one. */
    int kept(List<CodeCount> counts) {
        return Math.toIntExact(
                counts.stream().filter(this::holds).mapToLong(CodeCount::kept).sum());
    }
}
