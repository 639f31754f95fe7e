package org.scpmonitor.submission;

import static org.scpmonitor.schema.Tables.SUBMISSION;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;

/**
 * Submissions that come in another's place: the same institution's file of the same name is the next revision. Once a
 * revision has been accepted, those before it are superseded.
 */
final class Revisions {

    private static final List<String> REVISABLE = List.of(
            SubmissionState.VALIDATED.code(),
            SubmissionState.SUBMITTED.code(),
            SubmissionState.RETURNED.code(),
            SubmissionState.APPROVED.code());

    private Revisions() {}

    static void link(DSLContext tx, long submission, int institution, Upload upload) {
        if (upload.dryRun()) {
            return;
        }
        tx.select(SUBMISSION.ID, SUBMISSION.REVISION)
                .from(SUBMISSION)
                .where(SUBMISSION.INSTITUTION_ID.eq(institution))
                .and(SUBMISSION.FILE_NAME.equalIgnoreCase(upload.fileName()))
                .and(SUBMISSION.ID.lt(submission))
                .and(SUBMISSION.DRY_RUN.isFalse())
                .and(SUBMISSION.STATE.in(REVISABLE))
                .orderBy(SUBMISSION.ID.desc())
                .limit(1)
                .fetchOptional()
                .ifPresent(earlier -> tx.update(SUBMISSION)
                        .set(SUBMISSION.REVISES, earlier.value1())
                        .set(SUBMISSION.REVISION, earlier.value2() + 1)
                        .where(SUBMISSION.ID.eq(submission))
                        .execute());
    }

    static void supersede(Submissions submissions, DSLContext tx, long submission, Instant at) {
        Long earlier = tx.select(SUBMISSION.REVISES)
                .from(SUBMISSION)
                .where(SUBMISSION.ID.eq(submission))
                .fetchSingle()
                .value1();
        if (earlier != null && REVISABLE.contains(Submissions.state(tx, earlier).code())) {
            submissions.move(tx, earlier, SubmissionState.SUPERSEDED, "system", "", at);
            supersede(submissions, tx, earlier, at);
        }
    }
}
