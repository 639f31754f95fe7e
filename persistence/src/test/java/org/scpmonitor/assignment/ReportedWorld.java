package org.scpmonitor.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.scpmonitor.assignment.AssignmentRows.Wanted;
import org.scpmonitor.assignment.CalendarRows.Rule;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.world.TestDatabase;
import org.scpmonitor.world.World;

/** Institutions that report WATER by the year, on time until sixty days after it; everything at dated moments. */
final class ReportedWorld implements AutoCloseable {

    private static final Instant BEGIN = Instant.parse("2001-01-01T00:00:00Z");

    private final TestDatabase database = TestDatabase.create();

    ReportedWorld(String... institutions) {
        World world = World.in(database);
        for (String each : institutions) {
            world.institution(each);
        }
        world.indicator("WATER", "m3", 12, "sum", "sum").dimension("WATER", "USE", "HOME", "TRADE");
        known(BEGIN);
        database.sql().execute("update indicator_version set known_from = ?::timestamptz", BEGIN);
        database.sql().execute("delete from assignment");
        assign("WATER", 0, "2022-01-01", institutions);
        new CalendarRows(database.sql())
                .put(List.of(new Rule("WATER", null, CalendarRows.ALWAYS, 60, 200)), () -> BEGIN);
    }

    TestDatabase database() {
        return database;
    }

    void assign(String indicator, int disaggregation, String from, String... institutions) {
        new AssignmentRows(database.sql())
                .put(
                        new Wanted(List.of(institutions), indicator, disaggregation, 12, LocalDate.parse(from), null),
                        () -> BEGIN);
    }

    /** The key of a part. */
    int part(String key) {
        return database.sql()
                .fetchSingle("insert into disaggregation (key) values (?) returning id", key)
                .get(0, Integer.class);
    }

    /** A value that is submitted at a moment and known from another one on. */
    long report(String institution, int part, int year, Instant submitted, Instant accepted) {
        long submission = submit(institution, submitted);
        known(accepted);
        database.sql()
                .execute(
                        "update observation o set known_until = ?::timestamptz from institution i where i.code = ?"
                                + " and o.institution_id = i.id and o.period_start = ? and o.disaggregation_id = ?"
                                + " and o.known_until = 'infinity'",
                        accepted,
                        institution,
                        LocalDate.of(year, 1, 1),
                        part);
        database.sql()
                .execute(
                        "insert into observation (institution_id, indicator_id, disaggregation_id, period_start,"
                                + " period_months, sheet, row_number, column_number, status, submission_id, known_from,"
                                + " value, reported_value, reported_unit, text_read)"
                                + " select i.id, x.id, ?, ?, 12, 0, 2, 4, '', ?, ?::timestamptz, 1, 1, 'm3', '1'"
                                + " from institution i join indicator x on x.code = 'WATER' where i.code = ?",
                        part,
                        LocalDate.of(year, 1, 1),
                        submission,
                        accepted,
                        institution);
        return submission;
    }

    /** A file of a year that waits for a decision from a moment on. */
    long waits(String institution, int year, Instant submitted) {
        long submission = submit(institution, submitted);
        database.sql()
                .execute(
                        "insert into submission_period (submission_id, institution_id, period_start, period_months)"
                                + " select s.id, s.institution_id, ?, 12 from submission s where s.id = ?",
                        LocalDate.of(year, 1, 1),
                        submission);
        database.sql()
                .execute(
                        "insert into submission_indicator (submission_id, indicator_id)"
                                + " select ?, id from indicator where code = 'WATER'",
                        submission);
        return submission;
    }

    void giveBack(long submission, Instant at) {
        event(submission, "returned", at);
    }

    private void event(long submission, String state, Instant at) {
        database.sql()
                .execute(
                        "insert into submission_event (submission_id, at, actor, state)"
                                + " values (?, ?::timestamptz, 'somebody', ?)",
                        submission,
                        at,
                        state);
    }

    private long submit(String institution, Instant at) {
        long id = database.sql()
                .fetchSingle(
                        "insert into submission (institution_id, sent_by, file_name, file_size, sha256, state,"
                                + " received_at) select i.id, u.id, 'a.csv', 1,"
                                + " md5(random()::text) || md5(random()::text), 'approved', ?::timestamptz"
                                + " from institution i join app_user u on u.username = 'reporter.' || i.code"
                                + " where i.code = ? returning id",
                        at,
                        institution)
                .get(0, Long.class);
        event(id, "submitted", at);
        return id;
    }

    /** Another last day for a year, known from a moment on. */
    void extend(String institution, int year, LocalDate dueOn, Instant from) {
        known(from);
        database.sql()
                .execute(
                        "insert into extension (institution_id, period_start, period_months, due_on, reason,"
                                + " granted_by, granted_at, known_from) select id, ?, 12, ?, 'flood', 'coordinator',"
                                + " ?::timestamptz, ?::timestamptz from institution where code = ?"
                                + " on conflict do nothing",
                        ReportingPeriod.year(year).start(),
                        dueOn,
                        from,
                        from,
                        institution);
    }

    private void known(Instant moment) {
        database.sql()
                .execute(
                        "insert into knowledge (moment, cause) values (?::timestamptz, 'test') on conflict do nothing",
                        moment);
    }

    void forget() {
        database.sql().execute("delete from observation; delete from extension");
    }

    @Override
    public void close() {
        database.close();
    }
}
