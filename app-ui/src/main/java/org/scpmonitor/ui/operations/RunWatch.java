package org.scpmonitor.ui.operations;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.job.JobRuns;
import org.scpmonitor.job.JobRuns.Mark;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;

/** Tells screens that something has run: one small statement a second for all of them, and none while nobody looks. */
@org.springframework.stereotype.Component
class RunWatch implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(RunWatch.class);

    private final JobRuns runs;
    private final Duration every;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("run-watch").factory());
    private final List<Watcher> watchers = new ArrayList<>();
    private @Nullable Mark last;
    private @Nullable ScheduledFuture<?> looking;

    RunWatch(JobRuns runs, @Value("${scp.watch:PT1S}") Duration every) {
        this.runs = runs;
        this.every = every;
    }

    private record Watcher(UI ui, Runnable told) {}

    /** Tells a part of a screen that something has run, as long as it is on the screen. */
    void follow(Component shown, Runnable told) {
        shown.addAttachListener(attached -> {
            Watcher watcher = new Watcher(attached.getUI(), told);
            add(watcher);
            shown.addDetachListener(detached -> {
                detached.unregisterListener();
                remove(watcher);
            });
        });
    }

    private synchronized void add(Watcher watcher) {
        watchers.add(watcher);
        if (looking == null) {
            last = null;
            looking =
                    clock.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void remove(Watcher watcher) {
        watchers.remove(watcher);
        if (watchers.isEmpty() && looking != null) {
            looking.cancel(false);
            looking = null;
        }
    }

    private synchronized List<Watcher> toTell(Mark now) {
        boolean moved = !now.equals(last);
        last = now;
        return moved ? List.copyOf(watchers) : List.of();
    }

    private void look() {
        try {
            toTell(runs.mark()).forEach(this::push);
        } catch (RuntimeException e) {
            LOG.warn("The jobs can't be watched now; the next look is in {}", every, e);
        }
    }

    private void push(Watcher watcher) {
        try {
            watcher.ui().access(watcher.told()::run);
        } catch (UIDetachedException gone) {
            remove(watcher);
        }
    }

    @Override
    public void destroy() {
        clock.shutdownNow();
    }
}
