package org.scpmonitor.narrative;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;

/**
 * One version of what is said of a programme's indicator in a period.
 *
 * @param version from 1
 * @param language of the text: es, en or de
 * @param text plain, at most {@value #LONGEST} characters; empty where the text before was taken back
 * @param author what the account is shown as; empty for those who have none themselves
 * @param knownUntil when another version took its place; null while it stands
 */
public record Narrative(
        String programme,
        String indicator,
        ReportingPeriod period,
        int version,
        String language,
        String text,
        String author,
        Instant knownFrom,
        @Nullable Instant knownUntil) {
    /** In characters as a reader counts them. */
    public static final int LONGEST = 1_000;

    /** As those read it who have no account: people's names are not published. */
    public Narrative withoutAuthor() {
        return new Narrative(programme, indicator, period, version, language, text, "", knownFrom, knownUntil);
    }
}
