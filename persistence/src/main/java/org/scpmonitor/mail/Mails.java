package org.scpmonitor.mail;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.noCondition;
import static org.scpmonitor.schema.Tables.APP_USER;
import static org.scpmonitor.schema.Tables.MAIL;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SelectOnConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * The mails, sent and still to be sent. A mail is locked while it is handed to the mail server and marked in the same
 * transaction: none is lost, and one is sent a second time only where the process or the database dies between the
 * server's “taken” and our commit. The second one bears the same Message-ID.
 */
@Repository
public class Mails {

    /** With the waits in between, an attempt for more than a day. */
    public static final int MOST_ATTEMPTS = 12;

    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);
    private static final int LONGEST_ERROR = 500;

    private final DSLContext sql;

    Mails(DSLContext sql) {
        this.sql = sql;
    }

    /** Hands a mail to a mail server. */
    @FunctionalInterface
    public interface Post {
        /** @throws RefusedException where the server can't be reached or doesn't take it */
        void hand(Mail mail) throws RefusedException;
    }

    /** What came of an attempt. */
    public enum Sent {
        NONE_WAITS,
        TAKEN,
        REFUSED
    }

    /** A mail server that can't be reached or doesn't take a mail. */
    public static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        public RefusedException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * Writes a mail, in the transaction that is under way if one is.
     *
     * @param sends whether there is a mail server; without, the mail is kept for the administrator to read
     * @return its number; empty where there is one of the same key
     */
    public OptionalLong write(Letter letter, boolean sends, Instant at) {
        return sql.insertInto(MAIL)
                .set(MAIL.USER_ID, letter.userId())
                .set(MAIL.KIND, letter.kind().code())
                .set(MAIL.DEDUPE_KEY, letter.dedupeKey())
                .set(MAIL.ADDRESS, letter.address())
                .set(MAIL.LANGUAGE, letter.language().getLanguage())
                .set(MAIL.SUBJECT, letter.subject())
                .set(MAIL.BODY_TEXT, letter.bodyText())
                .set(MAIL.BODY_HTML, letter.bodyHtml())
                .set(MAIL.UNSUBSCRIBE_URL, letter.unsubscribeUrl())
                .set(MAIL.CREATED_AT, at)
                .set(MAIL.NEXT_ATTEMPT_AT, sends ? at : null)
                .onConflict(MAIL.DEDUPE_KEY)
                .doNothing()
                .returningResult(MAIL.ID)
                .fetchOptional()
                .map(row -> OptionalLong.of(row.value1()))
                .orElseGet(OptionalLong::empty);
    }

    /**
     * Hands over the mail that has waited longest, and marks it as sent or for another attempt.
     *
     */
    public Sent sendNext(Post post, Instant now) {
        return sql.transactionResult(tx -> {
            Optional<Mail> next = mails(tx.dsl())
                    .where(MAIL.NEXT_ATTEMPT_AT.le(now))
                    .orderBy(MAIL.NEXT_ATTEMPT_AT, MAIL.ID)
                    .limit(1)
                    .forUpdate()
                    .of(MAIL)
                    .skipLocked()
                    .fetchOptional(mapping(Mails::mail));
            return next.map(mail -> handOver(tx.dsl(), mail, post, now)).orElse(Sent.NONE_WAITS);
        });
    }

    private static Sent handOver(DSLContext tx, Mail mail, Post post, Instant now) {
        int attempts = mail.attempts() + 1;
        try {
            post.hand(mail);
            tx.update(MAIL)
                    .set(MAIL.SENT_AT, now)
                    .setNull(MAIL.NEXT_ATTEMPT_AT)
                    .setNull(MAIL.LAST_ERROR)
                    .set(MAIL.ATTEMPTS, attempts)
                    .where(MAIL.ID.eq(mail.id()))
                    .execute();
            return Sent.TAKEN;
        } catch (RefusedException e) {
            String error = String.valueOf(e.getMessage());
            tx.update(MAIL)
                    .set(MAIL.NEXT_ATTEMPT_AT, attempts >= MOST_ATTEMPTS ? null : now.plus(wait(attempts)))
                    .set(MAIL.LAST_ERROR, error.substring(0, Math.min(error.length(), LONGEST_ERROR)))
                    .set(MAIL.ATTEMPTS, attempts)
                    .where(MAIL.ID.eq(mail.id()))
                    .execute();
            return Sent.REFUSED;
        }
    }

    /** How long to wait after so many attempts: a minute, twice as long after each, six hours at most. */
    static Duration wait(int attempts) {
        Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(attempts - 1, MOST_ATTEMPTS));
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }

    /** Has a mail sent once more, whatever came of it before. */
    public void resend(long mail, Instant now) {
        sql.update(MAIL)
                .setNull(MAIL.SENT_AT)
                .set(MAIL.NEXT_ATTEMPT_AT, now)
                .set(MAIL.ATTEMPTS, 0)
                .where(MAIL.ID.eq(mail))
                .execute();
    }

    public Optional<Mail> find(long mail) {
        return mails(sql).where(MAIL.ID.eq(mail)).fetchOptional(mapping(Mails::mail));
    }

    /** The newest first; null leaves the filter out. */
    public List<Mail> page(Mail.@Nullable State state, int offset, int limit) {
        return mails(sql)
                .where(in(state))
                .orderBy(MAIL.ID.desc())
                .offset(offset)
                .limit(limit)
                .fetch(mapping(Mails::mail));
    }

    private static Condition in(Mail.@Nullable State state) {
        return switch (state) {
            case null -> noCondition();
            case SENT -> MAIL.SENT_AT.isNotNull();
            case WAITING -> MAIL.NEXT_ATTEMPT_AT.isNotNull().and(MAIL.ATTEMPTS.eq(0));
            case RETRYING -> MAIL.NEXT_ATTEMPT_AT.isNotNull().and(MAIL.ATTEMPTS.gt(0));
            case GIVEN_UP ->
                MAIL.NEXT_ATTEMPT_AT.isNull().and(MAIL.SENT_AT.isNull()).and(MAIL.ATTEMPTS.gt(0));
            case KEPT ->
                MAIL.NEXT_ATTEMPT_AT.isNull().and(MAIL.SENT_AT.isNull()).and(MAIL.ATTEMPTS.eq(0));
        };
    }

    private static SelectOnConditionStep<
                    org.jooq.Record14<
                            Long,
                            String,
                            String,
                            String,
                            Locale,
                            String,
                            String,
                            String,
                            String,
                            Instant,
                            Instant,
                            Integer,
                            Instant,
                            String>>
            mails(DSLContext sql) {
        return sql.select(
                        MAIL.ID,
                        APP_USER.USERNAME,
                        MAIL.KIND,
                        MAIL.ADDRESS,
                        MAIL.LANGUAGE.convertFrom(Locale::of),
                        MAIL.SUBJECT,
                        MAIL.BODY_TEXT,
                        MAIL.BODY_HTML,
                        MAIL.UNSUBSCRIBE_URL,
                        MAIL.CREATED_AT,
                        MAIL.NEXT_ATTEMPT_AT,
                        MAIL.ATTEMPTS,
                        MAIL.SENT_AT,
                        MAIL.LAST_ERROR)
                .from(MAIL)
                .join(APP_USER)
                .on(APP_USER.ID.eq(MAIL.USER_ID));
    }

    private static Mail mail(
            long id,
            String username,
            String kind,
            String address,
            Locale language,
            String subject,
            String bodyText,
            String bodyHtml,
            @Nullable String unsubscribeUrl,
            Instant createdAt,
            @Nullable Instant nextAttemptAt,
            int attempts,
            @Nullable Instant sentAt,
            @Nullable String lastError) {
        return new Mail(
                id,
                username,
                Mail.Kind.of(kind),
                address,
                language,
                subject,
                bodyText,
                bodyHtml,
                unsubscribeUrl,
                createdAt,
                nextAttemptAt,
                attempts,
                sentAt,
                lastError);
    }
}
