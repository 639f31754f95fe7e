package org.scpmonitor.draft;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.scpmonitor.schema.Tables.APP_USER;
import static org.scpmonitor.schema.Tables.DRAFT;
import static org.scpmonitor.schema.Tables.DRAFT_VALUE;
import static org.scpmonitor.schema.Tables.INSTITUTION;
import static org.scpmonitor.schema.Tables.SUBMISSION;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record9;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.access.Visible;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.draft.TypedValue.Slot;
import org.scpmonitor.submission.Receipt;
import org.scpmonitor.submission.Scratch;
import org.scpmonitor.submission.SubmissionLine.Place;
import org.scpmonitor.submission.Submissions;
import org.scpmonitor.submission.Upload;
import org.springframework.stereotype.Repository;

/**
 * Keeps what is typed until it is sent or discarded, of the institutions that a viewer sends for. An institution's period
 * has one open draft; whoever changes it names the version that was seen, and nobody's change is lost unnoticed.
 */
@Repository
public class Drafts {

    private static final Field<List<TypedValue>> VALUES = multiset(select(
                            DRAFT_VALUE.INDICATOR,
                            DRAFT_VALUE.DISAGGREGATION,
                            DRAFT_VALUE.PERIOD_START,
                            DRAFT_VALUE.PERIOD_MONTHS,
                            DRAFT_VALUE.WRITTEN,
                            DRAFT_VALUE.VALUE,
                            DRAFT_VALUE.UNIT,
                            DRAFT_VALUE.STATUS,
                            DRAFT_VALUE.COMMENT)
                    .from(DRAFT_VALUE)
                    .where(DRAFT_VALUE.DRAFT_ID.eq(DRAFT.ID))
                    .orderBy(
                            DRAFT_VALUE.INDICATOR,
                            DRAFT_VALUE.PERIOD_START,
                            DRAFT_VALUE.PERIOD_MONTHS,
                            DRAFT_VALUE.DISAGGREGATION))
            .convertFrom(values -> values.map(Drafts::value));

    private final DSLContext sql;
    private final Submissions submissions;
    private final Scratch scratch;
    private final Clock clock;

    Drafts(DSLContext sql, Submissions submissions, Scratch scratch, Clock clock) {
        this.sql = sql;
        this.submissions = submissions;
        this.scratch = scratch;
        this.clock = clock;
    }

    /** The open draft of an institution's period, if the viewer sends for the institution. */
    public Optional<Draft> find(Viewer viewer, int institution, ReportingPeriod period) {
        return find(sql, viewer, isOpen(institution, period));
    }

    /** The draft that a submission was sent from, with its values as they were typed. */
    public Optional<Draft> findSent(Viewer viewer, long submission) {
        return find(sql, viewer, DRAFT.SUBMISSION_ID.eq(submission));
    }

    private static Optional<Draft> find(DSLContext tx, Viewer viewer, Condition which) {
        return tx.select(
                        DRAFT.ID,
                        DRAFT.PERIOD_START,
                        DRAFT.PERIOD_MONTHS,
                        DRAFT.VERSION,
                        APP_USER.DISPLAY_NAME,
                        DRAFT.CHANGED_AT,
                        DRAFT.MENDS,
                        VALUES)
                .from(DRAFT)
                .join(APP_USER)
                .on(APP_USER.ID.eq(DRAFT.CHANGED_BY))
                .where(which)
                .and(Visible.ofInstitution(viewer.asSender(), DRAFT.INSTITUTION_ID))
                .fetchOptional(row -> new Draft(
                        row.value1(),
                        ReportingPeriod.of(row.value2(), row.value3()),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7(),
                        row.value8()));
    }

    /** The open drafts of the institutions that the viewer sends for, changed last first. */
    public List<DraftLine> page(Viewer viewer, int offset, int limit) {
        return sql.select(
                        DRAFT.ID,
                        INSTITUTION.ID,
                        INSTITUTION.CODE,
                        INSTITUTION.NAME,
                        INSTITUTION.COUNTRY,
                        DRAFT.PERIOD_START,
                        DRAFT.PERIOD_MONTHS,
                        APP_USER.DISPLAY_NAME,
                        DRAFT.CHANGED_AT,
                        field(select(count())
                                .from(DRAFT_VALUE)
                                .where(DRAFT_VALUE.DRAFT_ID.eq(DRAFT.ID))
                                .and(DRAFT_VALUE.WRITTEN.ne("").or(DRAFT_VALUE.STATUS.in("M", "N", "C")))))
                .from(DRAFT)
                .join(INSTITUTION)
                .on(INSTITUTION.ID.eq(DRAFT.INSTITUTION_ID))
                .join(APP_USER)
                .on(APP_USER.ID.eq(DRAFT.CHANGED_BY))
                .where(DRAFT.SUBMISSION_ID.isNull())
                .and(Visible.ofInstitution(viewer.asSender(), DRAFT.INSTITUTION_ID))
                .orderBy(DRAFT.CHANGED_AT.desc(), DRAFT.ID)
                .offset(offset)
                .limit(limit)
                .fetch(row -> new DraftLine(
                        row.value1(),
                        new Place(row.value2(), row.value3(), row.value4(), row.value5()),
                        ReportingPeriod.of(row.value6(), row.value7()),
                        row.value8(),
                        row.value9(),
                        row.value10()));
    }

    /**
     * Keeps changed values; the first one opens the draft.
     *
     * @param version that was seen last; 0 where no draft was there
     * @throws IllegalArgumentException where the viewer may not send for the institution
     */
    public Saved save(Viewer viewer, int institution, ReportingPeriod period, int version, List<TypedValue> changed) {
        require(viewer, institution);
        return sql.transactionResult(tx -> save(tx.dsl(), viewer, institution, period, version, changed));
    }

    private Saved save(
            DSLContext tx,
            Viewer viewer,
            int institution,
            ReportingPeriod period,
            int version,
            List<TypedValue> changed) {
        Instant now = clock.instant();
        int typist = viewer.requireUserId();
        if (version == 0) {
            Long opened = tx.insertInto(DRAFT)
                    .set(DRAFT.INSTITUTION_ID, institution)
                    .set(DRAFT.PERIOD_START, period.start())
                    .set(DRAFT.PERIOD_MONTHS, (short) period.months())
                    .set(DRAFT.STARTED_BY, typist)
                    .set(DRAFT.CHANGED_BY, typist)
                    .set(DRAFT.CHANGED_AT, now)
                    .onConflictDoNothing()
                    .returningResult(DRAFT.ID)
                    .fetchOne(row -> row.value1());
            if (opened != null) {
                write(tx, opened, changed, typist, now);
                return new Saved.Done(opened, 1, now);
            }
        }
        var open = tx.select(DRAFT.ID, DRAFT.VERSION)
                .from(DRAFT)
                .where(isOpen(institution, period))
                .forUpdate()
                .fetchOne();
        if (open == null) {
            return new Saved.Gone(lastSent(tx, institution, period).orElse(null));
        }
        long draft = open.value1();
        if (open.value2() != version) {
            return new Saved.Conflict(find(tx, viewer, DRAFT.ID.eq(draft)).orElseThrow());
        }
        tx.update(DRAFT)
                .set(DRAFT.VERSION, version + 1)
                .set(DRAFT.CHANGED_BY, typist)
                .set(DRAFT.CHANGED_AT, now)
                .where(DRAFT.ID.eq(draft))
                .execute();
        write(tx, draft, changed, typist, now);
        return new Saved.Done(draft, version + 1, now);
    }

    private static void write(DSLContext tx, long draft, List<TypedValue> changed, int typist, Instant now) {
        tx.batch(changed.stream()
                        .map(value ->
                                value.isBlank() ? delete(tx, draft, value) : upsert(tx, draft, value, typist, now))
                        .toList())
                .execute();
    }

    private static Query delete(DSLContext tx, long draft, TypedValue value) {
        return tx.deleteFrom(DRAFT_VALUE)
                .where(DRAFT_VALUE.DRAFT_ID.eq(draft))
                .and(DRAFT_VALUE.INDICATOR.eq(value.slot().indicator()))
                .and(DRAFT_VALUE.DISAGGREGATION.eq(value.slot().disaggregation()))
                .and(DRAFT_VALUE.PERIOD_START.eq(value.slot().period().start()))
                .and(DRAFT_VALUE.PERIOD_MONTHS.eq((short) value.slot().period().months()));
    }

    private static Query upsert(DSLContext tx, long draft, TypedValue value, int typist, Instant now) {
        return tx.insertInto(DRAFT_VALUE)
                .set(DRAFT_VALUE.DRAFT_ID, draft)
                .set(DRAFT_VALUE.INDICATOR, value.slot().indicator())
                .set(DRAFT_VALUE.DISAGGREGATION, value.slot().disaggregation())
                .set(DRAFT_VALUE.PERIOD_START, value.slot().period().start())
                .set(DRAFT_VALUE.PERIOD_MONTHS, (short) value.slot().period().months())
                .set(DRAFT_VALUE.WRITTEN, value.written())
                .set(DRAFT_VALUE.VALUE, value.value())
                .set(DRAFT_VALUE.UNIT, value.unit())
                .set(DRAFT_VALUE.STATUS, value.status())
                .set(DRAFT_VALUE.COMMENT, value.comment())
                .set(DRAFT_VALUE.TYPED_BY, typist)
                .set(DRAFT_VALUE.TYPED_AT, now)
                .onConflict(
                        DRAFT_VALUE.DRAFT_ID,
                        DRAFT_VALUE.INDICATOR,
                        DRAFT_VALUE.DISAGGREGATION,
                        DRAFT_VALUE.PERIOD_START,
                        DRAFT_VALUE.PERIOD_MONTHS)
                .doUpdate()
                .setAllToExcluded();
    }

    /** Forgets the open draft of an institution's period, if this is still its version; false where it isn't. */
    public boolean discard(Viewer viewer, long draft, int version) {
        return sql.deleteFrom(DRAFT)
                        .where(DRAFT.ID.eq(draft))
                        .and(DRAFT.VERSION.eq(version))
                        .and(DRAFT.SUBMISSION_ID.isNull())
                        .and(Visible.ofInstitution(viewer.asSender(), DRAFT.INSTITUTION_ID))
                        .execute()
                == 1;
    }

    /**
     * Opens a draft with the values that a submission was sent with; where one is open already, that one stays as it is.
     *
     * @return false where the submission wasn't typed, or the viewer may not send for its institution
     */
    public boolean again(Viewer viewer, long submission) {
        return sql.transactionResult(tx -> {
            var sent = tx.dsl()
                    .selectFrom(DRAFT)
                    .where(DRAFT.SUBMISSION_ID.eq(submission))
                    .and(Visible.ofInstitution(viewer.asSender(), DRAFT.INSTITUTION_ID))
                    .fetchOne();
            if (sent == null) {
                return false;
            }
            int typist = viewer.requireUserId();
            Long opened = tx.dsl()
                    .insertInto(DRAFT)
                    .set(DRAFT.INSTITUTION_ID, sent.getInstitutionId())
                    .set(DRAFT.PERIOD_START, sent.getPeriodStart())
                    .set(DRAFT.PERIOD_MONTHS, sent.getPeriodMonths())
                    .set(DRAFT.STARTED_BY, typist)
                    .set(DRAFT.CHANGED_BY, typist)
                    .set(DRAFT.CHANGED_AT, clock.instant())
                    .set(DRAFT.MENDS, submission)
                    .onConflictDoNothing()
                    .returningResult(DRAFT.ID)
                    .fetchOne(row -> row.value1());
            if (opened != null) {
                tx.dsl().execute(COPY, opened, sent.getId());
            }
            return true;
        });
    }

    /** Who typed a value stays with it as long as nobody changes it. */
    private static final String COPY = """
            insert into draft_value (draft_id, indicator, disaggregation, period_start, period_months, written, value, unit,
                                     status, comment, typed_by, typed_at)
            select ?, indicator, disaggregation, period_start, period_months, written, value, unit, status, comment,
                   typed_by, typed_at
            from draft_value
            where draft_id = ?
            """;

    /**
     * Sends a draft as a submission: its values as a file, its draft closed, all or nothing. Whoever sends it once more
     * gets the same submission.
     *
     * @param version that was seen last
     */
    public Sent send(Viewer viewer, long draft, int version) {
        return sql.transactionResult(tx -> send(tx.dsl(), viewer, draft, version));
    }

    private Sent send(DSLContext tx, Viewer viewer, long draft, int version) {
        var row = tx.selectFrom(DRAFT)
                .where(DRAFT.ID.eq(draft))
                .and(Visible.ofInstitution(viewer.asSender(), DRAFT.INSTITUTION_ID))
                .forUpdate()
                .fetchOne();
        if (row == null) {
            return new Sent.Gone();
        }
        if (row.getSubmissionId() != null) {
            return new Sent.Stored(receipt(tx, row.getSubmissionId()));
        }
        Draft seen = find(tx, viewer, DRAFT.ID.eq(draft)).orElseThrow();
        if (row.getVersion() != version) {
            return new Sent.Conflict(seen);
        }
        List<TypedValue> values =
                seen.values().stream().filter(value -> !value.isOpen()).toList();
        long unfinished = values.stream().filter(TypedValue::isUnfinished).count();
        if (values.isEmpty() || unfinished > 0) {
            return new Sent.Unfinished((int) unfinished);
        }
        Receipt receipt = submit(
                tx,
                viewer,
                row.getInstitutionId(),
                ReportingPeriod.of(row.getPeriodStart(), row.getPeriodMonths()),
                values);
        if (receipt.first()) {
            number(tx, draft, values);
            tx.update(DRAFT)
                    .set(DRAFT.SUBMISSION_ID, receipt.submission())
                    .where(DRAFT.ID.eq(draft))
                    .execute();
        } else {
            tx.deleteFrom(DRAFT).where(DRAFT.ID.eq(draft)).execute();
        }
        return new Sent.Stored(receipt);
    }

    private Receipt submit(
            DSLContext tx, Viewer viewer, int institution, ReportingPeriod period, List<TypedValue> values) {
        String code = tx.select(INSTITUTION.CODE)
                .from(INSTITUTION)
                .where(INSTITUTION.ID.eq(institution))
                .fetchSingle()
                .value1();
        Upload upload = new Upload(
                code,
                viewer.username(),
                period,
                TypedTable.fileName(code, period),
                TypedTable.NUMBER_FORMAT,
                false,
                null);
        try {
            Path file = scratch.file("typed");
            try {
                Files.write(file, TypedTable.bytes(code, values));
                return submissions.receive(upload, file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The typed values can't be written to disk", e);
        }
    }

    private static void number(DSLContext tx, long draft, List<TypedValue> values) {
        int row = TypedTable.FIRST_ROW;
        List<Query> numbers = new ArrayList<>();
        for (TypedValue value : values) {
            numbers.add(tx.update(DRAFT_VALUE)
                    .set(DRAFT_VALUE.ROW_NUMBER, row++)
                    .where(DRAFT_VALUE.DRAFT_ID.eq(draft))
                    .and(DRAFT_VALUE.INDICATOR.eq(value.slot().indicator()))
                    .and(DRAFT_VALUE.DISAGGREGATION.eq(value.slot().disaggregation()))
                    .and(DRAFT_VALUE.PERIOD_START.eq(value.slot().period().start()))
                    .and(DRAFT_VALUE.PERIOD_MONTHS.eq(
                            (short) value.slot().period().months())));
        }
        tx.batch(numbers).execute();
    }

    private static Receipt receipt(DSLContext tx, long submission) {
        return tx.select(SUBMISSION.SHA256)
                .from(SUBMISSION)
                .where(SUBMISSION.ID.eq(submission))
                .fetchSingle(row -> new Receipt(submission, false, row.value1()));
    }

    /** The newest submission that was typed for an institution's period, if the viewer sends for the institution. */
    public Optional<Long> findLastSent(Viewer viewer, int institution, ReportingPeriod period) {
        return sends(viewer, institution) ? lastSent(sql, institution, period) : Optional.empty();
    }

    private static Optional<Long> lastSent(DSLContext tx, int institution, ReportingPeriod period) {
        return tx.select(max(DRAFT.SUBMISSION_ID))
                .from(DRAFT)
                .where(isOf(institution, period))
                .fetchOptional(row -> row.value1());
    }

    private void require(Viewer viewer, int institution) {
        if (!sends(viewer, institution)) {
            throw new IllegalArgumentException(viewer.username() + " may not send for institution " + institution);
        }
    }

    private boolean sends(Viewer viewer, int institution) {
        return sql.fetchExists(
                INSTITUTION,
                INSTITUTION.ID.eq(institution).and(Visible.ofInstitution(viewer.asSender(), INSTITUTION.ID)));
    }

    private static Condition isOpen(int institution, ReportingPeriod period) {
        return isOf(institution, period).and(DRAFT.SUBMISSION_ID.isNull());
    }

    private static Condition isOf(int institution, ReportingPeriod period) {
        return DRAFT.INSTITUTION_ID
                .eq(institution)
                .and(DRAFT.PERIOD_START.eq(period.start()))
                .and(DRAFT.PERIOD_MONTHS.eq((short) period.months()));
    }

    private static TypedValue value(
            Record9<String, String, LocalDate, Short, String, @Nullable BigDecimal, String, String, String> row) {
        return new TypedValue(
                new Slot(row.value1(), row.value2(), ReportingPeriod.of(row.value3(), row.value4())),
                row.value5(),
                row.value6(),
                row.value7(),
                row.value8(),
                row.value9());
    }
}
