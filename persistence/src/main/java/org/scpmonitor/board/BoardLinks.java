package org.scpmonitor.board;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.scpmonitor.schema.Tables.APP_USER;
import static org.scpmonitor.schema.Tables.BOARD_LINK;
import static org.scpmonitor.schema.Tables.PIN;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.AuditAction;
import org.scpmonitor.access.AuditTrail;
import org.scpmonitor.access.Viewer;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links by which whoever has one reads a board and changes nothing. Only a hash of the secret is kept: a link is told once,
 * when it is made, and ends when it expires, when its owner revokes it, or when the owner's account is disabled.
 */
@Repository
public class BoardLinks {
    private static final int SECRET_BYTES = 32;
    private static final int LONGEST_SECRET = 64;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DSLContext sql;
    private final Boards boards;
    private final AuditTrail audit;
    private final Clock clock;

    BoardLinks(DSLContext sql, Boards boards, AuditTrail audit, Clock clock) {
        this.sql = sql;
        this.boards = boards;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A link that holds.
     *
     * @param expiresAt null where it holds until it is revoked
     */
    public record BoardLink(
            int id, Instant madeAt, @Nullable Instant expiresAt) {}

    /** @param owner what the account is shown as */
    public record SharedBoard(String owner, List<PinnedChart> charts) {}

    /**
     * Makes a link to the viewer's board.
     *
     * @param holds for how long; null until it is revoked
     * @return its secret, which is kept nowhere
     */
    @Transactional
    public String make(Viewer viewer, @Nullable Duration holds) {
        byte[] random = new byte[SECRET_BYTES];
        RANDOM.nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Instant now = clock.instant();
        int id = sql.insertInto(BOARD_LINK)
                .set(BOARD_LINK.USER_ID, viewer.requireUserId())
                .set(BOARD_LINK.SECRET_HASH, hash(secret))
                .set(BOARD_LINK.MADE_AT, now)
                .set(BOARD_LINK.EXPIRES_AT, holds == null ? null : now.plus(holds))
                .returningResult(BOARD_LINK.ID)
                .fetchSingle()
                .value1();
        audit.add(viewer.username(), AuditAction.BOARD_SHARED, viewer.username(), "link " + id);
        return secret;
    }

    /** The viewer's links that hold, the newest first. */
    public List<BoardLink> list(Viewer viewer) {
        return sql.select(BOARD_LINK.ID, BOARD_LINK.MADE_AT, BOARD_LINK.EXPIRES_AT)
                .from(BOARD_LINK)
                .where(BOARD_LINK.USER_ID.eq(viewer.requireUserId()))
                .and(holds())
                .orderBy(BOARD_LINK.ID.desc())
                .fetch(mapping(BoardLink::new));
    }

    /** Ends one of the viewer's links; somebody else's stays. */
    @Transactional
    public void revoke(Viewer viewer, int link) {
        int revoked = sql.update(BOARD_LINK)
                .set(BOARD_LINK.REVOKED_AT, clock.instant())
                .where(BOARD_LINK.ID.eq(link))
                .and(BOARD_LINK.USER_ID.eq(viewer.requireUserId()))
                .and(BOARD_LINK.REVOKED_AT.isNull())
                .execute();
        if (revoked == 1) {
            audit.add(viewer.username(), AuditAction.BOARD_LINK_REVOKED, viewer.username(), "link " + link);
        }
    }

    /** The board that a link leads to; empty where none with this secret holds. */
    public Optional<SharedBoard> find(String secret) {
        if (secret.length() > LONGEST_SECRET) {
            return Optional.empty();
        }
        Condition link = exists(selectOne()
                .from(BOARD_LINK)
                .where(BOARD_LINK.USER_ID.eq(APP_USER.ID))
                .and(BOARD_LINK.SECRET_HASH.eq(hash(secret)))
                .and(holds()));
        return sql.select(APP_USER.DISPLAY_NAME)
                .from(APP_USER)
                .where(link)
                .and(APP_USER.ENABLED)
                .fetchOptional(APP_USER.DISPLAY_NAME)
                .map(owner -> new SharedBoard(
                        owner,
                        boards.list(PIN.USER_ID.eq(
                                select(APP_USER.ID).from(APP_USER).where(link)))));
    }

    private Condition holds() {
        return BOARD_LINK
                .REVOKED_AT
                .isNull()
                .and(BOARD_LINK.EXPIRES_AT.isNull().or(BOARD_LINK.EXPIRES_AT.gt(clock.instant())));
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
