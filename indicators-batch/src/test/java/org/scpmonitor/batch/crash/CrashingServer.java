package org.scpmonitor.batch.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.scpmonitor.db.EmbeddedDatabase;

/** A durable PostgreSQL whose processes can all be killed at once, as by a power cut, and that starts again. */
final class CrashingServer implements AutoCloseable {

    private final Path home;
    private final int port;
    private EmbeddedDatabase server;
    private volatile boolean down;

    CrashingServer(Path home) {
        this.home = home;
        this.port = freePort();
        this.server = EmbeddedDatabase.durable(home, port);
        execute("create database migrated");
        EmbeddedDatabase.migrate(server.dataSource("migrated"));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A migrated database; the URL of it. */
    String create(String name) {
        execute("create database " + name + " template migrated");
        execute("checkpoint");
        return server.jdbcUrl(name);
    }

    void drop(String name) {
        execute("drop database " + name + " with (force)");
    }

    private void execute(String statement) {
        DSL.using(server.dataSource("postgres"), SQLDialect.POSTGRES).execute(statement);
    }

    /** Kills the server and every backend without a word. */
    synchronized void crash() {
        down = true;
        List<ProcessHandle> processes = Stream.concat(
                        Stream.of(postmaster()), postmaster().descendants())
                .toList();
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
    }

    private ProcessHandle postmaster() {
        try {
            List<String> lines = Files.readAllLines(home.resolve("data").resolve("postmaster.pid"));
            return ProcessHandle.of(Long.parseLong(lines.getFirst())).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isDown() {
        return down;
    }

    /** Starts again on the same data. */
    synchronized void restart() {
        server.close();
        server = EmbeddedDatabase.durable(home, port);
        down = false;
    }

    @Override
    public void close() {
        server.close();
    }
}
