package org.scpmonitor.submission;

import static org.jooq.impl.DSL.excluded;
import static org.scpmonitor.schema.Tables.FINDING;
import static org.scpmonitor.schema.Tables.FINDING_COUNT;
import static org.scpmonitor.schema.Tables.INDICATOR;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SortField;
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
     * Which findings are meant; null leaves a member out.
     *
     * @param sheet name of the sheet; empty for a CSV
     * @param indicator code of the indicator whose value is spoken of
     * @param open true for queries that wait for an answer, false for those that have one
     */
    public record Filter(
            @Nullable Severity severity,
            @Nullable FindingCode code,
            @Nullable String sheet,
            @Nullable String indicator,
            @Nullable Boolean open,
            @Nullable Cause cause) {

        /** Every finding. */
        public static final Filter ALL = new Filter(null, null, null, null, null, null);

        public Filter ofSeverity(@Nullable Severity other) {
            return new Filter(other, null, sheet, indicator, open, null);
        }

        public Filter ofCode(@Nullable FindingCode other) {
            return new Filter(severity, other, sheet, indicator, open, null);
        }

        public Filter onSheet(@Nullable String other) {
            return new Filter(severity, code, other, indicator, open, null);
        }

        public Filter ofIndicator(@Nullable String other) {
            return new Filter(severity, code, sheet, other, open, null);
        }

        public Filter ifOpen(@Nullable Boolean other) {
            return new Filter(severity, code, sheet, indicator, other, null);
        }

        public Filter ofCause(@Nullable Cause other) {
            return new Filter(severity, code, sheet, indicator, open, other);
        }
    }

    /**
     * What findings of one kind have in common: of errors the column and the text that stands there, of queries the
     * column and the indicator.
     */
    public record Cause(FindingCode code, @Nullable Integer column, String what) {}

    /**
     * Findings with one cause.
     *
     * @param first the first of them in the file
     * @param number how many are kept
     * @param open how many of them wait for an answer
     */
    public record Group(Cause cause, Kept first, long number, long open) {}

    /** What can be chosen among. */
    public record Choices(List<String> sheets, List<String> indicators) {}

    /** In which order findings are read. */
    public enum Order {
        SEVERITY,
        CELL,
        READ
    }

    private static final Field<String> WHAT = DSL.when(
                    FINDING.SEVERITY.eq(DSL.inline(Severity.QUERY.name())),
                    DSL.coalesce(FINDING.INDICATOR_ID.cast(String.class), DSL.inline("")))
            .otherwise(FINDING.READ);

    /** A page of the kept findings in the order asked for. */
    public List<Kept> page(long submission, Filter filter, Order order, boolean descending, int offset, int limit) {
        List<SortField<?>> by = new ArrayList<>();
        switch (order) {
            case SEVERITY -> by.add(descending ? FINDING.SEVERITY.desc() : FINDING.SEVERITY.asc());
            case READ -> by.add(descending ? FINDING.READ.desc() : FINDING.READ.asc());
            case CELL -> {}
        }
        boolean backwards = descending && order == Order.CELL;
        by.add(backwards ? FINDING.SHEET.desc() : FINDING.SHEET.asc());
        by.add(
                backwards
                        ? FINDING.ROW_NUMBER.desc().nullsLast()
                        : FINDING.ROW_NUMBER.asc().nullsFirst());
        by.add(FINDING.COLUMN_NUMBER.asc().nullsFirst());
        by.add(FINDING.ID.asc());
        return sql.selectFrom(FINDING)
                .where(of(submission, filter))
                .orderBy(by)
                .offset(offset)
                .limit(limit)
                .fetch(Findings::kept);
    }

    /**
     * A page of the kept findings, errors first, each kind in file order.
     *
     * @param severity null for both
     */
    public List<Kept> page(long submission, @Nullable Severity severity, int offset, int limit) {
        return page(submission, Filter.ALL.ofSeverity(severity), Order.SEVERITY, false, offset, limit);
    }

    /** The kept findings, errors first, each kind in file order. */
    public Listing<?, Kept> list(long submission, Filter filter) {
        return new Listing<>(
                sql,
                () -> sql.selectFrom(FINDING).where(of(submission, filter)),
                Findings::kept,
                FINDING.SEVERITY,
                FINDING.SHEET,
                FINDING.ROW_NUMBER.asc().nullsFirst(),
                FINDING.COLUMN_NUMBER.asc().nullsFirst(),
                FINDING.ID);
    }

    /** How many findings are kept. */
    public int number(long submission, Filter filter) {
        return sql.fetchCount(FINDING, of(submission, filter));
    }

    /** The kept findings by cause, errors first, the most frequent first. */
    public List<Group> groups(long submission, Filter filter, int limit) {
        Field<Long> first = DSL.min(FINDING.ID);
        Field<Integer> open = DSL.count()
                .filterWhere(FINDING.SEVERITY.eq(Severity.QUERY.name()).and(FINDING.EXPLANATION.isNull()));
        var causes = sql.select(FINDING.SEVERITY, FINDING.CODE, FINDING.COLUMN_NUMBER, WHAT, DSL.count(), open, first)
                .from(FINDING)
                .where(of(submission, filter))
                .groupBy(FINDING.SEVERITY, FINDING.CODE, FINDING.COLUMN_NUMBER, WHAT)
                .orderBy(FINDING.SEVERITY, DSL.count().desc(), first)
                .limit(limit)
                .fetch();
        Map<Long, Kept> examples = sql.selectFrom(FINDING)
                .where(FINDING.ID.in(causes.getValues(first)))
                .fetchMap(row -> row.get(FINDING.ID), Findings::kept);
        return causes.map(row -> new Group(
                new Cause(FindingCode.valueOf(row.get(FINDING.CODE)), row.get(FINDING.COLUMN_NUMBER), row.get(WHAT)),
                Objects.requireNonNull(examples.get(row.get(first))),
                row.get(DSL.count()),
                row.get(open)));
    }

    /** The sheets and indicators that findings speak of. */
    public Choices choices(long submission) {
        return sql.select(
                        DSL.arrayAggDistinct(FINDING.SHEET).orderBy(FINDING.SHEET),
                        DSL.arrayAggDistinct(INDICATOR.CODE)
                                .orderBy(INDICATOR.CODE)
                                .filterWhere(INDICATOR.CODE.isNotNull()))
                .from(FINDING)
                .leftJoin(INDICATOR)
                .on(INDICATOR.ID.eq(FINDING.INDICATOR_ID))
                .where(FINDING.SUBMISSION_ID.eq(submission))
                .fetchSingle(row -> new Choices(listed(row.value1()), listed(row.value2())));
    }

    private static List<String> listed(String @Nullable [] texts) {
        return texts == null ? List.of() : List.of(texts);
    }

    private static Condition of(long submission, Filter filter) {
        Condition which = FINDING.SUBMISSION_ID.eq(submission);
        if (filter.severity() != null) {
            which = which.and(FINDING.SEVERITY.eq(filter.severity().name()));
        }
        if (filter.code() != null) {
            which = which.and(FINDING.CODE.eq(filter.code().name()));
        }
        if (filter.sheet() != null) {
            which = which.and(FINDING.SHEET.eq(filter.sheet()));
        }
        if (filter.indicator() != null) {
            which = which.and(FINDING.INDICATOR_ID.eq(
                    DSL.select(INDICATOR.ID).from(INDICATOR).where(INDICATOR.CODE.eq(filter.indicator()))));
        }
        if (filter.open() != null) {
            which = which.and(FINDING.SEVERITY.eq(Severity.QUERY.name()))
                    .and(filter.open() ? FINDING.EXPLANATION.isNull() : FINDING.EXPLANATION.isNotNull());
        }
        Cause cause = filter.cause();
        if (cause != null) {
            which = which.and(FINDING.CODE.eq(cause.code().name()))
                    .and(FINDING.COLUMN_NUMBER.isNotDistinctFrom(cause.column()))
                    .and(WHAT.eq(cause.what()));
        }
        return which;
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

    /** Answers every query among the findings meant that hasn't been answered yet, and tells how many. */
    public int explainAll(long submission, Filter filter, String text, String account) {
        return sql.update(FINDING)
                .set(FINDING.EXPLANATION, text)
                .set(FINDING.EXPLAINED_BY, account)
                .set(FINDING.EXPLAINED_AT, clock.instant())
                .where(of(submission, filter.ifOpen(true).ofCause(filter.cause())))
                .execute();
    }
}
