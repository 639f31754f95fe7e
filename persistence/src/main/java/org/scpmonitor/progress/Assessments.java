package org.scpmonitor.progress;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.scpmonitor.schema.Tables.ACTUAL;
import static org.scpmonitor.schema.Tables.ASSESSMENT;
import static org.scpmonitor.schema.Tables.BASELINE;
import static org.scpmonitor.schema.Tables.CURRENT_INDICATOR;
import static org.scpmonitor.schema.Tables.MILESTONE;
import static org.scpmonitor.schema.Tables.PROGRAMME;
import static org.scpmonitor.schema.Tables.PROGRAMME_INDICATOR;
import static org.scpmonitor.schema.Tables.REFRESH_RUN;
import static org.scpmonitor.schema.Tables.TARGET;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.schema.tables.records.AssessmentRecord;
import org.springframework.stereotype.Repository;

/** Judges programmes' progress by every method and keeps each judgement with the time from which it was known. */
@Repository
public class Assessments {

    private final DSLContext sql;

    Assessments(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * What an assessment run did.
     *
     * @param judged how many judgements stand of what it looked at
     */
    public record Assessed(int judged, int closed, int opened) {}

    /**
     * Judges anew whatever a refresh run may have changed: of a submission's what is made of other figures than before, else
     * everything. Nothing where that has been done. Needs a transaction.
     */
    public Assessed assess(long run) {
        var found = sql.selectFrom(REFRESH_RUN)
                .where(REFRESH_RUN.ID.eq(run))
                .forUpdate()
                .fetchSingle();
        if (found.getAssessed()) {
            return new Assessed(0, 0, 0);
        }
        Instant moment = sql.fetchSingle(
                        "select advance_knowledge('assess run ' || id, follows(known_from, interval '2 ms'))"
                                + " from refresh_run where id = ?",
                        run)
                .get(0, Instant.class);
        Assessed assessed = assess(moment, found.getSubmissionId() == null ? null : run);
        sql.update(REFRESH_RUN)
                .set(REFRESH_RUN.ASSESSED, true)
                .where(REFRESH_RUN.ID.eq(run))
                .execute();
        return assessed;
    }

    private Assessed assess(Instant moment, @Nullable Long run) {
        List<Subject> subjects = subjects(run);
        Map<Key, Standing> standing = standing(subjects);
        Map<Key, Judged> fresh = new HashMap<>();
        Map<Key, Standing> kept = run == null ? Map.of() : standing;
        subjects.forEach(subject -> subject.judge(kept).forEach(judged -> fresh.put(judged.key(), judged)));
        List<Long> stale = new ArrayList<>();
        Set<Key> unchanged = new HashSet<>();
        standing.forEach((key, known) -> {
            if (known.judged().equals(fresh.get(key))) {
                unchanged.add(key);
            } else {
                stale.add(known.id());
            }
        });
        sql.update(ASSESSMENT)
                .set(ASSESSMENT.KNOWN_UNTIL, moment)
                .where(ASSESSMENT.ID.in(stale))
                .execute();
        List<AssessmentRecord> opened = fresh.values().stream()
                .filter(judged -> !unchanged.contains(judged.key()))
                .map(judged -> judged.record(moment))
                .toList();
        sql.batchInsert(opened).execute();
        return new Assessed(fresh.size(), stale.size(), opened.size());
    }

    private Map<Key, Standing> standing(List<Subject> subjects) {
        Map<Key, Standing> standing = new HashMap<>();
        // jOOQ can't read the infinity that stands in known_until.
        sql.select(ASSESSMENT.asterisk().except(ASSESSMENT.KNOWN_UNTIL))
                .from(ASSESSMENT)
                .where(ASSESSMENT.PROGRAMME_INDICATOR_ID.in(
                        subjects.stream().map(Subject::programmeIndicator).toList()))
                .and(isCurrent(ASSESSMENT.KNOWN_UNTIL))
                .fetchInto(ASSESSMENT)
                .forEach(row -> {
                    Judged judged = Judged.of(row);
                    standing.put(judged.key(), new Standing(row.getId(), judged));
                });
        return standing;
    }

    private static Condition isCurrent(Field<Instant> knownUntil) {
        return knownUntil.eq(field("'infinity'::timestamptz", Instant.class));
    }

    /** A programme's indicator with all that the methods need. */
    private record Subject(
            int programmeIndicator,
            short direction,
            BigDecimal coverageThreshold,
            short baselineYear,
            List<Start> baselines,
            List<Dated> milestones,
            List<Goal> targets,
            List<Reported> actuals) {

        /** @param kept judgements that are right still if what they were made of is the same */
        List<Judged> judge(Map<Key, Standing> kept) {
            ReportingPeriod from = baselines.isEmpty()
                    ? ReportingPeriod.year(baselineYear)
                    : baselines.getFirst().period();
            Dated baseline = baseline(from);
            List<Judged> judged = new ArrayList<>();
            List<Reported> later = actuals.stream()
                    .filter(actual -> actual.period().months() == from.months())
                    .filter(actual -> actual.period().monthsSince(from) > 0)
                    .toList();
            for (Reported actual : later) {
                judge(judged, kept, from, baseline, actual, actual.period());
            }
            if (later.isEmpty()) {
                judge(judged, kept, from, baseline, null, from);
            }
            return judged;
        }

        private void judge(
                List<Judged> judged,
                Map<Key, Standing> kept,
                ReportingPeriod from,
                @Nullable Dated baseline,
                @Nullable Reported actual,
                ReportingPeriod period) {
            Goal target = target(period);
            var basis = new Basis(
                    from,
                    baseline == null ? null : baseline.value().stripTrailingZeros(),
                    actual == null ? null : actual.id(),
                    target == null ? null : target.id());
            List<Judged> right = Arrays.stream(ProgressMethod.values())
                    .map(method -> kept.get(new Key(programmeIndicator, period, method)))
                    .filter(each -> each != null && each.judged().basis().equals(basis))
                    .map(Standing::judged)
                    .toList();
            if (right.size() == ProgressMethod.values().length) {
                judged.addAll(right);
                return;
            }
            var progress = new Progress(
                    baseline,
                    milestones,
                    target == null ? null : target.dated(),
                    Direction.of(direction),
                    actual == null ? null : actual.dated(),
                    actual == null || actual.share().compareTo(coverageThreshold) >= 0);
            for (Assessment assessment : progress.byEveryMethod()) {
                judged.add(new Judged(
                        new Key(programmeIndicator, period, assessment.method()),
                        basis,
                        strip(assessment.expected()),
                        strip(assessment.score()),
                        assessment.status(),
                        assessment.reason(),
                        assessment.note()));
            }
        }

        private @Nullable Dated baseline(ReportingPeriod period) {
            BigDecimal stated =
                    baselines.isEmpty() ? null : baselines.getFirst().value();
            if (stated != null) {
                return new Dated(period, stated);
            }
            return actuals.stream()
                    .filter(actual -> actual.period().equals(period))
                    .findFirst()
                    .map(Reported::dated)
                    .orElse(null);
        }

        /** The next unconditional target that has not passed; else the next conditional one; else the last of all. */
        private @Nullable Goal target(ReportingPeriod period) {
            return targets.stream()
                    .filter(goal -> goal.period().compareTo(period) >= 0)
                    .findFirst()
                    .orElse(targets.isEmpty() ? null : targets.getLast());
        }
    }

    private static @Nullable BigDecimal strip(@Nullable BigDecimal value) {
        return value == null ? null : value.stripTrailingZeros();
    }

    private record Start(ReportingPeriod period, @Nullable BigDecimal value) {}

    private record Goal(int id, ReportingPeriod period, BigDecimal value) {
        Dated dated() {
            return new Dated(period, value);
        }
    }

    private record Reported(long id, ReportingPeriod period, BigDecimal value, int reported, int expected) {
        Dated dated() {
            return new Dated(period, value);
        }

        BigDecimal share() {
            return expected == 0
                    ? BigDecimal.ONE
                    : BigDecimal.valueOf(reported).divide(BigDecimal.valueOf(expected), MathContext.DECIMAL64);
        }
    }

    private record Key(int programmeIndicator, ReportingPeriod period, ProgressMethod method) {}

    /**
     * What a judgement is made of, besides what holds for the whole programme.
     *
     * @param baseline without trailing zeros
     * @param actual key of the figure
     * @param target key of the target's version
     */
    private record Basis(
            ReportingPeriod from,
            @Nullable BigDecimal baseline,
            @Nullable Long actual,
            @Nullable Integer target) {}

    /** @param id of its row */
    private record Standing(long id, Judged judged) {}

    private record Judged(
            Key key,
            Basis basis,
            @Nullable BigDecimal expected,
            @Nullable BigDecimal score,
            ProgressStatus status,
            @Nullable Reason reason,
            @Nullable Note note) {

        static Judged of(AssessmentRecord row) {
            return new Judged(
                    new Key(
                            row.getProgrammeIndicatorId(),
                            ReportingPeriod.of(row.getPeriodStart(), row.getPeriodMonths()),
                            ProgressMethod.of(row.getMethod())),
                    new Basis(
                            ReportingPeriod.of(row.getBaselineStart(), row.getBaselineMonths()),
                            strip(row.getBaselineValue()),
                            row.getActualId(),
                            row.getTargetId()),
                    strip(row.getExpected()),
                    strip(row.getScore()),
                    ProgressStatus.valueOf(row.getStatus()),
                    row.getReason() == null ? null : Reason.valueOf(row.getReason()),
                    row.getNote() == null ? null : Note.valueOf(row.getNote()));
        }

        AssessmentRecord record(Instant moment) {
            var row = new AssessmentRecord();
            row.setProgrammeIndicatorId(key.programmeIndicator);
            row.setPeriodStart(key.period.start());
            row.setPeriodMonths((short) key.period.months());
            row.setMethod(key.method.code());
            row.setBaselineStart(basis.from.start());
            row.setBaselineMonths((short) basis.from.months());
            row.setBaselineValue(basis.baseline);
            row.setActualId(basis.actual);
            row.setTargetId(basis.target);
            row.setExpected(expected);
            row.setScore(score);
            row.setStatus(status.name());
            row.setReason(reason == null ? null : reason.name());
            row.setNote(note == null ? null : note.name());
            row.setKnownFrom(moment);
            return row;
        }
    }

    /** What a run may have changed; everything where the run is null. */
    private List<Subject> subjects(@Nullable Long run) {
        return sql.select(
                        PROGRAMME_INDICATOR.ID,
                        CURRENT_INDICATOR.DIRECTION,
                        PROGRAMME.COVERAGE_THRESHOLD,
                        PROGRAMME.BASELINE_YEAR,
                        multiset(select(period(BASELINE.PERIOD_START, BASELINE.PERIOD_MONTHS), BASELINE.VALUE)
                                        .from(BASELINE)
                                        .where(BASELINE.PROGRAMME_INDICATOR_ID.eq(PROGRAMME_INDICATOR.ID))
                                        .and(isCurrent(BASELINE.KNOWN_UNTIL)))
                                .convertFrom(rows -> rows.map(Records.mapping(Start::new))),
                        multiset(select(period(MILESTONE.PERIOD_START, MILESTONE.PERIOD_MONTHS), MILESTONE.VALUE)
                                        .from(MILESTONE)
                                        .where(MILESTONE.PROGRAMME_INDICATOR_ID.eq(PROGRAMME_INDICATOR.ID))
                                        .and(isCurrent(MILESTONE.KNOWN_UNTIL)))
                                .convertFrom(rows -> rows.map(Records.mapping(Dated::new))),
                        multiset(select(TARGET.ID, period(TARGET.PERIOD_START, TARGET.PERIOD_MONTHS), TARGET.VALUE)
                                        .from(TARGET)
                                        .where(TARGET.PROGRAMME_INDICATOR_ID.eq(PROGRAMME_INDICATOR.ID))
                                        .and(isCurrent(TARGET.KNOWN_UNTIL))
                                        .orderBy(TARGET.CONDITIONAL, TARGET.PERIOD_START))
                                .convertFrom(rows -> rows.map(Records.mapping(Goal::new))),
                        multiset(select(
                                                ACTUAL.ID,
                                                period(ACTUAL.PERIOD_START, ACTUAL.PERIOD_MONTHS),
                                                ACTUAL.VALUE,
                                                ACTUAL.REPORTED,
                                                ACTUAL.EXPECTED)
                                        .from(ACTUAL)
                                        .where(ACTUAL.PROGRAMME_ID.eq(PROGRAMME_INDICATOR.PROGRAMME_ID))
                                        .and(ACTUAL.INDICATOR_ID.eq(PROGRAMME_INDICATOR.INDICATOR_ID))
                                        .and(ACTUAL.DISAGGREGATION_ID.eq(0))
                                        .and(ACTUAL.PERIOD_MONTHS.eq(
                                                ofBaseline(BASELINE.PERIOD_MONTHS, inline((short) 12))))
                                        .and(ACTUAL.PERIOD_START.ge(ofBaseline(
                                                BASELINE.PERIOD_START,
                                                field(
                                                        "make_date({0}, 1, 1)",
                                                        LocalDate.class, PROGRAMME.BASELINE_YEAR))))
                                        .and(isCurrent(ACTUAL.KNOWN_UNTIL)))
                                .convertFrom(rows -> rows.map(Records.mapping(Reported::new))))
                .from(PROGRAMME_INDICATOR)
                .join(PROGRAMME)
                .on(PROGRAMME.ID.eq(PROGRAMME_INDICATOR.PROGRAMME_ID))
                .join(CURRENT_INDICATOR)
                .on(CURRENT_INDICATOR.INDICATOR_ID.eq(PROGRAMME_INDICATOR.INDICATOR_ID))
                .where(
                        run == null
                                ? DSL.noCondition()
                                : row(PROGRAMME_INDICATOR.PROGRAMME_ID, PROGRAMME_INDICATOR.INDICATOR_ID)
                                        .in(select(ACTUAL.PROGRAMME_ID, ACTUAL.INDICATOR_ID)
                                                .from(ACTUAL)
                                                .where(ACTUAL.RUN_ID.eq(run))
                                                .union(select(ACTUAL.PROGRAMME_ID, ACTUAL.INDICATOR_ID)
                                                        .from(ACTUAL)
                                                        .where(ACTUAL.KNOWN_UNTIL.eq(select(REFRESH_RUN.MOMENT)
                                                                .from(REFRESH_RUN)
                                                                .where(REFRESH_RUN.ID.eq(run)))))))
                .fetch(Records.mapping(Subject::new));
    }

    /** Of the stated baseline, or of the programme's year where none is stated. */
    private static <T> Field<T> ofBaseline(Field<T> stated, Field<T> ofProgramme) {
        return coalesce(
                field(select(stated)
                        .from(BASELINE)
                        .where(BASELINE.PROGRAMME_INDICATOR_ID.eq(PROGRAMME_INDICATOR.ID))
                        .and(isCurrent(BASELINE.KNOWN_UNTIL))),
                ofProgramme);
    }

    private static SelectField<ReportingPeriod> period(Field<LocalDate> start, Field<Short> months) {
        return row(start, months).mapping(ReportingPeriod::of);
    }
}
