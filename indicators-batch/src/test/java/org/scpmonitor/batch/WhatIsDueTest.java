package org.scpmonitor.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scpmonitor.access.AuditTrail;
import org.scpmonitor.access.Grant;
import org.scpmonitor.access.Role;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.assignment.AssignmentRows;
import org.scpmonitor.assignment.AssignmentRows.Wanted;
import org.scpmonitor.assignment.Assignments;
import org.scpmonitor.assignment.Calendar;
import org.scpmonitor.assignment.CalendarRows;
import org.scpmonitor.assignment.CalendarRows.Rule;
import org.scpmonitor.assignment.DueFilter;
import org.scpmonitor.assignment.DueLine;
import org.scpmonitor.assignment.DueList;
import org.scpmonitor.assignment.DueState;
import org.scpmonitor.assignment.Extensions;
import org.scpmonitor.batch.world.Monitor;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.submission.SubmissionState.Action;
import org.scpmonitor.submission.Submissions;
import org.scpmonitor.world.TestDatabase;
import org.scpmonitor.world.World;

/** What institutions owe, from its due date to the decision on what they sent; and what is taken. */
class WhatIsDueTest {
    private static final int YEAR = LocalDate.now(ZoneOffset.UTC).getYear();
    private static final String HEADER = "institution,indicator,period,value,unit\n";

    private TestDatabase database;
    private World world;
    private Monitor monitor;

    @BeforeEach
    void start() {
        database = TestDatabase.create();
        world = World.in(database)
                .indicator("WAS", "t", 12, "sum", "sum")
                .indicator("GAS", "t", 12, "sum", "sum")
                .institution("CL-A")
                .institution("CL-B")
                .institution("PE-A");
        monitor = new Monitor(database);
        plan(
                new Rule("WAS", null, CalendarRows.ALWAYS, 0, null),
                new Rule("GAS", null, CalendarRows.ALWAYS, 3650, null));
        assign("WAS", YEAR - 2, "CL-A", "CL-B", "PE-A");
        assign("GAS", YEAR - 1, "CL-A");
    }

    @AfterEach
    void stop() {
        monitor.close();
        database.close();
    }

    @Test
    void what_is_owed_follows_the_file_to_its_approval() {
        assertThat(due("reporter.CL-A"))
                .containsExactly(
                        "LATE CL-A " + (YEAR - 1) + " WAS",
                        "LATE CL-A " + (YEAR - 2) + " WAS",
                        "DUE CL-A " + (YEAR - 1) + " GAS");

        long broken = monitor.sent("CL-A", "a.csv", HEADER + ",WAS," + (YEAR - 2) + ",much,t\n");
        assertThat(due("reporter.CL-A")).startsWith("IN_WORK CL-A " + (YEAR - 2) + " WAS revision 1 errors 1");
        monitor.act(broken, Action.WITHDRAW, "reporter.CL-A");

        long sent = monitor.sent("CL-A", "b.csv", HEADER + ",WAS," + (YEAR - 2) + ",12,t\n");
        monitor.act(sent, Action.SUBMIT, "reporter.CL-A");
        assertThat(due("reporter.CL-A")).endsWith("SUBMITTED CL-A " + (YEAR - 2) + " WAS revision 1 errors 0");
        monitor.part(Submissions.class).act(sent, Action.RETURN, "manager", "C2");
        assertThat(due("reporter.CL-A")).startsWith("RETURNED CL-A " + (YEAR - 2) + " WAS revision 1 errors 0");

        long mended = monitor.sent("CL-A", "b.csv", HEADER + ",WAS," + (YEAR - 2) + ",13,t\n");
        monitor.approved(mended);
        assertThat(due("reporter.CL-A"))
                .containsExactly("LATE CL-A " + (YEAR - 1) + " WAS", "DUE CL-A " + (YEAR - 1) + " GAS");
    }

    @Test
    void everyone_sees_what_the_institutions_of_their_scope_owe() {
        assertThat(due("reporter.CL-B")).hasSize(2).allMatch(line -> line.contains("CL-B"));
        assertThat(due("coordinator.CL")).hasSize(5).noneMatch(line -> line.contains("PE-A"));
        assertThat(due("coordinator.PE")).hasSize(2);
        assertThat(list().board(Viewer.PUBLIC, DueFilter.ALL, 0, 10).lines()).isEmpty();
        assertThat(list().board(viewer("manager", Grant.everywhere(Role.MANAGER)), DueFilter.ALL, 0, 10)
                        .lines())
                .isEmpty();
    }

    @Test
    void lines_are_counted_filtered_and_paged() {
        Viewer coordinator = coordinator();
        assertThat(list().board(coordinator, DueFilter.ALL, 0, 10).counts())
                .isEqualTo(list().board(coordinator, DueFilter.ALL, 9, 10).counts())
                .hasToString("DueCounts[byState={LATE=4, DUE=1}, years=[" + (YEAR - 1) + ", " + (YEAR - 2) + "]]");
        assertThat(list().board(coordinator, new DueFilter(DueState.LATE, YEAR - 2, "CL-P", "cl-b"), 0, 10)
                        .lines())
                .singleElement()
                .satisfies(line -> assertThat(line.place().code()).isEqualTo("CL-B"));
        assertThat(list().board(coordinator, new DueFilter(null, null, "OTHER", ""), 0, 10)
                        .lines())
                .isEmpty();
        assertThat(list().board(coordinator, DueFilter.ALL, 3, 10).lines()).hasSize(2);
        assertThat(list().programmes(coordinator)).containsExactly("CL-P");
    }

    @Test
    void a_closed_period_is_taken_only_where_it_was_extended() {
        plan(new Rule("WAS", null, CalendarRows.ALWAYS, 0, 0));
        String rows = HEADER + ",WAS," + (YEAR - 1) + ",12,t\n,GAS," + (YEAR - 1) + ",3,t\n";
        assertThat(due("reporter.CL-A")).containsExactly("DUE CL-A " + (YEAR - 1) + " GAS");
        long closed = monitor.sent("CL-A", "a.csv", rows);
        assertThat(monitor.findings(closed)).containsExactly("ERROR PERIOD_CLOSED C2 «" + (YEAR - 1) + "»");
        assertThat(database.sql()
                        .fetchSingle("select arguments[1] from finding where submission_id = ?", closed)
                        .get(0))
                .isEqualTo(YEAR + "-01-01");
        monitor.act(closed, Action.WITHDRAW, "reporter.CL-A");

        assertThat(grant("coordinator.PE", "PE", "2999-01-01")).isEqualTo("OUT_OF_SCOPE");
        assertThat(grant("coordinator.CL", "CL", (YEAR - 1) + "-06-30")).isEqualTo("EARLIER_THAN_CALENDAR");
        Instant before = advance();
        assertThat(grant("coordinator.CL", "CL", "2999-01-01")).isEqualTo("granted");
        assertThat(dueOn("infinity")).isEqualTo("2999-01-01");
        assertThat(dueOn(before.toString())).isEqualTo((YEAR - 1) + "-12-31");
        assertThat(monitor.findings(monitor.sent("CL-A", "a.csv", rows))).isEmpty();
        assertThat(monitor.findings(monitor.sent("CL-B", "b.csv", HEADER + ",WAS," + (YEAR - 1) + ",12,t\n")))
                .containsExactly("ERROR PERIOD_CLOSED C2 «" + (YEAR - 1) + "»");
    }

    @Test
    void an_extension_is_withdrawn_by_those_who_coordinate() {
        grant("coordinator.CL", "CL", "2999-01-01");
        Extensions extensions = monitor.part(Extensions.class);
        long extension = extensions
                .list(coordinator(), null)
                .page(0, 10)
                .items()
                .getFirst()
                .id();
        assertThat(extensions.withdraw(viewer("coordinator.PE", Grant.inCountry(Role.COORDINATOR, "PE")), extension))
                .isFalse();
        assertThat(extensions.withdraw(
                        viewer("reporter.CL-A", Grant.atInstitution(Role.REPORTER, id("CL-A"), "CL-A")), extension))
                .isFalse();
        assertThat(extensions.withdraw(coordinator(), extension)).isTrue();
        assertThat(dueOn("infinity")).isEqualTo((YEAR - 1) + "-12-31");
        assertThat(monitor.part(AuditTrail.class).listLatest(2))
                .extracting(event -> event.action() + " " + event.actor() + " " + event.subject())
                .containsExactly(
                        "EXTENSION_WITHDRAWN coordinator.CL CL-A " + (YEAR - 1),
                        "EXTENSION_GRANTED coordinator.CL CL-A " + (YEAR - 1));
    }

    @Test
    void a_group_is_assigned_at_once_and_ended_with_what_was_known_before() {
        Assignments assignments = monitor.part(Assignments.class);
        var wish =
                new Assignments.Wish(Assignments.Group.ALL, List.of("GAS"), "", 12, LocalDate.of(YEAR - 1, 1, 1), null);
        assertThat(assignments.preview(coordinator(), wish)).isEqualTo(new Assignments.Preview(2, 1, 1, List.of()));
        assertThat(assignments.make(coordinator(), wish)).isEqualTo(new Assignments.Preview(2, 1, 1, List.of()));
        assertThat(assignments.preview(coordinator(), wish)).isEqualTo(new Assignments.Preview(2, 0, 2, List.of()));
        assertThat(due("reporter.CL-B")).contains("DUE CL-B " + (YEAR - 1) + " GAS");

        Instant before = advance();
        var gas = new Assignments.Filter(Assignments.Group.ALL, "GAS");
        assertThat(assignments.end(
                        viewer("coordinator.PE", Grant.inCountry(Role.COORDINATOR, "PE")),
                        gas,
                        LocalDate.of(YEAR, 1, 1)))
                .isZero();
        assertThat(assignments.end(coordinator(), gas, LocalDate.of(YEAR - 1, 1, 1)))
                .isEqualTo(2);
        assertThat(assignments.count(coordinator(), gas)).isZero();
        assertThat(due("reporter.CL-B")).noneMatch(line -> line.contains("GAS"));
        assertThat(slots(before)).isEqualTo(2);
        assertThat(slots(advance())).isZero();
    }

    @Test
    void a_change_of_the_calendar_tells_what_it_would_do() {
        Calendar calendar = monitor.part(Calendar.class);
        var stricter = new Rule("GAS", null, CalendarRows.ALWAYS, 0, 0);
        assertThat(calendar.preview(stricter)).isEqualTo(new Calendar.Effect(1, 0, 1, 0));
        assertThat(calendar.preview(stricter)).isEqualTo(new Calendar.Effect(1, 0, 1, 0));
        assertThatThrownBy(() -> calendar.put(coordinator(), stricter)).isInstanceOf(SecurityException.class);
        Viewer manager = viewer("manager", Grant.everywhere(Role.MANAGER));
        calendar.put(manager, stricter);
        assertThat(calendar.list()).contains(stricter);
        calendar.remove(manager, stricter);
        assertThat(calendar.list()).doesNotContain(stricter);
    }

    @Test
    void only_what_is_assigned_is_taken() {
        long sent = monitor.sent(
                "PE-A",
                "p.csv",
                HEADER + ",GAS," + (YEAR - 1) + ",1,t\n,WAS," + (YEAR - 3) + ",1,t\n,WAS," + (YEAR - 2) + ",1,t\n");
        assertThat(monitor.findings(sent))
                .containsExactly("ERROR NOT_ASSIGNED B2 «GAS»", "ERROR NOT_ASSIGNED B3 «WAS»");
    }

    @Test
    void what_a_formula_calculates_is_neither_asked_for_nor_taken_nor_assigned() {
        world.indicator("BOTH", "t", 12, "sum", "sum");
        world.formula("BOTH", "WAS + GAS");
        assign("BOTH", YEAR - 1, "CL-A");

        assertThat(due("reporter.CL-A")).noneMatch(line -> line.contains("BOTH"));
        assertThat(monitor.findings(monitor.sent("CL-A", "s.csv", HEADER + ",BOTH," + (YEAR - 1) + ",1,t\n")))
                .containsExactly("ERROR CALCULATED_INDICATOR B2 «BOTH»");
        Assignments assignments = monitor.part(Assignments.class);
        assertThat(assignments.assignable())
                .extracting(Assignments.Assignable::code)
                .doesNotContain("BOTH");
        var wish = new Assignments.Wish(
                Assignments.Group.ALL, List.of("BOTH"), "", 12, LocalDate.of(YEAR - 1, 1, 1), null);
        assertThat(assignments.make(coordinator(), wish)).isEqualTo(new Assignments.Preview(0, 0, 0, List.of("BOTH")));
    }

    @Test
    void drafts_and_retired_indicators_are_not_asked_for() {
        for (String state : List.of("draft", "retired")) {
            database.sql()
                    .execute(
                            "update indicator_version set state = ? where indicator_id ="
                                    + " (select id from indicator where code = 'GAS')",
                            state);
            assertThat(due("reporter.CL-A")).isNotEmpty().noneMatch(line -> line.contains("GAS"));
            assertThat(monitor.part(Assignments.class).assignable())
                    .extracting(Assignments.Assignable::code)
                    .doesNotContain("GAS");
        }
    }

    private List<String> due(String account) {
        Viewer viewer = account.startsWith("coordinator")
                ? viewer(account, Grant.inCountry(Role.COORDINATOR, account.substring(account.indexOf('.') + 1)))
                : viewer(account, Grant.atInstitution(Role.REPORTER, id(account.substring(9)), account.substring(9)));
        return list().board(viewer, DueFilter.ALL, 0, 50).lines().stream()
                .map(WhatIsDueTest::told)
                .toList();
    }

    private static String told(DueLine line) {
        return line.state() + " " + line.place().code() + " " + line.period() + " "
                + line.indicators().stream().collect(Collectors.joining(" "))
                + (line.latest() == null
                        ? ""
                        : " revision " + line.latest().revision() + " errors "
                                + line.latest().errors());
    }

    private String grant(String account, String country, String dueOn) {
        return switch (monitor.part(Extensions.class)
                .grant(
                        viewer(account, Grant.inCountry(Role.COORDINATOR, country)),
                        new Extensions.Wish(
                                "CL-A", null, ReportingPeriod.year(YEAR - 1), LocalDate.parse(dueOn), null, "flood"))) {
            case Extensions.Outcome.Granted granted -> "granted";
            case Extensions.Outcome.Refused(Extensions.Reason why) -> why.name();
        };
    }

    private String dueOn(String known) {
        return database.sql()
                .fetchSingle(
                        "select s.due_on::text from due_slot(?::date, ?::date, ?::timestamptz) s"
                                + " join institution i on i.id = s.institution_id and i.code = 'CL-A'"
                                + " join indicator x on x.id = s.indicator_id and x.code = 'WAS'",
                        LocalDate.of(YEAR - 1, 1, 1),
                        LocalDate.of(YEAR, 1, 1),
                        known)
                .get(0, String.class);
    }

    private long slots(Instant known) {
        return database.sql()
                .fetchSingle(
                        "select count(*) from due_slot('0001-01-01', ?::date, ?::timestamptz) s"
                                + " join indicator x on x.id = s.indicator_id and x.code = 'GAS'",
                        LocalDate.of(YEAR, 1, 1),
                        known)
                .get(0, Long.class);
    }

    private DueList list() {
        return monitor.part(DueList.class);
    }

    private static Viewer coordinator() {
        return viewer("coordinator.CL", Grant.inCountry(Role.COORDINATOR, "CL"));
    }

    private static Viewer viewer(String name, Grant grant) {
        return new Viewer(1, name, name, Locale.of("es"), Set.of(grant));
    }

    private int id(String institution) {
        return database.sql()
                .fetchSingle("select id from institution where code = ?", institution)
                .get(0, Integer.class);
    }

    private void plan(Rule... rules) {
        new CalendarRows(database.sql()).put(List.of(rules), this::advance);
    }

    private void assign(String indicator, int year, String... institutions) {
        new AssignmentRows(database.sql())
                .put(
                        new Wanted(List.of(institutions), indicator, 0, 12, LocalDate.of(year, 1, 1), null),
                        this::advance);
    }

    private Instant advance() {
        return database.sql().fetchSingle("select advance_knowledge('test')").get(0, Instant.class);
    }
}
