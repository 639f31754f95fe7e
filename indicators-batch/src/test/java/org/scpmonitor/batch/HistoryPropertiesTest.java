package org.scpmonitor.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.jooq.DSLContext;
import org.scpmonitor.actual.Reach;
import org.scpmonitor.actual.Refresh;
import org.scpmonitor.approval.ValueRemarks.Cell;
import org.scpmonitor.approval.ValueRemarks.Remark;
import org.scpmonitor.batch.world.Monitor;
import org.scpmonitor.provenance.ProvenanceQueries;
import org.scpmonitor.submission.SubmissionState.Action;
import org.scpmonitor.submission.Submissions;
import org.scpmonitor.world.TestDatabase;
import org.scpmonitor.world.World;

class HistoryPropertiesTest {

    /** What one institution reports of an indicator for a period. */
    record Key(String indicator, String period, String disaggregation) {

        /** Of a total, or of a part that is smaller than any total. */
        String amount(int number) {
            return disaggregation.isEmpty() ? number + ".5" : "0.0" + number + "5";
        }
    }

    /**
     * A file of an institution, and whether it is approved or taken back.
     *
     * @param leftOut whether values with this number are left out of the approval
     */
    record Sent(String institution, String fileName, Map<Key, Integer> values, boolean approved, Set<Integer> leftOut) {

        /** Those that are approved; all where none would be left. */
        Map<Key, Integer> remaining() {
            Map<Key, Integer> remaining = new LinkedHashMap<>(values);
            remaining.values().removeAll(leftOut);
            return remaining.isEmpty() ? values : remaining;
        }

        List<Remark> remarks() {
            List<Key> rows = List.copyOf(values.keySet());
            return rows.stream()
                    .filter(key -> !remaining().containsKey(key))
                    .map(key -> new Remark(new Cell("", rows.indexOf(key) + 2, 4), "unproven"))
                    .toList();
        }

        String text() {
            return "institution,indicator,period,value,unit,disaggregation\n"
                    + values.entrySet().stream()
                            .map(each -> "%s,%s,%s,%s,%s,%s"
                                    .formatted(
                                            institution,
                                            each.getKey().indicator(),
                                            each.getKey().period(),
                                            each.getKey().amount(each.getValue()),
                                            each.getKey().indicator().equals("STAFF") ? "persons" : "t",
                                            each.getKey().disaggregation()))
                            .collect(Collectors.joining("\n"));
        }
    }

    @Provide
    Arbitrary<List<Sent>> histories() {
        Arbitrary<Key> yearly = Combinators.combine(
                        Arbitraries.of("WAS", "STAFF"), Arbitraries.of("2020", "2021", "2022"))
                .as((indicator, year) -> new Key(indicator, year, ""));
        Arbitrary<Key> parts = Combinators.combine(
                        Arbitraries.of("2020", "2021", "2022"), Arbitraries.of("FRACTION=FOOD", "FRACTION=GLASS"))
                .as((year, part) -> new Key("WAS", year, part));
        Arbitrary<Key> monthly = Combinators.combine(
                        Arbitraries.of("MONTHLY", "MEAN"),
                        Arbitraries.of("2020-01", "2020-02", "2020-07", "2021-03", "2021-04"))
                .as((indicator, month) -> new Key(indicator, month, ""));
        Arbitrary<Map<Key, Integer>> values = Arbitraries.maps(
                        Arbitraries.oneOf(yearly, parts, monthly),
                        Arbitraries.integers().between(0, 9))
                .ofMinSize(1)
                .ofMaxSize(6);
        return Combinators.combine(
                        Arbitraries.of("CL-A", "CL-B", "PE-A"),
                        Arbitraries.of("one.csv", "two.csv"),
                        values,
                        Arbitraries.of(true, true, true, false),
                        Arbitraries.integers().between(0, 9).set().ofMaxSize(4))
                .as(Sent::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void figures_follow_from_observations_and_the_past_stays_as_it_was_known(@ForAll("histories") List<Sent> history) {
        try (var database = TestDatabase.create()) {
            World world = World.in(database)
                    .institution("CL-A")
                    .institution("CL-B")
                    .institution("PE-A")
                    .indicator("WAS", "t", 12, "sum", "sum")
                    .indicator("STAFF", "{person}", 12, "sum", "last")
                    .indicator("MONTHLY", "t", 1, "sum", "sum")
                    .indicator("MEAN", "t", 1, "mean", "mean")
                    .ratio("PERHEAD", "kg/{person}", "WAS", "STAFF", "1000")
                    .dimension("WAS", "FRACTION", "FOOD", "GLASS")
                    .baseline("WAS", "2020")
                    .target("WAS", "2030", "3")
                    .target("PERHEAD", "2030", "100")
                    .indicator("CARBON", "kg{CO2e}", 12, "sum", "sum")
                    .indicator("TWICE", "t{CO2e}", 12, "sum", "sum")
                    .indicator("RISE", "t", 1, "sum", "sum")
                    .factor("EF", "emission", "kg{CO2}/t")
                    .factor("GWP-CO2", "gwp", "kg{CO2e}/kg{CO2}")
                    .value("EF", "", "3", "0.1")
                    .value("GWP-CO2", "AR5", "1", null)
                    .value("GWP-CO2", "AR6", "1.1", null)
                    .uncertainty("WAS", "5")
                    .formula("CARBON", "(WAS if missing MONTHLY) * EF * GWP-CO2")
                    .formula("TWICE", "2 * CARBON")
                    .formula("RISE", "MONTHLY - previous period of MONTHLY")
                    .indicator("SIGNED", "1", 12, "sum", "last")
                    .indicator("GREW", "1", 12, "sum", "sum")
                    .indicator("TRAINED", "1", 1, "sum", "last")
                    .indicator("LOAD", "t", 12, "sum", "sum")
                    .formula("SIGNED", "tally(agreements_signed)")
                    .formula("GREW", "SIGNED - previous period of SIGNED if missing SIGNED")
                    .formula("TRAINED", "2 * tally(officials_trained)")
                    .formula("LOAD", "WAS * tally(agreements_signed)");
            try (var monitor = new Monitor(database)) {
                monitor.rebuild();
                Map<String, BigDecimal> accepted = new TreeMap<>();
                Map<Instant, List<String>> answers = new LinkedHashMap<>();
                for (Sent sent : history) {
                    take(monitor, sent, accepted);
                    corrected(world, database, monitor, 3 + answers.size());
                    counted(world, monitor, sent, answers.size());
                    Instant now = database.sql()
                            .fetchSingle("select settle_knowledge(clock_timestamp())")
                            .get(0, Instant.class);
                    answers.put(now, monitor.knownAt(now));
                }

                assertThat(totals(database)).isEqualTo(sums(accepted));
                var provenance = monitor.part(ProvenanceQueries.class);
                assertThat(database.sql().fetch("select id from actual").getValues(0, Long.class))
                        .allSatisfy(id ->
                                assertThat(provenance.find(id).orElseThrow()).matches(figure -> figure.agrees()));
                List<String> incremental = monitor.known();
                monitor.rebuild();
                assertThat(monitor.known()).isEqualTo(incremental);
                answers.forEach((moment, answer) -> assertThat(monitor.knownAt(moment))
                        .as("as of %s", moment)
                        .isEqualTo(answer));
            }
        }
    }

    /** A factor turns out to be another, and what it reaches is computed anew. */
    private static void corrected(World world, TestDatabase database, Monitor monitor, int value) {
        world.value("EF", "", Integer.toString(value), "0.2");
        int carbon = database.sql()
                .fetchSingle("select id from indicator where code = 'CARBON'")
                .get(0, Integer.class);
        database.sql()
                .transaction(tx -> monitor.part(Refresh.class).request("factor", null, List.of(Reach.all(carbon))));
        monitor.work(0);
    }

    /** An entry of the register is made, changed or taken back, and what counts it is computed anew. */
    private static void counted(World world, Monitor monitor, Sent sent, int number) {
        String entry = sent.fileName().startsWith("one") ? "ONE" : "TWO";
        int amount = 1 + sent.values().values().iterator().next();
        if (!sent.approved()) {
            world.withdrawn(entry);
        } else if (number % 2 == 0) {
            world.counted(entry, sent.institution(), "agreements_signed", "202" + amount % 4 + "-12-31", amount);
        } else {
            world.counted(entry, sent.institution(), "officials_trained", "2026-0" + (1 + amount % 9) + "-01", amount);
        }
        monitor.work(0);
    }

    private static void take(Monitor monitor, Sent sent, Map<String, BigDecimal> accepted) {
        long submission = monitor.sent(sent.institution(), sent.fileName(), sent.text());
        assertThat(monitor.findings(submission)).isEmpty();
        if (sent.approved()) {
            boolean first = monitor.state(submission).equals("validated");
            if (first) {
                approve(monitor, sent, submission);
                sent.remaining()
                        .forEach((key, value) -> accepted.put(
                                key.indicator() + " " + key.period() + " " + key.disaggregation() + "|"
                                        + sent.institution(),
                                new BigDecimal(key.amount(value))));
            }
        } else {
            monitor.act(submission, Action.WITHDRAW, "reporter." + sent.institution());
        }
    }

    /** Approving a submission as a whole makes of the figures what was foreseen. */
    private static void approve(Monitor monitor, Sent sent, long submission) {
        monitor.act(submission, Action.SUBMIT, "reporter." + sent.institution());
        monitor.work(submission);
        DSLContext sql = monitor.part(DSLContext.class);
        Map<String, String> expected = figures(sql);
        expected.putAll(foreseen(sql, submission));
        expected.values().removeIf(String::isEmpty);
        monitor.part(Submissions.class).act(submission, Action.APPROVE, "manager", "", sent.remarks());
        monitor.work(submission);
        if (sent.remarks().isEmpty()) {
            assertThat(figures(sql)).isEqualTo(expected);
        }
    }

    private static Map<String, String> figures(DSLContext sql) {
        return named(sql, """
                select concat_ws(' ', programme_id, indicator_id, disaggregation_id, period_start, period_months),
                       coalesce(trim_scale(value)::text, '')
                from actual where programme_id is not null and known_until = 'infinity' and value is not null
                """);
    }

    private static Map<String, String> foreseen(DSLContext sql, long submission) {
        return named(sql, """
                select concat_ws(' ', programme_id, indicator_id, disaggregation_id, period_start, period_months),
                       coalesce(trim_scale(new_value)::text, '')
                from prospect_figure where submission_id =
                """ + submission);
    }

    private static Map<String, String> named(DSLContext sql, String query) {
        Map<String, String> named = new TreeMap<>();
        sql.fetch(query).forEach(row -> named.put(row.get(0, String.class), row.get(1, String.class)));
        return named;
    }

    /** What Chile reported in total, as it follows from the values accepted last. */
    private static Map<String, BigDecimal> sums(Map<String, BigDecimal> accepted) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        accepted.forEach((key, value) -> {
            if (key.contains("|CL-") && !key.startsWith("MEAN")) {
                sums.merge(key.substring(0, key.indexOf('|')), value, BigDecimal::add);
            }
        });
        return sums;
    }

    private static Map<String, BigDecimal> totals(TestDatabase database) {
        Map<String, BigDecimal> totals = new TreeMap<>();
        database.sql().fetch("""
                        select i.code || ' ' || case a.period_months when 12 then to_char(a.period_start, 'YYYY')
                                                else to_char(a.period_start, 'YYYY-MM') end || ' ' || d.key, a.value
                        from actual a
                        join current_indicator i using (indicator_id)
                        join disaggregation d on d.id = a.disaggregation_id
                        where a.country = 'CL' and a.programme_id is null and a.known_until = 'infinity'
                          and i.code in ('WAS', 'STAFF', 'MONTHLY') and a.period_months = i.period_months
                        """).forEach(row -> totals.put(row.get(0, String.class), row.get(1, BigDecimal.class)));
        return totals;
    }
}
