package org.scpmonitor.ui.notice;

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
import org.scpmonitor.notice.Notices;
import org.scpmonitor.notice.Notices.Tally;
import org.scpmonitor.ui.submission.Looking;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;

/** Tells screens when there is news for an account, whichever process wrote it: one statement for all who look. */
@org.springframework.stereotype.Component
public class NoticeWatch implements DisposableBean {
    private final Notices notices;
    private final Map<Integer, List<Watcher>> watched = new HashMap<>();
    private final Looking looking;

    NoticeWatch(Notices notices, @Value("${scp.watch.notices:PT3S}") Duration every) {
        this.notices = notices;
        this.looking = new Looking("notice-watch", every, this::look);
    }

    private static final class Watcher {
        private Tally last;
        private final UI ui;
        private final Consumer<Tally> told;

        Watcher(Tally last, UI ui, Consumer<Tally> told) {
            this.last = last;
            this.ui = ui;
            this.told = told;
        }
    }

    /** Tells a part of a screen how much there is for an account: at once, and as long as it is on the screen. */
    public void follow(Component shown, int user, Consumer<Tally> told) {
        shown.addAttachListener(attached -> {
            Tally now = notices.tallies(Set.of(user)).getOrDefault(user, Tally.NOTHING);
            told.accept(now);
            Watcher watcher = new Watcher(now, attached.getUI(), told);
            add(user, watcher);
            attached.getSource().addDetachListener(detached -> {
                detached.unregisterListener();
                remove(user, watcher);
            });
        });
    }

    private synchronized void add(int user, Watcher watcher) {
        watched.computeIfAbsent(user, id -> new ArrayList<>()).add(watcher);
        looking.whenever(true);
    }

    private synchronized void remove(int user, Watcher watcher) {
        watched.computeIfPresent(user, (id, watchers) -> {
            watchers.remove(watcher);
            return watchers.isEmpty() ? null : watchers;
        });
        looking.whenever(!watched.isEmpty());
    }

    private synchronized Map<Integer, List<Watcher>> everyone() {
        Map<Integer, List<Watcher>> copy = new HashMap<>();
        watched.forEach((user, watchers) -> copy.put(user, List.copyOf(watchers)));
        return copy;
    }

    private void look() {
        Map<Integer, List<Watcher>> everyone = everyone();
        Map<Integer, Tally> tallies = notices.tallies(everyone.keySet());
        everyone.forEach((user, watchers) -> {
            Tally now = tallies.getOrDefault(user, Tally.NOTHING);
            watchers.forEach(watcher -> tell(user, watcher, now));
        });
    }

    private void tell(int user, Watcher watcher, Tally now) {
        if (now.equals(watcher.last)) {
            return;
        }
        watcher.last = now;
        try {
            watcher.ui.access(() -> watcher.told.accept(now));
        } catch (UIDetachedException gone) {
            remove(user, watcher);
        }
    }

    @Override
    public void destroy() {
        looking.close();
    }
}
