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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.progress.FigureMark;
import org.scpmonitor.progress.FigureMark.News;
import org.scpmonitor.ui.submission.Looking;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;

/**
 * Tells screens that figures may have changed, whichever process changed them: one small statement a second for all who
 * look, and none while nobody does. Whoever opens a page goes first: what is read ahead and told takes a tenth of one
 * processor's time at most, one window after the other.
 */
@org.springframework.stereotype.Component
public class FigureWatch implements DisposableBean {
    /** How many times as long as it took is rested after some work. */
    private static final int REST = 9;

    private static final Duration LONGEST_REST = Duration.ofSeconds(1);

    private static final News NONE = new News(Set.of());

    private final FigureMark mark;
    private final List<Ahead> ahead = new CopyOnWriteArrayList<>();
    private final Set<Watcher> watchers = new LinkedHashSet<>();
    private final Looking looking;
    /** What the last look saw; null while nobody looks. */
    private @Nullable Instant last;

    FigureWatch(FigureMark mark, @Value("${scp.watch.figures:PT1S}") Duration every) {
        this.mark = mark;
        this.looking = new Looking("figure-watch", every, this::look);
    }

    /** Reads what will be asked for when everybody is told, so that nobody waits for it. */
    interface Ahead {
        void read(Instant before, Instant now, News news);
    }

    private static final class Watcher {
        private final UI ui;
        private final Predicate<News> concerned;
        private final Runnable told;
        private @Nullable Instant seen;

        Watcher(UI ui, Predicate<News> concerned, Runnable told, @Nullable Instant seen) {
            this.ui = ui;
            this.concerned = concerned;
            this.told = told;
            this.seen = seen;
        }
    }

    /**
     * Tells a screen that figures may have changed since it was made, as long as it is shown. To be called before it reads
     * them first: what changes in between is told then. The screen reads again and changes in place.
     */
    public void follow(Component shown, Runnable told) {
        follow(shown, news -> true, told);
    }

    /** @param concerned whether the screen may show something else after such news */
    public void follow(Component shown, Predicate<News> concerned, Runnable told) {
        @Nullable Instant before = lastSeen().orElse(null);
        shown.addAttachListener(attached -> {
            Watcher watcher = new Watcher(attached.getUI(), concerned, told, before);
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

    /** Has it read before a change is told. */
    void ahead(Ahead reading) {
        ahead.add(reading);
    }

    private void look() {
        Instant now = mark.latest();
        Instant before = lastSeen().orElse(null);
        News news = before == null ? News.ANYTHING : before.equals(now) ? NONE : mark.between(before, now);
        if (before != null && !before.equals(now)) {
            ahead.forEach(each -> paced(() -> each.read(before, now, news)));
        }
        toTell(before, now, news).forEach(each -> paced(() -> tell(each)));
    }

    /** Who saw nothing or missed a look is told whatever the news. */
    private synchronized List<Watcher> toTell(@Nullable Instant before, Instant now, News news) {
        last = watchers.isEmpty() ? null : now;
        List<Watcher> behind =
                watchers.stream().filter(each -> !now.equals(each.seen)).toList();
        List<Watcher> told = behind.stream()
                .filter(each -> before == null || !before.equals(each.seen) || each.concerned.test(news))
                .toList();
        behind.forEach(each -> each.seen = now);
        return told;
    }

    private static void paced(Runnable work) {
        long start = System.nanoTime();
        work.run();
        long rest = Math.min(REST * (System.nanoTime() - start), LONGEST_REST.toNanos());
        try {
            TimeUnit.NANOSECONDS.sleep(rest);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
