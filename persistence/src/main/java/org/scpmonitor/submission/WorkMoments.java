package org.scpmonitor.submission;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;
import static org.scpmonitor.schema.Tables.REFRESH_RUN;
import static org.scpmonitor.schema.Tables.SUBMISSION;
import static org.scpmonitor.schema.Tables.SUBMISSION_PROGRESS;
import static org.scpmonitor.schema.Tables.TOUCHED;

import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SelectField;
import org.scpmonitor.schema.tables.SubmissionProgress;
import org.scpmonitor.submission.WorkMoment.Figures;
import org.scpmonitor.submission.WorkProgress.Phase;
import org.springframework.stereotype.Repository;

/** Where the work on submissions is, for those who watch several at once. */
@Repository
public class WorkMoments {

    static final SubmissionProgress PROGRESS = SUBMISSION_PROGRESS;

    private static final Field<Figures> FIGURES = when(
                    SUBMISSION.STATE.ne(SubmissionState.APPROVED.code()), inline(Figures.NONE.name()))
            .when(SUBMISSION.ACCEPTED_AT.isNull(), inline(Figures.ACCEPTING.name()))
            .when(
                    exists(selectOne().from(TOUCHED).where(TOUCHED.SUBMISSION_ID.eq(SUBMISSION.ID))),
                    inline(Figures.REFRESHING.name()))
            .when(
                    exists(selectOne()
                            .from(REFRESH_RUN)
                            .where(REFRESH_RUN.SUBMISSION_ID.eq(SUBMISSION.ID))
                            .and(REFRESH_RUN.ASSESSED.isFalse())),
                    inline(Figures.ASSESSING.name()))
            .otherwise(inline(Figures.DONE.name()))
            .convertFrom(Figures::valueOf);

    static final SelectField<WorkMoment> FIELD = row(
                    SUBMISSION.ID,
                    SUBMISSION.STATE.convertFrom(SubmissionState::ofCode),
                    FIGURES,
                    field(Repairs.IS_TO_BE_READ_AGAIN),
                    PROGRESS.PHASE.convertFrom(phase -> phase == null ? null : Phase.valueOf(phase)),
                    coalesce(PROGRESS.DONE, inline(0L)),
                    PROGRESS.TOTAL)
            .mapping(WorkMoment::new);

    private final DSLContext sql;

    WorkMoments(DSLContext sql) {
        this.sql = sql;
    }

    /** Of each of these submissions that there is, in one statement. */
    public List<WorkMoment> of(Collection<Long> submissions) {
        return sql.select(FIELD)
                .from(SUBMISSION)
                .leftJoin(PROGRESS)
                .on(PROGRESS.SUBMISSION_ID.eq(SUBMISSION.ID))
                .where(SUBMISSION.ID.in(submissions))
                .fetch(moment -> moment.value1());
    }
}
