package org.scpmonitor.procurement;

import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;
import static org.scpmonitor.schema.Tables.INDICATOR;
import static org.scpmonitor.schema.Tables.INDICATOR_VERSION;
import static org.scpmonitor.schema.Tables.INSTITUTION;
import static org.scpmonitor.schema.Tables.OBSERVATION;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.listing.Known;
import org.scpmonitor.text.Text;
import org.springframework.stereotype.Repository;

/**
 * What the accepted values of some institutions add up to. Only sums are told, and how many institutions they are of: what each
 * of them reported is for those who may see it.
 */
@Repository
public class SignatoryFigures {
    private final DSLContext sql;

    SignatoryFigures(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * An indicator as the institutions reported it.
     *
     * @param unit UCUM code
     * @param summable whether its values add up over institutions; without sums where they don't
     */
    public record Reported(String indicator, Text name, String unit, boolean summable, List<Sum> sums) {}

    /**
     * @param period a year where values of shorter periods add up to it, else one of the indicator's own
     * @param institutions how many reported
     */
    public record Sum(ReportingPeriod period, BigDecimal value, int institutions) {}

    /** One statement, and one more where a moment is asked for. @param institutions codes */
    public List<Reported> read(Collection<String> indicators, Collection<String> institutions, AsOf asOf) {
        Known known = Known.at(sql, asOf);
        return sql.select(
                        INDICATOR.CODE,
                        row(INDICATOR_VERSION.NAME_ES, INDICATOR_VERSION.NAME_EN, INDICATOR_VERSION.NAME_DE)
                                .mapping(Text::new),
                        INDICATOR_VERSION.UNIT,
                        field(INDICATOR_VERSION.OVER_INSTITUTIONS.eq("sum")),
                        sums(institutions, known))
                .from(INDICATOR)
                .join(INDICATOR_VERSION)
                .on(INDICATOR_VERSION.INDICATOR_ID.eq(INDICATOR.ID))
                .and(known.holds(INDICATOR_VERSION.KNOWN_FROM, INDICATOR_VERSION.KNOWN_UNTIL))
                .where(INDICATOR.CODE.in(indicators))
                .orderBy(INDICATOR.SORT, INDICATOR.CODE)
                .fetch(Records.mapping(Reported::new));
    }

    private static Field<List<Sum>> sums(Collection<String> institutions, Known known) {
        Field<LocalDate> start = when(
                        INDICATOR_VERSION.OVER_TIME.eq(inline("sum")),
                        field("date_trunc('year', {0})::date", LocalDate.class, OBSERVATION.PERIOD_START))
                .otherwise(OBSERVATION.PERIOD_START);
        Field<Short> months = when(INDICATOR_VERSION.OVER_TIME.eq(inline("sum")), inline((short) 12))
                .otherwise(OBSERVATION.PERIOD_MONTHS);
        return multiset(select(
                                row(start, months).mapping(ReportingPeriod::of),
                                sum(OBSERVATION.VALUE),
                                countDistinct(OBSERVATION.INSTITUTION_ID))
                        .from(OBSERVATION)
                        .join(INSTITUTION)
                        .on(INSTITUTION.ID.eq(OBSERVATION.INSTITUTION_ID))
                        .where(OBSERVATION.INDICATOR_ID.eq(INDICATOR.ID))
                        .and(INDICATOR_VERSION.OVER_INSTITUTIONS.eq("sum"))
                        .and(INSTITUTION.CODE.in(institutions))
                        .and(OBSERVATION.DISAGGREGATION_ID.eq(0))
                        .and(OBSERVATION.VALUE.isNotNull())
                        .and(known.holds(OBSERVATION.KNOWN_FROM, OBSERVATION.KNOWN_UNTIL))
                        .groupBy(start, months)
                        .orderBy(start))
                .convertFrom(rows -> rows.map(Records.mapping(Sum::new)));
    }
}
