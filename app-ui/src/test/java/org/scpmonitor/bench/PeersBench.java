package org.scpmonitor.bench;

import static org.scpmonitor.bench.PeersData.COUNTRIES;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.scpmonitor.actual.Reach;
import org.scpmonitor.actual.Refresh;
import org.scpmonitor.batch.bench.Bench;
import org.scpmonitor.batch.bench.BenchServer;
import org.scpmonitor.batch.bench.ByHand;
import org.scpmonitor.batch.schedule.Runner;
import org.scpmonitor.running.Caller;
import org.scpmonitor.running.Form;
import org.scpmonitor.running.RunningMonitor;
import org.scpmonitor.running.Statements;
import org.scpmonitor.world.TestDatabase;

/**
 * The whole monitor with the shape of data that the best-known peer was measured with: 4 countries × 250 institutions ×
 * 40 indicators × 48 months = 1.92 million values, sent, approved and asked for through REST. Callers are in the same
 * process. Fewer months by {@code -Dbench.months=12}.
 */
final class PeersBench {

    private static final int MONTHS = Integer.getInteger("bench.months", 48);
    private static final int TIMES = Integer.getInteger("bench.times", 1_000);
    private static final int CLIENTS = 8;
    private static final int ROUNDS = 7;

    private final BenchServer server;
    private final TestDatabase database;
    private final RunningMonitor monitor;
    private final Work work;

    private PeersBench(BenchServer server, TestDatabase database, RunningMonitor monitor) {
        this.server = server;
        this.database = database;
        this.monitor = monitor;
        this.work = new Work(monitor, database);
    }

    static void run(BenchServer server) throws IOException {
        try (TestDatabase database = server.create()) {
            PeersData.prepare(database.sql());
            long start = System.nanoTime();
            try (var monitor = RunningMonitor.on(
                    database, "scp.role=all", "scp.database.connections=20", "logging.level.root=warn")) {
                System.out.printf("started in %.1f s%n", (System.nanoTime() - start) / 1e9);
                monitor.createDemoAccounts();
                var bench = new PeersBench(server, database, monitor);
                bench.memory("peers.memory.idle", Memory.idle());
                bench.imports();
                bench.rebuild();
                bench.change();
                bench.queries();
                bench.passwords();
            }
        }
    }

    private void memory(String name, Memory memory) {
        Bench.figure(name, memory.resident(), "MB", memory.heap());
    }

    private void imports() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String country : COUNTRIES) {
            files.add(PeersData.file(server.home().resolve(country + ".csv"), country, MONTHS));
        }
        Memory.forgetPeak();
        long start = System.nanoTime();
        List<Long> sent = atOnce(IntStream.range(0, files.size())
                .<Callable<Long>>mapToObj(i -> () -> work.send(
                        PeersData.coordinator(COUNTRIES.get(i)),
                        PeersData.institution(COUNTRIES.get(i), 0),
                        new Form().file("file", files.get(i))))
                .toList());
        sent.forEach(id -> Work.await(() -> work.state(id).equals("validated")));
        double ready = seconds(start);
        for (int i = 0; i < files.size(); i++) {
            work.step(PeersData.coordinator(COUNTRIES.get(i)), sent.get(i), "submit");
            work.step("manager", sent.get(i), "approve");
        }
        Work.await(() -> work.count("select count(*) from submission where accepted_at is not null") == files.size());
        double accepted = seconds(start);
        Work.await(() -> work.count("select count(*) from touched") == 0);
        System.out.printf("ready in %.2f s, accepted in %.2f s, figures in %.2f s%n", ready, accepted, seconds(start));
        memory("peers.memory.importing", Memory.peak());
        Path rows = server.home().resolve("rows.copy");
        Alone.copyOut(database, rows);
        int values = PeersData.rows(MONTHS);
        double keyed = Alone.copyIn(database, rows, false);
        double withForeignKeys = Alone.copyIn(database, rows, true);
        Bench.figure("peers.import.ready", values / ready, "rows/s", values / keyed);
        Bench.figure("peers.import", values / accepted, "rows/s", values / keyed);
        Bench.figure("peers.import.foreign-keys", values / accepted, "rows/s", values / withForeignKeys);
    }

    private void rebuild() {
        DSLContext sql = database.sql();
        double ours = 0;
        double byHand = 0;
        for (int round = 0; round < 2; round++) {
            sql.execute("delete from assessment");
            sql.execute("delete from figure");
            sql.execute("vacuum figure");
            double before = spent("rebuildActuals");
            monitor.part(Refresh.class).request("bench", null);
            monitor.part(Runner.class).finish(Runner.ALL_FIGURES);
            ours = spent("rebuildActuals") - before;
            byHand = ByHand.rebuild(sql);
        }
        ByHand.compare(sql);
        Bench.figure("peers.rebuild", ours, "ms", byHand);
    }

    /** From the approval until the API tells another figure. */
    private void change() {
        Alone.keepSums(database.sql());
        Latency alone = Latency.of(1, 100, () -> Alone.change(database));
        String path = "/api/v1/actuals?country=CL&indicator=I-00&from=2023-12&to=2023-12&periodicity=month";
        List<Double> visible = new ArrayList<>();
        List<Double> whole = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            String before = value(path);
            String text =
                    "institution,indicator,period,value,unit\nCL-000,I-00,2023-12,%d.5,t\n".formatted(round + 100);
            long start = System.nanoTime();
            long id = work.send(
                    "reporter.CL-000",
                    "CL-000",
                    new Form().file("file", "changed.csv", text.getBytes(StandardCharsets.UTF_8)));
            Work.await(() -> work.state(id).equals("validated"));
            work.step("reporter.CL-000", id, "submit");
            long approved = System.nanoTime();
            work.step("manager", id, "approve");
            Work.await(() -> !value(path).equals(before));
            visible.add(seconds(approved) * 1e3);
            whole.add(seconds(start) * 1e3);
        }
        Bench.figure("peers.visible", Bench.median(visible), "ms", alone.p50());
        Bench.figure("peers.visible.from-upload", Bench.median(whole), "ms", alone.p50());
    }

    private void queries() {
        String ten = IntStream.range(0, 10).mapToObj(BenchServer::indicator).collect(Collectors.joining(","));
        query(
                "a",
                "/api/v1/actuals?periodicity=month&from=2023-01&to=2023-12&size=1000&indicator=" + ten,
                "f.period_months = 1 and f.period_start >= '2023-01-01' and i.code = any('{" + ten + "}')");
        query(
                "b",
                "/api/v1/actuals?periodicity=month&country=PE&from=2020-01&to=2023-12",
                "f.period_months = 1 and f.country = 'PE' and f.period_start >= '2020-01-01'");
        var ratio = new Reach(PeersData.ratio(database.sql()), null, null);
        monitor.part(Refresh.class).request("bench", null, List.of(ratio));
        monitor.part(Runner.class).finish(Runner.ALL_FIGURES);
        query(
                "c",
                "/api/v1/actuals?periodicity=year&from=2020&to=2023&indicator=" + PeersData.RATIO,
                "f.period_months = 12 and f.period_start >= '2020-01-01' and i.code = '" + PeersData.RATIO + "'");
    }

    private void query(String name, String path, String where) {
        // The long one is more than a page of JSON may hold.
        String[] headers = {"Accept", name.equals("b") ? "text/csv" : "application/json"};
        Caller anyone = monitor.anyone();
        int statements = Statements.of(monitor.part(DSLContext.class)).during(() -> Work.ok(anyone.get(path, headers)));
        Latency alone = Latency.of(1, TIMES, Alone.read(database, where));
        Latency one = Latency.of(1, TIMES, () -> () -> Work.ok(anyone.get(path, headers)));
        Latency many = Latency.of(CLIENTS, TIMES, () -> () -> Work.ok(anyone.get(path, headers)));
        Bench.figure("peers." + name + ".p50", one.p50(), "ms", alone.p50());
        Bench.figure("peers." + name + ".p95", one.p95(), "ms", alone.p95());
        Bench.figure("peers." + name + ".clients-" + CLIENTS + ".p50", many.p50(), "ms", one.p50());
        Bench.figure("peers." + name + ".clients-" + CLIENTS + ".p95", many.p95(), "ms", one.p95());
        Bench.figure("peers." + name + ".clients-" + CLIENTS, many.perSecond(), "requests/s", one.perSecond());
        Bench.figure("peers." + name + ".statements", statements, "statements", 1);
    }

    /** What the password costs, beside the same call without one. */
    private void passwords() {
        String path = "/api/v1/actuals?periodicity=year&country=PE&indicator=I-00";
        Latency without =
                Latency.of(1, TIMES, () -> () -> Work.ok(monitor.anyone().get(path)));
        Latency with =
                Latency.of(1, TIMES, () -> () -> Work.ok(monitor.as("manager").get(path)));
        Bench.figure("peers.basic.p50", with.p50(), "ms", without.p50());
        Bench.figure("peers.basic.p95", with.p95(), "ms", without.p95());
    }

    private String value(String path) {
        return Work.json(Work.ok(monitor.anyone().get(path)))
                .get("items")
                .get(0)
                .get("value")
                .asString();
    }

    private double spent(String job) {
        return monitor.part(MeterRegistry.class).find("scp.job.step").tag("job", job).timers().stream()
                .mapToDouble((Timer timer) -> timer.totalTime(TimeUnit.MILLISECONDS))
                .sum();
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) {
        try (ExecutorService threads = Executors.newFixedThreadPool(work.size())) {
            List<T> done = new ArrayList<>();
            for (Future<T> each : threads.invokeAll(work)) {
                done.add(each.get());
            }
            return done;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
