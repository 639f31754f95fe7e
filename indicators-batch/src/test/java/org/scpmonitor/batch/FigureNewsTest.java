package org.scpmonitor.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scpmonitor.batch.world.Monitor;
import org.scpmonitor.progress.FigureMark;
import org.scpmonitor.world.TestDatabase;
import org.scpmonitor.world.World;

/** What screens are told of what became known: whose figures and verdicts may differ. */
class FigureNewsTest {

    private static TestDatabase database;
    private static Monitor monitor;

    @BeforeAll
    static void world() {
        database = TestDatabase.create();
        World.in(database)
                .institution("CL-A")
                .indicator("CO2", "t", 12, "sum", "sum")
                .baseline("CO2", "2020", "100")
                .target("CO2", "2030", "60");
        monitor = new Monitor(database);
    }

    @AfterAll
    static void close() {
        monitor.close();
        database.close();
    }

    private static FigureMark.News after(Runnable work) {
        FigureMark mark = monitor.part(FigureMark.class);
        Instant before = mark.latest();
        work.run();
        return mark.between(before, mark.latest());
    }

    private static void report(String value, String status) {
        monitor.approved(monitor.sent(
                "CL-A",
                "co2" + value + ".csv",
                "institution,indicator,period,value,unit,status\nCL-A,CO2,2022," + value + ",t," + status + "\n"));
    }

    @Test
    void what_a_submission_brings_is_told_of_its_programme_alone() {
        FigureMark.News news = after(() -> report("95.5", ""));
        assertThat(news.programmes()).containsExactly("CL-P");
        assertThat(news.concerns("CL-P")).isTrue();
        assertThat(news.concerns("MX-P")).isFalse();
    }

    @Test
    void a_figure_that_is_withdrawn_is_told_too() {
        report("91.5", "");
        assertThat(after(() -> report("", "M")).programmes()).containsExactly("CL-P");
    }

    @Test
    void anything_may_differ_after_a_change_of_the_catalogue() {
        FigureMark.News news = after(() -> monitor.rebuild());
        assertThat(news.programmes()).isNull();
        assertThat(news.concerns("MX-P")).isTrue();
    }

    @Test
    void anything_may_differ_where_both_happened() {
        FigureMark.News news = after(() -> {
            report("88.5", "");
            monitor.rebuild();
        });
        assertThat(news).isEqualTo(FigureMark.News.ANYTHING);
    }
}
