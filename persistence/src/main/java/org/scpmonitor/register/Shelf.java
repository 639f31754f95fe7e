package org.scpmonitor.register;

import java.util.List;
import java.util.Optional;
import org.scpmonitor.entry.Content;
import org.scpmonitor.entry.Kind;

/** Entries of some kinds as they stood at one moment, read by one statement. */
public final class Shelf {
    private final List<Entry<?>> entries;

    Shelf(List<Entry<?>> entries) {
        this.entries = List.copyOf(entries);
    }

    /** All of a kind, by day and code; those without a day last. */
    public <C extends Content> List<Entry<C>> all(Class<C> kind) {
        return entries.stream()
                .filter(entry -> entry.kind().content() == kind)
                .map(entry -> Shelf.<C>as(entry))
                .toList();
    }

    public <C extends Content> Optional<Entry<C>> find(Class<C> kind, String code) {
        return entries.stream()
                .filter(entry -> entry.kind() == Kind.of(kind) && entry.code().equals(code))
                .findFirst()
                .map(entry -> Shelf.<C>as(entry));
    }

    @SuppressWarnings("unchecked")
    private static <C extends Content> Entry<C> as(Entry<?> entry) {
        return (Entry<C>) entry;
    }
}
