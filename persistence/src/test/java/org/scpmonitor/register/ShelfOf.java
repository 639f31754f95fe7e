package org.scpmonitor.register;

import java.util.Set;
import org.jooq.DSLContext;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.entry.Kind;

/** Entries for tests of other packages. */
public final class ShelfOf {
    private ShelfOf() {}

    public static Shelf everything(DSLContext sql) {
        return entries(sql).read(Set.of(Kind.values()), AsOf.NOW);
    }

    public static Entries entries(DSLContext sql) {
        return new Entries(sql);
    }

    public static EntrySearch search(DSLContext sql) {
        return new EntrySearch(sql);
    }
}
