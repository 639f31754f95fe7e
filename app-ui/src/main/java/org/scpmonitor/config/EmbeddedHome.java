package org.scpmonitor.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.db.EmbeddedDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A directory with the embedded database in it, held by one process at a time. */
final class EmbeddedHome implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedHome.class);

    private final FileChannel lockFile;
    private final EmbeddedDatabase server;

    private EmbeddedHome(FileChannel lockFile, EmbeddedDatabase server) {
        this.lockFile = lockFile;
        this.server = server;
    }

    /**
     * Takes the directory and starts its database, or adopts the one that a killed process left running.
     *
     * @throws HomeInUse where another process holds the directory
     */
    static EmbeddedHome open(Path home) {
        try {
            Files.createDirectories(home);
            FileChannel lockFile =
                    FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(lockFile) == null) {
                lockFile.close();
                throw new HomeInUse(home);
            }
            int port =
                    leftRunning(home.resolve("data").resolve("postmaster.pid")).orElseGet(EmbeddedHome::freePort);
            var server = EmbeddedDatabase.durable(home, port);
            LOG.info("Database in {}: {}", home, server.jdbcUrl("postgres"));
            return new EmbeddedHome(lockFile, server);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use " + home + " for the embedded database", e);
        }
    }

    EmbeddedDatabase server() {
        return server;
    }

    @Override
    public void close() throws IOException {
        server.close();
        lockFile.close();
    }

    private static @Nullable FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** The port of a server that still answers there; PostgreSQL writes it on the fourth line of its lock file. */
    private static OptionalInt leftRunning(Path postmasterPid) throws IOException {
        if (!Files.exists(postmasterPid)) {
            return OptionalInt.empty();
        }
        List<String> lines = Files.readAllLines(postmasterPid);
        if (lines.size() < 4 || !lines.get(3).strip().matches("\\d{1,5}")) {
            return OptionalInt.empty();
        }
        int port = Integer.parseInt(lines.get(3).strip());
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return OptionalInt.of(port);
        } catch (IOException nobodyThere) {
            return OptionalInt.empty();
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No port is free for the embedded database", e);
        }
    }
}
