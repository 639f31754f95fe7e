package org.scpmonitor.submission;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A submission as a line of a list.
 *
 * @param senderName what the sender's account is shown as
 * @param submittedBy account name of who asked for approval last; null where nobody has
 */
public record SubmissionLine(
        long id,
        Place place,
        String fileName,
        int revision,
        SubmissionState state,
        boolean dryRun,
        String sender,
        String senderName,
        Instant receivedAt,
        @Nullable String submittedBy,
        @Nullable Instant submittedAt,
        Rows rows,
        Found found) {

    /**
     * The institution that it was sent for.
     *
     * @param code such as {@code CL-MMA}
     * @param name in the language of its country
     * @param country ISO 3166-1 alpha-2
     */
    public record Place(int id, String code, String name, String country) {}

    /** How many rows were read and what became of them; each null until it is known. */
    public record Rows(
            @Nullable Long read,
            @Nullable Long accepted,
            @Nullable Long refused,
            @Nullable Long queried) {}

    /**
     * What checks found.
     *
     * @param errors occurrences, told or not
     * @param queries occurrences, told or not
     * @param open queries without an explanation
     */
    public record Found(long errors, long queries, long open) {}

    /** Who sent or submitted it: none of them may approve it. */
    public Set<String> takingPart() {
        Set<String> people = new HashSet<>();
        people.add(sender);
        if (submittedBy != null) {
            people.add(submittedBy);
        }
        return people;
    }
}
