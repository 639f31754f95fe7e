package org.scpmonitor.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scpmonitor.batch.world.Monitor;
import org.scpmonitor.submission.SubmissionState.Action;
import org.scpmonitor.submission.Transition;
import org.scpmonitor.submission.Transition.Reason;
import org.scpmonitor.submission.Upload;
import org.scpmonitor.world.TestDatabase;
import org.scpmonitor.world.World;

class FromFileToFigureTest {

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
                .indicator("WAS", "t", 12, "sum", "sum")
                .indicator("PAPER", "{CLP}", 1, "sum", "sum")
                .indicator("STAFF", "{person}", 12, "sum", "last")
                .indicator("TEMP", "K", 1, "mean", "mean");
        monitor = new Monitor(database);
    }

    @AfterEach
    void stop() {
        monitor.close();
        database.close();
    }

    @Test
    void an_approved_file_becomes_figures_with_coverage_and_judged_progress() {
        world.baseline("WAS", "2020").target("WAS", "2030", "60");
        monitor.approved(monitor.sent("CL-A", "a.csv", """
                institution,indicator,period,value,unit
                CL-A,WAS,2020,70,t
                CL-A,WAS,2025,60.5,t
                """));
        assertThat(monitor.figures("WAS")).containsExactly("2020 | 70 | 1/2 partial", "2025 | 60.5 | 1/2 partial");

        monitor.approved(monitor.sent("CL-B", "b.csv", """
                institution;indicator;period;value;unit
                ;WAS;2020;30000,0;kg
                ;WAS;2025;21,5;t
                """));
        assertThat(monitor.figures("WAS")).containsExactly("2020 | 100 | 2/2", "2025 | 82 | 2/2");
        assertThat(monitor.assessments("WAS"))
                .containsExactly(
                        "2025 growth | 82 of 60 | expected 80 | ACCELERATION_NEEDED",
                        "2025 linear | 82 of 60 | expected 80 | ACCELERATION_NEEDED",
                        "2025 un | 82 of 60 | expected 80 | ACCELERATION_NEEDED");
    }

    @Test
    void coverage_tells_the_share_of_the_programmes_baseline_that_has_reported() {
        world.baseline("WAS", "2020");
        monitor.approved(
                monitor.sent("PE-A", "pe.csv", "institution,indicator,period,value,unit\nPE-A,WAS,2020,900,t\n"));
        monitor.approved(
                monitor.sent("CL-B", "b.csv", "institution,indicator,period,value,unit\nCL-B,WAS,2020,30,t\n"));
        monitor.approved(monitor.sent(
                "CL-A", "a.csv", "institution,indicator,period,value,unit\nCL-A,WAS,2020,70,t\nCL-A,WAS,2021,65,t\n"));
        assertThat(database.sql()
                        .fetch("select period_start, volume_share from actual"
                                + " where programme_id is not null and known_until = 'infinity' order by 1")
                        .map(row -> row.get(0) + " " + row.get(1)))
                .containsExactly("2020-01-01 1", "2021-01-01 0.7");
    }

    @Test
    void months_become_quarters_halves_and_years() {
        world.endsReporting("CL-B", "PAPER", LocalDate.of(2024, 1, 1));
        monitor.approved(monitor.sent("CL-A", "paper.csv", """
                institution,indicator,period,value,unit
                CL-A,PAPER,2024-01,1,CLP
                CL-A,PAPER,2024-02,2,CLP
                CL-A,PAPER,2024-03,3,CLP
                CL-A,PAPER,2024-04,4,CLP
                """));
        assertThat(monitor.figures("PAPER"))
                .containsExactly(
                        "2024-01 | 1 | 1/1",
                        "2024-02 | 2 | 1/1",
                        "2024-03 | 3 | 1/1",
                        "2024-04 | 4 | 1/1",
                        "2024-Q1 | 6 | 1/1",
                        "2024-Q2 | 4 | 1/1 partial",
                        "2024-H1 | 10 | 1/1 partial",
                        "2024 | 10 | 1/1 partial");
    }

    @Test
    void ratios_are_ratios_of_sums_over_those_that_reported_both() {
        world.ratio("PERHEAD", "kg/{person}", "WAS", "STAFF", "1000");
        monitor.approved(monitor.sent("CL-A", "a.csv", """
                institution,indicator,period,value,unit
                CL-A,WAS,2020,10,t
                CL-A,STAFF,2020,30,persons
                """));
        assertThat(monitor.figures("PERHEAD")).containsExactly("2020 | 333.33333333333333333 | 1/2 partial");
        monitor.approved(monitor.sent("CL-B", "b.csv", """
                institution,indicator,period,value,unit
                CL-B,WAS,2020,5,t
                CL-B,STAFF,2020,30,persons
                """));
        assertThat(monitor.figures("PERHEAD")).containsExactly("2020 | 250 | 2/2");
    }

    @Test
    void a_correction_closes_the_old_value_and_supersedes_the_old_file() {
        long first = monitor.sent(
                "CL-A", "a.csv", "institution,indicator,period,value,unit\nCL-A,WAS,2020,10,t\nCL-A,WAS,2021,11,t\n");
        monitor.approved(first);
        long second = monitor.sent(
                "CL-A", "a.csv", "institution,indicator,period,value,unit\nCL-A,WAS,2020,12,t\nCL-A,WAS,2021,11,t\n");
        monitor.approved(second);
        assertThat(monitor.state(first)).isEqualTo("superseded");
        assertThat(monitor.state(second)).isEqualTo("approved");
        assertThat(monitor.figures("WAS")).containsExactly("2020 | 12 | 1/2 partial", "2021 | 11 | 1/2 partial");
        assertThat(database.sql()
                        .fetch(
                                "select submission_id || ' ' || text_read || ' ' || (known_until = 'infinity') from observation order by 1")
                        .map(row -> row.get(0, String.class)))
                .containsExactly(first + " 10 false", first + " 11 true", second + " 12 true");
    }

    @Test
    void the_same_bytes_give_the_first_submission_back() {
        String text = "institution,indicator,period,value,unit\nCL-A,WAS,2020,10,t\n";
        long first = monitor.sent("CL-A", "a.csv", text);
        var again = monitor.received(new Upload("CL-A", "reporter.CL-A", "other-name.csv"), text);
        assertThat(again.first()).isFalse();
        assertThat(again.submission()).isEqualTo(first);
    }

    @Test
    void every_wrong_reference_is_told_at_its_cell() {
        long submission = monitor.sent("CL-A", "a.csv", """
                institution,indicator,period,value,unit,disaggregation
                CL-X,WAS,2020,1,t,
                CL-B,WAS,2020,2,t,
                CL-A,WAZ,2020,3,t,
                CL-A,WAS,2020-01,4,t,
                CL-A,WAS,2999,5,t,
                CL-A,WAS,2020,6,bushel,
                CL-A,WAS,2021,7,t CO2e,
                CL-A,WAS,2022,-8,t,
                CL-A,WAS,2023,9,t,
                CL-A,WAS,2023,10,t,
                CL-A,WAS,2019,11e13,t,
                CL-A,WAS,2018,12,t,COLOUR=RED
                CL-A,WAS,2017,abc,t,
                """);
        assertThat(monitor.findings(submission))
                .containsExactly(
                        "ERROR UNKNOWN_INSTITUTION A2 «CL-X»",
                        "ERROR INSTITUTION_OUT_OF_SCOPE A3 «CL-B»",
                        "ERROR UNKNOWN_INDICATOR B4 «WAZ»",
                        "ERROR PERIOD_WRONG_PERIODICITY C5 «2020-01»",
                        "ERROR PERIOD_IN_FUTURE C6 «2999»",
                        "ERROR UNKNOWN_UNIT E7 «bushel»",
                        "ERROR WRONG_DIMENSION E8 «t CO2e»",
                        "ERROR NEGATIVE_VALUE D9 «-8»",
                        "ERROR DUPLICATE_KEY D11 «10»",
                        "ERROR OUT_OF_RANGE D12 «11e13»",
                        "ERROR UNKNOWN_DISAGGREGATION F13 «COLOUR=RED»",
                        "ERROR NOT_A_NUMBER D14 «abc»");
        assertThat(monitor.act(submission, Action.SUBMIT, "reporter.CL-A"))
                .isEqualTo(new Transition.Refused(
                        Reason.OPEN_ERRORS, org.scpmonitor.submission.SubmissionState.VALIDATED));
    }

    @Test
    void parts_are_kept_beside_their_total() {
        world.dimension("WAS", "FRACTION", "FOOD", "GLASS");
        monitor.approved(monitor.sent("CL-A", "a.csv", """
                institution,indicator,period,value,unit,disaggregation
                CL-A,WAS,2020,10,t,
                CL-A,WAS,2020,7,t,FRACTION=FOOD
                CL-A,WAS,2020,3,t,FRACTION=GLASS
                """));
        assertThat(monitor.figures("WAS"))
                .containsExactly(
                        "2020 | 10 | 1/2 partial",
                        "2020 FRACTION=FOOD | 7 | 1/2 partial",
                        "2020 FRACTION=GLASS | 3 | 1/2 partial");
    }

    @Test
    void nobody_approves_what_they_sent() {
        var receipt = monitor.received(
                new Upload("CL-A", "coordinator.CL", "a.csv"),
                "institution,indicator,period,value,unit\nCL-A,WAS,2020,10,t\n");
        monitor.work(receipt.submission());
        monitor.act(receipt.submission(), Action.SUBMIT, "coordinator.CL");
        assertThat(monitor.act(receipt.submission(), Action.APPROVE, "coordinator.CL"))
                .isInstanceOfSatisfying(
                        Transition.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.OWN_SUBMISSION));
    }

    @Test
    void a_rebuild_comes_to_the_same_rows() {
        world.ratio("PERHEAD", "kg/{person}", "WAS", "STAFF", "1000").baseline("WAS", "2020");
        monitor.rebuild();
        monitor.approved(monitor.sent("CL-A", "a.csv", """
                institution,indicator,period,value,unit
                CL-A,WAS,2020,10,t
                CL-A,STAFF,2020,30,persons
                CL-A,PAPER,2024-01,1,CLP
                CL-A,PAPER,2024-05,1,CLP
                """));
        monitor.approved(monitor.sent("CL-B", "b.csv", "institution,indicator,period,value,unit\nCL-B,WAS,2021,7,t\n"));
        String incremental = monitor.everything();
        monitor.rebuild();
        assertThat(database.sql()
                        .fetchSingle("select count(*) from rebuild_request where run_id is not null")
                        .get(0, Integer.class))
                .isEqualTo(2);
        assertThat(monitor.everything()).isEqualTo(incremental);
    }

    @Test
    void a_superseded_file_sent_again_is_the_next_revision() {
        String first = "institution,indicator,period,value,unit\nCL-A,WAS,2020,70,t\n";
        long one = monitor.sent("CL-A", "a.csv", first);
        monitor.approved(one);
        monitor.approved(monitor.sent("CL-A", "a.csv", first.replace("70", "71")));
        assertThat(monitor.state(one)).isEqualTo("superseded");

        long three = monitor.sent("CL-A", "a.csv", first);
        assertThat(three).isNotEqualTo(one);
        monitor.approved(three);
        assertThat(monitor.figures("WAS")).containsExactly("2020 | 70 | 1/2 partial");
        assertThat(monitor.leftovers()).isEmpty();
    }

    @Test
    void what_was_withdrawn_is_staged_no_longer() {
        long sent = monitor.sent("CL-A", "a.csv", "institution,indicator,period,value,unit\nCL-A,WAS,2020,70,t\n");
        monitor.act(sent, Action.WITHDRAW, "reporter.CL-A");
        assertThat(monitor.leftovers()).isEmpty();
    }
}
