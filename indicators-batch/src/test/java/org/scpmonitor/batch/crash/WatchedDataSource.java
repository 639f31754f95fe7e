package org.scpmonitor.batch.crash;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Tells of every statement and commit on a data source's connections, before it and after it; see {@link Moment}. */
final class WatchedDataSource {

    private WatchedDataSource() {}

    /** Hears of what happens, in the thread and on the connection that it happens on. */
    @FunctionalInterface
    interface Watcher {
        void hear(String what, Connection connection) throws SQLException;
    }

    static DataSource watch(DataSource source, Watcher watcher) {
        return proxy(DataSource.class, (method, arguments) -> {
            Object result = call(source, method, arguments);
            return result instanceof Connection connection ? watch(connection, watcher) : result;
        });
    }

    private static Connection watch(Connection connection, Watcher watcher) {
        List<String> done = new ArrayList<>();
        return proxy(Connection.class, (method, arguments) -> switch (method.getName()) {
            case "prepareStatement" -> {
                String text = text(arguments);
                var statement = (PreparedStatement) Objects.requireNonNull(call(connection, method, arguments));
                yield watch(PreparedStatement.class, statement, text, connection, done, watcher);
            }
            case "createStatement" ->
                watch(
                        Statement.class,
                        (Statement) Objects.requireNonNull(call(connection, method, arguments)),
                        "",
                        connection,
                        done,
                        watcher);
            case "commit" -> {
                String what = "commit of " + String.join("; ", done);
                done.clear();
                watcher.hear("before " + what, connection);
                Object result = call(connection, method, arguments);
                watcher.hear("after " + what, connection);
                yield result;
            }
            case "rollback" -> {
                if (arguments == null) {
                    done.clear();
                }
                yield call(connection, method, arguments);
            }
            default -> call(connection, method, arguments);
        });
    }

    private static <S extends Statement> S watch(
            Class<S> type, S statement, String prepared, Connection connection, List<String> done, Watcher watcher) {
        return proxy(type, (method, arguments) -> {
            if (!method.getName().startsWith("execute")) {
                return call(statement, method, arguments);
            }
            String text = prepared.isEmpty() ? text(arguments) : prepared;
            watcher.hear("before " + text, connection);
            Object result = call(statement, method, arguments);
            done.add(text);
            watcher.hear("after " + text, connection);
            return result;
        });
    }

    private static String text(@Nullable Object @Nullable [] arguments) {
        return String.valueOf(arguments == null ? "" : arguments[0])
                .replace("\"", "")
                .replace("public.", "")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    @FunctionalInterface
    private interface Handler {
        @Nullable
        Object handle(Method method, @Nullable Object @Nullable [] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        InvocationHandler invoked = (self, method, arguments) -> switch (method.getName()) {
            case "equals" -> self == arguments[0];
            case "hashCode" -> System.identityHashCode(self);
            default -> handler.handle(method, arguments);
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, invoked));
    }

    private static @Nullable Object call(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
