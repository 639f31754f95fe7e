package org.scpmonitor.board;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.scpmonitor.schema.Tables.PIN;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Boards: each account has one. Every step touches what the viewer pinned alone; somebody else's stays as it is. */
@Repository
public class Boards {
    /** As many charts as fit on a board. */
    public static final int MOST = 24;

    /** How long a name may be. */
    public static final int LONGEST_NAME = 120;

    private static final Duration UNDONE_WITHIN = Duration.ofDays(1);

    private final DSLContext sql;
    private final Clock clock;

    Boards(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What became of a wish to pin. */
    public enum Pinning {
        PINNED,
        THERE_ALREADY,
        FULL
    }

    /** Puts a chart at the end of the viewer's board, unless it is there or the board is full. */
    @Transactional
    public Pinning pin(Viewer viewer, PinKind kind, String query) {
        int user = viewer.requireUserId();
        Instant now = clock.instant();
        sql.deleteFrom(PIN)
                .where(PIN.USER_ID.eq(user))
                .and(PIN.REMOVED_AT
                        .lt(now.minus(UNDONE_WITHIN))
                        .or(PIN.REMOVED_AT
                                .isNotNull()
                                .and(PIN.KIND.eq(kind.code()))
                                .and(PIN.QUERY.eq(query))))
                .execute();
        List<PinnedChart> there = list(viewer);
        if (there.stream().anyMatch(each -> each.kind() == kind && each.query().equals(query))) {
            return Pinning.THERE_ALREADY;
        }
        if (there.size() >= MOST) {
            return Pinning.FULL;
        }
        return sql.insertInto(PIN)
                                .columns(PIN.USER_ID, PIN.KIND, PIN.QUERY, PIN.POSITION, PIN.PINNED_AT)
                                .select(select(
                                                val(user),
                                                val(kind.code()),
                                                val(query),
                                                coalesce(max(PIN.POSITION), inline(0))
                                                        .plus(1),
                                                val(now))
                                        .from(PIN)
                                        .where(PIN.USER_ID.eq(user)))
                                .onConflictDoNothing()
                                .execute()
                        == 1
                ? Pinning.PINNED
                : Pinning.THERE_ALREADY;
    }

    /** The viewer's board, in its order. */
    public List<PinnedChart> list(Viewer viewer) {
        return list(PIN.USER_ID.eq(viewer.requireUserId()));
    }

    List<PinnedChart> list(Condition whose) {
        return sql.select(PIN.ID, PIN.KIND.convertFrom(PinKind::of), PIN.QUERY, PIN.NAME, PIN.WIDE)
                .from(PIN)
                .where(whose)
                .and(PIN.REMOVED_AT.isNull())
                .orderBy(PIN.POSITION, PIN.ID)
                .fetch(mapping(PinnedChart::new));
    }

    /** Puts the viewer's charts into this order; those that aren't named stay where they are. */
    public void arrange(Viewer viewer, List<Long> ids) {
        Long[] order = ids.toArray(Long[]::new);
        sql.execute("""
                update pin set position = wanted.position
                from unnest(?::bigint[]) with ordinality as wanted (id, position)
                where pin.id = wanted.id and pin.user_id = ?""", order, viewer.requireUserId());
    }

    /** @param name null to call it by what it shows */
    public void rename(Viewer viewer, long id, @Nullable String name) {
        sql.update(PIN).set(PIN.NAME, name).where(own(viewer, id)).execute();
    }

    public void widen(Viewer viewer, long id, boolean wide) {
        sql.update(PIN).set(PIN.WIDE, wide).where(own(viewer, id)).execute();
    }

    /** Takes a chart off the board; for a day it can be {@linkplain #restore put back}. */
    public void remove(Viewer viewer, long id) {
        sql.update(PIN)
                .set(PIN.REMOVED_AT, clock.instant())
                .where(own(viewer, id))
                .execute();
    }

    /** Puts a chart back where it was. */
    public void restore(Viewer viewer, long id) {
        sql.update(PIN)
                .set(PIN.REMOVED_AT, (Instant) null)
                .where(own(viewer, id))
                .execute();
    }

    private static Condition own(Viewer viewer, long id) {
        return condition(PIN.ID.eq(id)).and(PIN.USER_ID.eq(viewer.requireUserId()));
    }
}
