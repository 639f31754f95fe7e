package org.scpmonitor.batch.bench;

import static org.scpmonitor.batch.bench.BenchServer.INDICATORS;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.scpmonitor.batch.world.Monitor;
import org.scpmonitor.world.TestDatabase;

/** Fresh figures after a submission of 1,000 rows, with five million observations stored; beside one million. */
final class RefreshBench {

    private static final int MONTHS_SENT = 25;
    private static final int ROUNDS = 7;

    private RefreshBench() {}

    static void run(BenchServer server) {
        double few = refresh(server, 100);
        double many = refresh(server, 500);
        Bench.figure("refresh", many, "ms", few);
    }

    /** Milliseconds of a refresh where every institution has reported every indicator for as many months. */
    private static double refresh(BenchServer server, int months) {
        try (TestDatabase database = server.create();
                var monitor = new Monitor(database)) {
            store(database, months);
            List<Double> measured = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                double before = spent(monitor);
                monitor.approved(monitor.sent(BenchServer.institution(round), "corrected.csv", text(round)));
                measured.add(spent(monitor) - before);
            }
            System.out.println(months + " months: " + measured + " ms");
            // The first ones warm up.
            return Bench.median(measured.subList(2, ROUNDS));
        }
    }

    private static double spent(Monitor monitor) {
        var timer = monitor.part(MeterRegistry.class)
                .find("scp.job.step")
                .tag("job", "refreshActuals")
                .timer();
        return timer == null ? 0 : timer.totalTime(TimeUnit.MILLISECONDS);
    }

    /** Stores observations as acceptance would have, in its order. */
    private static void store(TestDatabase database, int months) {
        database.sql().execute("""
                insert into observation (institution_id, indicator_id, disaggregation_id, period_start, period_months,
                                         sheet, row_number, column_number, status, submission_id, known_from,
                                         value, reported_value, reported_unit, text_read)
                select i.id, x.indicator_id, 0, date '2026-01-01' - make_interval(months => m), 1, 0, 1, 4, '', 0, k.moment,
                       m + i.id / 100.0, m + i.id / 100.0, 't', 't'
                from generate_series(1, ?) m
                cross join institution i
                cross join current_indicator x
                cross join (select max(moment) as moment from knowledge) k
                order by x.indicator_id, m desc, i.id
                """, months);
        database.sql().execute("vacuum analyze observation");
    }

    private static String text(int round) {
        return "institution,indicator,period,value,unit\n"
                + IntStream.range(0, INDICATORS * MONTHS_SENT)
                        .mapToObj(i -> "%s,%s,%s,%d.5,t"
                                .formatted(
                                        BenchServer.institution(round),
                                        BenchServer.indicator(i % INDICATORS),
                                        YearMonth.of(2023, 12).plusMonths(i / INDICATORS),
                                        i))
                        .collect(Collectors.joining("\n"));
    }
}
