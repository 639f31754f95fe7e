package org.scpmonitor.batch.bench;

import static org.scpmonitor.batch.bench.BenchServer.INDICATORS;
import static org.scpmonitor.batch.bench.BenchServer.INSTITUTIONS;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.scpmonitor.batch.intake.Intake;
import org.scpmonitor.batch.world.Monitor;
import org.scpmonitor.mapping.CodeList;
import org.scpmonitor.mapping.Mapping;
import org.scpmonitor.mapping.Mapping.MappedColumn;
import org.scpmonitor.mapping.Mappings;
import org.scpmonitor.mapping.Mappings.Owner;
import org.scpmonitor.mapping.Meaning;
import org.scpmonitor.mapping.PeriodFormat;
import org.scpmonitor.submission.Upload;
import org.scpmonitor.world.TestDatabase;

/**
 * Files from received to ready, and accepted; beside a COPY of the same observations into the same indexed table, and of
 * a workbook beside a library that reads it and does nothing else.
 */
final class IntakeBench {

    private static final int MONTHS = 100;
    /** Of a workbook of 200,000 rows. */
    private static final int MONTHS_OF_WORKBOOK = 20;
    /** Of two million rows. */
    private static final int MONTHS_OF_HEAP = 200;

    private static final int ROUNDS = 3;
    private static final Set<String> FIGURES = Set.of("refreshActuals", "assessProgress");

    private final BenchServer server;

    private IntakeBench(BenchServer server) {
        this.server = server;
    }

    /** Seconds from the first byte received. */
    private record Took(double ready, double accepted) {}

    static void run(BenchServer server) {
        var bench = new IntakeBench(server);
        bench.csv();
        bench.mapped();
        bench.workbook();
        bench.heap();
    }

    private void csv() {
        Path file = csv(server.home().resolve("rows.csv"), MONTHS);
        Path warmUp = csv(server.home().resolve("few-rows.csv"), 2);
        List<Double> ready = new ArrayList<>();
        List<Double> accepted = new ArrayList<>();
        List<Double> copied = new ArrayList<>();
        rounds(file, warmUp, null, MONTHS, ready, accepted, copied);
        Bench.figure("intake", Bench.median(accepted), "rows/s", Bench.median(copied));
        Bench.figure("intake.csv.ready", Bench.median(ready), "rows/s", Bench.median(copied));
    }

    /** As many values, in a table with a column for each indicator. */
    private void mapped() {
        Path file = wide(server.home().resolve("wide-rows.csv"), MONTHS);
        Path warmUp = wide(server.home().resolve("few-wide-rows.csv"), 2);
        List<Double> ready = new ArrayList<>();
        List<Double> accepted = new ArrayList<>();
        List<Double> copied = new ArrayList<>();
        rounds(file, warmUp, wide(), MONTHS, ready, accepted, copied);
        Bench.figure("intake.mapped.ready", Bench.median(ready), "values/s", Bench.median(copied));
    }

    private static Mapping wide() {
        List<MappedColumn> columns = new ArrayList<>();
        columns.add(new MappedColumn("Entidad", 1, new Meaning.Institution(CodeList.SAME)));
        columns.add(new MappedColumn("Mes", 2, new Meaning.Period(PeriodFormat.of(PeriodFormat.Style.YEAR_MONTH))));
        for (int k = 0; k < INDICATORS; k++) {
            String indicator = BenchServer.indicator(k);
            columns.add(
                    new MappedColumn("Valor " + indicator, 3 + k, new Meaning.Value(indicator, "", "", "t", false)));
        }
        return new Mapping(
                new Mapping.Sheet("", 1),
                new Mapping.HeaderRows(1, 1),
                new Mapping.DataRows(2, null),
                Mapping.Footers.NONE,
                columns,
                null,
                Mapping.Constants.NONE,
                Map.of(),
                "point",
                Mapping.Duplicates.REFUSE);
    }

    private void workbook() {
        Path file = xlsx(server.home().resolve("rows.xlsx"), MONTHS_OF_WORKBOOK);
        Path warmUp = xlsx(server.home().resolve("few-rows.xlsx"), 2);
        List<Double> ready = new ArrayList<>();
        List<Double> accepted = new ArrayList<>();
        List<Double> copied = new ArrayList<>();
        rounds(file, warmUp, null, MONTHS_OF_WORKBOOK, ready, accepted, copied);
        Bench.figure("intake.xlsx.ready", Bench.median(ready), "rows/s", Bench.median(copied));
        List<Double> bare = new ArrayList<>();
        bareRead(warmUp);
        for (int round = 0; round < ROUNDS; round++) {
            bare.add(rows(MONTHS_OF_WORKBOOK) / bareRead(file));
        }
        Bench.figure("intake.xlsx.reader", Bench.median(ready), "rows/s", Bench.median(bare));
    }

    private void heap() {
        Path file = csv(server.home().resolve("many-rows.csv"), MONTHS_OF_HEAP);
        try (TestDatabase database = server.create()) {
            Bench.figure("intake.heap", SmallHeap.peak(database, file), "MB", SmallHeap.MOST_MB);
        }
    }

    private void rounds(
            Path file,
            Path warmUp,
            @Nullable Mapping mapping,
            int months,
            List<Double> ready,
            List<Double> accepted,
            List<Double> copied) {
        Path rows = server.home().resolve("rows.copy");
        try (TestDatabase database = server.create();
                var monitor = new Monitor(database)) {
            intake(monitor, warmUp, mapping);
        }
        for (int round = 0; round < ROUNDS; round++) {
            try (TestDatabase database = server.create();
                    var monitor = new Monitor(database)) {
                Took took = intake(monitor, file, mapping);
                ready.add(rows(months) / took.ready);
                accepted.add(rows(months) / took.accepted);
                copyOut(database, rows);
            }
            try (TestDatabase database = server.create()) {
                copied.add(rows(months) / copyIn(database, rows));
            }
        }
    }

    private static double rows(int months) {
        return (double) INSTITUTIONS * INDICATORS * months;
    }

    /** What stands in one row. */
    @FunctionalInterface
    private interface Rows {
        void row(String institution, String indicator, String period, String value) throws IOException;
    }

    private static void rows(int months, Rows rows) throws IOException {
        for (int i = 0; i < INSTITUTIONS; i++) {
            for (int month = 0; month < months; month++) {
                String period = YearMonth.of(2009, 1).plusMonths(month).toString();
                for (int k = 0; k < INDICATORS; k++) {
                    rows.row(
                            BenchServer.institution(i),
                            BenchServer.indicator(k),
                            period,
                            (i * 977 + month * 131 + k * 17) + "." + (i + k) % 10 + (month % 9 + 1));
                }
            }
        }
    }

    private static Path csv(Path file, int months) {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("institution,indicator,period,value,unit\n");
            rows(
                    months,
                    (institution, indicator, period, value) ->
                            out.write(institution + "," + indicator + "," + period + "," + value + ",t\n"));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path wide(Path file, int months) {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("Entidad;Mes");
            for (int k = 0; k < INDICATORS; k++) {
                out.write(";Valor " + BenchServer.indicator(k));
            }
            String first = BenchServer.indicator(0);
            rows(
                    months,
                    (institution, indicator, period, value) -> out.write(
                            indicator.equals(first)
                                    ? "\n" + institution + ";" + period.replace('-', '/') + ";" + value
                                    : ";" + value));
            out.write("\n");
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path xlsx(Path file, int months) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                Workbook book = new Workbook(out, "bench", "1.0")) {
            Worksheet sheet = book.newWorksheet("Datos");
            String[] header = {"institution", "indicator", "period", "value", "unit"};
            for (int i = 0; i < header.length; i++) {
                sheet.value(0, i, header[i]);
            }
            int[] row = {0};
            rows(months, (institution, indicator, period, value) -> {
                row[0]++;
                sheet.value(row[0], 0, institution);
                sheet.value(row[0], 1, indicator);
                sheet.value(row[0], 2, period);
                sheet.value(row[0], 3, new BigDecimal(value));
                sheet.value(row[0], 4, "t");
            });
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Seconds that the library takes to look at every cell of a workbook. */
    private static double bareRead(Path file) {
        long start = System.nanoTime();
        long cells = 0;
        try (var book = new ReadableWorkbook(file.toFile());
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            cells = rows.mapToLong(row -> row.stream()
                            .filter(cell -> cell != null && cell.getRawValue() != null)
                            .count())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        double seconds = seconds(start);
        System.out.printf("%d cells read bare in %.2f s%n", cells, seconds);
        return seconds;
    }

    /** Figures are refreshed after acceptance and are not counted. */
    private static Took intake(Monitor monitor, Path file, @Nullable Mapping mapping) {
        var plain = new Upload(
                BenchServer.institution(0), "coordinator.CL", file.getFileName().toString());
        Upload upload = mapping == null
                ? plain
                : plain.mappedBy(monitor.part(Mappings.class)
                        .save(Owner.institution(BenchServer.institution(0)), "wide", mapping, "coordinator.CL")
                        .id());
        long start = System.nanoTime();
        long submission = monitor.part(Intake.class).receive(upload, file).submission();
        double received = seconds(start);
        monitor.work(submission);
        double ready = seconds(start);
        monitor.approved(submission);
        double all = seconds(start);
        String steps = timers(monitor)
                .map(timer -> "%s %.2f s".formatted(timer.getId().getTag("step"), of(timer)))
                .collect(Collectors.joining(", "));
        System.out.printf("received in %.2f s, ready in %.2f s, then %s%n", received, ready, steps);
        double figures = timers(monitor)
                .filter(timer -> FIGURES.contains(String.valueOf(timer.getId().getTag("job"))))
                .mapToDouble(IntakeBench::of)
                .sum();
        return new Took(ready, all - figures);
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
