package org.scpmonitor.register;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.noCondition;
import static org.scpmonitor.schema.Tables.APP_USER;
import static org.scpmonitor.schema.Tables.CURRENT_ENTRY;
import static org.scpmonitor.schema.Tables.ENTRY_DRAFT;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.register.EntryEdits.Wanted;
import org.springframework.stereotype.Repository;

/** What is being typed of entries: one open draft for each, whoever writes in it. */
@Repository
public class EntryDrafts {
    private final DSLContext sql;
    private final Keeping keeping;
    private final Clock clock;

    EntryDrafts(DSLContext sql, Keeping keeping, Clock clock) {
        this.sql = sql;
        this.keeping = keeping;
        this.clock = clock;
    }

    /**
     * What somebody has begun to write.
     *
     * @param tree the fields as typed, which may be incomplete
     * @param basedOn the number of the version that it began with; 0 for a new entry
     * @param author as whom whoever typed last is shown
     * @param proposed whether it was handed over to those who may publish it
     */
    public record Draft(
            Kind kind,
            String code,
            Map<String, Object> tree,
            boolean illustrative,
            String source,
            int basedOn,
            @Nullable String keeper,
            String author,
            boolean proposed,
            Instant changedAt) {}

    /** The open draft of an entry, for those who may write it. */
    public Optional<Draft> find(Viewer viewer, Kind kind, String code) {
        return list(viewer, ENTRY_DRAFT.KIND.eq(kind.code()).and(ENTRY_DRAFT.CODE.eq(code))).stream()
                .findFirst();
    }

    /** Every open draft that the viewer may work on, the latest change first. @param kind null for all */
    public List<Draft> list(Viewer viewer, @Nullable Kind kind) {
        return list(viewer, kind == null ? noCondition() : ENTRY_DRAFT.KIND.eq(kind.code()));
    }

    private List<Draft> list(Viewer viewer, Condition condition) {
        if (!Keeping.mayWrite(viewer)) {
            return List.of();
        }
        Set<String> reported = keeping.reportsIn(viewer);
        return sql
                .select(
                        ENTRY_DRAFT.asterisk(),
                        coalesce(APP_USER.DISPLAY_NAME, ENTRY_DRAFT.AUTHOR).as("shown"))
                .from(ENTRY_DRAFT)
                .leftJoin(APP_USER)
                .on(APP_USER.USERNAME.eq(ENTRY_DRAFT.AUTHOR))
                .where(condition)
                .orderBy(ENTRY_DRAFT.CHANGED_AT.desc(), ENTRY_DRAFT.KIND, ENTRY_DRAFT.CODE)
                .fetch(row -> {
                    Map<String, Object> stored = ContentJson.tree(row.get(ENTRY_DRAFT.CONTENT));
                    @SuppressWarnings("unchecked")
                    var tree = (Map<String, Object>) Objects.requireNonNull(stored.get("fields"));
                    return new Draft(
                            Kind.find(row.get(ENTRY_DRAFT.KIND)).orElseThrow(),
                            row.get(ENTRY_DRAFT.CODE),
                            tree,
                            Boolean.TRUE.equals(stored.get("illustrative")),
                            String.valueOf(stored.get("source")),
                            row.get(ENTRY_DRAFT.BASED_ON),
                            row.get(ENTRY_DRAFT.KEEPER),
                            row.get("shown", String.class),
                            row.get(ENTRY_DRAFT.PROPOSED),
                            row.get(ENTRY_DRAFT.CHANGED_AT));
                })
                .stream()
                .filter(draft -> Keeping.mayPublish(viewer, draft.keeper())
                        || draft.keeper() != null && reported.contains(draft.keeper()))
                .toList();
    }

    /**
     * Keeps what is being typed, complete or not.
     *
     * @param proposed whether it is handed over to those who may publish it
     * @return whether the viewer may; nothing is kept otherwise
     */
    public boolean keep(Viewer viewer, Wanted wanted, boolean proposed) {
        String keeper = keeper(wanted.kind(), wanted.tree());
        if (!EntryEdits.isCode(wanted.code()) || !mayDraft(viewer, wanted, keeper)) {
            return false;
        }
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("fields", wanted.tree());
        content.put("illustrative", wanted.illustrative());
        content.put("source", wanted.source());
        Instant now = clock.instant();
        sql.insertInto(ENTRY_DRAFT)
                .set(ENTRY_DRAFT.KIND, wanted.kind().code())
                .set(ENTRY_DRAFT.CODE, wanted.code())
                .set(ENTRY_DRAFT.CONTENT, ContentJson.write(content))
                .set(ENTRY_DRAFT.BASED_ON, Objects.requireNonNullElse(wanted.replaces(), 0))
                .set(ENTRY_DRAFT.KEEPER, keeper)
                .set(ENTRY_DRAFT.AUTHOR, viewer.username())
                .set(ENTRY_DRAFT.PROPOSED, proposed)
                .set(ENTRY_DRAFT.CHANGED_AT, now)
                .onConflict(ENTRY_DRAFT.KIND, ENTRY_DRAFT.CODE)
                .doUpdate()
                .set(ENTRY_DRAFT.CONTENT, ContentJson.write(content))
                .set(ENTRY_DRAFT.KEEPER, keeper)
                .set(ENTRY_DRAFT.AUTHOR, viewer.username())
                .set(ENTRY_DRAFT.PROPOSED, proposed)
                .set(ENTRY_DRAFT.CHANGED_AT, now)
                .execute();
        return true;
    }

    /** Whoever drafts has to be entitled to what stands, to what is drafted already, and to what it shall become. */
    private boolean mayDraft(Viewer viewer, Wanted wanted, @Nullable String keeper) {
        if (!Keeping.mayWrite(viewer) || !keeping.mayDraft(viewer, keeper)) {
            return false;
        }
        boolean known = sql.fetchExists(
                ENTRY_DRAFT, ENTRY_DRAFT.KIND.eq(wanted.kind().code()).and(ENTRY_DRAFT.CODE.eq(wanted.code())));
        if (known && find(viewer, wanted.kind(), wanted.code()).isEmpty()) {
            return false;
        }
        return sql
                .select(CURRENT_ENTRY.KEEPER)
                .from(CURRENT_ENTRY)
                .where(CURRENT_ENTRY.KIND.eq(wanted.kind().code()))
                .and(CURRENT_ENTRY.CODE.eq(wanted.code()))
                .fetch(CURRENT_ENTRY.KEEPER)
                .stream()
                .allMatch(standing -> keeping.mayDraft(viewer, standing));
    }

    /** @return whether there was a draft that the viewer may work on */
    public boolean discard(Viewer viewer, Kind kind, String code) {
        return find(viewer, kind, code).isPresent() && forget(sql, kind, code) > 0;
    }

    /** @return how many there were: one or none */
    static int forget(DSLContext tx, Kind kind, String code) {
        return tx.deleteFrom(ENTRY_DRAFT)
                .where(ENTRY_DRAFT.KIND.eq(kind.code()))
                .and(ENTRY_DRAFT.CODE.eq(code))
                .execute();
    }

    private static @Nullable String keeper(Kind kind, Map<String, ?> tree) {
        Object named = kind.keeperField().isEmpty()
                ? null
                : tree.get(kind.keeperField().get());
        return named instanceof String code && code.matches("[A-Z]{2}") ? code : null;
    }
}
