package org.scpmonitor.batch.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scpmonitor.batch.world.Monitor;
import org.scpmonitor.submission.Findings;
import org.scpmonitor.submission.Findings.Kept;
import org.scpmonitor.submission.Severity;
import org.scpmonitor.submission.SubmissionState.Action;
import org.scpmonitor.submission.Transition;
import org.scpmonitor.world.TestDatabase;
import org.scpmonitor.world.World;

/** What is asked about values that can be right but rarely are. Each story is another institution's. */
class PlausibilityTest {

    private static final String HEADER = "institution,indicator,period,value,unit,disaggregation,status\n";

    private static TestDatabase database;
    private static Monitor monitor;
    private static int stories;

    private String institution = "";
    private int files;

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
        World world = World.in(database);
        IntStream.range(10, 50).forEach(i -> world.institution("CL-" + i));
        world.indicator("JUMPY", "t", 12, "sum", "sum").allowedJump("JUMPY", 20);
        world.indicator("OUT", "t", 12, "sum", "sum");
        world.indicator("MONTH", "t", 1, "sum", "sum");
        world.indicator("GROWS", "t", 12, "sum", "last").cumulative("GROWS");
        world.indicator("PARTED", "t", 12, "sum", "sum").dimension("PARTED", "FRACTION", "A", "B", "C");
        world.indicator("SHARE", "%", 12, "mean", "mean");
        monitor = new Monitor(database);
    }

    @AfterAll
    static void stop() {
        monitor.close();
        database.close();
    }

    @BeforeEach
    void anotherInstitution() {
        institution = "CL-" + (10 + stories++);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            100 | 120   | -
            100 | 120.1 | YEAR_ON_YEAR_JUMP D3 [20.1, 100, 2020, t]
            100 | 79.9  | YEAR_ON_YEAR_JUMP D3 [-20.1, 100, 2020, t]
            100 | 80    | -
            0   | 0     | -
            0   | 5     | JUMP_FROM_ZERO D3 [2020]
            """)
    void a_jump_is_told_against_the_year_before_in_the_same_file(String before, String now, String told) {
        long sent = sent(value("JUMPY", "2020", before), value("JUMPY", "2021", now));
        assertThat(asked(sent)).isEqualTo(told == null ? List.of() : List.of(told));
    }

    @Test
    void a_jump_is_told_against_what_is_known_unless_a_new_series_begins() {
        known("JUMPY", 2020, "100");
        assertThat(asked(sent(value("JUMPY", "2021", "150"))))
                .containsExactly("YEAR_ON_YEAR_JUMP D2 [50, 100, 2020, t]");
        assertThat(asked(sent(value("JUMPY", "2021", "150") + ",,B"))).isEmpty();
        assertThat(asked(sent(value("JUMPY", "2022", "150")))).isEmpty();
        assertThat(asked(sent(value("JUMPY", "2020", "140"), value("JUMPY", "2021", "150"))))
                .isEmpty();
    }

    /** Median 14.5 and MAD 2.5; then median 10, MAD 0, MeanAD 0.6; then nine values; then equal ones. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            10 11 12 13 14 15 16 17 18 19 | 27.4 | -
            10 11 12 13 14 15 16 17 18 19 | 27.5 | OUTLIER D2 [3.5, 14.5, t]
            10 11 12 13 14 15 16 17 18 19 | 0    | OUTLIER D2 [3.9, 14.5, t]
            10 10 10 10 10 10 10 10 12 14 | 12.6 | -
            10 10 10 10 10 10 10 10 12 14 | 12.7 | OUTLIER D2 [3.6, 10, t]
            10 11 12 13 14 15 16 17 18    | 900  | -
            10 10 10 10 10 10 10 10 10 10 | 900  | -
            """)
    void an_outlier_is_far_from_ten_or_more_earlier_values(String earlier, String now, String told) {
        String[] values = earlier.split(" ");
        known("OUT", 2020 - values.length, values);
        assertThat(asked(sent(value("OUT", "2020", now)))).isEqualTo(told == null ? List.of() : List.of(told));
    }

    @Test
    void a_files_own_values_and_those_it_corrects_dont_vouch_for_each_other() {
        known("OUT", 2009, "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "900");
        assertThat(asked(sent(value("OUT", "2019", "901"), value("OUT", "2020", "902"))))
                .containsExactly("OUTLIER D2 [239.2, 14.5, t]", "OUTLIER D3 [239.4, 14.5, t]");
    }

    @Test
    void a_month_is_compared_with_the_same_month_where_ten_years_are_known() {
        String[] years = IntStream.range(2010, 2020)
                .boxed()
                .flatMap(year -> java.util.stream.Stream.of(
                        value("MONTH", year + "-01", "" + (100 + year % 5)),
                        value("MONTH", year + "-12", "" + (900 + year % 7))))
                .toArray(String[]::new);
        monitor.approved(sent(years));
        assertThat(asked(sent(value("MONTH", "2020-01", "103"), value("MONTH", "2020-12", "904"))))
                .isEmpty();
        assertThat(asked(sent(value("MONTH", "2020-01", "900"), value("MONTH", "2020-06", "500"))))
                .containsExactly("OUTLIER D2 [538.3, 102, t]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            100    | 60    | 40    | -
            100    | 60    | 41    | -
            100    | 60    | 42    | PARTS_EXCEED_TOTAL D2 [102, 100, t]
            100.00 | 60.01 | 40.00 | -
            100.00 | 60.20 | 40.00 | PARTS_EXCEED_TOTAL D2 [100.2, 100, t]
            100    | 10    | 10    | -
            """)
    void parts_may_exceed_their_total_by_rounding_only(String total, String a, String b, String told) {
        long sent = sent(
                value("PARTED", "2020", total),
                value("PARTED", "2020", a) + ",FRACTION=A,",
                value("PARTED", "2020", b) + ",FRACTION=B,");
        assertThat(told(sent)).isEqualTo(told == null ? List.of() : List.of(told));
        assertThat(monitor.act(sent, Action.SUBMIT, "reporter." + institution) instanceof Transition.Refused)
                .isEqualTo(told != null);
    }

    @Test
    void parts_in_the_file_are_held_against_a_known_total_and_known_parts() {
        monitor.approved(sent(value("PARTED", "2020", "100.0"), value("PARTED", "2020", "70.0") + ",FRACTION=A,"));
        assertThat(told(sent(value("PARTED", "2020", "40.0") + ",FRACTION=B,")))
                .containsExactly("PARTS_EXCEED_TOTAL D2 [110, 100, t]");
        assertThat(told(sent(
                        value("PARTED", "2020", "40.0") + ",FRACTION=B,",
                        value("PARTED", "2020", "60.0") + ",FRACTION=A,")))
                .isEmpty();
    }

    @Test
    void a_cumulative_series_is_asked_about_where_it_falls() {
        known("GROWS", 2018, "10", "12");
        assertThat(asked(
                        sent(value("GROWS", "2021", "11"), value("GROWS", "2022", "13"), value("GROWS", "2023", "12"))))
                .containsExactly("CUMULATIVE_FALL D2 [12, 2019, t]", "CUMULATIVE_FALL D4 [13, 2022, t]");
    }

    @Test
    void one_explanation_answers_all_queries_of_one_cause() {
        long sent = sent(
                value("JUMPY", "2020", "1"),
                value("JUMPY", "2021", "2"),
                value("JUMPY", "2022", "3"),
                value("JUMPY", "2023", "0"),
                value("JUMPY", "2024", "7"));
        Findings findings = monitor.part(Findings.class);
        var groups = findings.groups(sent, Findings.Filter.ALL, 10);
        assertThat(groups)
                .extracting(group -> group.cause().code() + " " + group.number() + " " + group.open())
                .containsExactly("YEAR_ON_YEAR_JUMP 3 3", "JUMP_FROM_ZERO 1 1");
        var jumps = Findings.Filter.ALL.ofCause(groups.getFirst().cause());
        assertThat(findings.explainAll(sent, jumps, "A new method", "reporter." + institution))
                .isEqualTo(3);
        assertThat(findings.number(sent, Findings.Filter.ALL.ifOpen(true))).isEqualTo(1);
        assertThat(findings.number(
                        sent, Findings.Filter.ALL.ofIndicator("JUMPY").ifOpen(false)))
                .isEqualTo(3);
        assertThat(findings.choices(sent).indicators()).containsExactly("JUMPY");
    }

    @Test
    void an_explanation_stays_with_its_value() {
        known("JUMPY", 2020, "100");
        long first = sent(value("JUMPY", "2021", "150"));
        Kept query = queries(first).getFirst();
        Findings findings = monitor.part(Findings.class);
        findings.explain(first, query.id(), "A new plant", "reporter." + institution);
        assertThat(monitor.act(first, Action.SUBMIT, "reporter." + institution)).isInstanceOf(Transition.Done.class);

        long again = sent(value("JUMPY", "2021", "150.0"), value("JUMPY", "2022", "151"));
        assertThat(queries(again)).extracting(Kept::explanation).containsExactly("A new plant");
        long other = sent(value("JUMPY", "2021", "160"), value("JUMPY", "2022", "161"));
        assertThat(queries(other)).extracting(Kept::explanation).containsExactly((String) null);
    }

    private String value(String indicator, String period, String value) {
        return institution + "," + indicator + "," + period + "," + value + ",t";
    }

    private void known(String indicator, int year, String... values) {
        monitor.approved(sent(IntStream.range(0, values.length)
                .mapToObj(i -> value(indicator, "" + (year + i), values[i]))
                .toArray(String[]::new)));
    }

    private long sent(String... rows) {
        String text = Arrays.stream(rows)
                .map(row -> row
                        + ",".repeat(6 - (int) row.chars().filter(c -> c == ',').count()))
                .collect(Collectors.joining("\n"));
        return monitor.sent(institution, "file-" + ++files + ".csv", HEADER + text + "\n");
    }

    private List<Kept> queries(long submission) {
        return monitor.part(Findings.class).page(submission, Severity.QUERY, 0, 100);
    }

    private List<String> asked(long submission) {
        assertThat(monitor.part(Findings.class).page(submission, Severity.ERROR, 0, 100))
                .isEmpty();
        return told(submission);
    }

    private List<String> told(long submission) {
        return monitor.part(Findings.class).page(submission, (Severity) null, 0, 100).stream()
                .map(Kept::finding)
                .map(found -> found.code() + " " + found.place() + " " + found.arguments())
                .toList();
    }
}
