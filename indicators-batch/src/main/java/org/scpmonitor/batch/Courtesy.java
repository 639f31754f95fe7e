package org.scpmonitor.batch;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** Long work in this process stands aside for a moment, time and again, while short work is waiting or being done. */
@Component
public class Courtesy {

    /** The most bytes of a file on which work is short: some ten thousand rows. */
    public static final long SHORT = 1 << 20;

    /** Long work goes on even where short work never ends. */
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private int waiting;

    /** Short work has come. */
    public synchronized void expect() {
        waiting++;
    }

    /** Short work has been done. */
    public synchronized void done() {
        waiting--;
        notifyAll();
    }

    /** Waits until no short work is left, but no longer than a second. */
    public synchronized void makeWay() {
        long end = System.nanoTime() + LONGEST.toNanos();
        try {
            for (long left = end - System.nanoTime(); waiting > 0 && left > 0; left = end - System.nanoTime()) {
                wait(Math.max(1, Duration.ofNanos(left).toMillis()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
