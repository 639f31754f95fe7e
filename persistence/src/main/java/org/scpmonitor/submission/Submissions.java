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
import static org.scpmonitor.schema.Tables.REOPENING;
import static org.scpmonitor.schema.Tables.SUBMISSION;
import static org.scpmonitor.schema.Tables.SUBMISSION_EVENT;
import static org.scpmonitor.schema.Tables.TOUCHED;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.approval.Awaited;
import org.scpmonitor.approval.Awaited.Obstacle;
import org.scpmonitor.approval.Awaited.Verdict;
import org.scpmonitor.approval.ValueRemarks.Kind;
import org.scpmonitor.approval.ValueRemarks.Remark;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.submission.SubmissionState.Action;
import org.scpmonitor.submission.Transition.Done;
import org.scpmonitor.submission.Transition.Reason;
import org.scpmonitor.submission.Transition.Refused;
import org.springframework.stereotype.Repository;

/** Receives files and moves submissions through their states; each step is an event. */
@Repository
public class Submissions {

    /** The actor of what happens by itself. */
    public static final String SYSTEM = "system";

    /** Nothing is done with its values any more; a returned one's are compared with those of its revision. */
    private static final Set<SubmissionState> STAGED_NO_LONGER =
            EnumSet.of(SubmissionState.FAILED, SubmissionState.WITHDRAWN, SubmissionState.SUPERSEDED);

    private final DSLContext sql;
    private final SubmissionFiles files;
    private final Scratch scratch;
    private final Decisions decisions;
    private final Clock clock;

    Submissions(DSLContext sql, SubmissionFiles files, Scratch scratch, Decisions decisions, Clock clock) {
        this.sql = sql;
        this.files = files;
        this.scratch = scratch;
        this.decisions = decisions;
        this.clock = clock;
    }

    /**
     * Stores a file and everything known of it, on disk before it returns. The same bytes for the same institution in
     * the same number format and mapping give the first submission back, unless that one failed or was cancelled,
     * withdrawn or superseded.
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
                .set(SUBMISSION.MAPPING_ID, upload.mapping())
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
                    .and(coalesce(SUBMISSION.MAPPING_ID, 0L).eq(upload.mapping() == null ? 0L : upload.mapping()))
                    .and(coalesce(SUBMISSION.NUMBER_FORMAT, "")
                            .eq(upload.numberFormat() == null ? "" : upload.numberFormat()))
                    .and(SUBMISSION.DRY_RUN.eq(upload.dryRun()))
                    .and(SUBMISSION.STATE.notIn(
                            SubmissionState.FAILED.code(),
                            SubmissionState.CANCELLED.code(),
                            SubmissionState.WITHDRAWN.code(),
                            SubmissionState.SUPERSEDED.code()))
                    .fetchSingle()
                    .value1();
            return new Receipt(earlier, false, sha256);
        }
        long id = inserted.value1();
        files.store(tx, id, file);
        Revisions.link(tx, id, institution, upload);
        record(tx, id, now, upload.sender(), null, SubmissionState.RECEIVED, "");
        return new Receipt(id, true, sha256);
    }

    /** {@link #act(long, Action, String, String, List)} without remarks to single values. */
    public Transition act(long submission, Action action, String account, String comment) {
        return act(submission, action, account, comment, List.of());
    }

    /**
     * Takes a step that a person asks for, and tells those whom it concerns. Whether that person may is for the caller to
     * have checked, but for a decision: whose turn it is, is looked at here, in the step's own transaction.
     *
     * @param remarks to an approval, values that are left out of it, each with the reason; to a return, comments on single
     *     values; else none
     */
    public Transition act(long submission, Action action, String account, String comment, List<Remark> remarks) {
        var step = new Step(submission, action, account, comment, remarks, clock.instant(), true);
        try {
            return sql.transactionResult(tx -> act(tx.dsl(), step));
        } catch (Undone undone) {
            return undone.refused;
        }
    }

    /** {@link #act(long, Action, String, String)} as of a dated moment, for a replay: what was decided then is no news. */
    public Transition actAt(long submission, Action action, String account, String comment, Instant at) {
        return sql.transactionResult(tx -> {
            Transition done = act(tx.dsl(), new Step(submission, action, account, comment, List.of(), at, false));
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

    /** @param news whether senders are told of a decision */
    private record Step(
            long submission,
            Action action,
            String account,
            String comment,
            List<Remark> remarks,
            Instant at,
            boolean news) {}

    private Transition act(DSLContext tx, Step step) {
        var row = tx.select(SUBMISSION.STATE, SUBMISSION.DRY_RUN)
                .from(SUBMISSION)
                .where(SUBMISSION.ID.eq(step.submission()))
                .forNoKeyUpdate()
                .fetchSingle();
        SubmissionState state = SubmissionState.ofCode(row.value1());
        if (!step.action().isPossibleIn(state)) {
            return new Refused(Reason.WRONG_STATE, state);
        }
        return switch (step.action()) {
            case SUBMIT -> submit(tx, step, state, row.value2());
            case APPROVE, RETURN -> decide(tx, step, state);
            case CANCEL, WITHDRAW -> {
                decisions.settled(step.submission(), step.at());
                move(tx, step.submission(), step.action().to(), step.account(), step.comment(), step.at());
                yield new Done(step.action().to());
            }
        };
    }

    private Transition submit(DSLContext tx, Step step, SubmissionState state, boolean dryRun) {
        if (dryRun) {
            return new Refused(Reason.DRY_RUN, state);
        }
        if (hasFinding(tx, step.submission(), FINDING.SEVERITY.eq(Severity.ERROR.name()))) {
            return new Refused(Reason.OPEN_ERRORS, state);
        }
        if (hasFinding(
                tx,
                step.submission(),
                FINDING.SEVERITY.eq(Severity.QUERY.name()).and(FINDING.EXPLANATION.isNull()))) {
            return new Refused(Reason.OPEN_QUERIES, state);
        }
        SubmissionReceipts.write(tx, scratch, step.submission(), step.account(), step.at());
        move(tx, step.submission(), SubmissionState.SUBMITTED, step.account(), step.comment(), step.at());
        decisions.askToDecide(step.submission(), step.at());
        return new Done(SubmissionState.SUBMITTED);
    }

    private Transition decide(DSLContext tx, Step step, SubmissionState state) {
        Awaited awaited = decisions.awaited(step.submission());
        return switch (decisions.verdict(awaited, step.account())) {
            case Verdict.MayNot(Obstacle why) -> new Refused(reason(why), state);
            case Verdict.May(String onBehalfOf) -> {
                boolean approval = step.action() == Action.APPROVE;
                if (!approval && step.comment().isBlank()) {
                    yield new Refused(Reason.COMMENT_MISSING, state);
                }
                @Nullable
                Reason hindrance = decisions.keep(
                        step.submission(),
                        approval ? Kind.LEFT_OUT : Kind.COMMENT,
                        step.remarks(),
                        step.account(),
                        onBehalfOf,
                        step.at());
                if (hindrance != null) {
                    throw new Undone(new Refused(hindrance, state));
                }
                yield decided(tx, step, awaited, onBehalfOf);
            }
        };
    }

    private Transition decided(DSLContext tx, Step step, Awaited awaited, @Nullable String onBehalfOf) {
        boolean approval = step.action() == Action.APPROVE;
        if (approval) {
            decisions.approved(step.submission(), awaited, step.account(), onBehalfOf, step.comment(), step.at());
            if (!awaited.isLast()) {
                return new Done(SubmissionState.SUBMITTED);
            }
        } else {
            decisions.settled(step.submission(), step.at());
        }
        SubmissionState to = step.action().to();
        move(tx, step.submission(), to, step.account(), onBehalfOf, step.comment(), step.at());
        if (step.news()) {
            if (approval) {
                // A replay's dated time ends here: what is decided now is known from now.
                tx.update(SUBMISSION)
                        .setNull(SUBMISSION.KNOWN_FROM)
                        .where(SUBMISSION.ID.eq(step.submission()))
                        .execute();
            }
            decisions.tellSender(step.submission(), to, step.account(), step.comment(), step.at());
        }
        return new Done(to);
    }

    private static Reason reason(Obstacle why) {
        return switch (why) {
            case OWN_SUBMISSION -> Reason.OWN_SUBMISSION;
            case SAME_PERSON -> Reason.SAME_PERSON;
            case OTHER_LEVEL -> Reason.OTHER_LEVEL;
        };
    }

    /** Takes back what a refused step has written so far. */
    private static final class Undone extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Refused refused;

        Undone(Refused refused) {
            super(refused.toString(), null, false, false);
            this.refused = refused;
        }
    }

    /**
     * Asks for an approved submission to be revised. It stays as it is, and so do its figures, until a revision of it, the
     * institution's next file of the same name, has been approved.
     *
     * @param reason not blank
     */
    public Transition reopen(long submission, String account, String reason) {
        return sql.transactionResult(tx -> {
            SubmissionState state = lockedState(tx.dsl(), submission);
            if (state != SubmissionState.APPROVED) {
                return new Refused(Reason.WRONG_STATE, state);
            }
            if (reason.isBlank()) {
                return new Refused(Reason.COMMENT_MISSING, state);
            }
            Instant now = clock.instant();
            tx.dsl()
                    .insertInto(REOPENING)
                    .set(REOPENING.SUBMISSION_ID, submission)
                    .set(REOPENING.ASKED_BY, account)
                    .set(REOPENING.AT, now)
                    .set(REOPENING.REASON, reason)
                    .execute();
            decisions.tellReopened(submission, account, reason, now);
            return new Done(state);
        });
    }

    /**
     * Gives an approved submission back, for the catalogue has changed since it was checked and some of its values don't
     * fit any more. Part of the caller's transaction.
     *
     * @param misfits how many values
     */
    public void giveBack(long submission, long misfits) {
        if (lockedState(sql, submission) == SubmissionState.APPROVED) {
            Instant now = clock.instant();
            move(sql, submission, SubmissionState.RETURNED, SYSTEM, Long.toString(misfits), now);
            decisions.tellMisfits(submission, misfits, now);
        }
    }

    private static boolean hasFinding(DSLContext tx, long submission, Condition condition) {
        return tx.fetchExists(FINDING, FINDING.SUBMISSION_ID.eq(submission).and(condition));
    }

    /** Moves a submission on, by whom or what, and remembers the step. */
    void move(DSLContext tx, long submission, SubmissionState to, String actor, String comment, Instant at) {
        move(tx, submission, to, actor, null, comment, at);
    }

    private static void move(
            DSLContext tx,
            long submission,
            SubmissionState to,
            String actor,
            @Nullable String onBehalfOf,
            String comment,
            Instant at) {
        tx.update(SUBMISSION)
                .set(SUBMISSION.STATE, to.code())
                .where(SUBMISSION.ID.eq(submission))
                .execute();
        record(tx, submission, at, actor, onBehalfOf, to, comment);
        if (STAGED_NO_LONGER.contains(to)) {
            new StagedValues(tx).drop(submission);
        }
    }

    private static void record(
            DSLContext tx,
            long submission,
            Instant at,
            String actor,
            @Nullable String onBehalfOf,
            SubmissionState state,
            String comment) {
        tx.insertInto(SUBMISSION_EVENT)
                .set(SUBMISSION_EVENT.SUBMISSION_ID, submission)
                .set(SUBMISSION_EVENT.AT, at)
                .set(SUBMISSION_EVENT.ACTOR, actor)
                .set(SUBMISSION_EVENT.ON_BEHALF_OF, onBehalfOf)
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

    /** The rows that reading counted; 0 where it hasn't ended. */
    public long rowsRead(long submission) {
        return sql.select(coalesce(SUBMISSION.ROWS_READ, 0L))
                .from(SUBMISSION)
                .where(SUBMISSION.ID.eq(submission))
                .fetchSingle()
                .value1();
    }

    /** The bytes of a submission's file; 0 where there is no such submission. */
    public long fileSize(long submission) {
        return sql.select(SUBMISSION.FILE_SIZE)
                .from(SUBMISSION)
                .where(SUBMISSION.ID.eq(submission))
                .fetchOptional(SUBMISSION.FILE_SIZE)
                .orElse(0L);
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
            move(tx.dsl(), submission, SubmissionState.VALIDATED, SYSTEM, "", now(tx.dsl(), submission));
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
                .forNoKeyUpdate()
                .fetchSingle()
                .value1());
    }

    /**
     * Gives up on a submission that is still received; what happened stands in its history. Where an approved one can't be
     * accepted, those who can do something about it are told.
     */
    public void fail(long submission, String comment) {
        sql.transaction(tx -> {
            switch (state(tx.dsl(), submission)) {
                case RECEIVED -> move(tx.dsl(), submission, SubmissionState.FAILED, SYSTEM, comment, clock.instant());
                case APPROVED -> decisions.tellFailedAcceptance(submission, clock.instant());
                case VALIDATED, SUBMITTED, RETURNED, SUPERSEDED, FAILED, CANCELLED, WITHDRAWN -> {}
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
            @Nullable Long mapping,
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
                        SUBMISSION.MAPPING_ID,
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

    /** The period that a file was sent for; empty where it was sent for none in particular. */
    public Optional<ReportingPeriod> findPeriod(long submission) {
        return sql.select(SUBMISSION.PERIOD_START, SUBMISSION.PERIOD_MONTHS.cast(Integer.class))
                .from(SUBMISSION)
                .where(SUBMISSION.ID.eq(submission))
                .and(SUBMISSION.PERIOD_START.isNotNull())
                .fetchOptional(Records.mapping(ReportingPeriod::of));
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
                .or(Prospects.IS_TO_BE_FORESEEN)
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
