package org.scpmonitor.observation;

import static org.scpmonitor.schema.Tables.SUBMISSION;

import java.time.Clock;
import java.time.Instant;
import org.jooq.DSLContext;
import org.scpmonitor.approval.ValueRemarks;
import org.scpmonitor.submission.StagedValues;
import org.scpmonitor.submission.Submissions;
import org.springframework.stereotype.Repository;

/** Turns the staged values of an approved submission into observations, all of them or none. */
@Repository
public class Acceptance {

    private static final int LARGE = 10_000;

    private final DSLContext sql;
    private final Clock clock;
    private final StagedValues staged;
    private final Submissions submissions;
    private final ValueRemarks remarks;

    Acceptance(DSLContext sql, Clock clock, StagedValues staged, Submissions submissions, ValueRemarks remarks) {
        this.staged = staged;
        this.sql = sql;
        this.clock = clock;
        this.submissions = submissions;
        this.remarks = remarks;
    }

    /** What an acceptance did. */
    public record Accepted(Instant knownFrom, int closed, int opened) {}

    /** How many staged values can't be accepted; none, unless the catalogue has changed since they were checked. */
    public long misfits(long submission) {
        return sql.fetchSingle("select count(*) from " + StagedValues.values(submission) + " where defects <> 0")
                .get(0, Long.class);
    }

    /**
     * Closes the current observations that the submission corrects, opens its own, and marks what aggregation has to
     * refresh. What the approvers left out is left out. A value that is already known just so stays as it is, with its earlier provenance. Needs a transaction
     * and a staged submission.
     *
     * @throws IllegalStateException where a staged value can't be accepted; an approved submission has none
     */
    public Accepted accept(long submission) {
        String values = StagedValues.values(submission);
        sql.execute("set local work_mem = '128MB'");
        int leftOut = remarks.drop(submission, values);
        long defective = misfits(submission);
        if (defective > 0) {
            throw new IllegalStateException(defective + " values of submission " + submission
                    + " no longer fit the catalogue and can't be accepted");
        }
        Instant moment = sql.fetchSingle(
                        "select advance_knowledge('accept submission ' || id, known_from) from submission where id = ?",
                        submission)
                .get(0, Instant.class);
        int closed = sql.execute(CLOSE.formatted(values), moment);
        int opened = sql.execute(OPEN.formatted(values), submission, moment);
        if (staged.isSummed(submission)) {
            sql.execute(SUMMED.formatted(values, StagedValues.parts(submission)), submission);
        }
        sql.execute(TOUCH.formatted(values), submission);
        sql.update(SUBMISSION)
                .set(SUBMISSION.ACCEPTED_AT, moment)
                .set(SUBMISSION.ROWS_ACCEPTED, SUBMISSION.ROWS_ACCEPTED.minus(leftOut))
                .where(SUBMISSION.ID.eq(submission))
                .execute();
        submissions.supersedeEarlier(sql, submission, clock.instant());
        return new Accepted(moment, closed, opened);
    }

    /**
     * Lets the database see what a large acceptance changed, so that it doesn't plan the refresh for a period of which it
     * knows no values.
     */
    public void learn(Accepted accepted) {
        if (accepted.opened() >= LARGE) {
            sql.execute("analyze observation");
        }
    }

    private static final String SAME_KEY = """
            o.indicator_id = v.indicator_id and o.period_start = v.period_start and o.period_months = v.period_months
            and o.institution_id = v.institution_id and o.disaggregation_id = v.disaggregation_id
            and o.known_until = 'infinity'
            """;

    private static final String CLOSE = """
            update observation o
            set known_until = ?::timestamptz
            from %s v
            where """ + " " + SAME_KEY + """
              and (o.value, o.status, o.reported_value, o.reported_unit, coalesce(o.comment, ''))
                  is distinct from (v.value, v.status, v.reported_value, v.reported_unit, coalesce(v.comment, ''))
            """;

    private static final String OPEN = """
            insert into observation (institution_id, indicator_id, disaggregation_id, period_start, period_months,
                                     sheet, row_number, column_number, status, submission_id, known_from,
                                     value, reported_value, reported_unit, text_read, comment)
            select v.institution_id, v.indicator_id, v.disaggregation_id, v.period_start, v.period_months,
                   v.sheet, v.row_number, v.column_number, v.status, ?, ?::timestamptz,
                   v.value, v.reported_value, v.reported_unit, v.text_read, v.comment
            from %s v
            where not exists (select from observation o where """ + " " + SAME_KEY + ")";

    /** The cells that the opened observations sum. */
    private static final String SUMMED = """
            insert into summed_cell (submission_id, of_sheet, of_row, of_column, sheet, row_number, column_number,
                                     value, reported_value, reported_unit, text_read)
            select o.submission_id, v.sheet, v.row_number, v.column_number, p.sheet, p.row_number, p.column_number,
                   p.value, p.reported_value, p.reported_unit, p.text_read
            from %1$s v
            join %2$s p on p.indicator_id = v.indicator_id and p.period_start = v.period_start
                and p.period_months = v.period_months and p.institution_id = v.institution_id
                and p.disaggregation_id = v.disaggregation_id and p.defects = 0 and p.value is not null
            join observation o on o.submission_id = ? and """ + " " + SAME_KEY + """
            where v.parts > 1
            """;

    private static final String TOUCH = """
            insert into touched (submission_id, indicator_id, period_start, period_months)
            select distinct ?::bigint, indicator_id, period_start, period_months
            from %s
            on conflict do nothing
            """;
}
