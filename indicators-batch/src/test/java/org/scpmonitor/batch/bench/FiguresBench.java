package org.scpmonitor.batch.bench;

import static org.scpmonitor.batch.bench.BenchServer.INDICATORS;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.scpmonitor.actual.ActualQueries;
import org.scpmonitor.actual.ActualQueries.Filter;
import org.scpmonitor.batch.intake.Intake;
import org.scpmonitor.batch.world.Monitor;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.calendar.Periodicity;
import org.scpmonitor.provenance.ProvenanceQueries;
import org.scpmonitor.submission.Upload;
import org.scpmonitor.world.TestDatabase;

/**
 * Figures of ten million observations: 1,000 institutions, 40 monthly indicators, 250 months. The rebuild of all of them
 * stands beside SQL written by hand that makes the same columns, levels and constraints, the refresh after 1,000 changed
 * rows beside the same with one million observations stored.
 */
final class FiguresBench {

    private static final int MONTHS = 250;
    private static final int FEW_MONTHS = 25;
    private static final int ROWS_SENT = 1000;
    private static final int CALCULATED = 20;
    private static final int ROUNDS = 7;
    private static final YearMonth LAST = YearMonth.of(2025, 12);

    private final BenchServer server;

    private FiguresBench(BenchServer server) {
        this.server = server;
    }

    static void run(BenchServer server) {
        new FiguresBench(server).run();
    }

    private void run() {
        double few = 0;
        double fewOfManyMonths = 0;
        double fewCalculated = 0;
        for (int months : new int[] {FEW_MONTHS, MONTHS}) {
            try (TestDatabase database = server.create();
                    var monitor = new Monitor(database)) {
                BenchServer.inFourCountries(database.sql());
                BenchServer.observations(database.sql(), LAST.atDay(1), months);
                if (months == MONTHS) {
                    rebuild(database.sql(), monitor);
                } else {
                    monitor.rebuild();
                }
                double refresh = refresh(monitor, FiguresBench::oneMonth);
                double manyMonths = refresh(monitor, FiguresBench::manyMonths);
                calculate(database.sql());
                monitor.rebuild();
                double calculated = refresh(monitor, FiguresBench::oneMonthAgain);
                if (months == MONTHS) {
                    Bench.figure("figures.refresh", refresh, "ms", few);
                    Bench.figure("figures.refresh.many-months", manyMonths, "ms", fewOfManyMonths);
                    Bench.figure("figures.refresh.calculated", calculated, "ms", fewCalculated);
                    provenance(database.sql(), monitor, "I-00");
                    provenance(database.sql(), monitor, "C-00");
                    asOf(monitor);
                }
                few = refresh;
                fewOfManyMonths = manyMonths;
                fewCalculated = calculated;
            }
        }
    }

    /** Twenty indicators that a factor makes of twenty others. */
    private static void calculate(DSLContext sql) {
        sql.execute("""
                insert into factor (code, kind, category, unit, name_es, name_en, name_de, sort)
                select 'EF-' || n, 'emission', 'fuel', 't{CO2e}/t', 'F', 'F', 'F', n
                from generate_series(0, ? - 1) n
                """, CALCULATED);
        sql.execute("""
                insert into factor_version (factor_id, valid_from, version, value, lower, upper, source_title, known_from)
                select id, '1990-01-01', 1, 2.5, 2.4, 2.6, 'IPCC', (select max(moment) from knowledge) from factor
                """);
        sql.execute("""
                insert into indicator (code, sort) select 'C-' || lpad(n::text, 2, '0'), 100 + n
                from generate_series(0, ? - 1) n
                """, CALCULATED);
        sql.execute("""
                create temporary table made as
                select v.* from indicator_version v join indicator i on i.id = v.indicator_id where i.code = 'I-00'
                """);
        sql.execute("update made set unit = 't{CO2e}'");
        sql.fetch("select id from indicator where code like 'C-%'").forEach(row -> {
            sql.execute("update made set indicator_id = ?", row.get(0, Integer.class));
            sql.execute("insert into indicator_version select * from made");
        });
        sql.execute("""
                insert into formula (indicator_id, valid_from, version, expression, known_from)
                select c.id, '1990-01-01', 1, 'I-' || right(c.code, 2) || ' * EF-' || right(c.code, 2)::int,
                       (select max(moment) from knowledge)
                from indicator c where c.code like 'C-%'
                """);
        sql.execute("""
                insert into formula_input
                select f.id, i.id, 0 from formula f
                join indicator c on c.id = f.indicator_id
                join indicator i on i.code = 'I-' || right(c.code, 2)
                """);
        sql.execute("""
                insert into formula_factor
                select f.id, e.id from formula f
                join indicator c on c.id = f.indicator_id
                join factor e on e.code = 'EF-' || right(c.code, 2)::int
                """);
    }

    /** Twice each: the first ones fill caches. */
    private static void rebuild(DSLContext sql, Monitor monitor) {
        double ours = 0;
        double byHand = 0;
        for (int round = 0; round < 2; round++) {
            sql.execute("delete from assessment");
            sql.execute("delete from figure");
            sql.execute("vacuum figure");
            double before = spent(monitor, "rebuildActuals");
            monitor.rebuild();
            ours = spent(monitor, "rebuildActuals") - before;
            byHand = ByHand.rebuild(sql);
            System.out.printf("rebuilt in %.0f ms, by hand in %.0f ms%n", ours, byHand);
        }
        ByHand.compare(sql);
        Bench.figure("figures.rebuild", ours, "ms", byHand);
    }

    private static double refresh(Monitor monitor, IntFunction<String> file) {
        List<Double> measured = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            double before = spent(monitor, "refreshActuals");
            long submission = monitor.part(Intake.class)
                    .receive(
                            new Upload(BenchServer.institution(0), "coordinator.CL", "corrected.csv"),
                            new ByteArrayInputStream(file.apply(round).getBytes(StandardCharsets.UTF_8)))
                    .submission();
            monitor.work(submission);
            monitor.approved(submission);
            measured.add(spent(monitor, "refreshActuals") - before);
        }
        System.out.println("refreshed in ms: " + measured);
        return Bench.median(measured.subList(2, ROUNDS));
    }

    /** A year's figure of a country, with what made it and the first page of its sources. */
    private static void provenance(DSLContext sql, Monitor monitor, String indicator) {
        var provenance = monitor.part(ProvenanceQueries.class);
        long figure = sql.fetchSingle("""
                        select a.id from actual a
                        join indicator i on i.id = a.indicator_id
                        where a.known_until = 'infinity' and a.programme_id is null and a.country = 'CL'
                          and a.period_months = 12 and a.period_start = '2024-01-01' and i.code = ?
                        """, indicator).get(0, Long.class);
        double took = median(() -> {
            if (!provenance.find(figure).orElseThrow().agrees()) {
                throw new IllegalStateException("The figure " + figure + " isn't what its leaves give");
            }
            provenance.listSources(figure, 0, 20);
        });
        double bare = median(() -> sql.fetch("select value from actual where id = ?", figure));
        Bench.figure("figures.provenance." + indicator, took, "ms", bare);
    }

    /** Four countries × ten indicators × twelve months, as known before the corrections and now. */
    private static void asOf(Monitor monitor) {
        Instant before = monitor.part(DSLContext.class)
                .fetchSingle("select min(moment) from refresh_run where cause = 'rebuild' and id in (select max(id)"
                        + " from refresh_run where cause = 'rebuild')")
                .get(0, Instant.class);
        var actuals = monitor.part(ActualQueries.class);
        double now = median(() -> read(actuals, AsOf.NOW));
        double then = median(() -> read(actuals, new AsOf(before)));
        Bench.figure("figures.as-of", then, "ms", now);
    }

    private static void read(ActualQueries actuals, AsOf asOf) {
        for (int k = 0; k < 10; k++) {
            actuals.list(new Filter(
                            List.of(),
                            List.of(),
                            List.of(BenchServer.indicator(k)),
                            LocalDate.of(2025, 1, 1),
                            LocalDate.of(2026, 1, 1),
                            Periodicity.MONTH,
                            ActualQueries.PartOf.WHOLE,
                            asOf))
                    .page(0, 1000);
        }
    }

    private static double median(Runnable work) {
        List<Double> measured = new ArrayList<>();
        for (int round = 0; round < 3 * ROUNDS; round++) {
            long start = System.nanoTime();
            work.run();
            measured.add((System.nanoTime() - start) / 1e6);
        }
        return Bench.median(measured.subList(ROUNDS, 3 * ROUNDS));
    }

    private static double spent(Monitor monitor, String job) {
        Stream<Timer> timers = monitor.part(MeterRegistry.class).find("scp.job.step").tag("job", job).timers().stream();
        return timers.mapToDouble(timer -> timer.totalTime(TimeUnit.MILLISECONDS))
                .sum();
    }

    /** A country's monthly file: one month of 25 institutions. */
    private static String oneMonth(int round) {
        return text(i -> "%s,%s,%s,%d.5,t"
                .formatted(
                        BenchServer.institution(25 * round + i / INDICATORS),
                        BenchServer.indicator(i % INDICATORS),
                        LAST.minusMonths(round),
                        round));
    }

    /** The same institutions correct their month. */
    private static String oneMonthAgain(int round) {
        return oneMonth(round).replace(".5,t", ".75,t");
    }

    /** An institution that corrects 25 months. */
    private static String manyMonths(int round) {
        return text(i -> "%s,%s,%s,%d.25,t"
                .formatted(
                        BenchServer.institution(round),
                        BenchServer.indicator(i % INDICATORS),
                        LAST.minusMonths(i / INDICATORS),
                        i / INDICATORS));
    }

    private static String text(IntFunction<String> row) {
        return "institution,indicator,period,value,unit\n"
                + IntStream.range(0, ROWS_SENT).mapToObj(row).collect(Collectors.joining("\n"));
    }
}
