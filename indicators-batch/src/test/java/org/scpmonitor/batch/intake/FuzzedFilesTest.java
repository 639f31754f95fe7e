package org.scpmonitor.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.scpmonitor.batch.world.Monitor;
import org.scpmonitor.submission.Finding;
import org.scpmonitor.submission.FindingTexts;
import org.scpmonitor.submission.Receipt;
import org.scpmonitor.submission.Upload;
import org.scpmonitor.world.TestDatabase;
import org.scpmonitor.world.World;

/**
 * Good files changed by chance are read or refused with a reason, soon, whatever was done to them; of a sample sent
 * through the whole intake nothing is stored by halves. Takes {@code scp.fuzz} (half a minute unless told) and prints the seed
 * with which {@code scp.fuzz.seed} repeats it.
 */
class FuzzedFilesTest {

    private static final Duration TIME = Duration.parse(System.getProperty("scp.fuzz", "PT30S"));
    private static final long SEED = Long.getLong("scp.fuzz.seed", System.nanoTime());
    private static final int SECONDS_FOR_ONE = 20;
    /** One in so many goes through the database too. */
    private static final int SAMPLE = 100;

    private static final List<Locale> LANGUAGES = List.of(Locale.of("es"), Locale.ENGLISH, Locale.GERMAN);

    @Test
    void nothingCrashesHangsOrIsStoredByHalves() throws Exception {
        System.out.println("fuzz seed " + SEED);
        List<byte[]> good = GoodFiles.all();
        var random = new Random(SEED);
        var mutation = new Mutation(random);
        long files = 0;
        long sent = 0;
        long end = System.nanoTime() + TIME.toNanos();
        try (TestDatabase database = TestDatabase.create();
                ExecutorService reader = Executors.newSingleThreadExecutor()) {
            World.in(database).institution("CL-A").indicator("CO2", "t", 12, "sum", "sum");
            try (var monitor = new Monitor(database)) {
                while (System.nanoTime() < end) {
                    byte[] file = mutation.of(good.get(random.nextInt(good.size())));
                    try {
                        check(reader.submit(() -> Reading.of(file, null)).get(SECONDS_FOR_ONE, TimeUnit.SECONDS));
                        if (files % SAMPLE == 0) {
                            sent++;
                            send(database, monitor, file, files);
                        }
                    } catch (Exception | AssertionError e) {
                        throw new AssertionError("file " + files + " of seed " + SEED + ", kept as " + kept(file), e);
                    }
                    files++;
                }
            }
        }
        System.out.println("fuzz files " + files + ", sent " + sent);
        assertThat(files).isPositive();
    }

    private static void check(Reading reading) {
        switch (reading.outcome()) {
            case Outcome.Refused(Finding reason) -> explained(reason);
            case Outcome.Read read -> {
                assertThat(read.rows()).isPositive();
                assertThat(read.refused()).isBetween(0L, read.rows());
                if (read.refused() > 0) {
                    assertThat(reading.findings).isNotEmpty();
                }
            }
            case Outcome.Cancelled cancelled -> throw new AssertionError("nobody asked for " + cancelled);
        }
        reading.findings.forEach(FuzzedFilesTest::explained);
        for (LongTableRow row : reading.rows) {
            if (!row.refused()) {
                assertThat(row.period()).isNotNull();
                assertThat(row.value() != null).isEqualTo(row.status().hasValue());
            }
        }
    }

    private static void explained(Finding finding) {
        for (Locale language : LANGUAGES) {
            FindingTexts texts = FindingTexts.of(finding, language);
            assertThat(texts.what()).isNotBlank();
            assertThat(texts.expected()).isNotBlank();
            assertThat(texts.mend()).isNotBlank();
        }
    }

    private static void send(TestDatabase database, Monitor monitor, byte[] file, long number) {
        Receipt receipt = monitor.part(Intake.class)
                .receive(new Upload("CL-A", "reporter.CL-A", "fuzz-" + number), new ByteArrayInputStream(file));
        long id = receipt.submission();
        monitor.work(id);
        assertThat(monitor.state(id)).isEqualTo("validated");
        var row = database.sql()
                .fetchSingle(
                        "select rows_read, rows_accepted, rows_refused, rows_staged,"
                                + " (select count(*) from finding f where f.submission_id = s.id),"
                                + " (select count(*) from staging.row_" + id + "),"
                                + " (select count(*) from staging.value_" + id + " where defects = 0),"
                                + " (select count(*) from observation o where o.submission_id = s.id)"
                                + " from submission s where id = ?",
                        id);
        long read = row.get(0, Long.class);
        long accepted = row.get(1, Long.class);
        assertThat(accepted + row.get(2, Long.class)).as("accepted and refused").isEqualTo(read);
        assertThat(row.get(3, Long.class))
                .as("staged")
                .isEqualTo(row.get(5, Long.class))
                .isLessThanOrEqualTo(read);
        assertThat(row.get(6, Long.class)).as("without a defect").isEqualTo(accepted);
        assertThat(row.get(7, Long.class))
                .as("observations before any approval")
                .isZero();
        if (accepted < read || read == 0) {
            assertThat(row.get(4, Long.class)).as("findings").isPositive();
        }
    }

    private static Path kept(byte[] file) throws IOException {
        return Files.write(Files.createTempFile(Path.of("target"), "fuzz-", ".bytes"), file);
    }
}
