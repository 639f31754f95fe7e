package org.scpmonitor.ui.operations;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.job.JobRuns;
import org.scpmonitor.job.JobRuns.Mark;
import org.scpmonitor.ui.submission.Looking;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;

/** Tells screens that something has run: one small statement a second for all of them, and none while nobody looks. */
@org.springframework.stereotype.Component
class RunWatch implements DisposableBean {
    private final JobRuns runs;
    private final List<Watcher> watchers = new ArrayList<>();
    private final Looking looking;
    private @Nullable Mark last;

    RunWatch(JobRuns runs, @Value("${scp.watch:PT1S}") Duration every) {
        this.runs = runs;
        this.looking = new Looking("run-watch", every, this::look);
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
        looking.whenever(true);
    }

    private synchronized void remove(Watcher watcher) {
        watchers.remove(watcher);
        looking.whenever(!watchers.isEmpty());
    }

    private synchronized List<Watcher> toTell(Mark now) {
        boolean moved = !now.equals(last);
        last = now;
        return moved ? List.copyOf(watchers) : List.of();
    }

    private void look() {
        toTell(runs.mark()).forEach(this::push);
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
        looking.close();
    }
}
