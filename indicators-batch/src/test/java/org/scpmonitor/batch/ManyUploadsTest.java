package org.scpmonitor.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.scpmonitor.batch.schedule.Workflow;
import org.scpmonitor.batch.world.Monitor;
import org.scpmonitor.submission.SubmissionState.Action;
import org.scpmonitor.submission.Upload;
import org.scpmonitor.submission.WorkProgress;
import org.scpmonitor.submission.WorkProgress.Phase;
import org.scpmonitor.submission.WorkProgress.Step;
import org.scpmonitor.world.TestDatabase;
import org.scpmonitor.world.World;

/** Uploads that wait for one another, are watched, and are cancelled. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
class ManyUploadsTest {

    private static final int ROWS = 200_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static TestDatabase database;
    private static Monitor monitor;

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        World.in(database).institution("CL-A").indicator("CO2", "t", 12, "sum", "sum");
        monitor = Monitor.working(database);
    }

    @AfterAll
    static void close() {
        monitor.close();
        database.close();
    }

    @Test
    void smallFilesAreReadyBeforeHugeOnesThatCameFirst() throws Exception {
        List<Long> huge = List.of(sent("huge", ROWS, 1), sent("huge too", ROWS, 2));
        List<Long> small = new ArrayList<>();
        for (int i = 0; i < 18; i++) {
            small.add(sent("small " + i, 20, 3 + i));
        }
        until(() -> huge.stream().allMatch(each -> monitor.state(each).equals("validated")));
        List<Long> ready = database.sql()
                .fetch("select submission_id from submission_event where state = 'validated' order by id")
                .map(row -> row.get(0, Long.class));
        ready.removeIf(each -> !huge.contains(each) && !small.contains(each));
        assertThat(ready).hasSize(20);
        assertThat(ready.subList(0, 18)).containsExactlyInAnyOrderElementsOf(small);
    }

    @Test
    void readingIsToldByRowsAndEndsWhenItIsCancelled() throws Exception {
        long id = sent("huge to cancel", 2 * ROWS, 31);
        WorkProgress progress = monitor.part(WorkProgress.class);
        List<Step> seen = new ArrayList<>();
        until(() -> {
            progress.find(id)
                    .filter(step -> step.phase() == Phase.READING && step.done() > 0)
                    .ifPresent(seen::add);
            return !seen.isEmpty();
        });
        assertThat(seen.getFirst().total()).isBetween(seen.getFirst().done(), 4L * ROWS);
        cancel(id);
        until(() -> leftovers(id).isEmpty());
        assertThat(monitor.state(id)).isEqualTo("cancelled");
    }

    @Test
    void checkingEndsInTheMidstOfAStatementWhenItIsCancelled() throws Exception {
        try (Connection other = database.dataSource().getConnection()) {
            other.setAutoCommit(false);
            lock(other);
            long id = sent("small to cancel", 20, 32);
            until(() -> monitor.part(WorkProgress.class)
                    .find(id)
                    .filter(step -> step.phase() == Phase.CHECKING)
                    .isPresent());
            cancel(id);
            // What the check waits for is still locked: only an interruption ends it.
            until(() -> leftovers(id).isEmpty());
            assertThat(monitor.state(id)).isEqualTo("cancelled");
            other.rollback();
        }
        assertThat(database.sql().fetchValue("select count(*) from batch_job_execution where status = 'FAILED'"))
                .isEqualTo(0L);
    }

    private static void lock(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("lock table disaggregation_part in access exclusive mode");
        }
    }

    private static List<String> leftovers(long id) {
        return monitor.leftovers().stream()
                .filter(each -> each.endsWith("_" + id) || each.endsWith(" " + id))
                .toList();
    }

    private static void cancel(long id) {
        monitor.part(Workflow.class).act(id, Action.CANCEL, "reporter.CL-A", "");
    }

    private static long sent(String name, int rows, int value) {
        String row = "CL-A,CO2,2020," + value + ".5,t\n";
        String text = "institution,indicator,period,value,unit\n" + row.repeat(rows);
        return monitor.received(new Upload("CL-A", "reporter.CL-A", name), text).submission();
    }

    private static void until(BooleanSupplier done) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still not so").isLessThan(end);
            Thread.sleep(20);
        }
    }
}
