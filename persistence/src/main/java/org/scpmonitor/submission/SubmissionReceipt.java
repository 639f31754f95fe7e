package org.scpmonitor.submission;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sender holds in hand once a submission is submitted.
 *
 * @param number the submission's
 * @param submittedBy what the account is shown as
 * @param sentBy what the account is shown as that sent the file
 * @param size of the file, in bytes
 * @param sha256 of the file, 64 hexadecimal digits
 * @param numberFormat {@code comma} or {@code point} as declared; null where it was detected
 * @param mapping name of what the file was read through; null for a long table
 * @param rows that were read
 * @param values on the list; null where no list could be kept
 * @param periods their canonical texts, in order
 * @param explanations what was said of values that were asked about, the most frequent first
 */
public record SubmissionReceipt(
        long number,
        Instant submittedAt,
        String submittedBy,
        String sentBy,
        String institution,
        String institutionName,
        String fileName,
        int revision,
        long size,
        String sha256,
        @Nullable String numberFormat,
        @Nullable String mapping,
        @Nullable Long rows,
        @Nullable Long values,
        List<String> periods,
        List<Explained> explanations) {

    /** One explanation of one doubt. @param values of how many values it was given */
    public record Explained(FindingCode code, String explanation, long values) {}
}
