package org.scpmonitor.submission;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;
import static org.scpmonitor.schema.Tables.ACTUAL;
import static org.scpmonitor.schema.Tables.APP_USER;
import static org.scpmonitor.schema.Tables.INSTITUTION;
import static org.scpmonitor.schema.Tables.PROGRAMME;
import static org.scpmonitor.schema.Tables.PROSPECT;
import static org.scpmonitor.schema.Tables.PROSPECT_FIGURE;
import static org.scpmonitor.schema.Tables.SUBMISSION;
import static org.scpmonitor.schema.Tables.SUBMISSION_INDICATOR;
import static org.scpmonitor.schema.Tables.SUBMISSION_PROGRAMME;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.access.Visible;
import org.scpmonitor.approval.Approvals;
import org.scpmonitor.approval.Awaited;
import org.scpmonitor.approval.Awaited.Verdict;
import org.springframework.stereotype.Repository;

/** What waits for a decision, within a viewer's scope. */
@Repository
public class ReviewQueue {

    private static final int MOST = 500;
    private static final int FOREMOST = 2;

    private static final org.scpmonitor.schema.tables.Submission LATER = SUBMISSION.as("later");

    private static final Field<List<String>> PROGRAMMES = multiset(select(PROGRAMME.CODE)
                    .from(SUBMISSION_PROGRAMME)
                    .join(PROGRAMME)
                    .on(PROGRAMME.ID.eq(SUBMISSION_PROGRAMME.PROGRAMME_ID))
                    .where(SUBMISSION_PROGRAMME.SUBMISSION_ID.eq(SUBMISSION.ID))
                    .orderBy(PROGRAMME.SORT, PROGRAMME.CODE))
            .convertFrom(rows -> rows.getValues(PROGRAMME.CODE));

    /** What it reports, and what follows from that. */
    private static final Select<Record1<Integer>> CONCERNED = select(SUBMISSION_INDICATOR.INDICATOR_ID)
            .from(SUBMISSION_INDICATOR)
            .where(SUBMISSION_INDICATOR.SUBMISSION_ID.eq(SUBMISSION.ID))
            .unionAll(select(PROSPECT_FIGURE.INDICATOR_ID)
                    .from(PROSPECT_FIGURE)
                    .where(PROSPECT_FIGURE.SUBMISSION_ID.eq(SUBMISSION.ID)));

    private static final SelectField<Outlook> OUTLOOK = row(
                    PROSPECT.COMPUTED_AT,
                    field(selectCount().from(PROSPECT_FIGURE).where(PROSPECT_FIGURE.SUBMISSION_ID.eq(SUBMISSION.ID))),
                    Prospects.mostChanged(FOREMOST),
                    field(exists(selectOne()
                            .from(ACTUAL)
                            .join(SUBMISSION_PROGRAMME)
                            .on(SUBMISSION_PROGRAMME.PROGRAMME_ID.eq(ACTUAL.PROGRAMME_ID))
                            .where(SUBMISSION_PROGRAMME.SUBMISSION_ID.eq(SUBMISSION.ID))
                            .and(ACTUAL.INDICATOR_ID.in(CONCERNED))
                            .and(ACTUAL.KNOWN_FROM
                                    .gt(PROSPECT.KNOWLEDGE)
                                    .or(ACTUAL.KNOWN_UNTIL
                                            .gt(PROSPECT.KNOWLEDGE)
                                            .and("actual.known_until < 'infinity'"))))),
                    PROSPECT.FAILURE)
            .mapping(Outlook::new);

    private final DSLContext sql;

    ReviewQueue(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * How much approving would change in the programmes' figures.
     *
     * @param computedAt null where that has not been computed yet
     * @param figures how many would change
     * @param foremost the two of them that would change most, or fewer
     * @param stale whether figures that it bears on have changed since, so that the answer may be another one
     * @param failure null where it could be computed
     */
    public record Outlook(
            @Nullable Instant computedAt,
            int figures,
            List<Prospects.Figure> foremost,
            boolean stale,
            @Nullable String failure) {}

    /** @param programmes codes of those that it reports for */
    public record Entry(SubmissionLine line, Awaited awaited, List<String> programmes, Outlook outlook) {

        /** Whether this viewer may decide on it now. */
        public boolean waitsFor(Viewer viewer) {
            return line.state() == SubmissionState.SUBMITTED && awaited.verdict(viewer) instanceof Verdict.May;
        }

        /** Whether checks found nothing to ask. */
        public boolean isClean() {
            return line.found().queries() == 0 && line.found().errors() == 0;
        }
    }

    /**
     * The submissions that wait for a decision, oldest first, at most 500; with them one more, whatever its state.
     *
     * @param also 0 for none
     */
    public List<Entry> waiting(Viewer viewer, long also) {
        return sql.select(SubmissionBoard.LINE, Approvals.AWAITED, PROGRAMMES, OUTLOOK)
                .from(SUBMISSION)
                .join(INSTITUTION)
                .on(INSTITUTION.ID.eq(SUBMISSION.INSTITUTION_ID))
                .join(APP_USER)
                .on(APP_USER.ID.eq(SUBMISSION.SENT_BY))
                .leftJoin(PROSPECT)
                .on(PROSPECT.SUBMISSION_ID.eq(SUBMISSION.ID))
                .where(SUBMISSION.STATE.eq(SubmissionState.SUBMITTED.code()).or(SUBMISSION.ID.eq(also)))
                .and(Visible.ofInstitution(viewer.asReviewer(), SUBMISSION.INSTITUTION_ID))
                .orderBy(SUBMISSION.ID)
                .limit(MOST)
                .fetch(mapping(Entry::new));
    }

    /** How much approving one submission would change. */
    public Outlook outlook(long submission) {
        return sql.select(OUTLOOK)
                .from(SUBMISSION)
                .leftJoin(PROSPECT)
                .on(PROSPECT.SUBMISSION_ID.eq(SUBMISSION.ID))
                .where(SUBMISSION.ID.eq(submission))
                .fetchSingle()
                .value1();
    }

    /** How many submissions this viewer may decide on now; at most 500. */
    public int countFor(Viewer viewer) {
        if (!viewer.isApprover()) {
            return 0;
        }
        return (int) sql
                .select(Approvals.AWAITED)
                .from(SUBMISSION)
                .join(INSTITUTION)
                .on(INSTITUTION.ID.eq(SUBMISSION.INSTITUTION_ID))
                .where(SUBMISSION.STATE.eq(SubmissionState.SUBMITTED.code()))
                .and(Visible.ofInstitution(viewer.asReviewer(), SUBMISSION.INSTITUTION_ID))
                .limit(MOST)
                .fetch(each -> each.value1())
                .stream()
                .filter(awaited -> awaited.verdict(viewer) instanceof Verdict.May)
                .count();
    }

    /** How many submissions were returned to this viewer's institutions and have no revision yet. */
    public int countReturned(Viewer viewer) {
        if (!viewer.isSender()) {
            return 0;
        }
        return sql.fetchCount(
                SUBMISSION,
                SUBMISSION
                        .STATE
                        .eq(SubmissionState.RETURNED.code())
                        .and(Visible.ofInstitution(viewer.asSender(), SUBMISSION.INSTITUTION_ID))
                        .and(notExists(selectOne().from(LATER).where(LATER.REVISES.eq(SUBMISSION.ID)))));
    }
}
