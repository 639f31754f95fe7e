package org.scpmonitor.badinput;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.scpmonitor.Application;
import org.scpmonitor.db.EmbeddedDatabase;
import org.scpmonitor.running.Caller;
import org.scpmonitor.security.DemoAccounts;
import org.scpmonitor.world.TestDatabase;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.util.FileSystemUtils;

/** A monitor in a process of its own with a heap of 512 MB, which ends it when that is too little. */
final class SmallServer implements AutoCloseable {

    private final TestDatabase database;
    private final Path home;
    private final Process process;
    private final String address;

    SmallServer(TestDatabase database) throws IOException, InterruptedException {
        this.database = database;
        home = Files.createTempDirectory("scp-small-server");
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        address = "http://127.0.0.1:" + port;
        process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        ManagementFactory.getRuntimeMXBean().getClassPath(),
                        Application.class.getName(),
                        "--server.port=" + port,
                        "--scp.home=" + home,
                        "--scp.demo=false",
                        "--scp.workers=2",
                        "--scp.database.url=" + database.jdbcUrl(),
                        "--scp.database.user=" + EmbeddedDatabase.USER))
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("log").toFile())
                .start();
        database.sql()
                .execute(
                        "update app_user set password_hash = ?",
                        PasswordEncoderFactories.createDelegatingPasswordEncoder()
                                .encode(DemoAccounts.PASSWORD));
        awaitReady();
    }

    private void awaitReady() throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(address + "/actuator/health"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            while (true) {
                try {
                    if (http.send(request, BodyHandlers.ofString()).statusCode() == 200) {
                        return;
                    }
                } catch (ConnectException notYet) {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("The server ended:\n" + log(), notYet);
                    }
                }
                process.onExit()
                        .toCompletableFuture()
                        .completeOnTimeout(process, 200, java.util.concurrent.TimeUnit.MILLISECONDS)
                        .join();
            }
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String log() throws IOException {
        return Files.readString(home.resolve("log"));
    }

    Caller as(String username) {
        return new Caller(address, username + ":" + DemoAccounts.PASSWORD);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        process.waitFor();
        FileSystemUtils.deleteRecursively(home);
    }
}
