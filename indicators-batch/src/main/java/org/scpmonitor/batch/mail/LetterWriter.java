package org.scpmonitor.batch.mail;

import java.time.Clock;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.mail.Contacts;
import org.scpmonitor.mail.Letter;
import org.scpmonitor.mail.Mail;
import org.scpmonitor.mail.Mails;
import org.springframework.stereotype.Component;

/** Gives each mail its foot, with the way to stop what needn't come, and puts it among those that are to be sent. */
@Component
public class LetterWriter {

    private final Mails mails;
    private final Contacts contacts;
    private final MailSettings settings;
    private final Clock clock;

    LetterWriter(Mails mails, Contacts contacts, MailSettings settings, Clock clock) {
        this.mails = mails;
        this.contacts = contacts;
        this.settings = settings;
        this.clock = clock;
    }

    /** To whom a mail goes. */
    public record Receiver(int userId, String name, String email, Locale language) {}

    /** An address of the monitor, as a receiver may open it. */
    public String address(String path) {
        return settings.url().replaceAll("/+$", "") + "/" + path;
    }

    /**
     * Writes a mail, in the transaction that is under way if one is.
     *
     * @param key what it is about: a second mail of the same key isn't written
     * @return its number; empty where there is one of that key
     */
    public OptionalLong write(Receiver to, Mail.Kind kind, String key, String subject, Draft body) {
        MailTexts texts = new MailTexts(to.language());
        boolean due = kind == Mail.Kind.OVERDUE;
        String token = contacts.token(to.userId());
        body.rule().paragraph(texts.of(due ? "foot.due" : "foot.wanted"));
        body.link(texts.of("foot.account"), address("account"));
        @Nullable String oneClick = null;
        if (!due) {
            body.link(texts.of("foot.unsubscribe"), address("unsubscribe?token=" + token));
            oneClick = address("api/v1/mail/unsubscribe?token=" + token);
        }
        return mails.write(
                new Letter(
                        to.userId(),
                        kind,
                        key,
                        to.email(),
                        to.language(),
                        subject,
                        body.text(),
                        body.html(to.language().getLanguage()),
                        oneClick),
                settings.sends(),
                clock.instant());
    }
}
