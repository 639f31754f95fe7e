package org.scpmonitor.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.scpmonitor.batch.bench.Bench;
import org.scpmonitor.batch.bench.BenchServer;

/** Runs the benchmarks that are named, or all of them: those of the jobs, and those of the whole monitor. */
public final class Benchmarks {

    private static final String PEERS = "peers";

    private Benchmarks() {}

    /** @throws IllegalArgumentException where no benchmark has one of the names */
    public static void main(String[] names) throws IOException {
        for (String name : names.length == 0 ? all() : List.of(names)) {
            if (name.toLowerCase(Locale.ROOT).equals(PEERS)) {
                try (var server = BenchServer.start(Path.of("target", "bench"))) {
                    PeersBench.run(server);
                }
            } else {
                Bench.main(new String[] {name});
            }
        }
        // Threads of libraries would keep the process.
        System.exit(0);
    }

    private static List<String> all() {
        List<String> names = new ArrayList<>(Bench.names());
        names.add(PEERS);
        return names;
    }
}
