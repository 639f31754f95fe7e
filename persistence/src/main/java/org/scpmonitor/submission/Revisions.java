package org.scpmonitor.submission;

import static org.scpmonitor.schema.Tables.SUBMISSION;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * Submissions that come in another's place: the institution's file that was sent to mend one, or that has the same name
 * (or the name that it got when its findings were marked), is the next revision. Once a revision has been accepted, those
 * before it are superseded.
 */
final class Revisions {

    private static final List<String> REVISABLE = List.of(
            SubmissionState.VALIDATED.code(),
            SubmissionState.SUBMITTED.code(),
            SubmissionState.RETURNED.code(),
            SubmissionState.APPROVED.code());

    private Revisions() {}

    /** A workbook that was given back with its findings marked comes in the place of the file that it was made of. */
    private static List<String> namesOfSame(String name) {
        if (!name.endsWith(FileName.MARKED + ".xlsx")) {
            return List.of(name);
        }
        String stem = name.substring(0, name.length() - FileName.MARKED.length() - ".xlsx".length());
        return List.of(name, stem + ".xlsx", stem + ".csv", stem + ".txt");
    }

    static void link(DSLContext tx, long submission, int institution, Upload upload) {
        if (upload.dryRun()) {
            return;
        }
        tx.select(SUBMISSION.ID, SUBMISSION.REVISION)
                .from(SUBMISSION)
                .where(SUBMISSION.INSTITUTION_ID.eq(institution))
                .and(
                        upload.revises() == null
                                ? DSL.lower(SUBMISSION.FILE_NAME)
                                        .in(namesOfSame(upload.fileName().toLowerCase(Locale.ROOT)))
                                : SUBMISSION.ID.eq(upload.revises()))
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
