package org.scpmonitor.batch.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.scpmonitor.batch.intake.Intake;
import org.scpmonitor.batch.world.Monitor;
import org.scpmonitor.submission.Upload;
import org.scpmonitor.world.TestDatabase;

/** A process with a heap of 512 MB that takes one file from received to ready, and tells how much of it was used. */
public final class SmallHeap {

    static final int MOST_MB = 512;

    private static final String TOLD = "peak heap MB ";

    private SmallHeap() {}

    /** The greatest use of the heap in MB, garbage included. */
    static double peak(TestDatabase database, Path file) {
        try {
            Process process = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElse("java"),
                            "-Xmx" + MOST_MB + "m",
                            "-XX:+UseSerialGC",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            SmallHeap.class.getName(),
                            database.jdbcUrl(),
                            file.toString())
                    .redirectErrorStream(true)
                    .start();
            List<String> lines = process.inputReader(StandardCharsets.UTF_8).readAllLines();
            process.waitFor();
            return lines.stream()
                    .filter(line -> line.startsWith(TOLD))
                    .mapToDouble(line -> Double.parseDouble(line.substring(TOLD.length())))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(String.join("\n", lines)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param arguments the database's URL and the file */
    public static void main(String[] arguments) {
        try (TestDatabase database = TestDatabase.at(arguments[0], UnaryOperator.identity());
                var monitor = new Monitor(database)) {
            long submission = monitor.part(Intake.class)
                    .receive(new Upload(BenchServer.institution(0), "coordinator.CL", "rows"), Path.of(arguments[1]))
                    .submission();
            monitor.work(submission);
            if (!monitor.state(submission).equals("validated")) {
                throw new IllegalStateException("it is " + monitor.state(submission));
            }
        }
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(SmallHeap::peak)
                .sum();
        System.out.println(TOLD + (peak >> 20));
    }

    private static long peak(MemoryPoolMXBean pool) {
        return pool.getPeakUsage().getUsed();
    }
}
