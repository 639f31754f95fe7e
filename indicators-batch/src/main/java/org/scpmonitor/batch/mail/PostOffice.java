package org.scpmonitor.batch.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.scpmonitor.mail.Mail;
import org.scpmonitor.mail.Mails;
import org.scpmonitor.mail.Mails.RefusedException;
import org.scpmonitor.mail.Mails.Sent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Hands the mails that wait to the mail server, one process at a time; without a server it leaves them where they are. */
@Component
public class PostOffice {

    private static final Logger LOG = LoggerFactory.getLogger(PostOffice.class);

    private static final int MOST_AT_A_TIME = 200;

    /** Milliseconds; what a mail server that doesn't answer may cost. */
    private static final String PATIENCE = "10000";

    private final Mails mails;
    private final MailSettings settings;
    private final Clock clock;
    private final boolean works;
    private final JavaMailSenderImpl server;

    PostOffice(Mails mails, MailSettings settings, Clock clock, @Value("${scp.role:all}") String role) {
        this.mails = mails;
        this.settings = settings;
        this.clock = clock;
        this.works = !role.equals("web");
        this.server = server(settings);
    }

    private static JavaMailSenderImpl server(MailSettings settings) {
        var server = new JavaMailSenderImpl();
        server.setHost(settings.host());
        server.setPort(settings.port());
        server.setDefaultEncoding(StandardCharsets.UTF_8.name());
        Properties smtp = server.getJavaMailProperties();
        if (!settings.user().isBlank()) {
            server.setUsername(settings.user());
            server.setPassword(settings.password());
            smtp.setProperty("mail.smtp.auth", "true");
        }
        smtp.setProperty("mail.smtp.starttls.enable", Boolean.toString(settings.starttls()));
        smtp.setProperty("mail.smtp.starttls.required", Boolean.toString(settings.starttls()));
        smtp.setProperty("mail.smtp.connectiontimeout", PATIENCE);
        smtp.setProperty("mail.smtp.timeout", PATIENCE);
        smtp.setProperty("mail.smtp.writetimeout", PATIENCE);
        return server;
    }

    @Scheduled(fixedDelayString = "${scp.mail.every:PT20S}", initialDelayString = "${scp.mail.every:PT20S}")
    @SchedulerLock(name = "post", lockAtMostFor = "PT10M")
    public void sendAsScheduled() {
        if (works) {
            send();
        }
    }

    /** {@link #send(Instant)} what waits now. */
    public int send() {
        return send(clock.instant());
    }

    /**
     * Hands over what waits at a moment, until the server refuses one: it is asked for the others the next time.
     *
     * @return how many mails the server took
     */
    public int send(Instant now) {
        int taken = 0;
        while (settings.sends() && taken < MOST_AT_A_TIME && mails.sendNext(this::hand, now) == Sent.TAKEN) {
            taken++;
        }
        return taken;
    }

    private void hand(Mail mail) throws RefusedException {
        try {
            server.send(message(mail));
            LOG.info("Mail {} ({}) sent to {}", mail.id(), mail.kind().code(), mail.username());
        } catch (MailException | MessagingException e) {
            LOG.warn("Mail {} to {} was not taken: {}", mail.id(), mail.username(), e.getMessage());
            throw new RefusedException(String.valueOf(e.getMessage()), e);
        }
    }

    private MimeMessage message(Mail mail) throws MessagingException {
        MimeMessage message = server.createMimeMessage();
        var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.from());
        helper.setTo(mail.address());
        helper.setSubject(mail.subject());
        helper.setSentDate(Date.from(mail.createdAt()));
        helper.setText(mail.bodyText(), mail.bodyHtml());
        // The same each time it is tried, so that receivers can tell a second copy.
        String domain = settings.from().replaceAll(".*@", "").replaceAll("[^A-Za-z0-9.-]", "");
        message.setHeader(
                "Message-ID", "<mail." + mail.id() + "." + mail.createdAt().toEpochMilli() + "@" + domain + ">");
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", mail.language().getLanguage());
        String unsubscribe = mail.unsubscribeUrl();
        if (unsubscribe != null) {
            message.setHeader("List-Unsubscribe", "<" + unsubscribe + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return message;
    }
}
