package org.scpmonitor.ui.submission;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at something again and again while somebody wants to know, on one thread, and not at all otherwise. */
public final class Looking implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Looking.class);

    private final ScheduledExecutorService clock;
    private final Duration every;
    private final Runnable look;
    private @Nullable ScheduledFuture<?> running;

    /**
     * @param name of the thread
     * @param look may fail, and is tried again at the next time
     */
    public Looking(String name, Duration every, Runnable look) {
        this.clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
        this.every = every;
        this.look = () -> attempt(look);
    }

    /** Begins, or goes on, or ends. */
    public synchronized void whenever(boolean wanted) {
        if (wanted && running == null) {
            running = clock.scheduleWithFixedDelay(look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        } else if (!wanted && running != null) {
            running.cancel(false);
            running = null;
        }
    }

    private void attempt(Runnable look) {
        try {
            look.run();
        } catch (RuntimeException e) {
            LOG.warn("Nothing can be seen now; the next look is in {}", every, e);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
