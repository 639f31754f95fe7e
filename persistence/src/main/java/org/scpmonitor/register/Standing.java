package org.scpmonitor.register;

import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.scpmonitor.schema.Tables.ENTRY;
import static org.scpmonitor.schema.Tables.ENTRY_VERSION;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.entry.Content;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.register.EntryEdits.Wanted;

/** What there is of the entries that are wanted, by kind and code: their keys, and the versions that they have last. */
record Standing(Map<String, Integer> ids, Map<String, Latest> latest) {
    static Standing read(DSLContext tx, List<Wanted> wanted) {
        Map<String, Integer> ids = new HashMap<>();
        Map<String, Latest> latest = new HashMap<>();
        var newest = ENTRY_VERSION.as("newest");
        tx.select(
                        ENTRY.ID,
                        ENTRY.KIND,
                        ENTRY.CODE,
                        ENTRY_VERSION.VERSION,
                        ENTRY_VERSION.WITHDRAWN,
                        ENTRY_VERSION.KEEPER,
                        ENTRY_VERSION.CONTENT,
                        ENTRY_VERSION.ILLUSTRATIVE,
                        ENTRY_VERSION.SOURCE)
                .from(ENTRY)
                .join(ENTRY_VERSION)
                .on(ENTRY_VERSION.ENTRY_ID.eq(ENTRY.ID))
                .where(ENTRY.CODE.in(wanted.stream().map(Wanted::code).toList()))
                .and(ENTRY_VERSION.VERSION.eq(
                        select(max(newest.VERSION)).from(newest).where(newest.ENTRY_ID.eq(ENTRY.ID))))
                .forEach(row -> {
                    Kind kind = Kind.find(row.get(ENTRY.KIND)).orElseThrow();
                    String key = row.get(ENTRY.KIND) + " " + row.get(ENTRY.CODE);
                    ids.put(key, row.get(ENTRY.ID));
                    latest.put(
                            key,
                            new Latest(
                                    row.get(ENTRY_VERSION.VERSION),
                                    row.get(ENTRY_VERSION.WITHDRAWN),
                                    row.get(ENTRY_VERSION.KEEPER),
                                    ContentJson.read(kind, row.get(ENTRY_VERSION.CONTENT)),
                                    row.get(ENTRY_VERSION.ILLUSTRATIVE),
                                    row.get(ENTRY_VERSION.SOURCE)));
                });
        return new Standing(ids, latest);
    }

    @Nullable
    Latest latest(Wanted wanted) {
        return latest.get(key(wanted));
    }

    /** The entry's key in the database, where it is put if need be. */
    int id(DSLContext tx, Wanted wanted) {
        return ids.computeIfAbsent(
                key(wanted),
                key -> tx.insertInto(ENTRY, ENTRY.KIND, ENTRY.CODE)
                        .values(wanted.kind().code(), wanted.code())
                        .returningResult(ENTRY.ID)
                        .fetchSingle()
                        .value1());
    }

    private static String key(Wanted wanted) {
        return wanted.kind().code() + " " + wanted.code();
    }

    /** The version that an entry has last. */
    record Latest(
            int version,
            boolean withdrawn,
            @Nullable String keeper,
            Content content,
            boolean illustrative,
            String source) {
        boolean says(Wanted wanted, Content other) {
            return !withdrawn
                    && content.equals(other)
                    && illustrative == wanted.illustrative()
                    && source.equals(wanted.source());
        }
    }
}
