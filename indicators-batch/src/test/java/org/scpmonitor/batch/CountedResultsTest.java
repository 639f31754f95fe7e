package org.scpmonitor.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scpmonitor.access.Grant;
import org.scpmonitor.access.Role;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.actual.Reach;
import org.scpmonitor.actual.Recount;
import org.scpmonitor.actual.Refresh;
import org.scpmonitor.batch.world.Monitor;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.provenance.Figure;
import org.scpmonitor.provenance.ProvenanceQueries;
import org.scpmonitor.publication.Publications;
import org.scpmonitor.publication.Recomputations;
import org.scpmonitor.world.TestDatabase;
import org.scpmonitor.world.World;

/** What the register holds becomes counted results, which are figures like any other. */
class CountedResultsTest {

    private static final int THIS_YEAR = Year.now(ZoneOffset.UTC).getValue();
    private static final int BEFORE = THIS_YEAR - 1;
    private static final int EARLIER = THIS_YEAR - 2;

    private static final Viewer MANAGER =
            new Viewer(1, "manager", "Manager", Locale.of("es"), Set.of(Grant.everywhere(Role.MANAGER)));

    private TestDatabase database;
    private World world;
    private Monitor monitor;

    @BeforeEach
    void start() {
        database = TestDatabase.create();
        world = World.in(database)
                .institution("CL-A")
                .institution("CL-B")
                .institution("PE-A")
                .indicator("SIGNED", "1", 12, "sum", "last")
                .indicator("TWICE", "1", 12, "sum", "last")
                .formula("SIGNED", "tally(agreements_signed)")
                .formula("TWICE", "2 * SIGNED");
        monitor = new Monitor(database);
    }

    @AfterEach
    void stop() {
        monitor.close();
        database.close();
    }

    @Test
    void what_is_counted_adds_up_and_stands_until_the_running_year() {
        world.counted("CL-A", "agreements_signed", EARLIER + "-03-01", 2)
                .counted("CL-A", "agreements_signed", BEFORE + "-12-31", 1)
                .counted("CL-B", "agreements_signed", BEFORE + "-01-01", 5)
                .counted("PE-A", "agreements_signed", EARLIER + "-01-01", 9)
                .counted("CL-A", "officials_trained", EARLIER + "-03-01", 70);
        monitor.work(0);

        assertThat(monitor.figures("SIGNED"))
                .containsExactly(EARLIER + " | 2 | 1/1", BEFORE + " | 8 | 2/2", THIS_YEAR + " | 8 | 2/2");
        assertThat(monitor.figures("TWICE"))
                .containsExactly(EARLIER + " | 4 | 1/1", BEFORE + " | 16 | 2/2", THIS_YEAR + " | 16 | 2/2");
        assertThat(disagreeing()).isEmpty();
    }

    @Test
    void a_corrected_entry_makes_new_figures_and_one_taken_back_makes_none() {
        world.counted("E", "CL-A", "agreements_signed", BEFORE + "-03-01", 2);
        monitor.work(0);
        Instant first = now();
        List<String> then = monitor.knownAt(first);
        world.counted("E", "CL-A", "agreements_signed", EARLIER + "-03-01", 3);
        monitor.work(0);
        assertThat(monitor.figures("SIGNED"))
                .containsExactly(EARLIER + " | 3 | 1/1", BEFORE + " | 3 | 1/1", THIS_YEAR + " | 3 | 1/1");
        world.counted("E", "CL-A", "agreements_signed", THIS_YEAR + "-01-01", 3);
        monitor.work(0);
        assertThat(monitor.figures("SIGNED")).containsExactly(THIS_YEAR + " | 3 | 1/1");
        world.withdrawn("E");
        monitor.work(0);

        assertThat(monitor.figures("SIGNED")).isEmpty();
        assertThat(monitor.figures("TWICE")).isEmpty();
        assertThat(monitor.knownAt(first)).isEqualTo(then);
        assertThat(disagreeing()).isEmpty();
    }

    @Test
    void a_figure_leads_to_the_entries_that_it_counts_as_they_were_known() {
        world.counted("ONE", "CL-A", "agreements_signed", EARLIER + "-03-01", 2)
                .counted("TWO", "CL-B", "agreements_signed", BEFORE + "-02-01", 1)
                .counted("PERU", "PE-A", "agreements_signed", BEFORE + "-02-01", 4)
                .counted("LATER", "CL-A", "agreements_signed", THIS_YEAR + "-01-01", 1);
        monitor.work(0);
        long before = figure("TWICE", BEFORE);
        world.counted("ONE", "CL-A", "agreements_signed", EARLIER + "-03-01", 7);
        monitor.work(0);
        long after = figure("TWICE", BEFORE);

        assertThat(entries(before, null))
                .containsExactly(
                        "agreements_signed CL-B " + BEFORE + "-02-01 1 event TWO v1 manager",
                        "agreements_signed CL-A " + EARLIER + "-03-01 2 event ONE v1 manager");
        assertThat(entries(after, null)).last().asString().endsWith("7 event ONE v2 manager");
        assertThat(entries(after, "CL-B")).hasSize(1);
        ProvenanceQueries provenance = monitor.part(ProvenanceQueries.class);
        assertThat(provenance.countEntries(after, null)).isEqualTo(2);
        assertThat(provenance.countSources(after)).isZero();
        var formulas = provenance.listFormulas(after);
        assertThat(formulas)
                .extracting(each -> each.examples().getFirst().putIn())
                .containsExactly("7", "2 * 7");
        assertThat(formulas.getFirst().examples().getFirst().terms().getFirst().tally())
                .isEqualTo("agreements_signed");
    }

    @Test
    void what_was_published_comes_out_again_after_an_entry_changed_and_its_revision_says_why() {
        world.counted("ONE", "CL-A", "agreements_signed", BEFORE + "-03-01", 2);
        monitor.work(0);
        Publications publications = monitor.part(Publications.class);
        int published = publications
                .publish(null, ReportingPeriod.year(BEFORE), "manager", "")
                .orElseThrow()
                .id();
        world.counted("ONE", "CL-A", "agreements_signed", BEFORE + "-03-01", 3);
        monitor.work(0);

        assertThat(monitor.part(Recomputations.class).recompute().differences()).isEmpty();
        assertThat(publications.revisions(published, MANAGER))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.reason()).isEqualTo("because"));
    }

    @Test
    void a_year_that_begins_takes_over_what_stands() {
        world.counted("CL-A", "agreements_signed", BEFORE + "-03-01", 2);
        monitor.work(0);
        Recount recount = monitor.part(Recount.class);
        assertThat(recount.begin(LocalDate.of(THIS_YEAR, 12, 31))).isEmpty();

        // Whoever computed last did so in the year before.
        database.sql().execute("delete from calculated where period_start = ?", LocalDate.of(THIS_YEAR, 1, 1));
        database.sql().execute("delete from assessment where period_start = ?", LocalDate.of(THIS_YEAR, 1, 1));
        database.sql().execute("delete from figure where period_start = ?", LocalDate.of(THIS_YEAR, 1, 1));
        database.sql().execute("delete from rebuild_reach");
        assertThat(recount.begin(LocalDate.of(THIS_YEAR, 1, 1))).isPresent();
        assertThat(recount.begin(LocalDate.of(THIS_YEAR, 1, 1))).isEmpty();
        monitor.work(0);

        assertThat(monitor.figures("TWICE")).containsExactly(BEFORE + " | 4 | 1/1", THIS_YEAR + " | 4 | 1/1");
        assertThat(recount.begin(LocalDate.of(THIS_YEAR, 1, 1))).isEmpty();
        assertThat(recount.begin(LocalDate.of(THIS_YEAR + 1, 1, 1))).isPresent();
    }

    @Test
    void a_formula_that_comes_later_counts_what_is_there() {
        world.counted("CL-A", "officials_trained", BEFORE + "-11-01", 12)
                .indicator("TRAINED", "1", 1, "sum", "last")
                .formula("TRAINED", "tally(officials_trained)");
        int trained = database.sql()
                .fetchSingle("select id from indicator where code = 'TRAINED'")
                .get(0, Integer.class);
        database.sql()
                .transaction(tx -> monitor.part(Refresh.class).request("test", null, List.of(Reach.all(trained))));
        monitor.work(0);

        int months = 1 + LocalDate.now(ZoneOffset.UTC).getMonthValue() + 1;
        assertThat(monitor.figures("TRAINED"))
                .filteredOn(each -> each.matches("\\d{4}-\\d{2} .*"))
                .hasSize(months)
                .allSatisfy(each -> assertThat(each).endsWith("| 12 | 1/1"));
        assertThat(disagreeing()).isEmpty();
        List<String> incremental = monitor.known();
        monitor.rebuild();
        assertThat(monitor.known()).isEqualTo(incremental);
    }

    private List<String> entries(long figure, @Nullable String institution) {
        return monitor.part(ProvenanceQueries.class).listEntries(figure, institution, 0, 10).stream()
                .map(each -> each.tally() + " " + each.institutionCode() + " " + each.day() + " "
                        + each.amount().toPlainString() + " " + each.kind() + " " + each.code() + " v" + each.version()
                        + " " + each.author())
                .toList();
    }

    private long figure(String indicator, int year) {
        return database.sql()
                .fetchSingle(
                        "select a.id from actual a join indicator i on i.id = a.indicator_id where i.code = ?"
                                + " and a.known_until = 'infinity' and a.programme_id is not null and a.period_start = ?",
                        indicator,
                        LocalDate.of(year, 1, 1))
                .get(0, Long.class);
    }

    private Instant now() {
        return database.sql()
                .fetchSingle("select settle_knowledge(clock_timestamp())")
                .get(0, Instant.class);
    }

    private List<String> disagreeing() {
        ProvenanceQueries provenance = monitor.part(ProvenanceQueries.class);
        return database.sql().fetch("select id from figure").getValues(0, Long.class).stream()
                .map(id -> provenance.find(id).orElseThrow())
                .filter(figure -> !figure.agrees())
                .map(Figure::toString)
                .toList();
    }
}
