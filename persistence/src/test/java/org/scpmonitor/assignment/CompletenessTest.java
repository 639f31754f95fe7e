package org.scpmonitor.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scpmonitor.access.Grant;
import org.scpmonitor.access.Role;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.assignment.Completeness.Filter;
import org.scpmonitor.assignment.Completeness.Rows;
import org.scpmonitor.calendar.AsOf;

/** How much came and how much of it in time, of any past moment. The year 2023 is on time until 29 February 2024. */
class CompletenessTest {

    private static final Viewer EVERYBODY =
            new Viewer(1, "manager", "Manager", Locale.of("es"), Set.of(Grant.everywhere(Role.MANAGER)));

    private ReportedWorld world;
    private Completeness completeness;

    @BeforeEach
    void start() {
        world = new ReportedWorld("CL-A", "CL-B", "PE-A");
        completeness = new Completeness(
                world.database().sql(), Clock.fixed(Instant.parse("2024-12-31T12:00:00Z"), ZoneOffset.UTC));
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void the_last_day_counts_whole_in_utc() {
        report("CL-A", 2023, "2024-02-29T23:59:59Z", "2024-03-05T00:00:00Z");
        report("CL-B", 2023, "2024-03-01T00:00:00Z", "2024-03-05T00:00:00Z");

        assertThat(of(Rows.INSTITUTION, "2024-06-01"))
                .containsExactly(
                        "CL-A 2023 1/1 on time 1 late 0 overdue 0 COMPLETE",
                        "CL-B 2023 1/1 on time 0 late 1 overdue 0 COMPLETE_LATE",
                        "PE-A 2023 0/1 on time 0 late 0 overdue 1 MISSING");
        assertThat(of(Rows.COUNTRY, "2024-06-01"))
                .containsExactly(
                        "CL 2023 2/2 on time 1 late 1 overdue 0 COMPLETE_LATE",
                        "PE 2023 0/1 on time 0 late 0 overdue 1 MISSING");
        assertThat(of(Rows.INDICATOR, "2024-06-01"))
                .containsExactly("WATER 2023 2/3 on time 1 late 1 overdue 1 PARTIAL");
        assertThat(of(Rows.PROGRAMME, "2024-06-01"))
                .containsExactly("CL-P 2023 2/2 on time 1 late 1 overdue 0 COMPLETE_LATE");
    }

    @Test
    void a_period_is_asked_for_once_it_has_ended_and_overdue_once_its_last_day_has_passed() {
        assertThat(of(Rows.COUNTRY, "2023-12-31")).isEmpty();
        assertThat(of(Rows.COUNTRY, "2024-01-01"))
                .containsExactly(
                        "CL 2023 0/2 on time 0 late 0 overdue 0 PENDING",
                        "PE 2023 0/1 on time 0 late 0 overdue 0 PENDING");
        assertThat(of(Rows.COUNTRY, "2024-02-29").getFirst()).endsWith("PENDING");
        assertThat(of(Rows.COUNTRY, "2024-03-01").getFirst()).endsWith("overdue 2 MISSING");
    }

    @Test
    void an_extension_counts_from_when_it_is_known() {
        report("CL-B", 2023, "2024-03-10T08:00:00Z", "2024-03-11T00:00:00Z");
        world.extend("CL-B", 2023, LocalDate.of(2024, 3, 31), Instant.parse("2024-04-01T00:00:00Z"));

        assertThat(of(Rows.INSTITUTION, "2024-03-15"))
                .contains("CL-B 2023 1/1 on time 0 late 1 overdue 0 COMPLETE_LATE");
        assertThat(of(Rows.INSTITUTION, "2024-05-01")).contains("CL-B 2023 1/1 on time 1 late 0 overdue 0 COMPLETE");
    }

    @Test
    void a_correction_does_not_make_a_report_late() {
        report("CL-A", 2023, "2024-01-10T00:00:00Z", "2024-01-11T00:00:00Z");
        long corrected = report("CL-A", 2023, "2024-08-10T00:00:00Z", "2024-08-11T00:00:00Z");

        assertThat(of(Rows.INSTITUTION, "2024-09-01")).contains("CL-A 2023 1/1 on time 1 late 0 overdue 0 COMPLETE");
        var slots =
                completeness.slots(EVERYBODY, filter("2024-09-01")).page(0, 10).items();
        assertThat(slots.getFirst().submission()).isEqualTo(corrected);
        assertThat(slots.getFirst().receivedAt()).isEqualTo(Instant.parse("2024-01-10T00:00:00Z"));
    }

    @Test
    void what_waits_for_a_decision_is_received_and_what_was_returned_is_not() {
        long submission = world.waits("CL-A", 2023, Instant.parse("2024-02-01T00:00:00Z"));
        world.giveBack(submission, Instant.parse("2024-02-10T00:00:00Z"));

        assertThat(of(Rows.INSTITUTION, "2024-02-05")).contains("CL-A 2023 1/1 on time 1 late 0 overdue 0 COMPLETE");
        assertThat(of(Rows.INSTITUTION, "2024-02-11")).contains("CL-A 2023 0/1 on time 0 late 0 overdue 0 PENDING");
    }

    @Test
    void a_total_stands_for_its_parts_and_a_part_for_itself() {
        int home = world.part("USE=HOME");
        int trade = world.part("USE=TRADE");
        world.assign("WATER", trade, "2022-01-01", "CL-A");
        world.report("CL-A", home, 2023, Instant.parse("2024-01-10T00:00:00Z"), Instant.parse("2024-01-11T00:00:00Z"));

        assertThat(of(Rows.INSTITUTION, "2024-06-01")).contains("CL-A 2023 1/2 on time 1 late 0 overdue 1 PARTIAL");
    }

    @Test
    void who_is_of_an_institution_sees_its_own() {
        int own = world.database()
                .sql()
                .fetchSingle("select id from institution where code = 'CL-B'")
                .get(0, Integer.class);
        var reporter = new Viewer(
                2, "reporter", "Reporter", Locale.of("es"), Set.of(Grant.atInstitution(Role.REPORTER, own, "CL-B")));

        assertThat(printed(reporter, Rows.INSTITUTION, filter("2024-06-01")))
                .containsExactly("CL-B 2023 0/1 on time 0 late 0 overdue 1 MISSING");
        assertThat(printed(Viewer.PUBLIC, Rows.COUNTRY, filter("2024-06-01"))).isEmpty();
    }

    @Test
    void rows_come_by_page_and_the_list_has_them_all() {
        var second = completeness.matrix(EVERYBODY, Rows.INSTITUTION, filter("2024-06-01"), 1, 1);
        assertThat(second.total()).isEqualTo(3);
        assertThat(second.rows()).extracting(row -> row.key().code()).containsExactly("CL-B");
        assertThat(completeness
                        .list(EVERYBODY, Rows.INSTITUTION, filter("2024-06-01"))
                        .page(0, 10)
                        .total())
                .isEqualTo(3);
    }

    private long report(String institution, int year, String submitted, String accepted) {
        return world.report(institution, 0, year, Instant.parse(submitted), Instant.parse(accepted));
    }

    private List<String> of(Rows by, String day) {
        return printed(EVERYBODY, by, filter(day));
    }

    private List<String> printed(Viewer viewer, Rows by, Filter filter) {
        List<String> lines = new ArrayList<>();
        completeness
                .matrix(viewer, by, filter, 0, 100)
                .rows()
                .forEach(row -> row.cells().forEach(cell -> {
                    Counts counts = cell.counts();
                    lines.add(row.key().code() + " " + cell.period() + " " + counts.received() + "/" + counts.expected()
                            + " on time " + counts.onTime() + " late " + counts.late() + " overdue " + counts.overdue()
                            + " "
                            + counts.status());
                }));
        return lines;
    }

    private static Filter filter(String day) {
        return new Filter(
                null,
                null,
                null,
                null,
                null,
                "",
                LocalDate.of(2023, 1, 1),
                LocalDate.of(2024, 1, 1),
                AsOf.endOf(LocalDate.parse(day)));
    }
}
