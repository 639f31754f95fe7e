package org.scpmonitor.running;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.scpmonitor.db.EmbeddedDatabase;
import org.scpmonitor.world.TestDatabase;
import org.springframework.test.context.DynamicPropertyRegistry;

/** Settings of an application that shows what a test's database holds, without demonstration and batch work. */
public final class OwnDatabase {

    private OwnDatabase() {}

    /** The database goes with the server at the end of all tests. */
    public static void set(DynamicPropertyRegistry settings, TestDatabase database) throws IOException {
        Path home = Files.createTempDirectory("scp-monitor-test");
        settings.add("scp.home", home::toString);
        settings.add("scp.demo", () -> "false");
        settings.add("scp.role", () -> "web");
        settings.add("scp.database.url", database::jdbcUrl);
        settings.add("scp.database.user", () -> EmbeddedDatabase.USER);
        settings.add("scp.database.connections", () -> "4");
    }
}
