package org.scpmonitor.submission;

import static org.jooq.impl.DSL.abs;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.scpmonitor.schema.Tables.CURRENT_INDICATOR;
import static org.scpmonitor.schema.Tables.DISAGGREGATION;
import static org.scpmonitor.schema.Tables.PROGRAMME;
import static org.scpmonitor.schema.Tables.PROSPECT;
import static org.scpmonitor.schema.Tables.PROSPECT_FIGURE;
import static org.scpmonitor.schema.Tables.SUBMISSION;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
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

    private static final int TOTAL = 0;

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
        return sql.select(mostChanged(limit))
                .from(SUBMISSION)
                .where(SUBMISSION.ID.eq(submission))
                .fetchSingle()
                .value1();
    }

    /** The same, for a query on {@code submission}. */
    static Field<List<Figure>> mostChanged(int limit) {
        return multiset(select(
                                PROGRAMME.CODE,
                                CURRENT_INDICATOR.CODE,
                                DISAGGREGATION.KEY,
                                PROSPECT_FIGURE.PERIOD_START,
                                PROSPECT_FIGURE.PERIOD_MONTHS,
                                CURRENT_INDICATOR.UNIT,
                                plain(PROSPECT_FIGURE.OLD_VALUE),
                                plain(PROSPECT_FIGURE.NEW_VALUE))
                        .from(PROSPECT_FIGURE)
                        .join(PROGRAMME)
                        .on(PROGRAMME.ID.eq(PROSPECT_FIGURE.PROGRAMME_ID))
                        .join(CURRENT_INDICATOR)
                        .on(CURRENT_INDICATOR.INDICATOR_ID.eq(PROSPECT_FIGURE.INDICATOR_ID))
                        .join(DISAGGREGATION)
                        .on(DISAGGREGATION.ID.eq(PROSPECT_FIGURE.DISAGGREGATION_ID))
                        .where(PROSPECT_FIGURE.SUBMISSION_ID.eq(SUBMISSION.ID))
                        .orderBy(
                                field(PROSPECT_FIGURE.DISAGGREGATION_ID.ne(TOTAL)),
                                abs(PROSPECT_FIGURE.NEW_VALUE.minus(PROSPECT_FIGURE.OLD_VALUE))
                                        .div(nullif(abs(PROSPECT_FIGURE.OLD_VALUE), BigDecimal.ZERO))
                                        .desc()
                                        .nullsFirst(),
                                PROSPECT_FIGURE.PERIOD_MONTHS.desc(),
                                PROSPECT_FIGURE.PERIOD_START.desc(),
                                CURRENT_INDICATOR.SORT)
                        .limit(limit))
                .convertFrom(rows -> rows.map(row -> new Figure(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        ReportingPeriod.of(row.value4(), row.value5()),
                        row.value6(),
                        row.value7(),
                        row.value8())));
    }

    private static Field<BigDecimal> plain(Field<BigDecimal> value) {
        return function("trim_scale", BigDecimal.class, value);
    }
}
