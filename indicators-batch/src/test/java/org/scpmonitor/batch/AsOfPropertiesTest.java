package org.scpmonitor.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jooq.DSLContext;
import org.scpmonitor.actual.ActualQueries;
import org.scpmonitor.batch.world.Monitor;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.catalogue.IndicatorCatalogue;
import org.scpmonitor.factor.Factors;
import org.scpmonitor.formula.Formulas;
import org.scpmonitor.indicator.IndicatorList;
import org.scpmonitor.listing.Listing;
import org.scpmonitor.progress.ProgressQueries;
import org.scpmonitor.publication.Publications;
import org.scpmonitor.world.TestDatabase;
import org.scpmonitor.world.World;

/** What was known at a moment is answered alike for ever, whatever values, definitions, targets and factors come. */
class AsOfPropertiesTest {

    /** What may happen, each with a number that it depends on. */
    private enum Step {
        VALUE,
        DEFINITION,
        TARGET,
        FACTOR,
        FORMULA,
        ENTRY,
        WITHDRAWAL,
        PUBLICATION,
        REBUILD;

        void take(int number, World world, Monitor monitor, TestDatabase database) {
            DSLContext sql = database.sql();
            switch (this) {
                case VALUE ->
                    monitor.approved(monitor.sent(
                            "CL-A",
                            "a.csv",
                            "institution,indicator,period,value,unit\n,WAS,202%d,%d,t\n"
                                    .formatted(number % 3, number + 1)));
                case DEFINITION -> {
                    sql.execute(DEFINITION_CLOSED_AND_OPENED, number % 2 == 0 ? "sum" : "mean", "Waste " + number);
                    monitor.rebuild();
                }
                case TARGET -> {
                    world.target("WAS", "2030", Integer.toString(number + 1));
                    monitor.rebuild();
                }
                case FACTOR -> sql.execute(FACTOR_CORRECTED, number + 1);
                case FORMULA -> sql.execute(FORMULA_CHANGED, "WAS * " + number);
                case ENTRY -> {
                    world.counted(
                            "E" + number % 2,
                            "CL-A",
                            "agreements_signed",
                            "202%d-03-01".formatted(number % 3),
                            number + 1);
                    monitor.work(0);
                }
                case WITHDRAWAL -> {
                    world.withdrawn("E" + number % 2);
                    monitor.work(0);
                }
                case PUBLICATION ->
                    monitor.part(Publications.class)
                            .publish(null, ReportingPeriod.year(2020 + number % 3), "manager", "");
                case REBUILD -> monitor.rebuild();
            }
        }
    }

    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void answers_as_of_a_moment_never_change(
            @ForAll @Size(8) List<Step> steps, @ForAll @Size(8) List<@IntRange(max = 9) Integer> numbers) {
        try (TestDatabase database = TestDatabase.create()) {
            World world = World.in(database)
                    .institution("CL-A")
                    .indicator("WAS", "t", 12, "sum", "sum")
                    .indicator("CARBON", "t", 12, "sum", "sum")
                    .indicator("SIGNED", "1", 12, "sum", "last")
                    .formula("SIGNED", "tally(agreements_signed)")
                    .baseline("WAS", "2020", "7");
            database.sql().execute(FACTOR);
            try (Monitor monitor = new Monitor(database)) {
                Step.VALUE.take(5, world, monitor, database);
                Map<Instant, List<String>> answers = new LinkedHashMap<>();
                for (int i = 0; i < steps.size(); i++) {
                    Instant now = database.sql()
                            .fetchSingle("select settle_knowledge(clock_timestamp())")
                            .get(0, Instant.class);
                    answers.put(now, answers(monitor, now));
                    steps.get(i).take(numbers.get(i), world, monitor, database);
                }
                answers.forEach((moment, answer) -> assertThat(answers(monitor, moment))
                        .as("as of %s, before %s", moment, steps)
                        .isEqualTo(answer));
                Publications publications = monitor.part(Publications.class);
                publications
                        .list(null)
                        .forEach(each ->
                                assertThat(publications.isReproduced(each)).isTrue());
            }
        }
    }

    private static List<String> answers(Monitor monitor, Instant moment) {
        AsOf asOf = new AsOf(moment);
        List<String> answers = new ArrayList<>();
        Stream.of(
                        monitor.part(ActualQueries.class)
                                .list(new ActualQueries.Filter(
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        null,
                                        null,
                                        null,
                                        ActualQueries.PartOf.WHOLE,
                                        asOf)),
                        monitor.part(IndicatorList.class).list(asOf),
                        monitor.part(Factors.class).list(Factors.Filter.ALL, asOf))
                .map(AsOfPropertiesTest::all)
                .forEach(answers::addAll);
        monitor.part(ProgressQueries.class).listAll(asOf).forEach(each -> answers.add(each.toString()));
        monitor.part(Formulas.class).list(asOf).forEach(each -> answers.add(each.toString()));
        monitor.part(IndicatorCatalogue.class).list(asOf).forEach(each -> answers.add(each.toString()));
        return answers;
    }

    private static List<String> all(Listing<?, ?> list) {
        return list.page(0, 1000).items().stream().map(Object::toString).toList();
    }

    private static final String DEFINITION_CLOSED_AND_OPENED = """
            with moment as (
                select advance_knowledge('test') as moment
            ), old as (
                update indicator_version set known_until = (select moment from moment)
                where indicator_id = (select id from indicator where code = 'WAS') and known_until = 'infinity'
                returning indicator_version.*
            )
            insert into indicator_version
            select (jsonb_populate_record(null::indicator_version, to_jsonb(old) || jsonb_build_object(
                       'version', version + 1, 'known_from', moment, 'known_until', 'infinity',
                       'over_institutions', ?::text, 'name_en', ?::text))).*
            from old, moment
            """;

    private static final String FACTOR = """
            insert into factor (code, kind, category, unit, name_es, name_en, name_de, sort)
            values ('EF-A', 'emission', 'fuel', 't/t', 'A', 'A', 'A', 1)
            """;

    private static final String FACTOR_CORRECTED = """
            with moment as (
                select advance_knowledge('test') as moment
            ), old as (
                update factor_version set known_until = (select moment from moment)
                where known_until = 'infinity' returning version
            )
            insert into factor_version (factor_id, valid_from, version, value, source_title, known_from)
            select id, '2000-01-01', 1 + coalesce((select max(version) from old), 0), ?::numeric, 'Test',
                   (select moment from moment)
            from factor
            """;

    private static final String FORMULA_CHANGED = """
            with moment as (
                select advance_knowledge('test') as moment
            ), old as (
                update formula set known_until = (select moment from moment)
                where known_until = 'infinity' and indicator_id = (select id from indicator where code = 'CARBON')
                returning version
            ), new as (
                insert into formula (indicator_id, valid_from, version, expression, known_from)
                select id, '2000-01-01', 1 + coalesce((select max(version) from old), 0), ?, (select moment from moment)
                from indicator where code = 'CARBON'
                returning id
            )
            insert into formula_input (formula_id, indicator_id)
            select new.id, i.id from new, indicator i where i.code = 'WAS'
            """;
}
