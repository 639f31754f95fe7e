package org.scpmonitor.actual;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.scpmonitor.schema.Tables.DISAGGREGATION;
import static org.scpmonitor.schema.Tables.FIGURE;
import static org.scpmonitor.schema.Tables.INDICATOR;
import static org.scpmonitor.schema.Tables.INDICATOR_VERSION;
import static org.scpmonitor.schema.Tables.PROGRAMME;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
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
     * Which figures are asked for; null or nothing leaves a filter out.
     *
     * @param programmes any of these
     * @param countries any of these
     * @param indicators any of these
     * @param from first day of the earliest period
     * @param before the day after the last of the latest period
     */
    public record Filter(
            List<String> programmes,
            List<String> countries,
            List<String> indicators,
            @Nullable LocalDate from,
            @Nullable LocalDate before,
            @Nullable Periodicity periodicity,
            PartOf partOf,
            AsOf asOf) {}

    /** Whether figures are of countries and programmes, or of the regions or the sectors of a country. */
    public enum PartOf {
        WHOLE(""),
        REGION("region"),
        SECTOR("sector");

        private final String stored;

        PartOf(String stored) {
            this.stored = stored;
        }
    }

    /**
     * @param programme null for the figure of the whole country
     * @param disaggregation {@code DIMENSION=CODE} pairs joined by {@code ;}, empty for the total
     * @param unit UCUM code
     * @param status empty for final, P provisional, E estimated, B new series
     * @param uncertainty half-width of the 95 % interval in %; null where it isn't known
     * @param part the region or sector that it is of; empty for a whole country or programme
     * @param gwpSet AR5 or AR6: the global warming potentials that enter; null where none do
     * @param carried whether a factor enters that was made for an earlier time
     * @param estimate of the institutions that are missing, beside the value and never in it; null where none is made
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
            String part,
            @Nullable String gwpSet,
            boolean carried,
            @Nullable Estimate estimate,
            Instant knownFrom,
            @Nullable Instant knownUntil) {}

    /**
     * @param method carried_forward, interpolated or baseline_share
     * @param value of all the missing institutions together
     * @param institutions how many they are
     */
    public record Estimate(String method, BigDecimal value, int institutions) {}

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
                                FIGURE.ID,
                                PROGRAMME.CODE,
                                FIGURE.COUNTRY,
                                INDICATOR.CODE,
                                DISAGGREGATION.KEY,
                                row(FIGURE.PERIOD_START, FIGURE.PERIOD_MONTHS).mapping(ReportingPeriod::of),
                                FIGURE.VALUE,
                                INDICATOR_VERSION.UNIT,
                                FIGURE.STATUS,
                                FIGURE.UNCERTAINTY,
                                row(FIGURE.REPORTED, FIGURE.EXPECTED, FIGURE.VOLUME_SHARE)
                                        .mapping(Coverage::new),
                                FIGURE.PARTIAL,
                                FIGURE.PART,
                                FIGURE.GWP_SET,
                                FIGURE.CARRIED,
                                row(FIGURE.ESTIMATION, FIGURE.ESTIMATED_VALUE, FIGURE.ESTIMATED)
                                        .mapping(ActualQueries::estimate),
                                FIGURE.KNOWN_FROM,
                                known.until(FIGURE.KNOWN_UNTIL))
                        .from(FIGURE)
                        .join(INDICATOR)
                        .on(INDICATOR.ID.eq(FIGURE.INDICATOR_ID))
                        .join(INDICATOR_VERSION)
                        .on(INDICATOR_VERSION
                                .INDICATOR_ID
                                .eq(FIGURE.INDICATOR_ID)
                                .and(known.holds(INDICATOR_VERSION.KNOWN_FROM, INDICATOR_VERSION.KNOWN_UNTIL)))
                        .join(DISAGGREGATION)
                        .on(DISAGGREGATION.ID.eq(FIGURE.DISAGGREGATION_ID))
                        .leftJoin(PROGRAMME)
                        .on(PROGRAMME.ID.eq(FIGURE.PROGRAMME_ID))
                        .where(known.holds(FIGURE.KNOWN_FROM, FIGURE.KNOWN_UNTIL))
                        .and(which(filter)),
                Records.mapping(Item::new),
                FIGURE.INDICATOR_ID,
                FIGURE.COUNTRY,
                FIGURE.PROGRAMME_ID.asc().nullsFirst(),
                FIGURE.DISAGGREGATION_ID,
                FIGURE.PERIOD_MONTHS,
                FIGURE.PERIOD_START,
                FIGURE.PART);
    }

    private static @Nullable Estimate estimate(@Nullable String method, @Nullable BigDecimal value, int institutions) {
        return method == null || value == null ? null : new Estimate(method, value, institutions);
    }

    private static Condition which(Filter filter) {
        return DSL.and(
                FIGURE.PART_OF.eq(filter.partOf().stored),
                any(PROGRAMME.CODE, filter.programmes()),
                any(FIGURE.COUNTRY, filter.countries()),
                any(INDICATOR.CODE, filter.indicators()),
                filter.from() == null ? noCondition() : FIGURE.PERIOD_START.ge(filter.from()),
                filter.before() == null
                        ? noCondition()
                        : DSL.condition(
                                "{0} + make_interval(months => {1}) <= {2}",
                                FIGURE.PERIOD_START, FIGURE.PERIOD_MONTHS, DSL.val(filter.before())),
                filter.periodicity() == null ? noCondition() : of(filter.periodicity()));
    }

    private static Condition any(Field<String> code, List<String> codes) {
        return codes.isEmpty() ? noCondition() : code.in(codes);
    }

    private static Condition of(Periodicity periodicity) {
        Condition length = FIGURE.PERIOD_MONTHS.eq((short) periodicity.months());
        return switch (periodicity) {
            case MONTH, QUARTER, HALF_YEAR -> length;
            case YEAR -> length.and(DSL.month(FIGURE.PERIOD_START).eq(1));
            case FISCAL_YEAR -> length.and(DSL.month(FIGURE.PERIOD_START).ne(1));
        };
    }
}
