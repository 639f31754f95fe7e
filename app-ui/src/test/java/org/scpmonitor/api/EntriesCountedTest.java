package org.scpmonitor.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scpmonitor.running.RunningMonitor;
import org.scpmonitor.world.World;

/** What is published in the register counts at once, not only when the jobs look for what was left behind. */
class EntriesCountedTest {
    private static final int BEFORE = Year.now(ZoneOffset.UTC).getValue() - 1;
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final String TRAINING = """
            {"content": {"title": {"es": "Taller"}, "type": "training", "begins": "%d-03-01", "country": "CL",
             "participants": [{"institution": "CL-A", "women": %d, "men": 2, "unstated": 0}]}, "reason": "lista"%s}""";

    private static RunningMonitor monitor;

    @BeforeAll
    static void start() throws IOException {
        monitor = RunningMonitor.start("scp.role=all", "scp.sweep=PT1H");
        World.in(monitor.database())
                .institution("CL-A")
                .indicator("TRAINED", "1", 12, "sum", "last")
                .formula("TRAINED", "tally(officials_trained)");
        monitor.createDemoAccounts();
    }

    @AfterAll
    static void stop() throws IOException {
        monitor.close();
    }

    @Test
    void a_published_entry_counts_at_once_and_a_withdrawn_one_no_more() throws InterruptedException {
        assertThat(call("PUT", TRAINING.formatted(BEFORE, 3, "")))
                .satisfies(answer -> assertThat(answer.statusCode())
                        .as(String.valueOf(answer.body()))
                        .isEqualTo(200));
        awaitFigures("5");
        assertThat(call("PUT", TRAINING.formatted(BEFORE, 4, ",\"replaces\":1")).statusCode())
                .isEqualTo(200);
        awaitFigures("6");
        assertThat(call("DELETE", "").statusCode()).isEqualTo(200);
        awaitFigures();
    }

    private static HttpResponse<?> call(String method, String body) {
        return monitor.as("coordinator.cl")
                .call(
                        method,
                        "/api/v1/register/event/TALLER",
                        BodyPublishers.ofString(body),
                        "Content-Type",
                        "application/json");
    }

    private static void awaitFigures(String... expected) throws InterruptedException {
        List<BigDecimal> all = Stream.of(expected).map(BigDecimal::new).toList();
        Instant end = Instant.now().plus(LONGEST);
        while (!figures().equals(all) && Instant.now().isBefore(end)) {
            Thread.sleep(100);
        }
        assertThat(figures()).isEqualTo(all);
    }

    private static List<BigDecimal> figures() {
        return monitor.database()
                .sql()
                .fetch(
                        "select trim_scale(value) as value from actual where programme_id is not null"
                                + " and known_until = 'infinity' and period_start = ?",
                        LocalDate.of(BEFORE, 1, 1))
                .getValues("value", BigDecimal.class);
    }
}
