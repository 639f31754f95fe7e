package org.scpmonitor.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scpmonitor.actual.Reach;
import org.scpmonitor.actual.Rebuild;
import org.scpmonitor.actual.Rebuild.Progress;
import org.scpmonitor.actual.Refresh;
import org.scpmonitor.actual.Refresh.Refreshed;
import org.scpmonitor.batch.world.Monitor;
import org.scpmonitor.world.TestDatabase;
import org.scpmonitor.world.World;

class RebuildTest {

    private TestDatabase database;
    private Monitor monitor;
    private Rebuild rebuild;

    @BeforeEach
    void start() {
        database = TestDatabase.create();
        World.in(database)
                .institution("CL-A")
                .institution("CL-B")
                .indicator("WAS", "t", 12, "sum", "sum")
                .indicator("PAPER", "t", 1, "sum", "sum");
        monitor = new Monitor(database);
        rebuild = monitor.part(Rebuild.class).inPartsOf(2);
        for (String institution : List.of("CL-A", "CL-B")) {
            approved(institution, """
                    ,WAS,2020,10,t
                    ,WAS,2021,20,t
                    ,WAS,2022,30,t
                    ,PAPER,2021-04,4,t
                    ,PAPER,2021-05,5,t
                    """);
        }
        database.sql()
                .execute("update indicator_version set over_institutions = 'mean'"
                        + " where indicator_id = (select id from indicator where code = 'WAS')");
    }

    @AfterEach
    void stop() {
        monitor.close();
        database.close();
    }

    @Test
    void readers_see_the_new_figures_at_once_with_what_came_meanwhile() {
        long request = request();
        assertThat(plan(request)).isEqualTo(4);
        assertThat(computeNext(request).orElseThrow().done()).isEqualTo(1);
        computeNext(request);
        approved("CL-A", ",WAS,2020,40,t\n,WAS,2023,50,t\n");
        assertThat(monitor.figures("WAS"))
                .containsExactly("2020 | 25 | 2/2", "2021 | 40 | 2/2", "2022 | 60 | 2/2", "2023 | 50 | 1/2 partial");

        // Taken up again by another process, which knows nothing but the database.
        assertThat(rebuild.inProgress()).containsExactly(new Progress(request, "test", 4, 2));
        computeNext(request);
        computeNext(request);
        assertThat(computeNext(request)).isEmpty();
        switchOver(request);
        assertThat(monitor.figures("WAS"))
                .containsExactly("2020 | 25 | 2/2", "2021 | 20 | 2/2", "2022 | 30 | 2/2", "2023 | 50 | 1/2 partial");
        assertNothingLeft();

        monitor.work(0);
        List<String> known = monitor.known();
        monitor.rebuild();
        assertThat(monitor.known()).isEqualTo(known);
    }

    @Test
    void what_waits_to_be_refreshed_is_computed_in_the_switch() {
        long request = request();
        plan(request);
        while (computeNext(request).isPresent()) {
            // until no part is left
        }
        database.sql().execute("""
                insert into touched (submission_id, indicator_id, period_start, period_months)
                select (select max(id) from submission), id, '2021-04-01', 1 from indicator where code = 'PAPER'
                """);
        database.sql().execute("update observation set value = 7 where period_months = 1 and value = 4");
        switchOver(request);
        assertThat(monitor.figures("PAPER"))
                .containsExactly(
                        "2021-04 | 14 | 2/2",
                        "2021-05 | 10 | 2/2",
                        "2021-Q2 | 24 | 2/2 partial",
                        "2021-H1 | 24 | 2/2 partial",
                        "2021 | 24 | 2/2 partial");
    }

    @Test
    void a_cancelled_one_changes_nothing_and_leaves_nothing() {
        long request = request();
        plan(request);
        computeNext(request);
        assertThat(cancel(request)).isTrue();
        assertThat(computeNext(request)).isEmpty();
        assertThat(switchOver(request)).isEmpty();
        assertThat(monitor.figures("WAS")).containsExactly("2020 | 20 | 2/2", "2021 | 40 | 2/2", "2022 | 60 | 2/2");
        assertNothingLeft();
        monitor.work(0);
        assertThat(monitor.unsettled()).isEmpty();
    }

    @Test
    void a_later_request_for_everything_takes_the_place_of_an_earlier_one() {
        long first = request();
        plan(first);
        computeNext(first);
        request();
        monitor.work(0);
        assertThat(database.sql()
                        .fetch("select coalesce(dropped, '') from rebuild_request order by id")
                        .getValues(0, String.class))
                .containsExactly("superseded", "");
        assertThat(monitor.figures("WAS")).containsExactly("2020 | 10 | 2/2", "2021 | 20 | 2/2", "2022 | 30 | 2/2");
        assertNothingLeft();
    }

    @Test
    void what_a_later_request_reaches_is_computed_as_that_wants_it() {
        long request = request();
        plan(request);
        while (computeNext(request).isPresent()) {
            // until no part is left
        }
        database.sql()
                .execute("update indicator_version set over_institutions = 'count'"
                        + " where indicator_id = (select id from indicator where code = 'WAS')");
        int was = database.sql()
                .fetchSingle("select id from indicator where code = 'WAS'")
                .get(0, Integer.class);
        monitor.part(Refresh.class).request("test", null, List.of(Reach.all(was)));
        switchOver(request);
        assertThat(monitor.figures("WAS")).containsExactly("2020 | 2 | 2/2", "2021 | 2 | 2/2", "2022 | 2 | 2/2");
    }

    private long request() {
        return database.sql()
                .transactionResult(tx -> monitor.part(Refresh.class).request("test", null));
    }

    private int plan(long request) {
        return database.sql().transactionResult(tx -> rebuild.plan(request));
    }

    private Optional<Progress> computeNext(long request) {
        return database.sql().transactionResult(tx -> rebuild.computeNext(request));
    }

    private Optional<Refreshed> switchOver(long request) {
        return database.sql().transactionResult(tx -> rebuild.switchOver(request));
    }

    private boolean cancel(long request) {
        return database.sql().transactionResult(tx -> rebuild.cancel(request));
    }

    private void approved(String institution, String rows) {
        monitor.approved(monitor.sent(
                institution, institution + rows.length() + ".csv", "institution,indicator,period,value,unit\n" + rows));
    }

    private void assertNothingLeft() {
        assertThat(
                        database.sql()
                                .fetch(
                                        "select relname from pg_class where relkind = 'r' and relname ~ '^rebuild_(due|fresh)_'"))
                .isEmpty();
        assertThat(database.sql().fetch("select request_id from rebuild_part")).isEmpty();
        assertThat(database.sql().fetch("select request_id from rebuild_again")).isEmpty();
    }
}
