package org.scpmonitor.submission;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.approval.Awaited;

/**
 * Everything that a screen tells of one submission, but for its findings and values, which are read by page.
 *
 * @param file what was sent
 * @param events its history, oldest first
 * @param counts how often each code was found, errors first
 * @param moment where the work on it is
 * @param awaited the decision that it waits for, with the approvals that it has
 * @param reopenings who wanted it revised once it had been approved, oldest first
 * @param staging whether its values can be compared with what is known
 */
public record SubmissionDetail(
        SubmissionLine line,
        SentFile file,
        List<Event> events,
        List<CodeCount> counts,
        WorkMoment moment,
        Staging staging,
        Awaited awaited,
        List<Reopening> reopenings) {

    /**
     * Somebody's wish for a revision.
     *
     * @param by what the account is shown as
     */
    public record Reopening(Instant at, String by, String reason) {}

    /**
     * @param size in bytes
     * @param numberFormat {@code comma} or {@code point} as declared; null where it was detected
     * @param revises the submission that it comes in the place of
     * @param revisedBy the newest one that came in its place
     */
    public record SentFile(
            long size,
            String sha256,
            @Nullable String numberFormat,
            @Nullable Long revises,
            @Nullable Long revisedBy) {}

    /**
     * @param actor what the account is shown as; empty for the system
     * @param onBehalfOf user name of the one whose place the actor took; null where nobody's was taken
     */
    public record Event(
            Instant at,
            String actor,
            SubmissionState state,
            String comment,
            @Nullable String onBehalfOf) {}

    /** @param kept how many of the occurrences can be read one by one */
    public record CodeCount(Severity severity, FindingCode code, long occurrences, long kept) {}

    /**
     * @param tables whether its staging tables exist
     * @param rows how many values they must hold; null where reading again has been asked for
     */
    public record Staging(boolean tables, @Nullable Long rows) {}

    /** What the reviewer wrote when it was sent back last. */
    public Optional<Event> returned() {
        return events.stream()
                .filter(event -> event.state() == SubmissionState.RETURNED)
                .reduce((earlier, later) -> later);
    }
}
