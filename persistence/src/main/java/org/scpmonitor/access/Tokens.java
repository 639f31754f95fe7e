package org.scpmonitor.access;

import static org.jooq.Records.mapping;
import static org.scpmonitor.schema.tables.ApiToken.API_TOKEN;
import static org.scpmonitor.schema.tables.AppUser.APP_USER;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jooq.DSLContext;
import org.scpmonitor.listing.Listing;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Bearer tokens: an account's programs call the API with one instead of a password. A token is 256 random bits; only their
 * SHA-256 is stored, so that whoever reads the database can't use it. It ends by itself and can be taken back.
 */
@Component
public class Tokens {

    public static final Duration LONGEST = Duration.ofDays(366);

    private static final int BYTES = 32;
    private static final String PREFIX = "scp_";

    private final DSLContext sql;
    private final Clock clock;
    private final AuditTrail audit;
    private final SecureRandom random = new SecureRandom();

    public Tokens(DSLContext sql, Clock clock, AuditTrail audit) {
        this.sql = sql;
        this.clock = clock;
        this.audit = audit;
    }

    /** A token without its secret. */
    public record Token(int id, String name, Instant createdAt, Instant expiresAt) {}

    /** @param secret told this one time */
    public record Made(Token token, String secret) {}

    /** An account's own tokens, the newest first, ended ones too. */
    public Listing<?, Token> list(Viewer viewer) {
        return new Listing<>(
                sql,
                () -> sql.select(API_TOKEN.ID, API_TOKEN.NAME, API_TOKEN.CREATED_AT, API_TOKEN.EXPIRES_AT)
                        .from(API_TOKEN)
                        .where(API_TOKEN.USER_ID.eq(viewer.requireUserId())),
                mapping(Token::new),
                API_TOKEN.ID.desc());
    }

    /**
     * @param expiresAt after now, and no later than {@link #LONGEST} from now
     * @throws IllegalArgumentException for any other time
     */
    @Transactional
    public Made make(Viewer viewer, String name, Instant expiresAt) {
        Instant now = clock.instant();
        if (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(LONGEST))) {
            throw new IllegalArgumentException("A token can't end at " + expiresAt);
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Token token = sql.insertInto(API_TOKEN)
                .columns(
                        API_TOKEN.USER_ID, API_TOKEN.NAME, API_TOKEN.SHA256, API_TOKEN.CREATED_AT, API_TOKEN.EXPIRES_AT)
                .values(viewer.requireUserId(), name, hash(secret), now, expiresAt)
                .returningResult(API_TOKEN.ID, API_TOKEN.NAME, API_TOKEN.CREATED_AT, API_TOKEN.EXPIRES_AT)
                .fetchSingle(mapping(Token::new));
        audit.add(viewer.username(), AuditAction.TOKEN_MADE, name, Integer.toString(token.id()));
        return new Made(token, secret);
    }

    /** Takes a token of the viewer's own back; false where there is none of that number. */
    @Transactional
    public boolean takeBack(Viewer viewer, int id) {
        boolean taken = sql.deleteFrom(API_TOKEN)
                        .where(API_TOKEN.ID.eq(id))
                        .and(API_TOKEN.USER_ID.eq(viewer.requireUserId()))
                        .execute()
                > 0;
        if (taken) {
            audit.add(viewer.username(), AuditAction.TOKEN_TAKEN_BACK, Integer.toString(id), "");
        }
        return taken;
    }

    /** User name of the account whose token it is, unless it has ended or been taken back. */
    public Optional<String> findAccount(String secret) {
        return sql.select(APP_USER.USERNAME)
                .from(API_TOKEN)
                .join(APP_USER)
                .on(APP_USER.ID.eq(API_TOKEN.USER_ID))
                .where(API_TOKEN.SHA256.eq(hash(secret)))
                .and(API_TOKEN.EXPIRES_AT.gt(clock.instant()))
                .fetchOptional(APP_USER.USERNAME);
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
