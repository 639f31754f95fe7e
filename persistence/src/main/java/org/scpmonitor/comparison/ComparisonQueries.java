package org.scpmonitor.comparison;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.scpmonitor.schema.Tables.ACTUAL;
import static org.scpmonitor.schema.Tables.COUNTRY;
import static org.scpmonitor.schema.Tables.INDICATOR;
import static org.scpmonitor.schema.Tables.INDICATOR_VERSION;
import static org.scpmonitor.schema.Tables.THEME;

import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.comparison.Compared.Country;
import org.scpmonitor.comparison.Compared.Point;
import org.scpmonitor.listing.Known;
import org.scpmonitor.text.Text;
import org.springframework.stereotype.Repository;

/** Reads what is compared over countries. */
@Repository
public class ComparisonQueries {
    private final DSLContext sql;

    ComparisonQueries(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Every indicator of which a country has a figure, by theme; with figures those that were chosen, and the population. One statement, and
     * one more where a moment is asked for.
     */
    public List<Compared> list(Collection<String> chosen, AsOf asOf) {
        Known known = Known.at(sql, asOf);
        return sql.select(
                        INDICATOR.CODE,
                        row(INDICATOR_VERSION.NAME_ES, INDICATOR_VERSION.NAME_EN, INDICATOR_VERSION.NAME_DE)
                                .mapping(Text::new),
                        row(THEME.NAME_ES, THEME.NAME_EN, THEME.NAME_DE).mapping(Text::new),
                        INDICATOR_VERSION.UNIT,
                        INDICATOR_VERSION.OVER_INSTITUTIONS.convertFrom("sum"::equals),
                        INDICATOR_VERSION.POPULATION,
                        countries(chosen, known))
                .from(INDICATOR)
                .join(INDICATOR_VERSION)
                .on(INDICATOR_VERSION.INDICATOR_ID.eq(INDICATOR.ID))
                .and(known.holds(INDICATOR_VERSION.KNOWN_FROM, INDICATOR_VERSION.KNOWN_UNTIL))
                .join(THEME)
                .on(THEME.CODE.eq(INDICATOR_VERSION.THEME))
                .where(exists(selectOne()
                        .from(ACTUAL)
                        .where(ACTUAL.INDICATOR_ID.eq(INDICATOR.ID))
                        .and(ACTUAL.PROGRAMME_ID.isNull())
                        .and(ACTUAL.DISAGGREGATION_ID.eq(0))
                        .and(ACTUAL.PERIOD_MONTHS.eq(INDICATOR_VERSION.PERIOD_MONTHS))
                        .and(known.holds(ACTUAL.KNOWN_FROM, ACTUAL.KNOWN_UNTIL))))
                .orderBy(THEME.SORT, INDICATOR.SORT)
                .fetch(Records.mapping(Compared::new));
    }

    private static Field<List<Country>> countries(Collection<String> chosen, Known known) {
        return multiset(select(COUNTRY.CODE, points(chosen, known))
                        .from(COUNTRY)
                        .orderBy(COUNTRY.SORT))
                .convertFrom(countries -> countries.map(Records.mapping(Country::new)));
    }

    private static Field<List<Point>> points(Collection<String> chosen, Known known) {
        return multiset(select(
                                ACTUAL.ID,
                                row(ACTUAL.PERIOD_START, ACTUAL.PERIOD_MONTHS).mapping(ReportingPeriod::of),
                                ACTUAL.VALUE,
                                ACTUAL.STATUS,
                                ACTUAL.REPORTED,
                                ACTUAL.EXPECTED,
                                ACTUAL.PARTIAL,
                                ACTUAL.UNCERTAINTY)
                        .from(ACTUAL)
                        .where(INDICATOR.CODE.in(chosen).or(INDICATOR_VERSION.POPULATION))
                        .and(ACTUAL.INDICATOR_ID.eq(INDICATOR.ID))
                        .and(ACTUAL.COUNTRY.eq(COUNTRY.CODE))
                        .and(ACTUAL.PROGRAMME_ID.isNull())
                        .and(ACTUAL.DISAGGREGATION_ID.eq(0))
                        .and(ACTUAL.PERIOD_MONTHS.eq(INDICATOR_VERSION.PERIOD_MONTHS))
                        .and(known.holds(ACTUAL.KNOWN_FROM, ACTUAL.KNOWN_UNTIL))
                        .orderBy(ACTUAL.PERIOD_START))
                .convertFrom(points -> points.map(Records.mapping(Point::new)));
    }
}
