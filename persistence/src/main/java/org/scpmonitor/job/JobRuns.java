package org.scpmonitor.job;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.replace;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;
import static org.scpmonitor.schema.Tables.BATCH_JOB_EXECUTION;
import static org.scpmonitor.schema.Tables.BATCH_JOB_EXECUTION_PARAMS;
import static org.scpmonitor.schema.Tables.BATCH_JOB_INSTANCE;
import static org.scpmonitor.schema.Tables.BATCH_STEP_EXECUTION;
import static org.scpmonitor.schema.Tables.INSTITUTION;
import static org.scpmonitor.schema.Tables.REBUILD_REQUEST;
import static org.scpmonitor.schema.Tables.REFRESH_RUN;
import static org.scpmonitor.schema.Tables.SUBMISSION;

import java.time.LocalDateTime;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.job.JobRun.State;
import org.scpmonitor.job.JobRun.Step;
import org.scpmonitor.schema.tables.BatchJobExecution;
import org.springframework.stereotype.Repository;

/** The executions of our jobs, whichever process ran them. */
@Repository
public class JobRuns {

    private static final Field<Long> SUBJECT = BATCH_JOB_EXECUTION_PARAMS.PARAMETER_VALUE.cast(Long.class);

    private static final BatchJobExecution LATER = BATCH_JOB_EXECUTION.as("later");

    private final DSLContext sql;

    JobRuns(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * A page of executions with their steps, newest first, in one statement.
     *
     * @param job null for all
     * @param state null for all
     */
    public List<JobRun> page(@Nullable String job, @Nullable State state, int offset, int limit) {
        return sql.select(
                        BATCH_JOB_EXECUTION.JOB_EXECUTION_ID,
                        BATCH_JOB_INSTANCE.JOB_NAME,
                        SUBJECT,
                        coalesce(
                                concat(INSTITUTION.CODE, inline(" · "), SUBMISSION.FILE_NAME),
                                REFRESH_RUN.CAUSE,
                                REBUILD_REQUEST.CAUSE),
                        SUBMISSION.ID,
                        BATCH_JOB_EXECUTION.STATUS.convertFrom(State::valueOf),
                        field(notExists(selectOne()
                                .from(LATER)
                                .where(LATER.JOB_INSTANCE_ID.eq(BATCH_JOB_EXECUTION.JOB_INSTANCE_ID))
                                .and(LATER.JOB_EXECUTION_ID.gt(BATCH_JOB_EXECUTION.JOB_EXECUTION_ID)))),
                        BATCH_JOB_EXECUTION.START_TIME,
                        BATCH_JOB_EXECUTION.END_TIME,
                        coalesce(BATCH_JOB_EXECUTION.EXIT_MESSAGE, inline("")),
                        steps())
                .from(BATCH_JOB_EXECUTION)
                .join(BATCH_JOB_INSTANCE)
                .on(BATCH_JOB_INSTANCE.JOB_INSTANCE_ID.eq(BATCH_JOB_EXECUTION.JOB_INSTANCE_ID))
                .join(BATCH_JOB_EXECUTION_PARAMS)
                .on(BATCH_JOB_EXECUTION_PARAMS.JOB_EXECUTION_ID.eq(BATCH_JOB_EXECUTION.JOB_EXECUTION_ID))
                .and(BATCH_JOB_EXECUTION_PARAMS.PARAMETER_NAME.eq("subject"))
                .leftJoin(REFRESH_RUN)
                .on(BATCH_JOB_INSTANCE.JOB_NAME.eq("assessProgress").and(REFRESH_RUN.ID.eq(SUBJECT)))
                .leftJoin(REBUILD_REQUEST)
                .on(BATCH_JOB_INSTANCE.JOB_NAME.eq("rebuildActuals").and(REBUILD_REQUEST.ID.eq(SUBJECT)))
                .leftJoin(SUBMISSION)
                .on(SUBMISSION.ID.eq(when(
                                BATCH_JOB_INSTANCE.JOB_NAME.in(
                                        "validateSubmission", "acceptSubmission", "refreshActuals"),
                                SUBJECT)
                        .otherwise(REFRESH_RUN.SUBMISSION_ID)))
                .leftJoin(INSTITUTION)
                .on(INSTITUTION.ID.eq(SUBMISSION.INSTITUTION_ID))
                .where(job == null ? noCondition() : BATCH_JOB_INSTANCE.JOB_NAME.eq(job))
                .and(state == null ? noCondition() : BATCH_JOB_EXECUTION.STATUS.eq(state.name()))
                .orderBy(BATCH_JOB_EXECUTION.JOB_EXECUTION_ID.desc())
                .offset(offset)
                .limit(limit)
                .fetch(mapping(JobRun::new));
    }

    /**
     * A mark that differs whenever something has run or gone on since.
     *
     * @param executions number of the newest one
     * @param updated when one changed last; null where nothing ever ran
     */
    public record Mark(long executions, @Nullable LocalDateTime updated) {}

    /** What tells cheaply whether to read the executions again. */
    public Mark mark() {
        return sql.select(
                        coalesce(max(BATCH_JOB_EXECUTION.JOB_EXECUTION_ID), inline(0L)),
                        max(BATCH_JOB_EXECUTION.LAST_UPDATED))
                .from(BATCH_JOB_EXECUTION)
                .fetchSingle(mapping(Mark::new));
    }

    private static Field<List<Step>> steps() {
        return multiset(select(
                                replace(
                                        BATCH_STEP_EXECUTION.STEP_NAME,
                                        concat(BATCH_JOB_INSTANCE.JOB_NAME, inline(".")),
                                        inline("")),
                                BATCH_STEP_EXECUTION.STATUS.convertFrom(State::valueOf),
                                BATCH_STEP_EXECUTION.START_TIME,
                                BATCH_STEP_EXECUTION.END_TIME,
                                coalesce(BATCH_STEP_EXECUTION.EXIT_MESSAGE, inline("")))
                        .from(BATCH_STEP_EXECUTION)
                        .where(BATCH_STEP_EXECUTION.JOB_EXECUTION_ID.eq(BATCH_JOB_EXECUTION.JOB_EXECUTION_ID))
                        .orderBy(BATCH_STEP_EXECUTION.STEP_EXECUTION_ID))
                .convertFrom(steps -> steps.map(mapping(Step::new)));
    }
}
