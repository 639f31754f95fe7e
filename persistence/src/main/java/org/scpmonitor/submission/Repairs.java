package org.scpmonitor.submission;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;
import static org.scpmonitor.schema.Tables.SUBMISSION;

import java.time.Clock;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** What is done about a submission whose work was lost or given up. */
@Repository
public class Repairs {

    /** A checked submission always says how many values staging holds; one that doesn't has lost them. */
    static final Condition IS_TO_BE_READ_AGAIN = SUBMISSION
            .STATE
            .in(SubmissionState.VALIDATED.code(), SubmissionState.SUBMITTED.code())
            .and(SUBMISSION.ROWS_STAGED.isNull());

    private static final org.scpmonitor.schema.tables.Submission TWIN = SUBMISSION.as("twin");

    private final DSLContext sql;
    private final Submissions submissions;
    private final Clock clock;

    Repairs(DSLContext sql, Submissions submissions, Clock clock) {
        this.sql = sql;
        this.submissions = submissions;
        this.clock = clock;
    }

    /** Asks for the file of a checked submission to be read into staging again; any process may then do it. */
    public void askToReadAgain(long submission) {
        sql.update(SUBMISSION)
                .setNull(SUBMISSION.ROWS_STAGED)
                .where(SUBMISSION.ID.eq(submission))
                .and(SUBMISSION.STATE.in(SubmissionState.VALIDATED.code(), SubmissionState.SUBMITTED.code()))
                .execute();
    }

    /**
     * Takes up the checking of a submission that was given up.
     *
     * @return false where it hasn't been given up, or its bytes have been sent again since
     */
    public boolean reopen(long submission, String account) {
        return sql.transactionResult(tx -> {
            boolean givenUp = tx.dsl()
                    .fetchExists(tx.dsl()
                            .selectFrom(SUBMISSION)
                            .where(SUBMISSION.ID.eq(submission))
                            .and(SUBMISSION.STATE.eq(SubmissionState.FAILED.code()))
                            .forUpdate());
            if (!givenUp
                    || tx.dsl()
                            .fetchExists(
                                    SUBMISSION, SUBMISSION.ID.eq(submission).and(sentAgain()))) {
                return false;
            }
            submissions.move(tx.dsl(), submission, SubmissionState.RECEIVED, account, "", clock.instant());
            return true;
        });
    }

    private static Condition sentAgain() {
        return exists(selectOne()
                .from(TWIN)
                .where(TWIN.INSTITUTION_ID.eq(SUBMISSION.INSTITUTION_ID))
                .and(TWIN.SHA256.eq(SUBMISSION.SHA256))
                .and(TWIN.ID.gt(SUBMISSION.ID)));
    }
}
