package org.scpmonitor.batch.schedule;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.scpmonitor.batch.Courtesy;

/**
 * Where work waits for its turn: that on small files in a lane of its own, so that it never stands behind a large one's.
 * Each lane keeps the order in which work came.
 */
final class Lanes {

    private final Courtesy courtesy;
    private final ExecutorService small;
    private final ExecutorService large;

    /** @param threads for large files; one more is for small ones */
    Lanes(int threads, Courtesy courtesy) {
        this.courtesy = courtesy;
        small = lane("small-", 1);
        large = lane("worker-", threads);
    }

    private static ExecutorService lane(String name, int threads) {
        return Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name(name, 1).factory());
    }

    /** @param bytes of the file that the work is about */
    void execute(long bytes, Runnable work) {
        if (bytes > Courtesy.SHORT) {
            large.execute(work);
            return;
        }
        courtesy.expect();
        small.execute(() -> {
            try {
                work.run();
            } finally {
                courtesy.done();
            }
        });
    }

    /** Interrupts what is being worked on and waits for its end, briefly. */
    void close() throws InterruptedException {
        Stream.of(small, large).forEach(ExecutorService::shutdownNow);
        small.awaitTermination(5, TimeUnit.SECONDS);
        large.awaitTermination(5, TimeUnit.SECONDS);
    }
}
