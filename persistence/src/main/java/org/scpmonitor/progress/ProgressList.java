package org.scpmonitor.progress;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.scpmonitor.schema.Tables.ACTUAL;
import static org.scpmonitor.schema.Tables.ASSESSMENT;
import static org.scpmonitor.schema.Tables.INDICATOR;
import static org.scpmonitor.schema.Tables.PROGRAMME;
import static org.scpmonitor.schema.Tables.PROGRAMME_INDICATOR;
import static org.scpmonitor.schema.Tables.TARGET;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.listing.Known;
import org.scpmonitor.listing.Listing;
import org.springframework.stereotype.Repository;

/** Lists the assessments of the programmes' progress, one item an indicator, period and method. */
@Repository
public class ProgressList {

    private static final org.scpmonitor.schema.tables.Assessment LATER = ASSESSMENT.as("later");

    private final DSLContext sql;

    ProgressList(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Which assessments are asked for; null leaves a filter out.
     *
     * @param period null for the latest that each indicator was assessed in
     */
    public record Filter(
            @Nullable String programme,
            @Nullable String indicator,
            @Nullable ReportingPeriod period,
            @Nullable ProgressMethod method,
            AsOf asOf) {}

    /**
     * @param baseline null where none is known
     * @param actual null where there is none
     * @param expected the value that the path to the target asks for; null where there is no such path
     * @param target null where there is none
     * @param score 1 when exactly on the way, below 0 when moving away; null when unable to assess
     * @param reason why it can't be assessed; null otherwise
     * @param note what must be said beside it; null for nothing
     */
    public record Item(
            String programme,
            String country,
            String indicator,
            ReportingPeriod period,
            ProgressMethod method,
            @Nullable Value baseline,
            @Nullable ActualValue actual,
            @Nullable BigDecimal expected,
            @Nullable TargetValue target,
            @Nullable BigDecimal score,
            ProgressStatus status,
            @Nullable Reason reason,
            @Nullable Note note) {}

    /** A value of a period, in the indicator's unit. */
    public record Value(ReportingPeriod period, BigDecimal value) {}

    /** @param id by which the provenance is asked for */
    public record ActualValue(long id, ReportingPeriod period, BigDecimal value) {}

    /**
     * @param code of the line of versions
     * @param version which of them was judged by
     */
    public record TargetValue(
            ReportingPeriod period,
            BigDecimal value,
            int version,
            String code,
            boolean conditional,
            boolean illustrative) {}

    /** By programme, indicator, period and method. */
    public Listing<?, Item> list(Filter filter) {
        Known known = Known.at(sql, filter.asOf());
        return new Listing<>(
                sql,
                () -> sql.select(
                                PROGRAMME.CODE,
                                PROGRAMME.COUNTRY,
                                INDICATOR.CODE,
                                row(ASSESSMENT.PERIOD_START, ASSESSMENT.PERIOD_MONTHS)
                                        .mapping(ReportingPeriod::of),
                                ASSESSMENT.METHOD.convertFrom(ProgressMethod::of),
                                row(ASSESSMENT.BASELINE_START, ASSESSMENT.BASELINE_MONTHS, ASSESSMENT.BASELINE_VALUE)
                                        .mapping(ProgressList::value),
                                row(ACTUAL.ID, ACTUAL.PERIOD_START, ACTUAL.PERIOD_MONTHS, ACTUAL.VALUE)
                                        .mapping(ProgressList::actual),
                                ASSESSMENT.EXPECTED,
                                row(
                                                TARGET.PERIOD_START,
                                                TARGET.PERIOD_MONTHS,
                                                TARGET.VALUE,
                                                TARGET.VERSION,
                                                TARGET.CODE,
                                                TARGET.CONDITIONAL,
                                                TARGET.ILLUSTRATIVE)
                                        .mapping(ProgressList::target),
                                ASSESSMENT.SCORE,
                                ASSESSMENT.STATUS.convertFrom(ProgressStatus::valueOf),
                                ASSESSMENT.REASON.convertFrom(reason -> reason == null ? null : Reason.valueOf(reason)),
                                ASSESSMENT.NOTE.convertFrom(note -> note == null ? null : Note.valueOf(note)))
                        .from(ASSESSMENT)
                        .join(PROGRAMME_INDICATOR)
                        .on(PROGRAMME_INDICATOR.ID.eq(ASSESSMENT.PROGRAMME_INDICATOR_ID))
                        .join(PROGRAMME)
                        .on(PROGRAMME.ID.eq(PROGRAMME_INDICATOR.PROGRAMME_ID))
                        .join(INDICATOR)
                        .on(INDICATOR.ID.eq(PROGRAMME_INDICATOR.INDICATOR_ID))
                        .leftJoin(ACTUAL)
                        .on(ACTUAL.ID.eq(ASSESSMENT.ACTUAL_ID))
                        .leftJoin(TARGET)
                        .on(TARGET.ID.eq(ASSESSMENT.TARGET_ID))
                        .where(known.holds(ASSESSMENT.KNOWN_FROM, ASSESSMENT.KNOWN_UNTIL))
                        .and(filter.period() == null ? isLatest(known) : isOf(filter.period()))
                        .and(filter.programme() == null ? noCondition() : PROGRAMME.CODE.eq(filter.programme()))
                        .and(filter.indicator() == null ? noCondition() : INDICATOR.CODE.eq(filter.indicator()))
                        .and(
                                filter.method() == null
                                        ? noCondition()
                                        : ASSESSMENT.METHOD.eq(filter.method().code())),
                Records.mapping(Item::new),
                PROGRAMME.SORT,
                PROGRAMME_INDICATOR.SORT,
                PROGRAMME_INDICATOR.ID,
                ASSESSMENT.PERIOD_START,
                ASSESSMENT.PERIOD_MONTHS,
                DSL.position("linear growth un", ASSESSMENT.METHOD));
    }

    private static Condition isOf(ReportingPeriod period) {
        return ASSESSMENT.PERIOD_START.eq(period.start()).and(ASSESSMENT.PERIOD_MONTHS.eq((short) period.months()));
    }

    private static Condition isLatest(Known known) {
        return DSL.notExists(select().from(LATER)
                .where(LATER.PROGRAMME_INDICATOR_ID.eq(ASSESSMENT.PROGRAMME_INDICATOR_ID))
                .and(LATER.METHOD.eq(ASSESSMENT.METHOD))
                .and(LATER.PERIOD_START.gt(ASSESSMENT.PERIOD_START))
                .and(known.holds(LATER.KNOWN_FROM, LATER.KNOWN_UNTIL)));
    }

    private static @Nullable Value value(
            @Nullable LocalDate start, @Nullable Short months, @Nullable BigDecimal value) {
        return start == null || months == null || value == null
                ? null
                : new Value(ReportingPeriod.of(start, months), value);
    }

    private static @Nullable ActualValue actual(
            @Nullable Long id, @Nullable LocalDate start, @Nullable Short months, @Nullable BigDecimal value) {
        return id == null || start == null || months == null || value == null
                ? null
                : new ActualValue(id, ReportingPeriod.of(start, months), value);
    }

    private static @Nullable TargetValue target(
            @Nullable LocalDate start,
            @Nullable Short months,
            @Nullable BigDecimal value,
            @Nullable Integer version,
            @Nullable String code,
            @Nullable Boolean conditional,
            @Nullable Boolean illustrative) {
        return start == null
                        || months == null
                        || value == null
                        || version == null
                        || code == null
                        || conditional == null
                        || illustrative == null
                ? null
                : new TargetValue(ReportingPeriod.of(start, months), value, version, code, conditional, illustrative);
    }
}
