package org.scpmonitor.notice;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.deleteFrom;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.scpmonitor.schema.Tables.NOTIFICATION;
import static org.scpmonitor.schema.Tables.NOTIFICATION_OUTBOX;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.springframework.stereotype.Repository;

/**
 * What people are told, and what of it they have read. A notice is written in the transaction of the step that it tells
 * of, into the inbox and into the outbox, from which it may be sent on by mail.
 */
@Repository
public class Notices {

    private final DSLContext sql;
    private final Clock clock;

    Notices(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Tells each of these accounts. Part of the caller's transaction.
     *
     * @param submission null where it is about none
     */
    public void tell(
            Collection<Integer> users,
            Notice.Kind kind,
            @Nullable Long submission,
            List<String> arguments,
            Instant at) {
        for (int user : users) {
            long id = sql.insertInto(NOTIFICATION)
                    .set(NOTIFICATION.USER_ID, user)
                    .set(NOTIFICATION.KIND, kind.name())
                    .set(NOTIFICATION.SUBMISSION_ID, submission)
                    .set(NOTIFICATION.ARGUMENTS, arguments.toArray(String[]::new))
                    .set(NOTIFICATION.AT, at)
                    .returningResult(NOTIFICATION.ID)
                    .fetchSingle()
                    .value1();
            sql.insertInto(NOTIFICATION_OUTBOX)
                    .set(NOTIFICATION_OUTBOX.NOTIFICATION_ID, id)
                    .execute();
        }
    }

    /** Whether anybody has been told this of a submission. */
    public boolean isTold(Notice.Kind kind, long submission) {
        return sql.fetchExists(
                NOTIFICATION, NOTIFICATION.SUBMISSION_ID.eq(submission).and(NOTIFICATION.KIND.eq(kind.name())));
    }

    /** Nobody has to decide on a submission any more: whoever was asked to needn't look. Part of the caller's transaction. */
    public void decided(long submission, Instant at) {
        var asked = NOTIFICATION
                .SUBMISSION_ID
                .eq(submission)
                .and(NOTIFICATION.KIND.eq(Notice.Kind.DECISION_AWAITED.name()));
        sql.execute(deleteFrom(NOTIFICATION_OUTBOX)
                .where(NOTIFICATION_OUTBOX.NOTIFICATION_ID.in(
                        select(NOTIFICATION.ID).from(NOTIFICATION).where(asked))));
        sql.update(NOTIFICATION)
                .set(NOTIFICATION.READ_AT, at)
                .where(asked)
                .and(NOTIFICATION.READ_AT.isNull())
                .execute();
    }

    /** What a viewer was told, the newest first. */
    public List<Notice> page(Viewer viewer, int offset, int limit) {
        return sql.select(
                        NOTIFICATION.ID,
                        NOTIFICATION.KIND.convertFrom(Notice.Kind::valueOf),
                        NOTIFICATION.SUBMISSION_ID,
                        NOTIFICATION.ARGUMENTS.convertFrom(Arrays::asList),
                        NOTIFICATION.AT,
                        NOTIFICATION.READ_AT)
                .from(NOTIFICATION)
                .where(NOTIFICATION.USER_ID.eq(viewer.requireUserId()))
                .orderBy(NOTIFICATION.ID.desc())
                .offset(offset)
                .limit(limit)
                .fetch(mapping(Notice::new));
    }

    /**
     * How much there is for an account.
     *
     * @param unread number of notices
     * @param newest number of the newest notice; 0 where there is none
     */
    public record Tally(int unread, long newest) {
        public static final Tally NOTHING = new Tally(0, 0);
    }

    /** How much there is for each of these accounts, in one statement; those who were never told anything are left out. */
    public Map<Integer, Tally> tallies(Collection<Integer> users) {
        return sql
                .select(NOTIFICATION.USER_ID, count().filterWhere(NOTIFICATION.READ_AT.isNull()), max(NOTIFICATION.ID))
                .from(NOTIFICATION)
                .where(NOTIFICATION.USER_ID.in(users))
                .groupBy(NOTIFICATION.USER_ID)
                .stream()
                .collect(Collectors.toMap(row -> row.value1(), row -> new Tally(row.value2(), row.value3())));
    }

    /** Marks one of a viewer's own notices as read; somebody else's stays as it is. */
    public void read(Viewer viewer, long notice) {
        sql.update(NOTIFICATION)
                .set(NOTIFICATION.READ_AT, clock.instant())
                .where(NOTIFICATION.ID.eq(notice))
                .and(NOTIFICATION.USER_ID.eq(viewer.requireUserId()))
                .and(NOTIFICATION.READ_AT.isNull())
                .execute();
    }

    /** Marks everything that a viewer was told as read. */
    public void readAll(Viewer viewer) {
        sql.update(NOTIFICATION)
                .set(NOTIFICATION.READ_AT, clock.instant())
                .where(NOTIFICATION.USER_ID.eq(viewer.requireUserId()))
                .and(NOTIFICATION.READ_AT.isNull())
                .execute();
    }
}
