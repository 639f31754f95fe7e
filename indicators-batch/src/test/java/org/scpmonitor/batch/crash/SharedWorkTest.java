package org.scpmonitor.batch.crash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scpmonitor.batch.world.Monitor;
import org.scpmonitor.world.TestDatabase;

/** Two processes and one submission: one works, whatever becomes of the other and of its backend. */
class SharedWorkTest {

    private static final Story STORY = Story.FEW;

    private TestDatabase database;

    @BeforeEach
    void start() {
        database = TestDatabase.create();
        STORY.prepare(database);
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void what_was_acknowledged_is_checked_by_the_next_process() {
        try (var process = start(Life.End.PAUSE, Moment.first("after commit of .*insert into submission_file"))) {
            process.says(Life.REACHED);
            process.kill();
        }
        assertThat(count("submission where state = 'received'")).isEqualTo(1);
        try (var monitor = Monitor.working(database)) {
            Story.settle(monitor);
            assertThat(monitor.state(1)).isEqualTo("validated");
        }
    }

    @Test
    void dying_time_and_again_is_not_failing() {
        for (int i = 0; i < 3; i++) {
            try (var process = start(Life.End.HALT, Moment.first("after insert into observation"))) {
                assertThat(process.end()).as(process.toString()).isEqualTo(Life.HALTED);
            }
        }
        assertThat(count("batch_job_execution where status <> 'COMPLETED'")).isEqualTo(3);
        try (var monitor = Monitor.working(database)) {
            STORY.tell(monitor);
            assertThat(monitor.figures("WAS")).contains("2025 | 80.5 | 1/2 partial");
        }
    }

    @Test
    void a_second_process_leaves_the_work_to_the_first() {
        try (var process = start(Life.End.PAUSE, Moment.first("after insert into staging.value_"))) {
            process.says(Life.REACHED);
            try (var monitor = Monitor.working(database)) {
                monitor.work(1);
                assertThat(monitor.state(1)).isEqualTo("received");
                assertThat(count("batch_job_execution")).isEqualTo(1);
                process.goOn();
                process.says(Life.TOLD);
                Story.settle(monitor);
                assertThat(count("batch_job_execution")).isEqualTo(count("batch_job_instance"));
            }
        }
    }

    @Test
    void a_successor_waits_for_the_backend_that_a_dead_process_left_at_work() {
        try (var process = start(Life.End.ORPHAN, Moment.first("after insert into staging.value_"))) {
            assertThat(process.end()).as(process.toString()).isEqualTo(Life.HALTED);
        }
        assertThat(orphans()).isEqualTo(1);
        try (var monitor = Monitor.working(database)) {
            while (count("pg_locks where locktype = 'advisory' and not granted") == 0) {
                assertThat(orphans()).isEqualTo(1);
                Story.pause();
            }
            Story.settle(monitor);
            assertThat(orphans()).isZero();
            assertThat(monitor.state(1)).isEqualTo("validated");
            STORY.tell(monitor);
            assertThat(monitor.leftovers()).isEmpty();
        }
    }

    private OtherProcess start(Life.End end, Moment moment) {
        return OtherProcess.start(database.jdbcUrl(), STORY, end, moment);
    }

    private int orphans() {
        return count("pg_stat_activity where state = 'active' and query like 'select pg_sleep%'");
    }

    private int count(String from) {
        return database.sql().fetchSingle("select count(*) from " + from).get(0, Integer.class);
    }
}
