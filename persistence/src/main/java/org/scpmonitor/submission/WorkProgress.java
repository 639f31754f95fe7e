package org.scpmonitor.submission;

import static org.scpmonitor.schema.Tables.SUBMISSION_PROGRESS;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** How far the work on each submission has come, visible at once and outside the work's own transaction. */
@Repository
public class WorkProgress {

    private final DSLContext outside;
    private final Clock clock;

    WorkProgress(DataSource database, Clock clock) {
        this.outside = DSL.using(database, SQLDialect.POSTGRES);
        this.clock = clock;
    }

    /** What the work is busy with. */
    public enum Phase {
        READING,
        /** Every reference, unit and value is looked at. */
        CHECKING,
        /** Values are compared with earlier ones and with each other. */
        COMPARING,
        ACCEPTING,
        AGGREGATING,
        ASSESSING
    }

    /**
     * How far a phase has come.
     *
     * @param done rows
     * @param total rows, while reading estimated by the bytes read; null where it isn't known
     */
    public record Step(Phase phase, long done, @Nullable Long total, Instant at) {}

    /** Tells that the work has come this far. */
    public void report(long submission, Phase phase, long done, @Nullable Long total) {
        Instant now = clock.instant();
        outside.insertInto(SUBMISSION_PROGRESS)
                .values(submission, phase.name(), done, total, now)
                .onConflict(SUBMISSION_PROGRESS.SUBMISSION_ID)
                .doUpdate()
                .set(SUBMISSION_PROGRESS.PHASE, phase.name())
                .set(SUBMISSION_PROGRESS.DONE, done)
                .set(SUBMISSION_PROGRESS.TOTAL, total)
                .set(SUBMISSION_PROGRESS.UPDATED_AT, now)
                .execute();
    }

    /** Tells that nothing is being done any more. */
    public void end(long submission) {
        outside.deleteFrom(SUBMISSION_PROGRESS)
                .where(SUBMISSION_PROGRESS.SUBMISSION_ID.eq(submission))
                .execute();
    }

    /** Where the work on a submission is; empty where none is under way. */
    public Optional<Step> find(long submission) {
        return outside.select(
                        SUBMISSION_PROGRESS.PHASE.convertFrom(Phase::valueOf),
                        SUBMISSION_PROGRESS.DONE,
                        SUBMISSION_PROGRESS.TOTAL,
                        SUBMISSION_PROGRESS.UPDATED_AT)
                .from(SUBMISSION_PROGRESS)
                .where(SUBMISSION_PROGRESS.SUBMISSION_ID.eq(submission))
                .fetchOptional(Records.mapping(Step::new));
    }

    /** Whether the sender has cancelled it meanwhile. */
    public boolean isCancelled(long submission) {
        return Submissions.state(outside, submission) == SubmissionState.CANCELLED;
    }
}
