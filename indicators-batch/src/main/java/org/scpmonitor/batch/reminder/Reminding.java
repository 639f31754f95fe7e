package org.scpmonitor.batch.reminder;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.scpmonitor.batch.mail.Draft;
import org.scpmonitor.batch.mail.LetterWriter;
import org.scpmonitor.batch.mail.LetterWriter.Receiver;
import org.scpmonitor.batch.mail.MailSettings;
import org.scpmonitor.batch.mail.MailTexts;
import org.scpmonitor.mail.Mail;
import org.scpmonitor.mail.Reminders;
import org.scpmonitor.mail.Reminders.Due;
import org.scpmonitor.mail.Reminders.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes each reporter one mail for an institution and a day, listing what is due, and another one for what is late or
 * about to close. What somebody was told of is remembered with the mail, in one transaction: a run that is repeated or
 * breaks off tells nobody twice and leaves nobody out.
 */
@Component
public class Reminding {

    private static final Logger LOG = LoggerFactory.getLogger(Reminding.class);

    private static final int MOST_LISTED = 40;

    private final Reminders reminders;
    private final LetterWriter writer;
    private final MailSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final boolean works;

    Reminding(
            Reminders reminders,
            LetterWriter writer,
            MailSettings settings,
            Clock clock,
            PlatformTransactionManager transactions,
            @Value("${scp.role:all}") String role) {
        this.reminders = reminders;
        this.writer = writer;
        this.settings = settings;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.works = !role.equals("web");
    }

    @Scheduled(
            fixedDelayString = "${scp.mail.remind-every:PT15M}",
            initialDelayString = "${scp.mail.remind-after:PT1M}")
    @SchedulerLock(name = "remind", lockAtMostFor = "PT10M")
    public void remindAsScheduled() {
        if (works) {
            remind(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        }
    }

    /** Which items stand in one mail. */
    private record Heap(int userId, int institutionId, boolean mandatory) {}

    /**
     * Writes the reminders of a day.
     *
     * @return how many mails were written
     */
    public int remind(LocalDate day) {
        Map<Heap, List<Due>> heaps = reminders.list(day, settings.before(), settings.closing()).stream()
                .collect(Collectors.groupingBy(
                        due -> new Heap(
                                due.userId(), due.institutionId(), due.stage().isMandatory()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        heaps.values().forEach(items -> transaction.executeWithoutResult(status -> write(items, day)));
        if (!heaps.isEmpty()) {
            LOG.info("{} reminders written for {}", heaps.size(), day);
        }
        return heaps.size();
    }

    private void write(List<Due> items, LocalDate day) {
        Due first = items.getFirst();
        boolean mandatory = first.stage().isMandatory();
        MailTexts texts = new MailTexts(first.language());
        String subject = texts.of(subject(items), first.institution(), items.size());
        Draft body = new Draft()
                .paragraph(texts.of("greeting", first.displayName()))
                .paragraph(texts.of(mandatory ? "overdue.says" : "reminder.says", first.institutionName()))
                .list(items.stream()
                        .limit(MOST_LISTED)
                        .map(item -> line(item, day, texts))
                        .toList());
        if (items.size() > MOST_LISTED) {
            body.paragraph(texts.of("reminder.more", items.size() - MOST_LISTED));
        }
        body.link(texts.of("reminder.report"), writer.address("report"));
        String key = "remind " + first.userId() + " " + first.institutionId() + " " + day + " "
                + items.stream()
                        .map(item -> item.period() + " " + item.dueOn() + " " + item.code())
                        .collect(Collectors.joining(","));
        long mail = writer.write(
                        new Receiver(first.userId(), first.displayName(), first.email(), first.language()),
                        mandatory ? Mail.Kind.OVERDUE : Mail.Kind.REMINDER,
                        key,
                        subject,
                        body)
                .orElseThrow(() -> new IllegalStateException("There is a mail without its reminders: " + key));
        reminders.told(mail, items);
    }

    private static String subject(List<Due> items) {
        if (items.stream().anyMatch(item -> item.stage() == Stage.CLOSING)) {
            return "closing.subject";
        }
        return items.getFirst().stage() == Stage.LATE ? "late.subject" : "reminder.subject";
    }

    private static String line(Due item, LocalDate day, MailTexts texts) {
        var dates = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(item.language());
        String period = item.period().label(item.language());
        return switch (item.stage()) {
            case BEFORE ->
                texts.of(
                        "reminder.line",
                        period,
                        item.values(),
                        dates.format(item.dueOn()),
                        ChronoUnit.DAYS.between(day, item.dueOn()));
            case LATE -> texts.of("late.line", period, item.values(), dates.format(item.dueOn()));
            case CLOSING ->
                texts.of(
                        "closing.line",
                        period,
                        item.values(),
                        dates.format(item.dueOn()),
                        dates.format(Objects.requireNonNull(item.closesOn())));
        };
    }
}
