package org.scpmonitor.ui.account;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scpmonitor.assignment.CalendarRows;
import org.scpmonitor.batch.mail.NoticeMails;
import org.scpmonitor.batch.mail.PostOffice;
import org.scpmonitor.batch.reminder.Reminding;
import org.scpmonitor.mail.Mail;
import org.scpmonitor.mail.Mails;
import org.scpmonitor.notice.Notice;
import org.scpmonitor.notice.Notices;
import org.scpmonitor.running.RunningMonitor;
import org.scpmonitor.world.TestDatabase;
import org.scpmonitor.world.World;

/**
 * Mails as their receivers get them, from a real SMTP server. The year 2023 is on time until 31 January 2024 and closes
 * on 28 February; each test reminds of another institution, so that what one has told doesn't matter to the next.
 */
class MailTest {

    private static final Map<String, String> ADDRESSES = Map.of("ana", "es", "ben", "en", "eva", "de");

    private static RunningMonitor monitor;
    private static GreenMail post;

    @BeforeAll
    static void start() throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        post = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        post.start();
        monitor = RunningMonitor.start(
                "scp.mail.host=127.0.0.1",
                "scp.mail.port=" + port,
                "scp.mail.starttls=false",
                "scp.mail.from=monitor@example.org",
                "scp.mail.url=https://monitor.example");
        World.in(monitor.database()).institution("CL-MMA").indicator("W", "t", 12, "sum", "sum");
        TestDatabase database = monitor.database();
        new CalendarRows(database.sql())
                .put(
                        List.of(new CalendarRows.Rule("W", null, CalendarRows.ALWAYS, 31, 59)),
                        () -> database.sql()
                                .fetchSingle("select advance_knowledge('test')")
                                .get(0, Instant.class));
        ADDRESSES.forEach((name, language) -> {
            database.sql()
                    .execute(
                            "insert into app_user (username, password_hash, display_name, language, email)"
                                    + " values (?, '', ?, ?, ?)",
                            name,
                            name + " & Co",
                            language,
                            name + "@example.org");
            database.sql()
                    .execute(
                            "insert into user_grant (user_id, role, institution_id) select u.id, 'reporter', i.id"
                                    + " from app_user u, institution i where u.username = ?",
                            name);
        });
    }

    @AfterAll
    static void stop() throws IOException {
        monitor.close();
        post.stop();
    }

    @BeforeEach
    void forget() throws Exception {
        post.purgeEmailFromAllMailboxes();
        monitor.database()
                .sql()
                .execute("delete from reminder; delete from mail; delete from notification_outbox;"
                        + " update app_user set mail_reminders = true, mail_notices = true");
    }

    @Test
    void each_reminder_arrives_once_in_the_receivers_language_with_a_way_to_stop_it() throws Exception {
        assertThat(remind("2024-01-17")).isEqualTo(3);
        assertThat(remind("2024-01-17")).isZero();
        assertThat(remind("2024-01-18")).isZero();
        assertThat(send()).isEqualTo(3);
        assertThat(send()).isZero();

        Map<String, MimeMessage> mails = received();
        assertThat(get(mails, "ana").getSubject()).isEqualTo("CL-MMA: un informe vence pronto");
        assertThat(get(mails, "ben").getSubject()).isEqualTo("CL-MMA: a report is due soon");
        assertThat(get(mails, "eva").getSubject()).isEqualTo("CL-MMA: eine Meldung wird bald fällig");
        MimeMessage english = get(mails, "ben");
        assertThat(english.getHeader("List-Unsubscribe")[0])
                .startsWith("<https://monitor.example/api/v1/mail/unsubscribe?token=");
        assertThat(english.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(english.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(english.getHeader("Content-Language")).containsExactly("en");
        assertThat(english.getHeader("Message-ID")[0]).startsWith("<mail.").endsWith("@example.org>");
        String body = GreenMailUtil.getWholeMessage(english).replace("=\r\n", "");
        assertThat(body)
                .contains("2023: one value is missing; on time until January 31, 2024 (in 14 days)")
                .contains("ben & Co", "ben &amp; Co", "https://monitor.example/report")
                .contains("mandatory reports that are late");
    }

    @Test
    void one_click_stops_reminders_and_keeps_what_is_legally_due() throws Exception {
        remind("2024-01-17");
        send();
        String link = get(received(), "ben").getHeader("List-Unsubscribe")[0].replaceAll("^<https://[^/]+|>$", "");
        assertThat(monitor.anyone()
                        .get("/unsubscribe" + link.substring(link.indexOf('?')))
                        .statusCode())
                .isEqualTo(200);
        assertThat(wanting()).isEqualTo(3);
        assertThat(monitor.anyone()
                        .call(
                                "POST",
                                link,
                                BodyPublishers.ofString("List-Unsubscribe=One-Click"),
                                "Content-Type",
                                "application/x-www-form-urlencoded")
                        .statusCode())
                .isEqualTo(204);
        assertThat(wanting()).isEqualTo(2);
        String forged = link.replaceAll("token=\\d+", "token=1");
        assertThat(monitor.anyone()
                        .call("POST", forged, BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(404);
        post.purgeEmailFromAllMailboxes();

        assertThat(remind("2024-01-28")).isEqualTo(2);
        assertThat(remind("2024-02-01")).isEqualTo(3);
        assertThat(remind("2024-02-21")).isEqualTo(3);
        assertThat(remind("2024-02-29")).isZero();
        assertThat(send()).isEqualTo(8);
        List<MimeMessage> toBen = all().filter(mail -> to(mail).equals("ben")).toList();
        assertThat(toBen).hasSize(2).allSatisfy(mail -> {
            assertThat(mail.getHeader("List-Unsubscribe")).isNull();
            assertThat(GreenMailUtil.getWholeMessage(mail).replace("=\r\n", ""))
                    .contains("it comes even if you have unsubscribed");
        });
        assertThat(toBen.get(0).getSubject()).isEqualTo("CL-MMA: a report is late");
        assertThat(toBen.get(1).getSubject()).isEqualTo("CL-MMA: a period closes soon");
    }

    @Test
    void what_the_server_does_not_take_is_kept_and_tried_again() throws Exception {
        remind("2024-01-17");
        post.stop();
        assertThat(send()).isZero();
        Mail refused =
                monitor.part(Mails.class).page(Mail.State.RETRYING, 0, 10).getFirst();
        assertThat(refused.lastError()).isNotBlank();
        assertThat(refused.attempts()).isEqualTo(1);
        post.start();

        assertThat(send()).isEqualTo(2);
        assertThat(monitor.part(PostOffice.class).send(Instant.now().plusSeconds(90)))
                .isEqualTo(1);
        assertThat(received()).containsOnlyKeys("ana", "ben", "eva");
        assertThat(monitor.part(Mails.class).page(Mail.State.SENT, 0, 10)).hasSize(3);
    }

    @Test
    void a_notice_is_sent_on_to_whoever_wants_it() throws Exception {
        monitor.database().sql().execute("update app_user set mail_notices = false where username = 'eva'");
        long submission = monitor.database()
                .sql()
                .fetchSingle("insert into submission (institution_id, sent_by, file_name, file_size, sha256, state,"
                        + " received_at) select i.id, u.id, 'a.csv', 1, repeat('0', 64), 'returned', now()"
                        + " from institution i, app_user u where u.username = 'ana' returning id")
                .get(0, Long.class);
        List<Integer> everybody = monitor.database()
                .sql()
                .fetch("select id from app_user where email is not null")
                .map(row -> row.get(0, Integer.class));
        monitor.part(Notices.class)
                .tell(
                        everybody,
                        Notice.Kind.RETURNED,
                        submission,
                        List.of("CL-MMA", "a.csv", "1", "Coordinación", "<b>Falta</b>"),
                        Instant.now());
        monitor.part(NoticeMails.class).write();
        monitor.part(NoticeMails.class).write();

        assertThat(send()).isEqualTo(2);
        Map<String, MimeMessage> mails = received();
        assertThat(mails).containsOnlyKeys("ana", "ben");
        assertThat(get(mails, "ana").getSubject()).isEqualTo("CL-MMA: un envío fue devuelto");
        assertThat(GreenMailUtil.getWholeMessage(get(mails, "ben")).replace("=\r\n", ""))
                .contains("&lt;b&gt;Falta&lt;/b&gt;", "https://monitor.example/report/" + submission);
        monitor.database().sql().execute("delete from notification; delete from submission");
    }

    @Test
    void whose_report_waits_for_a_decision_is_not_reminded() {
        long submission = monitor.database()
                .sql()
                .fetchSingle("insert into submission (institution_id, sent_by, file_name, file_size, sha256, state,"
                        + " received_at) select i.id, u.id, 'b.csv', 1, repeat('1', 64), 'submitted', now()"
                        + " from institution i, app_user u where u.username = 'ana' returning id")
                .get(0, Long.class);
        monitor.database()
                .sql()
                .execute(
                        "insert into submission_period select ?, id, date '2023-01-01', 12 from institution",
                        submission);
        monitor.database().sql().execute("insert into submission_indicator select ?, id from indicator", submission);

        assertThat(remind("2024-02-01")).isZero();
        monitor.database()
                .sql()
                .execute("delete from submission_period; delete from submission_indicator; delete from submission");
    }

    private static int remind(String day) {
        return monitor.part(Reminding.class).remind(LocalDate.parse(day));
    }

    private static int send() {
        return monitor.part(PostOffice.class).send();
    }

    private static int wanting() {
        return monitor.database()
                .sql()
                .fetchSingle("select count(*) from app_user where email is not null and mail_reminders")
                .get(0, Integer.class);
    }

    private static Stream<MimeMessage> all() {
        return Stream.of(post.getReceivedMessages());
    }

    private static Map<String, MimeMessage> received() {
        return all().collect(toMap(MailTest::to, mail -> mail));
    }

    private static MimeMessage get(Map<String, MimeMessage> mails, String to) {
        return Objects.requireNonNull(mails.get(to), to);
    }

    private static String to(MimeMessage mail) {
        try {
            return mail.getRecipients(Message.RecipientType.TO)[0].toString().replaceAll("@.*", "");
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
