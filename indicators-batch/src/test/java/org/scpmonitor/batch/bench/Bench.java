package org.scpmonitor.batch.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Runs the benchmarks that are named, or all of them, each on a durable PostgreSQL of its own: every commit is on disk
 * before it is acknowledged.
 */
public final class Bench {

    private enum Name {
        INTAKE(IntakeBench::run),
        REFRESH(RefreshBench::run),
        FIGURES(FiguresBench::run);

        private final Consumer<BenchServer> body;

        Name(Consumer<BenchServer> body) {
            this.body = body;
        }
    }

    private Bench() {}

    /** Their names, as they are asked for. */
    public static List<String> names() {
        return Arrays.stream(Name.values())
                .map(name -> name.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** @throws IllegalArgumentException where no benchmark has one of the names */
    public static void main(String[] names) {
        List<Name> chosen = names.length == 0
                ? List.of(Name.values())
                : Arrays.stream(names)
                        .map(name -> Name.valueOf(name.toUpperCase(Locale.ROOT)))
                        .toList();
        for (Name name : chosen) {
            try (var server = BenchServer.start(Path.of("target", "bench"))) {
                name.body.accept(server);
            }
        }
    }

    /** Prints a figure beside its baseline of the same run, and how many times the baseline it is. */
    public static void figure(String name, double value, String unit, double baseline) {
        System.out.printf(
                Locale.ROOT,
                "bench %s value=%s unit=%s baseline=%s ratio=%.2f%n",
                name,
                number(value),
                unit,
                number(baseline),
                value / baseline);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.2f" : "%.0f", value);
    }

    /** The middle one of several measurements. */
    public static double median(List<Double> measured) {
        return measured.stream().sorted().toList().get(measured.size() / 2);
    }
}
