package org.scpmonitor.batch.world;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.actual.Refresh;
import org.scpmonitor.batch.intake.Intake;
import org.scpmonitor.batch.schedule.Runner;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.submission.Finding;
import org.scpmonitor.submission.Receipt;
import org.scpmonitor.submission.SubmissionState.Action;
import org.scpmonitor.submission.Submissions;
import org.scpmonitor.submission.Transition;
import org.scpmonitor.submission.Upload;
import org.scpmonitor.world.TestDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.MapPropertySource;
import org.springframework.transaction.PlatformTransactionManager;

/** The jobs and all that they use, on a database. */
public final class Monitor implements AutoCloseable {

    @Configuration(proxyBeanMethods = false)
    @ComponentScan(
            basePackages = "org.scpmonitor",
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.world\\..*"))
    static class Parts {}

    private final AnnotationConfigApplicationContext context;
    private final DSLContext sql;

    /** One whose role is {@code web}: work is done when the test asks for it, in the test's thread. */
    public Monitor(TestDatabase database) {
        this(database, "web");
    }

    private Monitor(TestDatabase database, String role) {
        sql = database.sql();
        context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("scp.role", role, "scp.sweep", "PT1S")));
        context.registerBean("transactionManager", PlatformTransactionManager.class, database::transactions);
        context.registerBean("dataSource", DataSource.class, database::dataSource);
        context.registerBean(DSLContext.class, () -> sql);
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.register(Parts.class);
        context.refresh();
    }

    /** One that works by itself, from its start on. */
    public static Monitor working(TestDatabase database) {
        var monitor = new Monitor(database, "all");
        monitor.context.publishEvent(
                new ApplicationReadyEvent(new SpringApplication(), new String[0], monitor.context, Duration.ZERO));
        return monitor;
    }

    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** Receives a CSV from an institution's own reporter and checks it. */
    public long sent(String institution, String fileName, String text) {
        Receipt receipt = received(new Upload(institution, "reporter." + institution, fileName), text);
        work(receipt.submission());
        return receipt.submission();
    }

    public Receipt received(Upload upload, String text) {
        return part(Intake.class).receive(upload, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Does what is due for a submission. */
    public void work(long submission) {
        part(Runner.class).work(submission);
    }

    public Transition act(long submission, Action action, String account) {
        return part(Submissions.class).act(submission, action, account, "");
    }

    /** Submits and approves it, and does what follows. */
    public void approved(long submission) {
        String sender = sql.fetchSingle(
                        "select u.username from submission s join app_user u on u.id = s.sent_by where s.id = ?",
                        submission)
                .get(0, String.class);
        act(submission, Action.SUBMIT, sender);
        act(submission, Action.APPROVE, "manager");
        work(submission);
    }

    /** Computes every figure and judges all progress anew, as after a change of the catalogue. */
    public void rebuild() {
        sql.transaction(tx -> part(Refresh.class).request("test", null));
        work(0);
    }

    public String state(long submission) {
        return part(Submissions.class).state(submission).code();
    }

    /** The findings of a submission, a line each: {@code ERROR NOT_A_NUMBER C2 «abc»}. */
    public List<String> findings(long submission) {
        return sql.fetch(
                        "select severity, code, coalesce(column_number, 0), coalesce(row_number, 0), read from finding"
                                + " where submission_id = ? order by row_number nulls first, column_number, code",
                        submission)
                .map(row -> row.get(0) + " " + row.get(1) + " "
                        + Finding.cell(zeroAsNull(row.get(3, Integer.class)), zeroAsNull(row.get(2, Integer.class)))
                        + " «" + row.get(4) + "»");
    }

    private static @Nullable Integer zeroAsNull(int number) {
        return number == 0 ? null : number;
    }

    /**
     * The programme's current figures of an indicator, oldest first: {@code 2023 | 12.5 | 2/3}, where a partial one ends
     * with {@code partial}.
     */
    public List<String> figures(String indicator) {
        return sql.fetch("""
                        select a.period_start, a.period_months, trim_scale(a.value)::text, a.reported, a.expected,
                               a.partial, d.key
                        from actual a
                        join indicator i on i.id = a.indicator_id
                        join disaggregation d on d.id = a.disaggregation_id
                        where i.code = ? and a.known_until = 'infinity' and a.programme_id is not null
                        order by a.period_months, a.period_start, d.key
                        """, indicator)
                .map(row -> ReportingPeriod.of(row.get(0, LocalDate.class), row.get(1, Integer.class))
                        + (row.get(6, String.class).isEmpty() ? "" : " " + row.get(6)) + " | " + row.get(2) + " | "
                        + row.get(3) + "/" + row.get(4) + (row.get(5, Boolean.class) ? " partial" : ""));
    }

    /** How the programme's progress in an indicator is judged now: {@code 2025 linear | 82 of 60 | expected 80 | ON_TRACK}. */
    public List<String> assessments(String indicator) {
        return sql.fetch("""
                        select s.period_start, s.period_months, s.method, trim_scale(a.value)::text,
                               trim_scale(t.value)::text, trim_scale(s.expected)::text, s.status, s.reason
                        from assessment s
                        join programme_indicator p on p.id = s.programme_indicator_id
                        join indicator i on i.id = p.indicator_id
                        left join actual a on a.id = s.actual_id
                        left join target t on t.id = s.target_id
                        where i.code = ? and s.known_until = 'infinity'
                        order by s.period_start, s.method
                        """, indicator)
                .map(row -> ReportingPeriod.of(row.get(0, LocalDate.class), row.get(1, Integer.class)) + " "
                        + row.get(2) + " | " + row.get(3) + " of " + row.get(4) + " | expected " + row.get(5) + " | "
                        + row.get(6) + (row.get(7) == null ? "" : " " + row.get(7)));
    }

    /**
     * Everything that is stored, without the numbers of rows, runs and submissions and without moments: for comparing
     * two ways to the same state.
     */
    public String everything() {
        return String.join("\n", known()) + "\n" + String.join("\n", Everything.submissions(sql));
    }

    /** The work that is not done: what waits for a job, and every job that has no completed execution or a running one. */
    public List<String> unsettled() {
        List<String> undone = new ArrayList<>();
        part(Submissions.class).waiting().forEach(each -> undone.add("submission " + each + " " + state(each)));
        undone.addAll(Everything.openJobs(sql));
        return undone;
    }

    public boolean isSettled() {
        return unsettled().isEmpty();
    }

    /** What should not outlive the work: staged values and progress, a line each. */
    public List<String> leftovers() {
        return Everything.leftovers(sql);
    }

    /** Every observation, actual and assessment as known at a moment, a line each. */
    public List<String> knownAt(Instant moment) {
        return Everything.knownAt(sql, moment);
    }

    /** Every observation, actual and assessment, past and current. */
    public List<String> known() {
        return Everything.known(sql);
    }

    @Override
    public void close() {
        context.close();
    }
}
