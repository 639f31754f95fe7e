package org.scpmonitor.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.scpmonitor.actual.Refresh;
import org.scpmonitor.batch.bench.Bench;
import org.scpmonitor.batch.bench.BenchServer;
import org.scpmonitor.batch.schedule.Runner;
import org.scpmonitor.bench.ServerTimes.Read;
import org.scpmonitor.running.Form;
import org.scpmonitor.running.RunningMonitor;
import org.scpmonitor.running.Statements;
import org.scpmonitor.security.DemoAccounts;
import org.scpmonitor.world.TestDatabase;

/**
 * Fifty people, signed in, read overview, programmes and indicators of ten million observations while corrections of 1,000
 * rows are accepted and refreshed one after the other; each looks at a page for ten seconds on average. Every window has
 * its connection for pushes. Measured are the pages' requests, as the server sees them; readers are in the same process.
 * Then a browser. Fewer months by {@code -Dbench.months=25}.
 */
final class DashboardBench {

    private static final int MONTHS = Integer.getInteger("bench.months", 250);
    private static final int READERS = 50;
    private static final int PAGES = Integer.getInteger("bench.pages", 20);
    /** For how long somebody looks at a page before the next, on average, in milliseconds. */
    private static final int PAUSE = Integer.getInteger("bench.pause", 10_000);

    /** Pages that are read before anything is measured: the monitor of a working day has compiled its code. */
    private static final int WARMING = 600;

    private static final int ROWS = 1_000;

    /** Whoever corrects asks this often whether it is done, in milliseconds: more would be work of the bench's own. */
    private static final int ASK = 100;

    private final RunningMonitor monitor;
    private final TestDatabase database;
    /** No file is one that was sent before, in another run on the same database either. */
    private final int run = 1 + new Random().nextInt(98);

    private DashboardBench(RunningMonitor monitor, TestDatabase database) {
        this.monitor = monitor;
        this.database = database;
    }

    static void run(BenchServer server) throws Exception {
        try (TestDatabase database = server.create()) {
            DashboardData.store(database.sql(), MONTHS);
            List<String> accounts = DashboardData.readers(database.sql(), READERS);
            try (var monitor = RunningMonitor.on(
                    database, "scp.role=all", "scp.database.connections=20", "logging.level.root=warn")) {
                monitor.createDemoAccounts();
                monitor.part(Refresh.class).request("bench", null);
                monitor.part(Runner.class).finish(Runner.ALL_FIGURES);
                Work.await(() -> database.sql()
                        .fetchSingle("select count(*) = 0 from refresh_run where assessed is null")
                        .get(0, Boolean.class));
                database.sql().execute("analyze");
                measure(monitor, database, accounts);
            }
        }
    }

    static void measure(RunningMonitor monitor, TestDatabase database, List<String> accounts)
            throws InterruptedException, ExecutionException {
        var bench = new DashboardBench(monitor, database);
        bench.statements(accounts.getFirst());
        bench.reading(accounts);
        new DashboardBrowser(monitor.address()).run();
    }

    /** A screen that is read, and how. */
    private record Page(String name, String path, String query) {
        static Page any(RandomGenerator chance) {
            String programme = DashboardData.PROGRAMMES.get(chance.nextInt(DashboardData.PROGRAMMES.size()));
            return switch (chance.nextInt(3)) {
                case 0 -> new Page("overview", "", "");
                case 1 -> new Page("programme", "programmes/" + programme, "");
                default ->
                    new Page(
                            "indicator",
                            "indicators/" + BenchServer.indicator(chance.nextInt(BenchServer.INDICATORS)),
                            "programme=" + programme);
            };
        }
    }

    private void statements(String account) {
        Reader reader = Reader.signIn(monitor.address(), account, DemoAccounts.PASSWORD);
        Statements counted = Statements.of(monitor.part(DSLContext.class));
        for (Page page : List.of(
                new Page("overview", "", ""),
                new Page("programme", "programmes/CL-P", ""),
                new Page("indicator", "indicators/" + BenchServer.indicator(1), "programme=CL-P"))) {
            reader.open(page.path(), page.query());
            // What the monitor does by itself meanwhile is counted too: the least is the page's own.
            int statements = Integer.MAX_VALUE;
            for (int i = 0; i < 3; i++) {
                // Nobody looks at figures before, so that nothing is answered by what was read for another.
                reader.open("methods", "");
                statements = Math.min(statements, counted.during(() -> reader.open(page.path(), page.query())));
            }
            Bench.figure("dashboard." + page.name() + ".statements", statements, "statements", 1);
        }
    }

    private void reading(List<String> accounts) throws InterruptedException, ExecutionException {
        ServerTimes times = ServerTimes.of(monitor);
        Reader first = Reader.signIn(monitor.address(), accounts.getFirst(), DemoAccounts.PASSWORD);
        read(List.of(first), WARMING, 0);
        double before = Memory.idle().heap();
        List<Reader> readers = accounts.stream()
                .map(account -> Reader.signIn(monitor.address(), account, DemoAccounts.PASSWORD))
                .toList();
        read(readers, 2, PAUSE / 10);
        times.take();
        read(readers, PAGES / 2, PAUSE);
        List<Read> quiet = times.take();
        var over = new AtomicBoolean();
        var refreshes = new AtomicInteger();
        long pushed = Reader.pushed();
        long start = System.nanoTime();
        try (ExecutorService background = Executors.newSingleThreadExecutor()) {
            Future<?> correcting = background.submit(() -> {
                while (!over.get()) {
                    correct(refreshes.getAndIncrement());
                }
            });
            read(readers, PAGES, PAUSE);
            over.set(true);
            correcting.get();
        }
        List<Read> busy = times.take();
        System.out.printf(
                "%d pages read in %d s during %d corrections of %d rows; %.1f MB pushed%n",
                busy.size(),
                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start),
                refreshes.get(),
                ROWS,
                (Reader.pushed() - pushed) / 1e6);
        for (String name : List.of("overview", "programme", "indicator")) {
            Bench.figure("dashboard." + name + ".p50", at(busy, name, 50), "ms", at(quiet, name, 50));
            Bench.figure("dashboard." + name + ".p95", at(busy, name, 95), "ms", at(quiet, name, 95));
        }
        Bench.figure("dashboard.p95", at(busy, "", 95), "ms", at(quiet, "", 95));
        double after = Memory.idle().heap();
        Bench.figure("dashboard.session", (after - before) / readers.size(), "MB", before);
    }

    /**
     * Everybody reads some pages, each at a pace of their own.
     *
     * @param pause of thinking before a page, on average, in milliseconds
     */
    private static void read(List<Reader> readers, int pages, int pause)
            throws InterruptedException, ExecutionException {
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> reading = new ArrayList<>();
            for (int i = 0; i < readers.size(); i++) {
                Reader reader = readers.get(i);
                // The first numbers of Random are nearly alike for seeds in a row: all would come at once.
                var chance = new SplittableRandom(i);
                reading.add(people.submit(() -> {
                    for (int k = 0; k < pages; k++) {
                        Thread.sleep((long) (-Math.log(1 - chance.nextDouble()) * pause));
                        Page page = Page.any(chance);
                        reader.open(page.name(), page.path(), page.query());
                    }
                    return null;
                }));
            }
            for (Future<?> each : reading) {
                each.get();
            }
        }
    }

    /** @param name of the page; empty for all */
    private static double at(List<Read> reads, String name, int percent) {
        List<Double> sorted = reads.stream()
                .filter(each -> name.isEmpty() || each.page().equals(name))
                .map(Read::milliseconds)
                .sorted()
                .toList();
        return sorted.get(sorted.size() * percent / 100);
    }

    /** A country's monthly file, from its sending to the refreshed figures. */
    private void correct(int round) {
        String text = "institution,indicator,period,value,unit\n"
                + IntStream.range(0, ROWS)
                        .mapToObj(i -> "CL-%03d,%s,%s,%d.%02d,t"
                                .formatted(
                                        i / BenchServer.INDICATORS,
                                        BenchServer.indicator(i % BenchServer.INDICATORS),
                                        DashboardData.LAST.toString().substring(0, 7),
                                        round,
                                        run))
                        .collect(Collectors.joining("\n"));
        var work = new Work(monitor, database);
        long submission = work.send(
                "coordinator.CL",
                "CL-000",
                new Form().file("file", "corrected.csv", text.getBytes(StandardCharsets.UTF_8)));
        Work.await(ASK, () -> work.state(submission).equals("validated"));
        work.step("coordinator.CL", submission, "submit");
        work.step("manager", submission, "approve");
        Work.await(
                ASK,
                () -> work.count("select count(*) from touched") == 0
                        && work.count("select count(*) from submission where accepted_at is not null and id = "
                                        + submission)
                                == 1);
    }
}
