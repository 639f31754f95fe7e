package org.scpmonitor.submission;

import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.scpmonitor.schema.Tables.PROSPECT;
import static org.scpmonitor.schema.Tables.PROSPECT_FIGURE;
import static org.scpmonitor.schema.Tables.SUBMISSION;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.actual.Foresight;
import org.scpmonitor.calendar.ReportingPeriod;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Repository;

/**
 * What approving a waiting submission would do to the programmes' figures. It is computed once when the submission is
 * submitted, beside the queue and not when somebody looks; what was approved since may have changed the answer, and
 * {@link #compute} gives a new one.
 */
@Repository
public class Prospects {

    private static final Logger LOG = LoggerFactory.getLogger(Prospects.class);

    static final Condition IS_TO_BE_FORESEEN = SUBMISSION
            .STATE
            .eq(SubmissionState.SUBMITTED.code())
            .and(SUBMISSION.ROWS_STAGED.isNotNull())
            .and(notExists(selectOne().from(PROSPECT).where(PROSPECT.SUBMISSION_ID.eq(SUBMISSION.ID))));

    private final DSLContext sql;
    private final Foresight foresight;
    private final StagedValues staged;
    private final Clock clock;

    Prospects(DSLContext sql, Foresight foresight, StagedValues staged, Clock clock) {
        this.sql = sql;
        this.foresight = foresight;
        this.staged = staged;
        this.clock = clock;
    }

    /**
     * A programme's figure that would change.
     *
     * @param unit in UCUM's spelling
     * @param before null where there is none yet
     * @param after null where there would be none any more
     */
    public record Figure(
            String programme,
            String indicator,
            String disaggregation,
            ReportingPeriod period,
            String unit,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after) {}

    /** Computes it where it hasn't been; the caller holds the claim on the submission. */
    public void ofSubmission(long submission) {
        boolean due = sql.fetchExists(
                sql.selectFrom(SUBMISSION).where(SUBMISSION.ID.eq(submission)).and(IS_TO_BE_FORESEEN));
        if (due && staged.isStaged(submission)) {
            try {
                compute(submission);
            } catch (RuntimeException e) {
                LOG.error("What submission {} would change can't be foreseen", submission, e);
                remember(sql, submission, Instant.EPOCH, String.valueOf(e.getMessage()));
            }
        }
    }

    /** Computes it anew, in a transaction of its own. Needs the staged values. */
    public void compute(long submission) {
        sql.transaction(tx -> {
            Instant known = foresight.foresee(
                    "(select * from " + StagedValues.values(submission) + " s where s.defects = 0 and not exists ("
                            + "select from value_remark r where r.submission_id = " + submission
                            + " and r.kind = 'left_out' and (r.sheet, r.row_number, r.column_number)"
                            + " = (s.sheet, s.row_number, s.column_number)))");
            tx.dsl()
                    .deleteFrom(PROSPECT_FIGURE)
                    .where(PROSPECT_FIGURE.SUBMISSION_ID.eq(submission))
                    .execute();
            tx.dsl().execute("insert into prospect_figure select ?::bigint, f.* from foreseen f", submission);
            remember(tx.dsl(), submission, known, null);
        });
    }

    private void remember(DSLContext tx, long submission, Instant known, @Nullable String failure) {
        tx.insertInto(PROSPECT)
                .set(PROSPECT.SUBMISSION_ID, submission)
                .set(PROSPECT.COMPUTED_AT, clock.instant())
                .set(PROSPECT.KNOWLEDGE, known)
                .set(PROSPECT.FAILURE, failure)
                .onConflict(PROSPECT.SUBMISSION_ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    /** The figures that would change most, totals before parts. */
    public List<Figure> figures(long submission, int limit) {
        return sql.fetch(FIGURES, submission, limit)
                .map(row -> new Figure(
                        row.get("programme", String.class),
                        row.get("indicator", String.class),
                        row.get("key", String.class),
                        ReportingPeriod.of(
                                row.get("period_start", LocalDate.class), row.get("period_months", Integer.class)),
                        row.get("unit", String.class),
                        row.get("old_value", BigDecimal.class),
                        row.get("new_value", BigDecimal.class)));
    }

    private static final String FIGURES = """
            select p.code as programme, x.code as indicator, d.key, f.period_start, f.period_months, x.unit,
                   trim_scale(f.old_value) as old_value, trim_scale(f.new_value) as new_value
            from prospect_figure f
            join programme p on p.id = f.programme_id
            join current_indicator x on x.indicator_id = f.indicator_id
            join disaggregation d on d.id = f.disaggregation_id
            where f.submission_id = ?
            order by f.disaggregation_id <> 0,
                     abs(f.new_value - f.old_value) / nullif(abs(f.old_value), 0) desc nulls first,
                     f.period_months desc, f.period_start desc, x.sort
            limit ?
            """;
}
