package org.scpmonitor.mail;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it was written.
 *
 * @param username of the account that it is for
 * @param address as it was when the mail was written
 * @param unsubscribeUrl what a click of the receiver's mail program calls; null where it is legally due
 * @param nextAttemptAt null where it has been sent, is kept, or has been given up
 * @param lastError what the mail server said last; null where it took the mail or was never asked
 */
public record Mail(
        long id,
        String username,
        Kind kind,
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

    /** What a mail is about. */
    public enum Kind {
        /** Something is to be reported soon. */
        REMINDER,
        /** Something is late, or its period is about to close: legally due, whoever wants it or not. */
        OVERDUE,
        /** Somebody did something with a submission that concerns the account. */
        NOTICE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException where no kind has that code */
        public static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** Where it stands. */
    public enum State {
        SENT,
        /** Still to be sent for the first time. */
        WAITING,
        /** The mail server didn't take it; it is tried again. */
        RETRYING,
        /** The mail server didn't take it time and again. */
        GIVEN_UP,
        /** There was no mail server to send it by. */
        KEPT
    }

    public State state() {
        if (sentAt != null) {
            return State.SENT;
        }
        if (nextAttemptAt != null) {
            return attempts == 0 ? State.WAITING : State.RETRYING;
        }
        return attempts == 0 ? State.KEPT : State.GIVEN_UP;
    }
}
