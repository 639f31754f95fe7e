package org.scpmonitor.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scpmonitor.assignment.AssignmentRows.Wanted;
import org.scpmonitor.assignment.CalendarRows.Rule;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.world.TestDatabase;
import org.scpmonitor.world.World;

/** Which periods of an assignment are due, until when a report is on time and taken, and as it was known before. */
class DueSlotTest {

    private TestDatabase database;

    @BeforeEach
    void start() {
        database = TestDatabase.create();
        World.in(database).indicator("WATER", "m3", 12, "sum", "sum").institution("CL-A");
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "2023-04, 30, 61, 2023-05-30, 2023-06-30",
        "2024-02, 0, 0, 2024-02-29, 2024-02-29",
        "2023-02, 1, , 2023-03-01,",
        "2025-Q3, 30, 61, 2025-10-30, 2025-11-30",
        "2023-Q4, 60, 61, 2024-02-29, 2024-03-01",
        "2024-H1, 31, 31, 2024-07-31, 2024-07-31",
        "2024-H2, 59, 60, 2025-02-28, 2025-03-01",
        "2023, 60, 366, 2024-02-29, 2024-12-31",
        "2024, 455, 821, 2026-03-31, 2027-04-01",
    })
    void days_are_counted_from_the_last_day_of_the_period(
            String text, int timely, @Nullable Integer closed, LocalDate dueOn, @Nullable LocalDate closesOn) {
        ReportingPeriod period = ReportingPeriod.parse(text).orElseThrow();
        assign(period.months(), "2020-01-01", null);
        plan(new Rule("WATER", null, CalendarRows.ALWAYS, timely, closed));

        assertThat(slots(period.start(), period.endExclusive(), "infinity"))
                .containsExactly(text + " due " + dueOn + " closes " + closesOn);
    }

    @Test
    void whole_periods_of_the_assignment_are_due_and_no_others() {
        assign(3, "2023-02-15", "2024-05-01");

        assertThat(slots("2020-01-01", "2030-01-01"))
                .extracting(slot -> slot.substring(0, 7))
                .containsExactly("2023-Q2", "2023-Q3", "2023-Q4", "2024-Q1");
        assertThat(slots("2023-05-01", "2023-12-31"))
                .extracting(slot -> slot.substring(0, 7))
                .containsExactly("2023-Q3");
    }

    @Test
    void without_a_rule_no_date_is_set() {
        assign(12, "2023-01-01", null);

        assertThat(slots("2023-01-01", "2024-01-01")).containsExactly("2023 due null closes null");
    }

    @Test
    void a_countrys_rule_goes_before_the_general_one_and_the_later_beginning_before_the_earlier() {
        assign(12, "2021-01-01", null);
        plan(
                new Rule("WATER", null, CalendarRows.ALWAYS, 10, null),
                new Rule("WATER", null, LocalDate.of(2022, 1, 1), 20, 30),
                new Rule("WATER", "CL", LocalDate.of(2023, 1, 1), 31, null),
                new Rule("WATER", "PE", CalendarRows.ALWAYS, 90, 90));

        assertThat(slots("2021-01-01", "2024-01-01"))
                .containsExactly(
                        "2021 due 2022-01-10 closes null",
                        "2022 due 2023-01-20 closes 2023-01-30",
                        "2023 due 2024-01-31 closes null");
    }

    @Test
    void calendar_and_assignments_are_read_as_they_were_known() {
        Instant before = advance();
        assign(12, "2022-01-01", null);
        plan(new Rule("WATER", null, CalendarRows.ALWAYS, 10, null));
        Instant first = advance();
        assign(12, "2022-01-01", "2023-01-01");
        plan(new Rule("WATER", null, CalendarRows.ALWAYS, 20, null));

        assertThat(slots(before)).isEmpty();
        assertThat(slots(first)).containsExactly("2022 due 2023-01-10 closes null", "2023 due 2024-01-10 closes null");
        assertThat(slots("2022-01-01", "2024-01-01")).containsExactly("2022 due 2023-01-20 closes null");
    }

    @Test
    void what_is_wanted_already_opens_nothing() {
        assign(12, "2022-01-01", null);
        Rule rule = new Rule("WATER", null, CalendarRows.ALWAYS, 10, null);
        plan(rule);

        assertThat(new AssignmentRows(database.sql()).put(wanted(12, "2022-01-01", null), () -> {
                    throw new AssertionError("no moment is needed");
                }))
                .isEqualTo(new AssignmentRows.Changed(0, 0));
        assertThat(new CalendarRows(database.sql()).put(List.of(rule), () -> {
                    throw new AssertionError("no moment is needed");
                }))
                .isEmpty();
    }

    private void assign(int months, String from, @Nullable String until) {
        new AssignmentRows(database.sql()).put(wanted(months, from, until), this::advance);
    }

    private static Wanted wanted(int months, String from, @Nullable String until) {
        return new Wanted(
                List.of("CL-A"),
                "WATER",
                0,
                months,
                LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until));
    }

    private void plan(Rule... rules) {
        new CalendarRows(database.sql()).put(List.of(rules), this::advance);
    }

    private Instant advance() {
        return database.sql().fetchSingle("select advance_knowledge('test')").get(0, Instant.class);
    }

    private List<String> slots(Instant known) {
        return slots(LocalDate.of(2022, 1, 1), LocalDate.of(2024, 1, 1), known.toString());
    }

    private List<String> slots(String from, String until) {
        return slots(LocalDate.parse(from), LocalDate.parse(until), "infinity");
    }

    private List<String> slots(LocalDate from, LocalDate until, String known) {
        return database.sql()
                .fetch(
                        "select period_start, period_months, due_on, closes_on"
                                + " from due_slot(?::date, ?::date, ?::timestamptz) order by period_start",
                        from,
                        until,
                        known)
                .map(row -> ReportingPeriod.of(row.get(0, LocalDate.class), row.get(1, Integer.class)) + " due "
                        + row.get(2, LocalDate.class) + " closes " + row.get(3, LocalDate.class));
    }
}
