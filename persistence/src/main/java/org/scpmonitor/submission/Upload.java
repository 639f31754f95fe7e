package org.scpmonitor.submission;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;

/**
 * What somebody sends, beside the bytes themselves.
 *
 * @param institution code of the institution that it is sent for; rows may name others within the sender's scope
 * @param sender account name of who sends it
 * @param period the one period that the file is about; null where its rows say
 * @param fileName as the sender calls it, made {@linkplain FileName#plain plain}
 * @param numberFormat {@code comma} or {@code point} as declared; null to have it detected
 * @param dryRun whether it is only to be checked
 * @param knownFrom a dated knowledge time, for a replay; null for now
 * @param mapping number of the version of the mapping that the file is read with; null for the long table
 * @param revises the submission that it is sent in the place of; null for the latest one of its name, if any
 */
public record Upload(
        String institution,
        String sender,
        @Nullable ReportingPeriod period,
        String fileName,
        @Nullable String numberFormat,
        boolean dryRun,
        @Nullable Instant knownFrom,
        @Nullable Long mapping,
        @Nullable Long revises) {

    public Upload(
            String institution,
            String sender,
            @Nullable ReportingPeriod period,
            String fileName,
            @Nullable String numberFormat,
            boolean dryRun,
            @Nullable Instant knownFrom) {
        this(institution, sender, period, fileName, numberFormat, dryRun, knownFrom, null, null);
    }

    public Upload {
        fileName = FileName.plain(fileName);
    }

    public Upload(String institution, String sender, String fileName) {
        this(institution, sender, null, fileName, null, false, null, null, null);
    }

    /** The same, read with this version of a mapping. */
    public Upload mappedBy(long version) {
        return new Upload(institution, sender, period, fileName, numberFormat, dryRun, knownFrom, version, revises);
    }

    /** The same, in the place of an earlier submission of the institution, whatever the file is called. */
    public Upload revising(long submission) {
        return new Upload(institution, sender, period, fileName, numberFormat, dryRun, knownFrom, mapping, submission);
    }
}
