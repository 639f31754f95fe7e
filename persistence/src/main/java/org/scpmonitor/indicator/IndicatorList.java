package org.scpmonitor.indicator;

import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.scpmonitor.schema.Tables.INDICATOR;
import static org.scpmonitor.schema.Tables.INDICATOR_DIMENSION;
import static org.scpmonitor.schema.Tables.INDICATOR_VERSION;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.calendar.Periodicity;
import org.scpmonitor.listing.Known;
import org.scpmonitor.listing.Listing;
import org.scpmonitor.text.Text;
import org.springframework.stereotype.Repository;

/** Lists the indicators of the catalogue in their versions. */
@Repository
public class IndicatorList {

    private static final org.scpmonitor.schema.tables.Indicator NUMERATOR = INDICATOR.as("numerator");
    private static final org.scpmonitor.schema.tables.Indicator DENOMINATOR = INDICATOR.as("denominator");

    private final DSLContext sql;

    IndicatorList(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * @param unit UCUM code
     * @param direction whether more or less is better
     * @param periodicity how often it is reported
     * @param aggregation how it is added up
     * @param dimensions by which it may be broken down
     * @param bounds what its values may be
     */
    public record Item(
            String code,
            int version,
            Text name,
            Text definition,
            Text method,
            Text verification,
            String theme,
            String level,
            String unit,
            Direction direction,
            String periodicity,
            Aggregation aggregation,
            List<String> dimensions,
            Bounds bounds,
            @Nullable String sdgIndicator,
            @Nullable String sdgSeries,
            Instant knownFrom) {}

    /** Which way is better. */
    public enum Direction {
        MORE_IS_BETTER,
        LESS_IS_BETTER
    }

    /**
     * @param overInstitutions sum, last, mean, weighted_mean, ratio, count or none
     * @param overTime likewise
     * @param numerator code of the indicator above the line, for a ratio
     * @param denominator code of the one below it
     * @param factor by which the quotient is multiplied to be in the indicator's own unit
     */
    public record Aggregation(
            String overInstitutions,
            String overTime,
            @Nullable String numerator,
            @Nullable String denominator,
            @Nullable BigDecimal factor) {}

    /**
     * @param minimum in the indicator's unit; null for none
     * @param maximum in the indicator's unit; null for none
     * @param allowedJumpPercent by how much a value may differ from the year before without a query
     */
    public record Bounds(
            @Nullable BigDecimal minimum, @Nullable BigDecimal maximum, BigDecimal allowedJumpPercent) {}

    /** In the catalogue's order. */
    public Listing<?, Item> list(AsOf asOf) {
        Known known = Known.at(sql, asOf);
        return new Listing<>(
                sql,
                () -> sql.select(
                                INDICATOR.CODE,
                                INDICATOR_VERSION.VERSION,
                                row(INDICATOR_VERSION.NAME_ES, INDICATOR_VERSION.NAME_EN, INDICATOR_VERSION.NAME_DE)
                                        .mapping(Text::new),
                                row(
                                                INDICATOR_VERSION.DEFINITION_ES,
                                                INDICATOR_VERSION.DEFINITION_EN,
                                                INDICATOR_VERSION.DEFINITION_DE)
                                        .mapping(Text::new),
                                row(
                                                INDICATOR_VERSION.METHOD_NOTE_ES,
                                                INDICATOR_VERSION.METHOD_NOTE_EN,
                                                INDICATOR_VERSION.METHOD_NOTE_DE)
                                        .mapping(Text::new),
                                row(
                                                INDICATOR_VERSION.VERIFICATION_ES,
                                                INDICATOR_VERSION.VERIFICATION_EN,
                                                INDICATOR_VERSION.VERIFICATION_DE)
                                        .mapping(Text::new),
                                INDICATOR_VERSION.THEME,
                                INDICATOR_VERSION.LEVEL,
                                INDICATOR_VERSION.UNIT,
                                INDICATOR_VERSION.DIRECTION.convertFrom(
                                        sign -> sign > 0 ? Direction.MORE_IS_BETTER : Direction.LESS_IS_BETTER),
                                INDICATOR_VERSION.PERIOD_MONTHS.convertFrom(IndicatorList::periodicity),
                                row(
                                                INDICATOR_VERSION.OVER_INSTITUTIONS,
                                                INDICATOR_VERSION.OVER_TIME,
                                                NUMERATOR.CODE,
                                                DENOMINATOR.CODE,
                                                INDICATOR_VERSION.RATIO_FACTOR)
                                        .mapping(Aggregation::new),
                                dimensions(),
                                row(
                                                INDICATOR_VERSION.MINIMUM,
                                                INDICATOR_VERSION.MAXIMUM,
                                                INDICATOR_VERSION.ALLOWED_JUMP_PERCENT)
                                        .mapping(Bounds::new),
                                INDICATOR_VERSION.SDG_INDICATOR,
                                INDICATOR_VERSION.SDG_SERIES,
                                INDICATOR_VERSION.KNOWN_FROM)
                        .from(INDICATOR)
                        .join(INDICATOR_VERSION)
                        .on(INDICATOR_VERSION.INDICATOR_ID.eq(INDICATOR.ID))
                        .leftJoin(NUMERATOR)
                        .on(NUMERATOR.ID.eq(INDICATOR_VERSION.NUMERATOR_ID))
                        .leftJoin(DENOMINATOR)
                        .on(DENOMINATOR.ID.eq(INDICATOR_VERSION.DENOMINATOR_ID))
                        .where(known.holds(INDICATOR_VERSION.KNOWN_FROM, INDICATOR_VERSION.KNOWN_UNTIL)),
                Records.mapping(Item::new),
                INDICATOR.SORT,
                INDICATOR.CODE);
    }

    private static Field<List<String>> dimensions() {
        return multiset(select(INDICATOR_DIMENSION.DIMENSION)
                        .from(INDICATOR_DIMENSION)
                        .where(INDICATOR_DIMENSION.INDICATOR_ID.eq(INDICATOR.ID))
                        .orderBy(INDICATOR_DIMENSION.DIMENSION))
                .convertFrom(rows -> rows.map(each -> each.value1()));
    }

    private static String periodicity(short months) {
        for (Periodicity each : Periodicity.values()) {
            if (each.months() == months) {
                return each.name().toLowerCase(Locale.ROOT);
            }
        }
        throw new IllegalArgumentException("No period of " + months + " months");
    }
}
