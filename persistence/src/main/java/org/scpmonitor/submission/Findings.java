package org.scpmonitor.submission;

import static org.jooq.impl.DSL.excluded;
import static org.scpmonitor.schema.Tables.FINDING;
import static org.scpmonitor.schema.Tables.FINDING_COUNT;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.listing.Listing;
import org.springframework.stereotype.Repository;

/** What checks found in submissions; of each code a limited number is kept, and all are counted. */
@Repository
public class Findings {

    private final DSLContext sql;
    private final Clock clock;

    Findings(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A kept finding with its number and, for a query, the uploader's explanation. */
    public record Kept(long id, Finding finding, @Nullable String explanation) {}

    /** How often a code occurred in a submission. */
    public record Count(Severity severity, FindingCode code, long occurrences) {}

    /** Forgets all findings of a submission. */
    public void clear(long submission) {
        sql.deleteFrom(FINDING).where(FINDING.SUBMISSION_ID.eq(submission)).execute();
        sql.deleteFrom(FINDING_COUNT)
                .where(FINDING_COUNT.SUBMISSION_ID.eq(submission))
                .execute();
    }

    /** Keeps findings. */
    public void add(long submission, List<Finding> findings) {
        sql.batch(findings.stream()
                        .map(finding -> sql.insertInto(FINDING)
                                .set(FINDING.SUBMISSION_ID, submission)
                                .set(FINDING.SEVERITY, finding.severity().name())
                                .set(FINDING.CODE, finding.code().name())
                                .set(FINDING.SHEET, finding.sheet())
                                .set(FINDING.ROW_NUMBER, finding.row())
                                .set(FINDING.COLUMN_NUMBER, finding.column())
                                .set(FINDING.READ, clean(finding.read()))
                                .set(
                                        FINDING.ARGUMENTS,
                                        finding.arguments().stream()
                                                .map(Findings::clean)
                                                .toArray(String[]::new)))
                        .toList())
                .execute();
    }

    /** PostgreSQL's text can hold every character but NUL. */
    private static String clean(String text) {
        return text.replace('\0', '\uFFFD');
    }

    /**
     * Remembers which value each finding speaks of, and takes over what was said of the same value and doubt before,
     * whichever file brought it. Part of the caller's transaction, once all is found and the values are staged.
     */
    public void attach(long submission) {
        sql.execute(ATTACH.formatted(StagedValues.values(submission)), submission, submission, Severity.ERROR.name());
        sql.execute(RECALL, submission, Severity.QUERY.name());
    }

    private static final String ATTACH = """
            update finding f
            set institution_id = v.institution_id, indicator_id = v.indicator_id,
                disaggregation_id = v.disaggregation_id, period_start = v.period_start,
                period_months = v.period_months, value = v.value
            from submission_sheet s
            join %s v on v.sheet = s.sheet
            where f.submission_id = ? and s.submission_id = ? and s.name = f.sheet and v.row_number = f.row_number
              and (v.column_number = f.column_number or f.severity = ?)
            """;

    private static final String RECALL = """
            update finding f
            set explanation = e.explanation, explained_by = e.explained_by, explained_at = e.explained_at
            from (
                select distinct on (asked.id) asked.id, said.explanation, said.explained_by, said.explained_at
                from finding asked
                join finding said on said.indicator_id = asked.indicator_id
                    and said.institution_id = asked.institution_id
                    and said.disaggregation_id = asked.disaggregation_id
                    and said.period_start = asked.period_start and said.period_months = asked.period_months
                    and said.code = asked.code and said.value = asked.value and said.id <> asked.id
                where asked.submission_id = ? and asked.severity = ? and asked.explanation is null
                  and said.explanation is not null
                order by asked.id, said.explained_at desc, said.id desc) e
            where f.id = e.id
            """;

    /** Counts occurrences, kept or not. */
    public void count(long submission, Map<FindingCode, Long> occurrences) {
        occurrences.forEach((code, number) -> sql.insertInto(FINDING_COUNT)
                .set(FINDING_COUNT.SUBMISSION_ID, submission)
                .set(FINDING_COUNT.SEVERITY, code.severity().name())
                .set(FINDING_COUNT.CODE, code.name())
                .set(FINDING_COUNT.OCCURRENCES, number)
                .onConflict(FINDING_COUNT.SUBMISSION_ID, FINDING_COUNT.CODE)
                .doUpdate()
                .set(FINDING_COUNT.OCCURRENCES, FINDING_COUNT.OCCURRENCES.plus(excluded(FINDING_COUNT.OCCURRENCES)))
                .execute());
    }

    /** How often each code occurred, errors first. */
    public List<Count> counts(long submission) {
        return sql.selectFrom(FINDING_COUNT)
                .where(FINDING_COUNT.SUBMISSION_ID.eq(submission))
                .orderBy(FINDING_COUNT.SEVERITY, FINDING_COUNT.OCCURRENCES.desc(), FINDING_COUNT.CODE)
                .fetch(row -> new Count(
                        Severity.valueOf(row.getSeverity()), FindingCode.valueOf(row.getCode()), row.getOccurrences()));
    }

    /**
     * A page of the kept findings, errors first, each kind in file order.
     *
     * @param severity null for both
     */
    public List<Kept> page(long submission, @Nullable Severity severity, int offset, int limit) {
        return page(of(submission, severity), offset, limit);
    }

    /** A page of the kept findings of one code, in file order. */
    public List<Kept> page(long submission, FindingCode code, int offset, int limit) {
        return page(of(submission, null).and(FINDING.CODE.eq(code.name())), offset, limit);
    }

    private List<Kept> page(Condition which, int offset, int limit) {
        return sql.selectFrom(FINDING)
                .where(which)
                .orderBy(
                        FINDING.SEVERITY,
                        FINDING.SHEET,
                        FINDING.ROW_NUMBER.asc().nullsFirst(),
                        FINDING.COLUMN_NUMBER.asc().nullsFirst(),
                        FINDING.ID)
                .offset(offset)
                .limit(limit)
                .fetch(Findings::kept);
    }

    /** The kept findings, in the order of {@link #page}. */
    public Listing<?, Kept> list(long submission, @Nullable Severity severity) {
        return new Listing<>(
                sql,
                () -> sql.selectFrom(FINDING).where(of(submission, severity)),
                Findings::kept,
                FINDING.SEVERITY,
                FINDING.SHEET,
                FINDING.ROW_NUMBER.asc().nullsFirst(),
                FINDING.COLUMN_NUMBER.asc().nullsFirst(),
                FINDING.ID);
    }

    /** How many findings are kept. */
    public int number(long submission, @Nullable Severity severity) {
        return sql.fetchCount(FINDING, of(submission, severity));
    }

    private static Condition of(long submission, @Nullable Severity severity) {
        return FINDING.SUBMISSION_ID
                .eq(submission)
                .and(severity == null ? DSL.noCondition() : FINDING.SEVERITY.eq(severity.name()));
    }

    private static Kept kept(Record row) {
        return new Kept(
                row.get(FINDING.ID),
                new Finding(
                        Severity.valueOf(row.get(FINDING.SEVERITY)),
                        FindingCode.valueOf(row.get(FINDING.CODE)),
                        row.get(FINDING.SHEET),
                        row.get(FINDING.ROW_NUMBER),
                        row.get(FINDING.COLUMN_NUMBER),
                        row.get(FINDING.READ),
                        List.of(row.get(FINDING.ARGUMENTS))),
                row.get(FINDING.EXPLANATION));
    }

    /**
     * Answers a query.
     *
     * @return whether the submission has such a query
     */
    public boolean explain(long submission, long finding, String text, String account) {
        return sql.update(FINDING)
                        .set(FINDING.EXPLANATION, text)
                        .set(FINDING.EXPLAINED_BY, account)
                        .set(FINDING.EXPLAINED_AT, clock.instant())
                        .where(FINDING.ID.eq(finding))
                        .and(FINDING.SUBMISSION_ID.eq(submission))
                        .and(FINDING.SEVERITY.eq(Severity.QUERY.name()))
                        .execute()
                == 1;
    }

    /** Answers every query that hasn't been answered yet, as of a dated moment, for a replay. */
    public void explainOpen(long submission, String text, String account, Instant at) {
        sql.update(FINDING)
                .set(FINDING.EXPLANATION, text)
                .set(FINDING.EXPLAINED_BY, account)
                .set(FINDING.EXPLAINED_AT, at)
                .where(FINDING.SUBMISSION_ID.eq(submission))
                .and(FINDING.SEVERITY.eq(Severity.QUERY.name()))
                .and(FINDING.EXPLANATION.isNull())
                .execute();
    }

    /** Answers every query of a kind that hasn't been answered yet. */
    public int explainAll(long submission, FindingCode code, String text, String account) {
        return sql.update(FINDING)
                .set(FINDING.EXPLANATION, text)
                .set(FINDING.EXPLAINED_BY, account)
                .set(FINDING.EXPLAINED_AT, clock.instant())
                .where(FINDING.SUBMISSION_ID.eq(submission))
                .and(FINDING.SEVERITY.eq(Severity.QUERY.name()))
                .and(FINDING.CODE.eq(code.name()))
                .and(FINDING.EXPLANATION.isNull())
                .execute();
    }
}
