package org.scpmonitor.batch.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.scpmonitor.batch.world.Monitor;
import org.scpmonitor.world.TestDatabase;

/**
 * A process of its own that tells a story, and what it does at a moment of it. Arguments: URL of the database, story,
 * end, what, nth.
 */
final class Life {

    /** What happens at the moment. */
    enum End {
        /** Nothing: the story is told to its end. */
        NATURAL,
        /** The process is gone at once, without a word to anybody. */
        HALT,
        /** The process says so and waits for a line; whoever started it kills it, or lets it go on. */
        PAUSE,
        /** The process is gone while its database is still busy with a long statement of the same transaction. */
        ORPHAN
    }

    static final String REACHED = "moment reached";
    static final String TOLD = "story told";

    static final int HALTED = 137;

    private Life() {}

    public static void main(String[] arguments) {
        Story story = Story.valueOf(arguments[1]);
        End end = End.valueOf(arguments[2]);
        var moment = new Moment(arguments[3], Integer.parseInt(arguments[4]));
        var pattern = moment.pattern();
        var count = new AtomicInteger();
        WatchedDataSource.Watcher watcher = (what, connection) -> {
            if (end != End.NATURAL && pattern.matcher(what).find() && count.incrementAndGet() == moment.nth()) {
                end(end, connection);
            }
        };
        try (var database = TestDatabase.at(arguments[0], pool -> WatchedDataSource.watch(pool, watcher));
                var monitor = Monitor.working(database)) {
            story.tell(monitor);
            System.out.println(TOLD);
        }
    }

    private static void end(End end, Connection connection) throws SQLException {
        switch (end) {
            case NATURAL -> {}
            case HALT -> Runtime.getRuntime().halt(HALTED);
            case PAUSE -> {
                System.out.println(REACHED);
                await();
            }
            case ORPHAN -> {
                Thread.ofPlatform().start(() -> {
                    Story.pause();
                    Story.pause();
                    Runtime.getRuntime().halt(HALTED);
                });
                try (Statement statement = connection.createStatement()) {
                    statement.execute("select pg_sleep(15)");
                }
            }
        }
    }

    private static void await() {
        try {
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
