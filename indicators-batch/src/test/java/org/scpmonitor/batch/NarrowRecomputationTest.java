package org.scpmonitor.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scpmonitor.actual.Reach;
import org.scpmonitor.actual.Rebuild;
import org.scpmonitor.actual.Refresh;
import org.scpmonitor.actual.Refresh.Refreshed;
import org.scpmonitor.batch.world.Monitor;
import org.scpmonitor.world.TestDatabase;
import org.scpmonitor.world.World;

class NarrowRecomputationTest {

    private TestDatabase database;
    private Monitor monitor;

    @BeforeEach
    void start() {
        database = TestDatabase.create();
        World.in(database)
                .institution("CL-A")
                .institution("CL-B")
                .indicator("WAS", "t", 12, "sum", "sum")
                .indicator("STAFF", "{person}", 12, "sum", "last")
                .indicator("PAPER", "t", 1, "sum", "sum")
                .indicator("CARBON", "t", 12, "sum", "sum")
                .ratio("PERHEAD", "kg/{person}", "WAS", "STAFF", "1000");
        monitor = new Monitor(database);
        for (String institution : List.of("CL-A", "CL-B")) {
            monitor.approved(monitor.sent(institution, institution + ".csv", """
                    institution,indicator,period,value,unit
                    ,WAS,2020,10,t
                    ,WAS,2021,20,t
                    ,WAS,2022,30,t
                    ,STAFF,2020,5,{person}
                    ,STAFF,2021,5,{person}
                    ,PAPER,2020-02,1,t
                    ,PAPER,2020-03,1,t
                    """));
        }
    }

    @AfterEach
    void stop() {
        monitor.close();
        database.close();
    }

    @Test
    void only_the_spans_that_a_change_reaches_are_computed_anew() {
        database.sql()
                .execute("update indicator_version set over_institutions = 'mean'"
                        + " where indicator_id = (select id from indicator where code = 'WAS')");
        asked(new Reach(id("WAS"), LocalDate.of(2021, 1, 1), LocalDate.of(2022, 1, 1)));
        assertThat(monitor.figures("WAS")).containsExactly("2020 | 20 | 2/2", "2021 | 20 | 2/2", "2022 | 60 | 2/2");
        asked(new Reach(id("WAS"), null, LocalDate.of(2021, 1, 1)));
        assertThat(monitor.figures("WAS")).containsExactly("2020 | 10 | 2/2", "2021 | 20 | 2/2", "2022 | 60 | 2/2");
        asked(new Reach(id("WAS"), LocalDate.of(2022, 1, 1), null));
        assertThat(monitor.figures("WAS")).containsExactly("2020 | 10 | 2/2", "2021 | 20 | 2/2", "2022 | 30 | 2/2");
    }

    @Test
    void what_follows_by_a_ratio_is_reached_too() {
        assertThat(asked(new Reach(id("STAFF"), LocalDate.of(2021, 1, 1), null)).due())
                .isEqualTo(2);
    }

    @Test
    void a_formula_reaches_the_periods_of_its_inputs_values() {
        database.sql().execute("""
                with made as (
                    insert into formula (indicator_id, valid_from, version, expression, known_from)
                    select id, '2000-01-01', 1, 'PAPER + previous period of PAPER', (select max(moment) from knowledge)
                    from indicator where code = 'CARBON'
                    returning id)
                insert into formula_input
                select made.id, i.id, b from made, indicator i, unnest(array[0, 1]) b where i.code = 'PAPER'
                """);
        assertThat(asked(Reach.all(id("CARBON"))).due()).isEqualTo(2);
    }

    private Refreshed asked(Reach reach) {
        Refresh refresh = monitor.part(Refresh.class);
        long request = database.sql().transactionResult(tx -> refresh.request("test", null, List.of(reach)));
        return database.sql()
                .transactionResult(tx -> monitor.part(Rebuild.class).switchOver(request))
                .orElseThrow();
    }

    private int id(String indicator) {
        return database.sql()
                .fetchSingle("select id from indicator where code = ?", indicator)
                .get(0, Integer.class);
    }
}
