package org.scpmonitor.ui.submission;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.scpmonitor.submission.WorkMoment;
import org.scpmonitor.submission.WorkMoments;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;

/**
 * Tells screens how the work on submissions goes on, whichever process does it: one statement a second for all that are
 * watched, and none while nothing is. A submission is watched until nothing more will happen to it by itself.
 */
@org.springframework.stereotype.Component
public class SubmissionWatch implements DisposableBean {
    private final WorkMoments moments;
    private final Map<Long, List<Watcher>> watched = new HashMap<>();
    private final Looking looking;

    SubmissionWatch(WorkMoments moments, @Value("${scp.watch:PT1S}") Duration every) {
        this.moments = moments;
        this.looking = new Looking("submission-watch", every, this::look);
    }

    private static final class Watcher {
        private WorkMoment last;
        private final UI ui;
        private final Consumer<WorkMoment> told;

        Watcher(WorkMoment last, UI ui, Consumer<WorkMoment> told) {
            this.last = last;
            this.ui = ui;
            this.told = told;
        }
    }

    /**
     * Tells a part of a screen whatever changes, from the moment that it shows already until nothing more happens, and no
     * longer than it is on the screen.
     */
    public void follow(Component shown, WorkMoment since, Consumer<WorkMoment> told) {
        if (!since.isBusy()) {
            return;
        }
        shown.addAttachListener(attached -> begin(shown, attached.getUI(), since, told));
        shown.getUI().filter(ui -> shown.isAttached()).ifPresent(ui -> begin(shown, ui, since, told));
    }

    private void begin(Component shown, UI ui, WorkMoment since, Consumer<WorkMoment> told) {
        Watcher watcher = new Watcher(since, ui, told);
        add(since.id(), watcher);
        shown.addDetachListener(detached -> remove(since.id(), watcher));
    }

    private synchronized void add(long submission, Watcher watcher) {
        watched.computeIfAbsent(submission, id -> new ArrayList<>()).add(watcher);
        looking.whenever(true);
    }

    private synchronized void remove(long submission, Watcher watcher) {
        watched.computeIfPresent(submission, (id, watchers) -> {
            watchers.remove(watcher);
            return watchers.isEmpty() ? null : watchers;
        });
        looking.whenever(!watched.isEmpty());
    }

    private synchronized Set<Long> ids() {
        return Set.copyOf(watched.keySet());
    }

    private synchronized List<Watcher> watchers(long submission) {
        return List.copyOf(watched.getOrDefault(submission, List.of()));
    }

    private void look() {
        moments.of(ids()).forEach(this::tell);
    }

    private void tell(WorkMoment now) {
        for (Watcher watcher : watchers(now.id())) {
            if (!now.equals(watcher.last)) {
                watcher.last = now;
                push(watcher, now);
            }
            if (!now.isBusy()) {
                remove(now.id(), watcher);
            }
        }
    }

    private void push(Watcher watcher, WorkMoment now) {
        try {
            watcher.ui.access(() -> watcher.told.accept(now));
        } catch (UIDetachedException gone) {
            remove(now.id(), watcher);
        }
    }

    @Override
    public void destroy() {
        looking.close();
    }
}
