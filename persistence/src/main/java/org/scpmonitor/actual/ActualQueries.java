package org.scpmonitor.actual;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.scpmonitor.schema.Tables.ACTUAL;
import static org.scpmonitor.schema.Tables.DISAGGREGATION;
import static org.scpmonitor.schema.Tables.INDICATOR;
import static org.scpmonitor.schema.Tables.INDICATOR_VERSION;
import static org.scpmonitor.schema.Tables.PROGRAMME;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.calendar.Periodicity;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.listing.Known;
import org.scpmonitor.listing.Listing;
import org.springframework.stereotype.Repository;

/** Lists the aggregated figures; they are published, so everyone may. */
@Repository
public class ActualQueries {

    private final DSLContext sql;

    ActualQueries(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Which figures are asked for; null leaves a filter out.
     *
     * @param from first day of the earliest period
     * @param before the day after the last of the latest period
     */
    public record Filter(
            @Nullable String programme,
            @Nullable String country,
            @Nullable String indicator,
            @Nullable LocalDate from,
            @Nullable LocalDate before,
            @Nullable Periodicity periodicity,
            AsOf asOf) {}

    /**
     * @param programme null for the figure of the whole country
     * @param disaggregation {@code DIMENSION=CODE} pairs joined by {@code ;}, empty for the total
     * @param unit UCUM code
     * @param status empty for final, P provisional, E estimated, B new series
     * @param uncertainty half-width of the 95 % interval in %; null where it isn't known
     * @param partial whether institutions that were to report are missing
     * @param knownUntil null where it was known still
     */
    public record Item(
            long id,
            @Nullable String programme,
            String country,
            String indicator,
            String disaggregation,
            ReportingPeriod period,
            BigDecimal value,
            String unit,
            String status,
            @Nullable BigDecimal uncertainty,
            Coverage coverage,
            boolean partial,
            Instant knownFrom,
            @Nullable Instant knownUntil) {}

    /**
     * @param reported institutions that reported
     * @param expected institutions that were to report
     * @param share of the baseline's volume that those who reported stand for, 0 to 1; null where that isn't known
     */
    public record Coverage(
            int reported, int expected, @Nullable BigDecimal share) {}

    /** By indicator, country, programme, disaggregation and period. */
    public Listing<?, Item> list(Filter filter) {
        Known known = Known.at(sql, filter.asOf());
        return new Listing<>(
                sql,
                () -> sql.select(
                                ACTUAL.ID,
                                PROGRAMME.CODE,
                                ACTUAL.COUNTRY,
                                INDICATOR.CODE,
                                DISAGGREGATION.KEY,
                                row(ACTUAL.PERIOD_START, ACTUAL.PERIOD_MONTHS).mapping(ReportingPeriod::of),
                                ACTUAL.VALUE,
                                INDICATOR_VERSION.UNIT,
                                ACTUAL.STATUS,
                                ACTUAL.UNCERTAINTY,
                                row(ACTUAL.REPORTED, ACTUAL.EXPECTED, ACTUAL.VOLUME_SHARE)
                                        .mapping(Coverage::new),
                                ACTUAL.PARTIAL,
                                ACTUAL.KNOWN_FROM,
                                known.until(ACTUAL.KNOWN_UNTIL))
                        .from(ACTUAL)
                        .join(INDICATOR)
                        .on(INDICATOR.ID.eq(ACTUAL.INDICATOR_ID))
                        .join(INDICATOR_VERSION)
                        .on(INDICATOR_VERSION
                                .INDICATOR_ID
                                .eq(ACTUAL.INDICATOR_ID)
                                .and(known.holds(INDICATOR_VERSION.KNOWN_FROM, INDICATOR_VERSION.KNOWN_UNTIL)))
                        .join(DISAGGREGATION)
                        .on(DISAGGREGATION.ID.eq(ACTUAL.DISAGGREGATION_ID))
                        .leftJoin(PROGRAMME)
                        .on(PROGRAMME.ID.eq(ACTUAL.PROGRAMME_ID))
                        .where(known.holds(ACTUAL.KNOWN_FROM, ACTUAL.KNOWN_UNTIL))
                        .and(which(filter)),
                Records.mapping(Item::new),
                ACTUAL.INDICATOR_ID,
                ACTUAL.COUNTRY,
                ACTUAL.PROGRAMME_ID.asc().nullsFirst(),
                ACTUAL.DISAGGREGATION_ID,
                ACTUAL.PERIOD_MONTHS,
                ACTUAL.PERIOD_START);
    }

    private static Condition which(Filter filter) {
        return DSL.and(
                filter.programme() == null ? noCondition() : PROGRAMME.CODE.eq(filter.programme()),
                filter.country() == null ? noCondition() : ACTUAL.COUNTRY.eq(filter.country()),
                filter.indicator() == null ? noCondition() : INDICATOR.CODE.eq(filter.indicator()),
                filter.from() == null ? noCondition() : ACTUAL.PERIOD_START.ge(filter.from()),
                filter.before() == null
                        ? noCondition()
                        : DSL.condition(
                                "{0} + make_interval(months => {1}) <= {2}",
                                ACTUAL.PERIOD_START, ACTUAL.PERIOD_MONTHS, DSL.val(filter.before())),
                filter.periodicity() == null ? noCondition() : of(filter.periodicity()));
    }

    private static Condition of(Periodicity periodicity) {
        Condition length = ACTUAL.PERIOD_MONTHS.eq((short) periodicity.months());
        return switch (periodicity) {
            case MONTH, QUARTER, HALF_YEAR -> length;
            case YEAR -> length.and(DSL.month(ACTUAL.PERIOD_START).eq(1));
            case FISCAL_YEAR -> length.and(DSL.month(ACTUAL.PERIOD_START).ne(1));
        };
    }
}
