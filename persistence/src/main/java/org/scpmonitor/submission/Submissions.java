package org.scpmonitor.submission;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.scpmonitor.schema.Tables.APP_USER;
import static org.scpmonitor.schema.Tables.FINDING;
import static org.scpmonitor.schema.Tables.INSTITUTION;
import static org.scpmonitor.schema.Tables.REFRESH_RUN;
import static org.scpmonitor.schema.Tables.SUBMISSION;
import static org.scpmonitor.schema.Tables.SUBMISSION_EVENT;
import static org.scpmonitor.schema.Tables.TOUCHED;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.submission.SubmissionState.Action;
import org.scpmonitor.submission.Transition.Done;
import org.scpmonitor.submission.Transition.Reason;
import org.scpmonitor.submission.Transition.Refused;
import org.springframework.stereotype.Repository;

/** Receives files and moves submissions through their states; each step is an event. */
@Repository
public class Submissions {

    private final DSLContext sql;
    private final SubmissionFiles files;
    private final Clock clock;

    Submissions(DSLContext sql, SubmissionFiles files, Clock clock) {
        this.sql = sql;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Stores a file and everything known of it, on disk before it returns. The same bytes for the same institution in
     * the same number format give the first submission back, unless that one failed or was cancelled or withdrawn.
     *
     * @param file where the bytes are; stays the caller's
     * @throws IllegalArgumentException where the institution or the sender doesn't exist
     */
    public Receipt receive(Upload upload, Path file) {
        String sha256 = SubmissionFiles.sha256(file);
        return sql.transactionResult(tx -> receive(tx.dsl(), upload, file, sha256));
    }

    private Receipt receive(DSLContext tx, Upload upload, Path file, String sha256) {
        int institution = idOfInstitution(tx, upload.institution());
        Instant now = upload.knownFrom() == null ? clock.instant() : upload.knownFrom();
        var inserted = tx.insertInto(SUBMISSION)
                .set(SUBMISSION.INSTITUTION_ID, institution)
                .set(SUBMISSION.SENT_BY, idOfAccount(tx, upload.sender()))
                .set(
                        SUBMISSION.PERIOD_START,
                        upload.period() == null ? null : upload.period().start())
                .set(
                        SUBMISSION.PERIOD_MONTHS,
                        upload.period() == null ? null : (short) upload.period().months())
                .set(SUBMISSION.FILE_NAME, upload.fileName())
                .set(SUBMISSION.FILE_SIZE, size(file))
                .set(SUBMISSION.SHA256, sha256)
                .set(SUBMISSION.NUMBER_FORMAT, upload.numberFormat())
                .set(SUBMISSION.DRY_RUN, upload.dryRun())
                .set(SUBMISSION.STATE, SubmissionState.RECEIVED.code())
                .set(SUBMISSION.RECEIVED_AT, now)
                .set(SUBMISSION.KNOWN_FROM, upload.knownFrom())
                .onConflictDoNothing()
                .returningResult(SUBMISSION.ID)
                .fetchOne();
        if (inserted == null) {
            long earlier = tx.select(SUBMISSION.ID)
                    .from(SUBMISSION)
                    .where(SUBMISSION.INSTITUTION_ID.eq(institution))
                    .and(SUBMISSION.SHA256.eq(sha256))
                    .and(SUBMISSION.MAPPING.isNull())
                    .and(coalesce(SUBMISSION.NUMBER_FORMAT, "")
                            .eq(upload.numberFormat() == null ? "" : upload.numberFormat()))
                    .and(SUBMISSION.DRY_RUN.eq(upload.dryRun()))
                    .and(SUBMISSION.STATE.notIn(
                            SubmissionState.FAILED.code(),
                            SubmissionState.CANCELLED.code(),
                            SubmissionState.WITHDRAWN.code()))
                    .fetchSingle()
                    .value1();
            return new Receipt(earlier, false, sha256);
        }
        long id = inserted.value1();
        files.store(tx, id, file);
        Revisions.link(tx, id, institution, upload);
        record(tx, id, now, upload.sender(), SubmissionState.RECEIVED, "");
        return new Receipt(id, true, sha256);
    }

    /**
     * Takes a step that a person asks for. Whether that person may is for the caller to have checked, but for approving
     * one's own.
     */
    public Transition act(long submission, Action action, String account, String comment) {
        return sql.transactionResult(tx -> act(tx.dsl(), submission, action, account, comment, clock.instant()));
    }

    /** {@link #act(long, Action, String, String)} as of a dated moment, for a replay. */
    public Transition actAt(long submission, Action action, String account, String comment, Instant at) {
        return sql.transactionResult(tx -> {
            Transition done = act(tx.dsl(), submission, action, account, comment, at);
            if (action == Action.APPROVE && done instanceof Done) {
                tx.dsl()
                        .update(SUBMISSION)
                        .set(SUBMISSION.KNOWN_FROM, at)
                        .where(SUBMISSION.ID.eq(submission))
                        .execute();
            }
            return done;
        });
    }

    private Transition act(DSLContext tx, long submission, Action action, String account, String comment, Instant at) {
        var row = tx.select(SUBMISSION.STATE, SUBMISSION.DRY_RUN, APP_USER.USERNAME)
                .from(SUBMISSION)
                .join(APP_USER)
                .on(APP_USER.ID.eq(SUBMISSION.SENT_BY))
                .where(SUBMISSION.ID.eq(submission))
                .forUpdate()
                .of(SUBMISSION)
                .fetchSingle();
        SubmissionState state = SubmissionState.ofCode(row.value1());
        @Nullable Reason refusal = refusal(tx, submission, state, action, account, comment, row.value2(), row.value3());
        if (refusal != null) {
            return new Refused(refusal, state);
        }
        move(tx, submission, action.to(), account, comment, at);
        return new Done(action.to());
    }

    private static @Nullable Reason refusal(
            DSLContext tx,
            long submission,
            SubmissionState state,
            Action action,
            String account,
            String comment,
            boolean dryRun,
            String sender) {
        if (!action.isPossibleIn(state)) {
            return Reason.WRONG_STATE;
        }
        return switch (action) {
            case SUBMIT ->
                dryRun
                        ? Reason.DRY_RUN
                        : hasFinding(tx, submission, FINDING.SEVERITY.eq(Severity.ERROR.name()))
                                ? Reason.OPEN_ERRORS
                                : hasFinding(
                                                tx,
                                                submission,
                                                FINDING.SEVERITY
                                                        .eq(Severity.QUERY.name())
                                                        .and(FINDING.EXPLANATION.isNull()))
                                        ? Reason.OPEN_QUERIES
                                        : null;
            case APPROVE -> account.equals(sender) ? Reason.OWN_SUBMISSION : null;
            case RETURN -> comment.isBlank() ? Reason.COMMENT_MISSING : null;
            case CANCEL, WITHDRAW -> null;
        };
    }

    private static boolean hasFinding(DSLContext tx, long submission, Condition condition) {
        return tx.fetchExists(FINDING, FINDING.SUBMISSION_ID.eq(submission).and(condition));
    }

    /** Moves a submission on, by whom or what, and remembers the step. */
    void move(DSLContext tx, long submission, SubmissionState to, String actor, String comment, Instant at) {
        tx.update(SUBMISSION)
                .set(SUBMISSION.STATE, to.code())
                .where(SUBMISSION.ID.eq(submission))
                .execute();
        record(tx, submission, at, actor, to, comment);
    }

    private static void record(
            DSLContext tx, long submission, Instant at, String actor, SubmissionState state, String comment) {
        tx.insertInto(SUBMISSION_EVENT)
                .set(SUBMISSION_EVENT.SUBMISSION_ID, submission)
                .set(SUBMISSION_EVENT.AT, at)
                .set(SUBMISSION_EVENT.ACTOR, actor)
                .set(SUBMISSION_EVENT.STATE, state.code())
                .set(SUBMISSION_EVENT.COMMENT, comment)
                .execute();
    }

    /** Once a revision is accepted, those before it are superseded. Part of the caller's transaction. */
    public void supersedeEarlier(DSLContext tx, long submission, Instant at) {
        Revisions.supersede(this, tx, submission, at);
    }

    /** What reading counted. Part of the caller's transaction. */
    public void hasRead(long submission, long rows, long refused) {
        sql.update(SUBMISSION)
                .set(SUBMISSION.ROWS_READ, rows)
                .set(SUBMISSION.ROWS_REFUSED, refused)
                .where(SUBMISSION.ID.eq(submission))
                .execute();
    }

    /**
     * Ends the checking: its findings can be read, and it can be submitted where no error is among them.
     *
     * @param acceptable number of values without an error
     * @return false where the submission was cancelled meanwhile, and stays so
     */
    public boolean validated(long submission, long acceptable) {
        return sql.transactionResult(tx -> {
            if (lockedState(tx.dsl(), submission) != SubmissionState.RECEIVED) {
                return false;
            }
            tx.dsl()
                    .update(SUBMISSION)
                    .set(SUBMISSION.ROWS_ACCEPTED, acceptable)
                    .set(SUBMISSION.ROWS_REFUSED, SUBMISSION.ROWS_READ.minus(acceptable))
                    .set(
                            SUBMISSION.ROWS_QUERIED,
                            field(select(countDistinct(FINDING.SHEET, FINDING.ROW_NUMBER))
                                            .from(FINDING)
                                            .where(FINDING.SUBMISSION_ID.eq(submission))
                                            .and(FINDING.SEVERITY.eq(Severity.QUERY.name())))
                                    .cast(Long.class))
                    .where(SUBMISSION.ID.eq(submission))
                    .execute();
            move(tx.dsl(), submission, SubmissionState.VALIDATED, "system", "", now(tx.dsl(), submission));
            return true;
        });
    }

    /** Now, or the dated moment of a replayed submission. */
    private Instant now(DSLContext tx, long submission) {
        return tx.select(coalesce(SUBMISSION.KNOWN_FROM, clock.instant()))
                .from(SUBMISSION)
                .where(SUBMISSION.ID.eq(submission))
                .fetchSingle()
                .value1();
    }

    private static SubmissionState lockedState(DSLContext tx, long submission) {
        return SubmissionState.ofCode(tx.select(SUBMISSION.STATE)
                .from(SUBMISSION)
                .where(SUBMISSION.ID.eq(submission))
                .forUpdate()
                .fetchSingle()
                .value1());
    }

    /** Gives up on a submission that is still received; what happened stands in its history. */
    public void fail(long submission, String comment) {
        sql.transaction(tx -> {
            if (state(tx.dsl(), submission) == SubmissionState.RECEIVED) {
                move(tx.dsl(), submission, SubmissionState.FAILED, "system", comment, clock.instant());
            }
        });
    }

    /** Where a submission stands now. */
    public SubmissionState state(long submission) {
        return state(sql, submission);
    }

    static SubmissionState state(DSLContext tx, long submission) {
        return SubmissionState.ofCode(tx.select(SUBMISSION.STATE)
                .from(SUBMISSION)
                .where(SUBMISSION.ID.eq(submission))
                .fetchSingle()
                .value1());
    }

    /** What a job needs to know of a submission. */
    public record Work(
            long id,
            SubmissionState state,
            int institutionId,
            String institution,
            String fileName,
            @Nullable String numberFormat,
            @Nullable Instant acceptedAt,
            @Nullable Instant knownFrom,
            boolean touched,
            @Nullable Long unassessedRun,
            boolean readAgain) {}

    /** What a job needs to know of a submission; empty where there is none of that number. */
    public Optional<Work> findWork(long submission) {
        return sql.select(
                        SUBMISSION.ID,
                        SUBMISSION.STATE.convertFrom(SubmissionState::ofCode),
                        SUBMISSION.INSTITUTION_ID,
                        INSTITUTION.CODE,
                        SUBMISSION.FILE_NAME,
                        SUBMISSION.NUMBER_FORMAT,
                        SUBMISSION.ACCEPTED_AT,
                        SUBMISSION.KNOWN_FROM,
                        field(isTouched()),
                        field(select(max(REFRESH_RUN.ID))
                                .from(REFRESH_RUN)
                                .where(REFRESH_RUN.SUBMISSION_ID.eq(SUBMISSION.ID))
                                .and(REFRESH_RUN.ASSESSED.isFalse())),
                        field(Repairs.IS_TO_BE_READ_AGAIN))
                .from(SUBMISSION)
                .join(INSTITUTION)
                .on(INSTITUTION.ID.eq(SUBMISSION.INSTITUTION_ID))
                .where(SUBMISSION.ID.eq(submission))
                .fetchOptional(Records.mapping(Work::new));
    }

    /** {@link #findWork} of a submission that is there. */
    public Work getWork(long submission) {
        return findWork(submission)
                .orElseThrow(() -> new IllegalArgumentException("There is no submission " + submission));
    }

    /** The submissions that wait for a job, oldest first: whatever a crash or a full queue left behind. */
    public List<Long> waiting() {
        return sql.select(SUBMISSION.ID)
                .from(SUBMISSION)
                .where(SUBMISSION.STATE.eq(SubmissionState.RECEIVED.code()))
                .or(SUBMISSION.STATE.eq(SubmissionState.APPROVED.code()).and(SUBMISSION.ACCEPTED_AT.isNull()))
                .or(isTouched())
                .or(hasUnassessedRun())
                .or(Repairs.IS_TO_BE_READ_AGAIN)
                .orderBy(SUBMISSION.ID)
                .fetch(SUBMISSION.ID);
    }

    private static Condition isTouched() {
        return exists(selectOne().from(TOUCHED).where(TOUCHED.SUBMISSION_ID.eq(SUBMISSION.ID)));
    }

    private static Condition hasUnassessedRun() {
        return exists(selectOne()
                .from(REFRESH_RUN)
                .where(REFRESH_RUN.SUBMISSION_ID.eq(SUBMISSION.ID))
                .and(REFRESH_RUN.ASSESSED.isFalse()));
    }

    private static int idOfInstitution(DSLContext tx, String code) {
        return tx.select(INSTITUTION.ID)
                .from(INSTITUTION)
                .where(INSTITUTION.CODE.eq(code))
                .fetchOptional(INSTITUTION.ID)
                .orElseThrow(() -> new IllegalArgumentException("No institution has the code " + code));
    }

    private static int idOfAccount(DSLContext tx, String username) {
        return tx.select(APP_USER.ID)
                .from(APP_USER)
                .where(APP_USER.USERNAME.eq(username))
                .fetchOptional(APP_USER.ID)
                .orElseThrow(() -> new IllegalArgumentException("No account has the name " + username));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The received file can't be found at " + file, e);
        }
    }
}
