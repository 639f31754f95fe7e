package org.scpmonitor.ui.flow;

import com.vaadin.browserless.BrowserlessUserContext;
import com.vaadin.browserless.SecuredBrowserlessApplicationContext;
import com.vaadin.browserless.SpringBrowserlessApplicationContext;
import com.vaadin.flow.component.Component;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.scpmonitor.access.Accounts;
import org.scpmonitor.access.Grant;
import org.scpmonitor.access.Role;
import org.scpmonitor.running.RunningMonitor;
import org.scpmonitor.world.TestDatabase;
import org.scpmonitor.world.World;
import org.springframework.security.core.Authentication;

/** The application with a small world in it, and people who sit at its screens. Jobs are done when a test asks for it. */
final class Screens implements AutoCloseable {

    private final RunningMonitor monitor;
    private final World world;
    private final SecuredBrowserlessApplicationContext<Authentication> application;
    private final Map<String, BrowserlessUserContext> users = new HashMap<>();

    Screens() {
        monitor = RunningMonitor.start("scp.watch=PT0.05S", "scp.watch.notices=PT0.05S", "scp.watch.figures=PT0.05S");
        world = World.in(monitor.database());
        application = SpringBrowserlessApplicationContext.createSecured(monitor.context(), "org.scpmonitor.ui");
    }

    World world() {
        return world;
    }

    TestDatabase database() {
        return monitor.database();
    }

    <T> T part(Class<T> type) {
        return monitor.part(type);
    }

    /** An account that operates the system. */
    Screens administrator(String name) {
        part(Accounts.class)
                .create(name, name, Locale.of("es"), "", Set.of(Grant.everywhere(Role.ADMINISTRATOR)), "test");
        return this;
    }

    /** Someone with an account, at a window of their own. */
    Person as(String account) {
        String[] roles = part(Accounts.class).get(account).grants().stream()
                .map(grant -> grant.role().name())
                .distinct()
                .toArray(String[]::new);
        BrowserlessUserContext user = users.computeIfAbsent(account, name -> application.newUser(name, roles));
        return new Person(this, user.newWindow());
    }

    static boolean isShown(Component component) {
        return component.isAttached() && component.isVisible();
    }

    @Override
    public void close() throws IOException {
        application.close();
        monitor.close();
    }
}
