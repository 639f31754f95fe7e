package org.scpmonitor.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What this process holds, the callers of the benchmark included.
 *
 * @param resident MB of the machine's memory; that of its heap where the system doesn't tell
 * @param heap MB of Java objects
 */
record Memory(double resident, double heap) {

    private static final Path STATUS = Path.of("/proc/self/status");

    /** Now, without garbage. */
    static Memory idle() {
        System.gc();
        double heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
        return new Memory(status("VmRSS:", heap), heap);
    }

    static void forgetPeak() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /** The most since the start, and of the heap since {@link #forgetPeak}, garbage included. */
    static Memory peak() {
        double heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / 1e6;
        return new Memory(status("VmHWM:", heap), heap);
    }

    private static double status(String name, double otherwise) {
        if (!Files.exists(STATUS)) {
            return otherwise;
        }
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith(name))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1e3)
                    .findFirst()
                    .orElse(otherwise);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
