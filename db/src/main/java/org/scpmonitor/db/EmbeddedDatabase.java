package org.scpmonitor.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * A real PostgreSQL that runs beside the process: durable under a home directory for the default run, or throw-away for
 * builds and tests.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    /** The superuser's name; the embedded server listens on the loopback interface alone and asks for no password. */
    public static final String USER = "postgres";

    private final EmbeddedPostgres server;

    private EmbeddedDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts, or adopts, the server whose data live below {@code home}. It outlives a killed JVM; the next start on the
     * same port adopts it. Every commit is on disk before it is acknowledged.
     *
     * @param home directory that holds {@code data} and {@code binaries}; made when absent
     * @param port TCP port on the loopback interface
     * <p>It stops when it is closed and not by itself when the JVM ends, for others may still be writing by then.
     *
     * @throws UncheckedIOException where the server cannot start; the message names the directory and the port
     */
    public static EmbeddedDatabase durable(Path home, int port) {
        return start(
                EmbeddedPostgres.builder()
                        .setDataDirectory(home.resolve("data"))
                        .setOverrideWorkingDirectory(home.resolve("binaries").toFile())
                        .setCleanDataDirectory(false)
                        .setRegisterShutdownHook(false)
                        .setPort(port)
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on"),
                "in " + home + " on port " + port);
    }

    /** Starts a throw-away server on a free port, tuned for speed and not for surviving a power cut. */
    public static EmbeddedDatabase temporary() {
        return start(EmbeddedPostgres.builder(), "in a temporary directory");
    }

    private static EmbeddedDatabase start(EmbeddedPostgres.Builder builder, String where) {
        try {
            return new EmbeddedDatabase(builder.setPGStartupWait(Duration.ofSeconds(60))
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("shared_buffers", "256MB")
                    .setServerConfig("max_wal_size", "4GB")
                    .setServerConfig("wal_compression", "on")
                    .setServerConfig("jit", "off")
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL does not start " + where, e);
        }
    }

    /** Brings a database to the newest schema. */
    public static void migrate(DataSource database) {
        Flyway.configure().dataSource(database).load().migrate();
    }

    /** A data source without a pool to one database of the server. */
    public DataSource dataSource(String database) {
        return server.getDatabase(USER, database);
    }

    /** JDBC URL of one database of the server. */
    public String jdbcUrl(String database) {
        return server.getJdbcUrl(USER, database);
    }

    /** TCP port on the loopback interface. */
    public int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL does not stop", e);
        }
    }
}
