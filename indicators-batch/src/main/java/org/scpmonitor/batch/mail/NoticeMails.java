package org.scpmonitor.batch.mail;

import java.util.List;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.scpmonitor.batch.mail.LetterWriter.Receiver;
import org.scpmonitor.mail.Mail;
import org.scpmonitor.mail.NoticeOutbox;
import org.scpmonitor.mail.NoticeOutbox.Waiting;
import org.scpmonitor.notice.Notice;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends what people are told in the monitor on to those who want it by mail. */
@Component
public class NoticeMails {

    private static final int AT_A_TIME = 100;

    private final NoticeOutbox outbox;
    private final LetterWriter writer;
    private final TransactionTemplate transaction;
    private final boolean works;

    NoticeMails(
            NoticeOutbox outbox,
            LetterWriter writer,
            PlatformTransactionManager transactions,
            @Value("${scp.role:all}") String role) {
        this.outbox = outbox;
        this.writer = writer;
        this.transaction = new TransactionTemplate(transactions);
        this.works = !role.equals("web");
    }

    @Scheduled(fixedDelayString = "${scp.mail.every:PT20S}", initialDelayString = "${scp.mail.every:PT20S}")
    @SchedulerLock(name = "notices", lockAtMostFor = "PT10M")
    public void writeAsScheduled() {
        if (works) {
            write();
        }
    }

    /** Writes a mail for each notice whose receiver wants it, and takes all of them out of the outbox. */
    public void write() {
        List<Waiting> waiting = outbox.list(AT_A_TIME);
        while (!waiting.isEmpty()) {
            waiting.forEach(each -> transaction.executeWithoutResult(status -> write(each)));
            waiting = outbox.list(AT_A_TIME);
        }
    }

    private void write(Waiting notice) {
        String email = notice.email();
        if (email != null && notice.wanted()) {
            Receiver to = new Receiver(notice.userId(), notice.displayName(), email, notice.language());
            MailTexts texts = new MailTexts(notice.language());
            Object[] arguments = notice.arguments().toArray();
            Draft body = new Draft()
                    .paragraph(texts.of("greeting", notice.displayName()))
                    .paragraph(texts.of("notice." + notice.kind().name(), arguments));
            Long submission = notice.submission();
            body.link(
                    texts.of(submission == null ? "notice.operations" : "notice.open"),
                    writer.address(page(notice.kind()) + (submission == null ? "" : "/" + submission)));
            writer.write(
                    to,
                    Mail.Kind.NOTICE,
                    "notice " + notice.notification(),
                    texts.of("notice.subject." + notice.kind().name(), arguments),
                    body);
        }
        outbox.done(notice.notification());
    }

    private static String page(Notice.Kind kind) {
        return switch (kind) {
            case DECISION_AWAITED, ACCEPTANCE_FAILED, CATALOGUE_CHANGED -> "review";
            case FIGURES_DIFFER -> "operations";
            case RETURNED, APPROVED, APPROVED_IN_PART, REOPENED -> "report";
        };
    }
}
