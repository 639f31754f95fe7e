package org.scpmonitor.mail;

import static org.jooq.Records.mapping;
import static org.scpmonitor.schema.Tables.APP_USER;
import static org.scpmonitor.schema.Tables.SIGNING_KEY;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Where accounts are written to. A signed token lets whoever holds it stop an account's mails, and nothing else. */
@Repository
public class Contacts {

    private static final String PURPOSE = "unsubscribe";
    private static final int LONGEST_ID = 9;

    private final DSLContext sql;

    Contacts(DSLContext sql) {
        this.sql = sql;
    }

    public Optional<Contact> find(int userId) {
        return list(APP_USER.ID.eq(userId)).stream().findFirst();
    }

    private List<Contact> list(Condition which) {
        return sql.select(
                        APP_USER.ID,
                        APP_USER.DISPLAY_NAME,
                        APP_USER.EMAIL,
                        APP_USER.LANGUAGE.convertFrom(Locale::of),
                        APP_USER.MAIL_REMINDERS,
                        APP_USER.MAIL_NOTICES)
                .from(APP_USER)
                .where(which)
                .fetch(mapping(Contact::new));
    }

    /**
     * Replaces where and of what an account is written to.
     *
     * @throws IllegalArgumentException where the address can't be one
     */
    public void save(int userId, @Nullable String email, Locale language, boolean reminders, boolean notices) {
        if (email != null && !Contact.isAddress(email)) {
            throw new IllegalArgumentException(email + " is no address");
        }
        sql.update(APP_USER)
                .set(APP_USER.EMAIL, email)
                .set(APP_USER.LANGUAGE, language.getLanguage())
                .set(APP_USER.MAIL_REMINDERS, reminders)
                .set(APP_USER.MAIL_NOTICES, notices)
                .where(APP_USER.ID.eq(userId))
                .execute();
    }

    /** Gives an account without an address this one. */
    public void give(String username, String email) {
        sql.update(APP_USER)
                .set(APP_USER.EMAIL, email)
                .where(APP_USER.USERNAME.eq(username))
                .and(APP_USER.EMAIL.isNull())
                .execute();
    }

    /** Stops everything that isn't legally due. */
    public void unsubscribe(int userId) {
        sql.update(APP_USER)
                .set(APP_USER.MAIL_REMINDERS, false)
                .set(APP_USER.MAIL_NOTICES, false)
                .where(APP_USER.ID.eq(userId))
                .execute();
    }

    /** What an account's links for unsubscribing carry. */
    public String token(int userId) {
        return userId + "." + signature(Integer.toString(userId));
    }

    /** The account that a token was made for; empty where we haven't made it. */
    public Optional<Contact> find(String token) {
        int dot = token.indexOf('.');
        if (dot < 1 || dot > LONGEST_ID || !token.substring(0, dot).matches("[0-9]+")) {
            return Optional.empty();
        }
        String id = token.substring(0, dot);
        byte[] given = token.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, signature(id).getBytes(StandardCharsets.UTF_8))
                ? find(Integer.parseInt(id))
                : Optional.empty();
    }

    private String signature(String text) {
        String secret = sql.select(SIGNING_KEY.SECRET)
                .from(SIGNING_KEY)
                .where(SIGNING_KEY.PURPOSE.eq(PURPOSE))
                .fetchSingle()
                .value1();
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal((PURPOSE + " " + text).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
