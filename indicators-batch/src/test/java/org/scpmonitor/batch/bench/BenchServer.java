package org.scpmonitor.batch.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.scpmonitor.db.EmbeddedDatabase;
import org.scpmonitor.world.TestDatabase;
import org.scpmonitor.world.World;
import org.springframework.util.FileSystemUtils;

/** A durable PostgreSQL with one migrated database to copy, in which 250 institutions report 40 monthly indicators. */
final class BenchServer implements AutoCloseable {

    static final int INSTITUTIONS = 250;
    static final int INDICATORS = 40;

    private static final String PREPARED = "prepared";

    private final Path home;
    private final EmbeddedDatabase server;
    private int databases;

    private BenchServer(Path home, EmbeddedDatabase server) {
        this.home = home;
        this.server = server;
    }

    static BenchServer start(Path below) {
        try {
            Files.createDirectories(below);
            Path home = Files.createTempDirectory(below.toAbsolutePath(), "home");
            var server = new BenchServer(home, EmbeddedDatabase.durable(home, freePort()));
            server.prepare();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void prepare() {
        execute("create database " + PREPARED);
        EmbeddedDatabase.migrate(server.dataSource(PREPARED));
        try (var database = open(PREPARED)) {
            World world = World.in(database);
            IntStream.range(0, INSTITUTIONS).forEach(i -> world.institution(institution(i)));
            IntStream.range(0, INDICATORS).forEach(i -> world.indicator(indicator(i), "t", 1, "sum", "sum"));
            database.sql().execute("analyze");
        }
    }

    static String institution(int number) {
        return "CL-%03d".formatted(number);
    }

    static String indicator(int number) {
        return "I-%02d".formatted(number);
    }

    /** A database of its own, copied from the prepared one. */
    TestDatabase create() {
        String name = "bench_" + ++databases;
        execute("create database " + name + " template " + PREPARED);
        execute("checkpoint");
        return open(name);
    }

    private TestDatabase open(String name) {
        return TestDatabase.at(server.jdbcUrl(name), UnaryOperator.identity());
    }

    /** Where a benchmark keeps its files. */
    Path home() {
        return home;
    }

    private void execute(String statement) {
        DSLContext sql = DSL.using(server.dataSource("postgres"), SQLDialect.POSTGRES);
        sql.execute(statement);
    }

    @Override
    public void close() {
        server.close();
        try {
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
