package org.scpmonitor.procurement;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;
import static org.scpmonitor.schema.Tables.ACTUAL;
import static org.scpmonitor.schema.Tables.INDICATOR;
import static org.scpmonitor.schema.Tables.INDICATOR_VERSION;
import static org.scpmonitor.schema.Tables.INSTITUTION;
import static org.scpmonitor.schema.Tables.OBSERVATION;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.listing.Known;
import org.scpmonitor.text.Text;
import org.springframework.stereotype.Repository;

/** What the accepted values of some institutions add up to, and what each of them adds. */
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
     * @param parts of the institutions that reported, by code
     */
    public record Sum(ReportingPeriod period, List<Part> parts) {
        public BigDecimal value() {
            return parts.stream().map(Part::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /**
     * @param institution code
     * @param name the acronym where there is one
     * @param figure key of a figure of its country that this is part of; null where there is none
     */
    public record Part(
            ReportingPeriod period,
            String institution,
            String name,
            BigDecimal value,
            @Nullable Long figure) {}

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
                .otherwise(OBSERVATION.PERIOD_START)
                .as("starts");
        Field<Short> months = when(INDICATOR_VERSION.OVER_TIME.eq(inline("sum")), inline((short) 12))
                .otherwise(OBSERVATION.PERIOD_MONTHS)
                .as("months");
        Field<BigDecimal> value = sum(OBSERVATION.VALUE).as("added");
        var part = select(start, months, INSTITUTION.ID, INSTITUTION.CODE, value)
                .from(OBSERVATION)
                .join(INSTITUTION)
                .on(INSTITUTION.ID.eq(OBSERVATION.INSTITUTION_ID))
                .where(OBSERVATION.INDICATOR_ID.eq(INDICATOR.ID))
                .and(INDICATOR_VERSION.OVER_INSTITUTIONS.eq("sum"))
                .and(INSTITUTION.CODE.in(institutions))
                .and(OBSERVATION.DISAGGREGATION_ID.eq(0))
                .and(OBSERVATION.VALUE.isNotNull())
                .and(known.holds(OBSERVATION.KNOWN_FROM, OBSERVATION.KNOWN_UNTIL))
                .groupBy(start, months, INSTITUTION.ID, INSTITUTION.CODE)
                .asTable("part");
        Field<Long> figure = field(select(max(ACTUAL.ID))
                .from(ACTUAL)
                .where(ACTUAL.INDICATOR_ID.eq(INDICATOR.ID))
                .and(ACTUAL.COUNTRY.eq(INSTITUTION.COUNTRY))
                .and(ACTUAL.DISAGGREGATION_ID.eq(0))
                .and(ACTUAL.PERIOD_MONTHS.eq(part.field(months)))
                .and(ACTUAL.PERIOD_START.eq(part.field(start)))
                .and(known.holds(ACTUAL.KNOWN_FROM, ACTUAL.KNOWN_UNTIL)));
        return multiset(select(
                                row(part.field(start), part.field(months)).mapping(ReportingPeriod::of),
                                INSTITUTION.CODE,
                                coalesce(INSTITUTION.ACRONYM, INSTITUTION.NAME),
                                part.field(value),
                                figure)
                        .from(part)
                        .join(INSTITUTION)
                        .on(INSTITUTION.ID.eq(part.field(INSTITUTION.ID)))
                        .orderBy(INSTITUTION.CODE))
                .convertFrom(rows -> byPeriod(rows.map(Records.mapping(Part::new))));
    }

    private static List<Sum> byPeriod(List<Part> parts) {
        return parts.stream()
                .collect(Collectors.groupingBy(Part::period, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(each -> new Sum(each.getKey(), each.getValue()))
                .toList();
    }
}
