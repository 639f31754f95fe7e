package org.scpmonitor.approval;

import static org.jooq.Records.mapping;
import static org.scpmonitor.schema.Tables.APP_USER;
import static org.scpmonitor.schema.Tables.STAND_IN;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.scpmonitor.access.AuditAction;
import org.scpmonitor.access.AuditTrail;
import org.scpmonitor.access.Viewer;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who decides for whom while somebody is away. A stand-in decides with the rights of the one who named them and signs "for"
 * that one; what the stand-in sent stays closed to them.
 */
@Repository
public class StandIns {

    private static final org.scpmonitor.schema.tables.AppUser OTHER = APP_USER.as("other");

    private final DSLContext sql;
    private final Clock clock;
    private final AuditTrail audit;

    StandIns(DSLContext sql, Clock clock, AuditTrail audit) {
        this.sql = sql;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * A span of days in which somebody takes another's place.
     *
     * @param username of the stand-in
     * @param firstDay in UTC
     * @param lastDay in UTC, itself included
     */
    public record StandIn(long id, String username, String displayName, LocalDate firstDay, LocalDate lastDay) {}

    /** Why nobody could be named. */
    public enum Refusal {
        /** Whoever decides nothing needs no stand-in. */
        NOTHING_TO_DECIDE,
        /** No such account, or a disabled one. */
        UNKNOWN_ACCOUNT,
        /** One can't take one's own place. */
        ONESELF,
        /** The days are past, or the last lies before the first. */
        BAD_DAYS
    }

    /** An account that may be named. */
    public record Candidate(String username, String displayName) {}

    /** Names somebody for a span of days; empty where that was done. */
    @Transactional
    public Optional<Refusal> name(Viewer absent, String standIn, LocalDate firstDay, LocalDate lastDay) {
        if (!absent.decidesInOwnName()) {
            return Optional.of(Refusal.NOTHING_TO_DECIDE);
        }
        if (absent.username().equals(standIn)) {
            return Optional.of(Refusal.ONESELF);
        }
        if (lastDay.isBefore(firstDay) || lastDay.isBefore(today())) {
            return Optional.of(Refusal.BAD_DAYS);
        }
        var account = sql.select(APP_USER.ID)
                .from(APP_USER)
                .where(APP_USER.USERNAME.eq(standIn))
                .and(APP_USER.ENABLED)
                .fetchOptional(APP_USER.ID);
        if (account.isEmpty()) {
            return Optional.of(Refusal.UNKNOWN_ACCOUNT);
        }
        sql.insertInto(STAND_IN)
                .set(STAND_IN.ABSENT_ID, absent.requireUserId())
                .set(STAND_IN.STAND_IN_ID, account.get())
                .set(STAND_IN.FIRST_DAY, firstDay)
                .set(STAND_IN.LAST_DAY, lastDay)
                .set(STAND_IN.NAMED_BY, absent.username())
                .set(STAND_IN.NAMED_AT, clock.instant())
                .execute();
        audit.add(
                absent.username(),
                AuditAction.STAND_IN_NAMED,
                standIn,
                "for " + absent.username() + " " + firstDay + "/" + lastDay);
        return Optional.empty();
    }

    /** Those who take a viewer's place today or later, the earliest first. */
    public List<StandIn> of(Viewer absent) {
        return sql.select(STAND_IN.ID, OTHER.USERNAME, OTHER.DISPLAY_NAME, STAND_IN.FIRST_DAY, STAND_IN.LAST_DAY)
                .from(STAND_IN)
                .join(OTHER)
                .on(OTHER.ID.eq(STAND_IN.STAND_IN_ID))
                .where(STAND_IN.ABSENT_ID.eq(absent.requireUserId()))
                .and(STAND_IN.LAST_DAY.ge(today()))
                .orderBy(STAND_IN.FIRST_DAY, STAND_IN.ID)
                .fetch(mapping(StandIn::new));
    }

    /** Ends what one has arranged, from now on; what was decided meanwhile stays. */
    @Transactional
    public void end(Viewer absent, long standIn) {
        sql.deleteFrom(STAND_IN)
                .where(STAND_IN.ID.eq(standIn))
                .and(STAND_IN.ABSENT_ID.eq(absent.requireUserId()))
                .returningResult(STAND_IN.STAND_IN_ID)
                .fetchOptional()
                .ifPresent(ended -> audit.add(
                        absent.username(),
                        AuditAction.STAND_IN_ENDED,
                        sql.select(APP_USER.USERNAME)
                                .from(APP_USER)
                                .where(APP_USER.ID.eq(ended.value1()))
                                .fetchSingle()
                                .value1(),
                        "for " + absent.username()));
    }

    /** A page of the accounts that may be named. @param text a part of user name or what it is shown as; empty for all */
    public List<Candidate> candidates(Viewer absent, String text, int offset, int limit) {
        return sql.select(APP_USER.USERNAME, APP_USER.DISPLAY_NAME)
                .from(APP_USER)
                .where(APP_USER.ENABLED)
                .and(APP_USER.ID.ne(absent.requireUserId()))
                .and(APP_USER.USERNAME
                        .containsIgnoreCase(text.strip())
                        .or(APP_USER.DISPLAY_NAME.containsIgnoreCase(text.strip())))
                .orderBy(APP_USER.USERNAME)
                .offset(offset)
                .limit(limit)
                .fetch(mapping(Candidate::new));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
