package org.scpmonitor.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scpmonitor.progress.Story.less;
import static org.scpmonitor.progress.Story.more;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Eurostat's and the UN's own examples, as agreed on in the methods
                "1200.5 2014 | 1150.25 2015 | 1000 2016   | LINEAR 0.5012 LIMITED_PROGRESS expected 1100.25",
                "1200.5 2014 | 1150.25 2015 | 1000 2016   | GROWTH 0.4794 LIMITED_PROGRESS expected 1100.25",
                "1200.5 2014 | 1150.25 2015 | 1000 2016   | UN 0.4908 ACCELERATION_NEEDED expected 1100.25",
                "100 2015    | 92 2020      | 80 2030     | LINEAR 1.2000 ON_TRACK expected 93.33333",
                "100 2015    | 92 2020      | 80 2030     | GROWTH 1.1200 ON_TRACK expected 93.33333",
                "100 2015    | 92 2020      | 80 2030     | UN 1.1066 ON_TRACK expected 93.33333",
                // Chile, without land use: Mt CO2e
                "100.167 2014 | 98.992 2023 | 95 2030     | LINEAR 0.4043 LIMITED_PROGRESS expected 97.26056",
                "100.167 2014 | 98.992 2023 | 95 2030     | GROWTH 0.3965 LIMITED_PROGRESS expected 97.26056",
                "100.167 2014 | 98.992 2023 | 95 2030     | UN 0.4024 ACCELERATION_NEEDED expected 97.26056",
                // Mexico moves away from its target
                "666.475 2014 | 678.26 2023 | 644.15 2030 | LINEAR -0.9385 DETERIORATION expected 653.9172",
                "666.475 2014 | 678.26 2023 | 644.15 2030 | GROWTH -0.9165 DETERIORATION expected 653.9172",
                "666.475 2014 | 678.26 2023 | 644.15 2030 | UN -0.9449 DETERIORATION expected 653.9172",
                // Colombia, with land use, is too slow
                "272.186 2014 | 259.002 2023 | 169.44 2030 | LINEAR 0.2281 LIMITED_PROGRESS expected 214.3914",
                "272.186 2014 | 259.002 2023 | 169.44 2030 | GROWTH 0.1885 LIMITED_PROGRESS expected 214.3914",
                "272.186 2014 | 259.002 2023 | 169.44 2030 | UN 0.2238 ACCELERATION_NEEDED expected 214.3914",
            })
    void judges_where_less_is_better(String baseline, String actual, String target, String assessment) {
        assertThat(less().baseline(baseline).actual(actual).target(target).told(method(assessment)))
                .isEqualTo(assessment);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4 2018 | 17 2024 | 30 2030 | LINEAR 1.0000 ON_TRACK expected 17",
                "4 2018 | 10 2024 | 30 2030 | LINEAR 0.4615 LIMITED_PROGRESS expected 17",
                "4 2018 | 31 2024 | 30 2030 | LINEAR 2.0769 ACHIEVED expected 17",
                "4 2018 | 31 2024 | 30 2030 | UN 9.0865 ACHIEVED expected 17",
                "4 2018 | 4 2024  | 30 2030 | GROWTH 0.0000 LIMITED_PROGRESS expected 17",
                "4 2018 | 3 2024  | 30 2030 | GROWTH -0.2561 DETERIORATION expected 17",
                "4 2018 | 3 2024  | 30 2030 | UN -0.0673 DETERIORATION expected 17",
            })
    void judges_where_more_is_better(String baseline, String actual, String target, String assessment) {
        assertThat(more().baseline(baseline).actual(actual).target(target).told(method(assessment)))
                .isEqualTo(assessment);
    }

    @ParameterizedTest
    @CsvSource({
        "95,     ON_TRACK,            ON_TRACK",
        "94.999, ACCELERATION_NEEDED, ACCELERATION_NEEDED",
        "60,     ACCELERATION_NEEDED, ACCELERATION_NEEDED",
        "59.999, LIMITED_PROGRESS,    ACCELERATION_NEEDED",
        "10,     LIMITED_PROGRESS,    ACCELERATION_NEEDED",
        "9.999,  LIMITED_PROGRESS,    LIMITED_PROGRESS",
        "0,      LIMITED_PROGRESS,    LIMITED_PROGRESS",
        "-0.001, DETERIORATION,       DETERIORATION",
    })
    void cuts_at_the_stated_scores(String percent, ProgressStatus linearAndGrowth, ProgressStatus un) {
        var score = new BigDecimal(percent).movePointLeft(2);
        assertThat(ProgressMethod.LINEAR.status(score)).isEqualTo(linearAndGrowth);
        assertThat(ProgressMethod.GROWTH.status(score)).isEqualTo(linearAndGrowth);
        assertThat(ProgressMethod.UN.status(score)).isEqualTo(un);
    }

    @ParameterizedTest
    @CsvSource({"LINEAR", "GROWTH", "UN"})
    void a_baseline_beyond_the_target_is_achieved_while_it_holds(ProgressMethod method) {
        var peru = less().baseline("148.438 2014").target("208.8 2030");
        assertThat(peru.actual("140.412 2023").told(method)).isEqualTo(method + " ACHIEVED, BASELINE_BEYOND_TARGET");
        assertThat(peru.actual("208.8 2023").told(method)).isEqualTo(method + " ACHIEVED, BASELINE_BEYOND_TARGET");
        assertThat(peru.actual("210 2023").told(method))
                .startsWith(method + " -")
                .endsWith(" DETERIORATION, BASELINE_BEYOND_TARGET");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "           | 90 2020    | 80 2030  | LINEAR | NO_BASELINE",
                "100 2015   | 90 2020    |          | UN     | NO_TARGET",
                "100 2015   |            | 80 2030  | GROWTH | NO_ACTUAL",
                "100 2015   | 90 2015    | 80 2030  | LINEAR | ACTUAL_NOT_AFTER_BASELINE",
                "100 2015   | 90 2014    | 80 2030  | UN     | ACTUAL_NOT_AFTER_BASELINE",
                "100 2015   | 90 2020    | 80 2015  | LINEAR | TARGET_NOT_AFTER_BASELINE",
                "100 2015   | 90 2020    | 100 2030 | LINEAR | BASELINE_EQUALS_TARGET",
                "100 2015   | 90 2020    | 100.0 2030 | UN   | BASELINE_EQUALS_TARGET",
                "10 2015    | -5 2020    | -10 2030 | GROWTH | MIXED_SIGNS",
                "10 2015    | 5 2020     | -10 2030 | GROWTH | MIXED_SIGNS",
                "10 2015    | -5 2020    | -10 2030 | UN     | MIXED_SIGNS",
                "0 2015     | -5 2020    | -10 2030 | GROWTH | ZERO_BASELINE",
                "0 2015     | -5 2020    | -10 2030 | UN     | ZERO_BASELINE",
                "0.001 2015 | 0.002 2020 | 0 2030   | GROWTH | BASELINE_EQUALS_TARGET",
            })
    void says_why_it_cannot_judge(String baseline, String actual, String target, ProgressMethod method, Reason reason) {
        var assessment = less().baseline(baseline).actual(actual).target(target).by(method);
        assertThat(assessment.status()).isEqualTo(ProgressStatus.UNABLE_TO_ASSESS);
        assertThat(assessment.reason()).isEqualTo(reason);
        assertThat(assessment.score()).isNull();
    }

    @Test
    void does_not_judge_what_too_few_reported() {
        var assessments = new Progress(
                        Story.dated("100 2015"),
                        List.of(),
                        Story.dated("80 2030"),
                        Direction.LESS_IS_BETTER,
                        Story.dated("92 2020"),
                        false)
                .byEveryMethod();
        assertThat(assessments)
                .hasSize(3)
                .allSatisfy(each -> assertThat(each.reason()).isEqualTo(Reason.COVERAGE_BELOW_THRESHOLD));
    }

    @Test
    void judges_linearly_through_zero() {
        var story = less().baseline("0 2015").actual("-5 2020").target("-10 2030");
        assertThat(story.told(ProgressMethod.LINEAR)).isEqualTo("LINEAR 1.5000 ON_TRACK expected -3.333333");
        assertThat(less().baseline("10 2015")
                        .actual("0 2020")
                        .target("-10 2030")
                        .told(ProgressMethod.UN))
                .isEqualTo("UN 0.5000 ACCELERATION_NEEDED expected 3.333333");
    }

    @Test
    void replaces_a_zero_in_growth_and_says_so() {
        assertThat(less().baseline("100 2015")
                        .actual("50 2020")
                        .target("0 2030")
                        .told(ProgressMethod.GROWTH))
                .isEqualTo("GROWTH 0.2416 LIMITED_PROGRESS expected 66.66667, ZERO_REPLACED");
        assertThat(less().baseline("100 2015")
                        .actual("50 2020")
                        .target("0 2030")
                        .told(ProgressMethod.UN))
                .isEqualTo("UN 0.8750 ACCELERATION_NEEDED expected 66.66667");
    }

    @Test
    void knows_that_removals_that_grow_are_progress() {
        var removals = less().baseline("-100 2015").actual("-110 2020").target("-120 2025");
        assertThat(removals.told(ProgressMethod.LINEAR)).isEqualTo("LINEAR 1.0000 ON_TRACK expected -110");
        assertThat(removals.told(ProgressMethod.GROWTH)).isEqualTo("GROWTH 1.0460 ON_TRACK expected -110");
        assertThat(removals.told(ProgressMethod.UN)).isEqualTo("UN 1.0500 ON_TRACK expected -110");
    }

    @Test
    void measures_time_in_months_where_periods_are_months() {
        var story = less().baseline("100 2023-01").target("88 2024-01");
        assertThat(story.actual("97 2023-04").told(ProgressMethod.LINEAR))
                .isEqualTo("LINEAR 1.0000 ON_TRACK expected 97");
        assertThat(story.actual("98 2023-04").told(ProgressMethod.GROWTH))
                .isEqualTo("GROWTH 0.6469 ACCELERATION_NEEDED expected 97");
    }

    @Test
    void follows_the_stated_milestones() {
        var story = less().baseline("100 2015").milestone("98 2020").target("80 2030");
        assertThat(story.actual("99 2020").told(ProgressMethod.LINEAR))
                .isEqualTo("LINEAR 0.5000 LIMITED_PROGRESS expected 98");
        assertThat(story.actual("89 2025").told(ProgressMethod.LINEAR)).isEqualTo("LINEAR 1.0000 ON_TRACK expected 89");
        assertThat(story.actual("99 2020").told(ProgressMethod.UN)).startsWith("UN 0.1485 ACCELERATION_NEEDED");
    }

    @Test
    void waits_while_the_milestones_ask_for_no_change() {
        var story = less().baseline("100 2015").milestone("100 2020").target("80 2030");
        assertThat(story.actual("99 2018").told(ProgressMethod.LINEAR))
                .isEqualTo("LINEAR UNABLE_TO_ASSESS expected 100, NO_CHANGE_EXPECTED_YET");
        assertThat(story.actual("79 2018").told(ProgressMethod.LINEAR)).isEqualTo("LINEAR ACHIEVED expected 100");
    }

    @Test
    void asks_no_more_than_the_target_after_its_date() {
        assertThat(less().baseline("100 2015")
                        .actual("90 2026")
                        .target("80 2025")
                        .told(ProgressMethod.LINEAR))
                .isEqualTo("LINEAR 0.5000 LIMITED_PROGRESS expected 80");
    }

    private static ProgressMethod method(String assessment) {
        return ProgressMethod.valueOf(assessment.substring(0, assessment.indexOf(' ')));
    }
}
