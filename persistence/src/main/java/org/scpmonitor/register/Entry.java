package org.scpmonitor.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.entry.Content;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.text.Text;

/**
 * A version of an entry.
 *
 * @param code by which entries of its kind are told apart
 * @param version its number, from 1
 * @param withdrawn whether the entry was taken back by this version
 * @param keeper the country whose coordinators may change it, ISO 3166-1 alpha-2; null where only managers may
 * @param countries every country that it speaks of
 * @param day by which it is listed
 * @param illustrative whether it was made up to show how the register works
 * @param source where it is taken from; empty where nobody said
 * @param author as whom its author is shown; empty for readers without an account
 * @param reason why the version took the place of the one before; may be empty
 * @param knownUntil null while it stands
 */
public record Entry<C extends Content>(
        Kind kind,
        String code,
        int version,
        boolean withdrawn,
        C content,
        Text title,
        @Nullable String keeper,
        List<String> countries,
        @Nullable LocalDate day,
        boolean illustrative,
        String source,
        String author,
        String reason,
        Instant knownFrom,
        @Nullable Instant knownUntil) {

    public Entry {
        countries = List.copyOf(countries);
    }

    /** The same for readers who may not know who wrote it. */
    public Entry<C> withoutAuthor() {
        return new Entry<>(
                kind,
                code,
                version,
                withdrawn,
                content,
                title,
                keeper,
                countries,
                day,
                illustrative,
                source,
                "",
                reason,
                knownFrom,
                knownUntil);
    }
}
