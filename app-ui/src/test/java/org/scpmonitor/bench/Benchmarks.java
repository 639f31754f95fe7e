package org.scpmonitor.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.scpmonitor.batch.bench.Bench;
import org.scpmonitor.batch.bench.BenchServer;

/** Runs the benchmarks that are named, or all of them: those of the jobs, and those of the whole monitor. */
public final class Benchmarks {

    private interface Body {
        void run(BenchServer server) throws Exception;
    }

    private static final Map<String, Body> OWN = Map.of("peers", PeersBench::run, "dashboard", DashboardBench::run);

    private Benchmarks() {}

    /** @throws IllegalArgumentException where no benchmark has one of the names */
    public static void main(String[] names) throws Exception {
        for (String name : names.length == 0 ? all() : List.of(names)) {
            Body own = OWN.get(name.toLowerCase(Locale.ROOT));
            if (own != null) {
                try (var server = BenchServer.start(Path.of("target", "bench"))) {
                    own.run(server);
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
        names.addAll(OWN.keySet());
        return names;
    }
}
