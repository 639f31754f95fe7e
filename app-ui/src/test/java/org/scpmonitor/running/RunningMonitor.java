package org.scpmonitor.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.scpmonitor.Application;
import org.scpmonitor.db.EmbeddedDatabase;
import org.scpmonitor.security.DemoAccounts;
import org.scpmonitor.world.TestDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.util.FileSystemUtils;

/** A monitor on a free port with an empty database of its own. */
public final class RunningMonitor implements AutoCloseable {

    private final Path home;
    private final TestDatabase database;
    private final boolean ownsDatabase;
    private final ConfigurableApplicationContext context;

    private RunningMonitor(
            Path home, TestDatabase database, boolean ownsDatabase, ConfigurableApplicationContext context) {
        this.home = home;
        this.database = database;
        this.ownsDatabase = ownsDatabase;
        this.context = context;
    }

    /** @param settings further properties, each {@code name=value} */
    public static RunningMonitor start(String... settings) {
        return start(TestDatabase.create(), true, settings);
    }

    /** One more on a database that others use too. */
    public static RunningMonitor on(TestDatabase database, String... settings) {
        return start(database, false, settings);
    }

    private static RunningMonitor start(TestDatabase database, boolean ownsDatabase, String... settings) {
        try {
            Path home = Files.createTempDirectory("scp-monitor-test");
            Map<String, Object> properties = new LinkedHashMap<>();
            properties.put("server.port", "0");
            properties.put("scp.home", home.toString());
            properties.put("scp.demo", "false");
            properties.put("scp.role", "web");
            properties.put("scp.database.url", database.jdbcUrl());
            properties.put("scp.database.user", EmbeddedDatabase.USER);
            properties.put("scp.database.connections", "8");
            Arrays.stream(settings)
                    .map(setting -> setting.split("=", 2))
                    .forEach(setting -> properties.put(setting[0], setting[1]));
            var application = new SpringApplication(Application.class);
            return new RunningMonitor(
                    home,
                    database,
                    ownsDatabase,
                    application.run(properties.entrySet().stream()
                            .map(property -> "--" + property.getKey() + "=" + property.getValue())
                            .toArray(String[]::new)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public TestDatabase database() {
        return database;
    }

    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    public <T> Collection<T> parts(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    /** What its parts live in. */
    public ApplicationContext context() {
        return context;
    }

    /**
     * Makes the demo accounts whose countries and institutions the catalogue has, and gives every account of the
     * catalogue that has no password theirs.
     */
    public void createDemoAccounts() {
        part(DemoAccounts.class).create();
        String hash = part(PasswordEncoder.class).encode(DemoAccounts.PASSWORD);
        database.sql().execute("update app_user set password_hash = ? where password_hash = ''", hash);
    }

    public String address() {
        return "http://127.0.0.1:"
                + Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port"));
    }

    /** Someone who calls, not signed in. */
    public Caller anyone() {
        return new Caller(address(), null);
    }

    /** A demo account that calls by HTTP Basic. */
    public Caller as(String username) {
        return new Caller(address(), username + ":" + DemoAccounts.PASSWORD);
    }

    @Override
    public void close() throws IOException {
        context.close();
        if (ownsDatabase) {
            database.close();
        }
        FileSystemUtils.deleteRecursively(home);
    }
}
