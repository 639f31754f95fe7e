package org.scpmonitor.provenance;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.scpmonitor.text.Text;

/**
 * What an entry of the register adds to a figure for an institution, as the figure's run knew it.
 *
 * @param tally what is counted, such as {@code officials_trained}
 * @param counted what that is called
 * @param kind of the entry, such as {@code event}
 * @param institution its acronym, or its code where it has none
 * @param day when it happened
 * @param version of the entry that was known then
 * @param author who made that version, as the account is shown
 * @param knownFrom since when that version was known
 * @param source where the entry is taken from
 */
public record CountedEntry(
        String tally,
        Text counted,
        String kind,
        String code,
        Text title,
        String institutionCode,
        String institution,
        String institutionName,
        LocalDate day,
        BigDecimal amount,
        int version,
        String author,
        Instant knownFrom,
        String source,
        boolean illustrative) {

    /** The same with another word for who made it. */
    public CountedEntry by(String who) {
        return new CountedEntry(
                tally,
                counted,
                kind,
                code,
                title,
                institutionCode,
                institution,
                institutionName,
                day,
                amount,
                version,
                who,
                knownFrom,
                source,
                illustrative);
    }
}
