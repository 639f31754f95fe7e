package org.scpmonitor.mail;

import static org.jooq.Records.mapping;
import static org.scpmonitor.schema.Tables.APP_USER;
import static org.scpmonitor.schema.Tables.NOTIFICATION;
import static org.scpmonitor.schema.Tables.NOTIFICATION_OUTBOX;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.notice.Notice;
import org.springframework.stereotype.Repository;

/** The notices that haven't been sent on by mail yet. */
@Repository
public class NoticeOutbox {

    private final DSLContext sql;

    NoticeOutbox(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * A notice with where its receiver is written to.
     *
     * @param email null where the receiver has no address
     * @param wanted whether the receiver wants notices by mail
     */
    public record Waiting(
            long notification,
            int userId,
            String displayName,
            @Nullable String email,
            Locale language,
            boolean wanted,
            Notice.Kind kind,
            @Nullable Long submission,
            List<String> arguments) {}

    /** The oldest first. */
    public List<Waiting> list(int limit) {
        return sql.select(
                        NOTIFICATION.ID,
                        NOTIFICATION.USER_ID,
                        APP_USER.DISPLAY_NAME,
                        APP_USER.EMAIL,
                        APP_USER.LANGUAGE.convertFrom(Locale::of),
                        APP_USER.MAIL_NOTICES,
                        NOTIFICATION.KIND.convertFrom(Notice.Kind::valueOf),
                        NOTIFICATION.SUBMISSION_ID,
                        NOTIFICATION.ARGUMENTS.convertFrom(Arrays::asList))
                .from(NOTIFICATION_OUTBOX)
                .join(NOTIFICATION)
                .on(NOTIFICATION.ID.eq(NOTIFICATION_OUTBOX.NOTIFICATION_ID))
                .join(APP_USER)
                .on(APP_USER.ID.eq(NOTIFICATION.USER_ID))
                .orderBy(NOTIFICATION.ID)
                .limit(limit)
                .fetch(mapping(Waiting::new));
    }

    /** Takes a notice out, in the transaction that writes its mail. */
    public void done(long notification) {
        sql.deleteFrom(NOTIFICATION_OUTBOX)
                .where(NOTIFICATION_OUTBOX.NOTIFICATION_ID.eq(notification))
                .execute();
    }
}
