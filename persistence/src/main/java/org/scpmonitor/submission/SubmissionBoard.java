package org.scpmonitor.submission;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static org.scpmonitor.schema.Tables.ACTUAL;
import static org.scpmonitor.schema.Tables.APP_USER;
import static org.scpmonitor.schema.Tables.FINDING;
import static org.scpmonitor.schema.Tables.FINDING_COUNT;
import static org.scpmonitor.schema.Tables.INDICATOR;
import static org.scpmonitor.schema.Tables.INSTITUTION;
import static org.scpmonitor.schema.Tables.PROGRAMME;
import static org.scpmonitor.schema.Tables.REFRESH_RUN;
import static org.scpmonitor.schema.Tables.REOPENING;
import static org.scpmonitor.schema.Tables.SUBMISSION;
import static org.scpmonitor.schema.Tables.SUBMISSION_EVENT;

import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.access.Visible;
import org.scpmonitor.approval.Approvals;
import org.scpmonitor.submission.SubmissionDetail.CodeCount;
import org.scpmonitor.submission.SubmissionDetail.Event;
import org.scpmonitor.submission.SubmissionDetail.Reopening;
import org.scpmonitor.submission.SubmissionDetail.SentFile;
import org.scpmonitor.submission.SubmissionDetail.Staging;
import org.scpmonitor.submission.SubmissionLine.Found;
import org.scpmonitor.submission.SubmissionLine.Place;
import org.scpmonitor.submission.SubmissionLine.Rows;
import org.springframework.stereotype.Repository;

/** What the screens tell of submissions; of those that the viewer may know of, and of no others. */
@Repository
public class SubmissionBoard {

    private static final org.scpmonitor.schema.tables.Submission LATER = SUBMISSION.as("later");
    private static final org.scpmonitor.schema.tables.AppUser ACTOR = APP_USER.as("actor");

    private static final Field<@Nullable String> SUBMITTED_BY = field(select(SUBMISSION_EVENT.ACTOR)
            .from(SUBMISSION_EVENT)
            .where(SUBMISSION_EVENT.SUBMISSION_ID.eq(SUBMISSION.ID))
            .and(SUBMISSION_EVENT.STATE.eq(SubmissionState.SUBMITTED.code()))
            .orderBy(SUBMISSION_EVENT.ID.desc())
            .limit(1));

    static final SelectField<SubmissionLine> LINE = row(
                    SUBMISSION.ID,
                    row(INSTITUTION.ID, INSTITUTION.CODE, INSTITUTION.NAME, INSTITUTION.COUNTRY)
                            .mapping(Place::new),
                    SUBMISSION.FILE_NAME,
                    SUBMISSION.REVISION,
                    SUBMISSION.STATE.convertFrom(SubmissionState::ofCode),
                    SUBMISSION.DRY_RUN,
                    APP_USER.USERNAME,
                    APP_USER.DISPLAY_NAME,
                    SUBMISSION.RECEIVED_AT,
                    SUBMITTED_BY,
                    field(select(max(SUBMISSION_EVENT.AT))
                            .from(SUBMISSION_EVENT)
                            .where(SUBMISSION_EVENT.SUBMISSION_ID.eq(SUBMISSION.ID))
                            .and(SUBMISSION_EVENT.STATE.eq(SubmissionState.SUBMITTED.code()))),
                    row(
                                    SUBMISSION.ROWS_READ,
                                    SUBMISSION.ROWS_ACCEPTED,
                                    SUBMISSION.ROWS_REFUSED,
                                    SUBMISSION.ROWS_QUERIED)
                            .mapping(Rows::new),
                    row(occurrences(Severity.ERROR), occurrences(Severity.QUERY), openQueries())
                            .mapping(Found::new))
            .mapping(SubmissionLine::new);

    private static final Field<List<Reopening>> REOPENINGS = multiset(
                    select(REOPENING.AT, coalesce(ACTOR.DISPLAY_NAME, REOPENING.ASKED_BY), REOPENING.REASON)
                            .from(REOPENING)
                            .leftJoin(ACTOR)
                            .on(ACTOR.USERNAME.eq(REOPENING.ASKED_BY))
                            .where(REOPENING.SUBMISSION_ID.eq(SUBMISSION.ID))
                            .orderBy(REOPENING.ID))
            .convertFrom(all -> all.map(mapping(Reopening::new)));

    private final DSLContext sql;

    SubmissionBoard(DSLContext sql) {
        this.sql = sql;
    }

    /** The submissions that the viewer may send for, newest first. */
    public List<SubmissionLine> sent(Viewer viewer, int offset, int limit) {
        return sql.select(LINE)
                .from(SUBMISSION)
                .join(INSTITUTION)
                .on(INSTITUTION.ID.eq(SUBMISSION.INSTITUTION_ID))
                .join(APP_USER)
                .on(APP_USER.ID.eq(SUBMISSION.SENT_BY))
                .where(Visible.ofInstitution(viewer.asSender(), SUBMISSION.INSTITUTION_ID))
                .orderBy(SUBMISSION.ID.desc())
                .offset(offset)
                .limit(limit)
                .fetch(line -> line.value1());
    }

    /**
     * The submissions that wait for a decision which the viewer's roles allow, oldest first; with them one more, whatever
     * its state.
     *
     * @param also 0 for none
     */
    public List<SubmissionLine> waiting(Viewer viewer, long also) {
        return sql.select(LINE)
                .from(SUBMISSION)
                .join(INSTITUTION)
                .on(INSTITUTION.ID.eq(SUBMISSION.INSTITUTION_ID))
                .join(APP_USER)
                .on(APP_USER.ID.eq(SUBMISSION.SENT_BY))
                .where(SUBMISSION.STATE.eq(SubmissionState.SUBMITTED.code()).or(SUBMISSION.ID.eq(also)))
                .and(Visible.ofInstitution(viewer.asReviewer(), SUBMISSION.INSTITUTION_ID))
                .orderBy(SUBMISSION.ID)
                .limit(500)
                .fetch(line -> line.value1());
    }

    /** One submission, if the viewer may know of it: in one statement. */
    public Optional<SubmissionDetail> find(Viewer viewer, long submission) {
        return sql.select(
                        LINE,
                        row(
                                        SUBMISSION.FILE_SIZE,
                                        SUBMISSION.SHA256,
                                        SUBMISSION.NUMBER_FORMAT,
                                        SUBMISSION.REVISES,
                                        field(select(max(LATER.ID)).from(LATER).where(LATER.REVISES.eq(SUBMISSION.ID))))
                                .mapping(SentFile::new),
                        events(),
                        counts(),
                        WorkMoments.FIELD,
                        row(
                                        field(
                                                "to_regclass('staging.value_' || {0}) is not null",
                                                Boolean.class, SUBMISSION.ID),
                                        SUBMISSION.ROWS_STAGED)
                                .mapping(Staging::new),
                        Approvals.AWAITED,
                        REOPENINGS)
                .from(SUBMISSION)
                .join(INSTITUTION)
                .on(INSTITUTION.ID.eq(SUBMISSION.INSTITUTION_ID))
                .join(APP_USER)
                .on(APP_USER.ID.eq(SUBMISSION.SENT_BY))
                .leftJoin(WorkMoments.PROGRESS)
                .on(WorkMoments.PROGRESS.SUBMISSION_ID.eq(SUBMISSION.ID))
                .where(SUBMISSION.ID.eq(submission))
                .and(Visible.ofInstitution(viewer, SUBMISSION.INSTITUTION_ID))
                .fetchOptional(mapping(SubmissionDetail::new));
    }

    /** A submission with all that it revises and that revise it, newest first; those that the viewer may know of. */
    public List<SubmissionLine> revisions(Viewer viewer, long submission) {
        return sql.select(LINE)
                .from(SUBMISSION)
                .join(INSTITUTION)
                .on(INSTITUTION.ID.eq(SUBMISSION.INSTITUTION_ID))
                .join(APP_USER)
                .on(APP_USER.ID.eq(SUBMISSION.SENT_BY))
                .where("{0} in (" + LINEAGE + ")", SUBMISSION.ID, val(submission))
                .and(Visible.ofInstitution(viewer, SUBMISSION.INSTITUTION_ID))
                .orderBy(SUBMISSION.ID.desc())
                .fetch(line -> line.value1());
    }

    private static final String LINEAGE = """
            with recursive relative as (
                select id, revises, institution_id from submission where id = {1}
                union
                select s.id, s.revises, s.institution_id from relative r
                join submission s on s.institution_id = r.institution_id and (s.id = r.revises or s.revises = r.id)
            )
            select id from relative
            """;

    /** A programme's indicator whose figures a submission changed, and how many of them. */
    public record Changed(String programme, String indicator, int figures) {}

    /** What a submission's refresh changed, most figures first. */
    public List<Changed> changed(long submission) {
        return sql.select(PROGRAMME.CODE, INDICATOR.CODE, count())
                .from(REFRESH_RUN)
                .join(ACTUAL)
                .on(ACTUAL.RUN_ID.eq(REFRESH_RUN.ID))
                .join(PROGRAMME)
                .on(PROGRAMME.ID.eq(ACTUAL.PROGRAMME_ID))
                .join(INDICATOR)
                .on(INDICATOR.ID.eq(ACTUAL.INDICATOR_ID))
                .where(REFRESH_RUN.SUBMISSION_ID.eq(submission))
                .groupBy(PROGRAMME.CODE, INDICATOR.CODE)
                .orderBy(count().desc(), PROGRAMME.CODE, INDICATOR.CODE)
                .fetch(mapping(Changed::new));
    }

    private static Field<Long> occurrences(Severity severity) {
        return field(select(coalesce(sum(FINDING_COUNT.OCCURRENCES).cast(Long.class), val(0L)))
                .from(FINDING_COUNT)
                .where(FINDING_COUNT.SUBMISSION_ID.eq(SUBMISSION.ID))
                .and(FINDING_COUNT.SEVERITY.eq(severity.name())));
    }

    private static Field<Long> openQueries() {
        return field(selectCount()
                        .from(FINDING)
                        .where(FINDING.SUBMISSION_ID.eq(SUBMISSION.ID))
                        .and(FINDING.SEVERITY.eq(Severity.QUERY.name()))
                        .and(FINDING.EXPLANATION.isNull()))
                .cast(Long.class);
    }

    private static Field<List<Event>> events() {
        return multiset(select(
                                SUBMISSION_EVENT.AT,
                                coalesce(ACTOR.DISPLAY_NAME, DSL.inline("")),
                                SUBMISSION_EVENT.STATE.convertFrom(SubmissionState::ofCode),
                                SUBMISSION_EVENT.COMMENT,
                                SUBMISSION_EVENT.ON_BEHALF_OF)
                        .from(SUBMISSION_EVENT)
                        .leftJoin(ACTOR)
                        .on(ACTOR.USERNAME.eq(SUBMISSION_EVENT.ACTOR))
                        .where(SUBMISSION_EVENT.SUBMISSION_ID.eq(SUBMISSION.ID))
                        .orderBy(SUBMISSION_EVENT.ID))
                .convertFrom(events -> events.map(mapping(Event::new)));
    }

    private static Field<List<CodeCount>> counts() {
        Condition same = FINDING.SUBMISSION_ID
                .eq(FINDING_COUNT.SUBMISSION_ID)
                .and(FINDING.SEVERITY.eq(FINDING_COUNT.SEVERITY))
                .and(FINDING.CODE.eq(FINDING_COUNT.CODE));
        return multiset(select(
                                FINDING_COUNT.SEVERITY.convertFrom(Severity::valueOf),
                                FINDING_COUNT.CODE.convertFrom(FindingCode::valueOf),
                                FINDING_COUNT.OCCURRENCES,
                                field(selectCount().from(FINDING).where(same)).cast(Long.class))
                        .from(FINDING_COUNT)
                        .where(FINDING_COUNT.SUBMISSION_ID.eq(SUBMISSION.ID))
                        .orderBy(FINDING_COUNT.SEVERITY, FINDING_COUNT.OCCURRENCES.desc(), FINDING_COUNT.CODE))
                .convertFrom(counts -> counts.map(mapping(CodeCount::new)));
    }
}
