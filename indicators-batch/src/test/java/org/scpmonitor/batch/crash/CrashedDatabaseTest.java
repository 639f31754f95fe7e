package org.scpmonitor.batch.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scpmonitor.batch.world.Monitor;
import org.scpmonitor.world.TestDatabase;

/** PostgreSQL dies at a moment of the work and starts again; the process lives on and ends in the same rows. */
class CrashedDatabaseTest {

    private static final Story STORY = Story.FEW;
    private static final String DATABASE = "crashed";

    @TempDir
    private static Path home;

    private static CrashingServer server;
    private static String undisturbed;

    @BeforeAll
    static void start() {
        server = new CrashingServer(home);
        try (var database = TestDatabase.at(server.create("undisturbed"), pool -> pool)) {
            STORY.prepare(database);
            assertThat(database.sql().fetchSingle("show fsync").get(0)).isEqualTo("on");
            try (var monitor = Monitor.working(database)) {
                STORY.tell(monitor);
                undisturbed = monitor.everything();
            }
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Moment> moments() {
        return Stream.of(
                // What was read is staged, and gone when it is to be checked.
                Moment.first("after commit of .*insert into submission_sheet"),
                // What was checked is staged, and gone when it is to be accepted.
                Moment.first("after commit of .*insert into staging.value_"),
                // The correction is about to be known.
                new Moment("before commit of .*insert into observation", 2),
                // It is known, and the process can't tell.
                new Moment("after commit of .*insert into observation", 2),
                // Figures are fresh, and the process can't tell.
                Moment.first("after commit of .*delete from touched"));
    }

    @ParameterizedTest
    @MethodSource("moments")
    void the_work_goes_on_and_ends_in_the_same_rows(Moment moment) {
        var pattern = moment.pattern();
        var count = new AtomicInteger();
        WatchedDataSource.Watcher crash = (what, connection) -> {
            if (pattern.matcher(what).find() && count.incrementAndGet() == moment.nth()) {
                server.crash();
                throw new SQLException("An I/O error occurred while sending to the backend.", "08006");
            }
        };
        String url = server.create(DATABASE);
        try (var database = TestDatabase.at(url, pool -> WatchedDataSource.watch(pool, crash))) {
            STORY.prepare(database);
            try (var monitor = Monitor.working(database)) {
                tellInSpiteOfTheCrash(monitor);
                assertThat(count.get()).isGreaterThanOrEqualTo(moment.nth());
                assertThat(monitor.everything()).isEqualTo(undisturbed);
                assertThat(monitor.leftovers()).isEmpty();
            }
        } finally {
            server.drop(DATABASE);
        }
    }

    /** People see an error, and go on when the database is there again. */
    private static void tellInSpiteOfTheCrash(Monitor monitor) {
        for (int attempt = 0; ; attempt++) {
            try {
                STORY.tell(monitor);
                return;
            } catch (RuntimeException e) {
                if (attempt == 3) {
                    throw e;
                }
                if (server.isDown()) {
                    server.restart();
                }
            }
        }
    }
}
