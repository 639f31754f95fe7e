package org.scpmonitor.entry;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.text.Text;

/**
 * What an entry says: a record whose components are its fields. A component is required unless it is nullable; a list may
 * be empty.
 */
public sealed interface Content
        permits Adoption,
                Agreement,
                Contribution,
                Cooperation,
                Criterion,
                Event,
                ExchangeRate,
                Instrument,
                Learning,
                Partner,
                Practice,
                Product,
                Selection,
                Survey,
                Topic {

    /** What it is called in lists. */
    Text title(Names names);

    /** The country whose coordinators may change it, as ISO 3166-1 alpha-2; null where only managers may. */
    default @Nullable String keeper() {
        return null;
    }

    /** Every country that it speaks of. */
    default List<String> concerned() {
        String keeper = keeper();
        return keeper == null ? List.of() : List.of(keeper);
    }

    /** When it happened, begins or holds from; null where that has no meaning. */
    default @Nullable PartialDate when() {
        return null;
    }

    /** What is wrong between its fields, each of which is right by itself. */
    default List<Flaw> flaws() {
        return List.of();
    }

    /** What it adds to counted results. */
    default List<Counted> counted() {
        return List.of();
    }

    /**
     * Something that counts.
     *
     * @param institution code of the institution that it counts for
     * @param day from when
     */
    record Counted(Tally tally, String institution, LocalDate day, int amount) {}
}
