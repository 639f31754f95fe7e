package org.scpmonitor.batch.bench;

import static org.scpmonitor.batch.bench.BenchServer.INDICATORS;
import static org.scpmonitor.batch.bench.BenchServer.INSTITUTIONS;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.scpmonitor.batch.intake.Intake;
import org.scpmonitor.batch.world.Monitor;
import org.scpmonitor.submission.Upload;
import org.scpmonitor.world.TestDatabase;

/**
 * A million rows of CSV from received to ready for approval, and accepted; beside a COPY of the same observations into
 * the same indexed table.
 */
final class IntakeBench {

    private static final int MONTHS = 100;
    private static final int ROWS = INSTITUTIONS * INDICATORS * MONTHS;
    private static final int ROUNDS = 3;
    private static final Set<String> FIGURES = Set.of("refreshActuals", "assessProgress");

    private IntakeBench() {}

    static void run(BenchServer server) {
        Path file = file(server.home().resolve("rows.csv"), MONTHS);
        Path warmUp = file(server.home().resolve("few-rows.csv"), 2);
        Path rows = server.home().resolve("rows.copy");
        List<Double> intake = new ArrayList<>();
        List<Double> copy = new ArrayList<>();
        try (TestDatabase database = server.create();
                var monitor = new Monitor(database)) {
            intake(monitor, warmUp);
        }
        for (int round = 0; round < ROUNDS; round++) {
            try (TestDatabase database = server.create();
                    var monitor = new Monitor(database)) {
                intake.add(ROWS / intake(monitor, file));
                copyOut(database, rows);
            }
            try (TestDatabase database = server.create()) {
                copy.add(ROWS / copyIn(database, rows));
            }
        }
        Bench.figure("intake", Bench.median(intake), "rows/s", Bench.median(copy));
    }

    private static Path file(Path file, int months) {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("institution,indicator,period,value,unit\n");
            for (int i = 0; i < INSTITUTIONS; i++) {
                for (int month = 0; month < months; month++) {
                    String period = YearMonth.of(2016, 1).plusMonths(month).toString();
                    for (int k = 0; k < INDICATORS; k++) {
                        out.write(BenchServer.institution(i) + "," + BenchServer.indicator(k) + "," + period + ","
                                + (i * 977 + month * 131 + k * 17) + "." + (i + k) % 10 + (month % 9 + 1) + ",t\n");
                    }
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Seconds from the first byte received to the last observation committed; figures are refreshed after it. */
    private static double intake(Monitor monitor, Path file) {
        var upload = new Upload(
                BenchServer.institution(0), "coordinator.CL", file.getFileName().toString());
        long start = System.nanoTime();
        long submission = monitor.part(Intake.class).receive(upload, file).submission();
        double received = seconds(start);
        monitor.work(submission);
        monitor.approved(submission);
        double all = seconds(start);
        String steps = timers(monitor)
                .map(timer -> "%s %.2f s".formatted(timer.getId().getTag("step"), of(timer)))
                .collect(Collectors.joining(", "));
        System.out.printf("received in %.2f s, then %s%n", received, steps);
        return all
                - timers(monitor)
                        .filter(timer ->
                                FIGURES.contains(String.valueOf(timer.getId().getTag("job"))))
                        .mapToDouble(IntakeBench::of)
                        .sum();
    }

    private static Stream<Timer> timers(Monitor monitor) {
        return monitor.part(MeterRegistry.class).find("scp.job.step").timers().stream();
    }

    private static double of(Timer timer) {
        return timer.totalTime(TimeUnit.SECONDS);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static void copyOut(TestDatabase database, Path rows) {
        try (Connection connection = database.dataSource().getConnection();
                OutputStream out = Files.newOutputStream(rows)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (select * from observation order by row_number) to stdout", out);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double copyIn(TestDatabase database, Path rows) {
        try (Connection connection = database.dataSource().getConnection();
                InputStream in = Files.newInputStream(rows)) {
            long start = System.nanoTime();
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy observation from stdin", in, 1 << 16);
            double seconds = seconds(start);
            System.out.printf("copied in %.2f s%n", seconds);
            return seconds;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
