package org.scpmonitor.ui.progress;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.progress.FigureMark;
import org.scpmonitor.ui.submission.Looking;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;

/**
 * Tells screens that figures may have changed, whichever process changed them: one small statement a second for all who
 * look, and none while nobody does.
 */
@org.springframework.stereotype.Component
public class FigureWatch implements DisposableBean {
    private final FigureMark mark;
    private final Set<Watcher> watchers = new LinkedHashSet<>();
    private final Looking looking;
    /** What the last look saw; null while nobody looks. */
    private @Nullable Instant last;

    FigureWatch(FigureMark mark, @Value("${scp.watch.figures:PT1S}") Duration every) {
        this.mark = mark;
        this.looking = new Looking("figure-watch", every, this::look);
    }

    private static final class Watcher {
        private final UI ui;
        private final Runnable told;
        private @Nullable Instant seen;

        Watcher(UI ui, Runnable told, @Nullable Instant seen) {
            this.ui = ui;
            this.told = told;
            this.seen = seen;
        }
    }

    /**
     * Tells a screen that figures may have changed since it was made, as long as it is shown. To be called before it reads
     * them first: what changes in between is told then. The screen reads again and changes in place.
     */
    public void follow(Component shown, Runnable told) {
        @Nullable Instant before = lastSeen().orElse(null);
        shown.addAttachListener(attached -> {
            Watcher watcher = new Watcher(attached.getUI(), told, before);
            add(watcher);
            shown.addDetachListener(detached -> {
                detached.unregisterListener();
                remove(watcher);
            });
        });
    }

    /** The newest that was known at the last look; empty while nobody looks. */
    synchronized Optional<Instant> lastSeen() {
        return Optional.ofNullable(last);
    }

    private synchronized void add(Watcher watcher) {
        watchers.add(watcher);
        looking.whenever(true);
    }

    private synchronized void remove(Watcher watcher) {
        watchers.remove(watcher);
        if (watchers.isEmpty()) {
            looking.whenever(false);
            last = null;
        }
    }

    private void look() {
        toTell(mark.latest()).forEach(this::tell);
    }

    private synchronized List<Watcher> toTell(Instant now) {
        last = watchers.isEmpty() ? null : now;
        List<Watcher> behind =
                watchers.stream().filter(each -> !now.equals(each.seen)).toList();
        behind.forEach(each -> each.seen = now);
        return behind;
    }

    private void tell(Watcher watcher) {
        try {
            watcher.ui.access(watcher.told::run);
        } catch (UIDetachedException gone) {
            remove(watcher);
        }
    }

    @Override
    public void destroy() {
        looking.close();
    }
}
