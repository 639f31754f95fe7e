package org.scpmonitor.indicator;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.scpmonitor.schema.Tables.ACTUAL;
import static org.scpmonitor.schema.Tables.COUNTRY;
import static org.scpmonitor.schema.Tables.DIMENSION_CODE;
import static org.scpmonitor.schema.Tables.DISAGGREGATION;
import static org.scpmonitor.schema.Tables.DISAGGREGATION_PART;
import static org.scpmonitor.schema.Tables.FIGURE;
import static org.scpmonitor.schema.Tables.INDICATOR;
import static org.scpmonitor.schema.Tables.INDICATOR_VERSION;
import static org.scpmonitor.schema.Tables.PROGRAMME;
import static org.scpmonitor.schema.Tables.THEME;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.indicator.Breakdown.Fraction;
import org.scpmonitor.indicator.Breakdown.Part;
import org.scpmonitor.indicator.IndicatorSheet.Country;
import org.scpmonitor.indicator.IndicatorSheet.Value;
import org.scpmonitor.listing.Known;
import org.scpmonitor.narrative.Narratives;
import org.scpmonitor.publication.Publications;
import org.scpmonitor.text.Text;
import org.springframework.stereotype.Repository;

/** Reads the indicators of the catalogue. */
@Repository
public class IndicatorQueries {
    private final DSLContext sql;

    IndicatorQueries(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * What an indicator is; empty if there was none of this code at the moment.
     *
     * @param compared the country whose values are asked for; null for none
     */
    public Optional<IndicatorSheet> find(String code, @Nullable String compared, AsOf asOf) {
        Known known = Known.at(sql, asOf);
        var numerator = INDICATOR.as("numerator");
        var denominator = INDICATOR.as("denominator");
        return sql.select(
                        INDICATOR.CODE,
                        INDICATOR_VERSION.VERSION,
                        row(INDICATOR_VERSION.NAME_ES, INDICATOR_VERSION.NAME_EN, INDICATOR_VERSION.NAME_DE)
                                .mapping(Text::new),
                        row(THEME.NAME_ES, THEME.NAME_EN, THEME.NAME_DE).mapping(Text::new),
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
                        INDICATOR_VERSION.UNIT,
                        INDICATOR_VERSION.DIRECTION.convertFrom(direction -> direction > 0),
                        INDICATOR_VERSION.PERIOD_MONTHS.coerce(Integer.class),
                        INDICATOR_VERSION.OVER_INSTITUTIONS,
                        INDICATOR_VERSION.OVER_TIME,
                        numerator.CODE,
                        denominator.CODE,
                        INDICATOR_VERSION.SDG_INDICATOR,
                        countries(compared, known))
                .from(INDICATOR)
                .join(INDICATOR_VERSION)
                .on(INDICATOR_VERSION.INDICATOR_ID.eq(INDICATOR.ID))
                .and(known.holds(INDICATOR_VERSION.KNOWN_FROM, INDICATOR_VERSION.KNOWN_UNTIL))
                .join(THEME)
                .on(THEME.CODE.eq(INDICATOR_VERSION.THEME))
                .leftJoin(numerator)
                .on(numerator.ID.eq(INDICATOR_VERSION.NUMERATOR_ID))
                .leftJoin(denominator)
                .on(denominator.ID.eq(INDICATOR_VERSION.DENOMINATOR_ID))
                .where(INDICATOR.CODE.eq(code))
                .fetchOptional(Records.mapping(IndicatorSheet::new));
    }

    private static Field<List<Country>> countries(@Nullable String compared, Known known) {
        Condition ofCountry = DSL.and(
                ACTUAL.INDICATOR_ID.eq(INDICATOR.ID),
                ACTUAL.COUNTRY.eq(COUNTRY.CODE),
                ACTUAL.PROGRAMME_ID.isNull(),
                ACTUAL.DISAGGREGATION_ID.eq(0),
                ACTUAL.PERIOD_MONTHS.eq(INDICATOR_VERSION.PERIOD_MONTHS),
                known.holds(ACTUAL.KNOWN_FROM, ACTUAL.KNOWN_UNTIL));
        return multiset(select(
                                COUNTRY.CODE,
                                row(COUNTRY.NAME_ES, COUNTRY.NAME_EN, COUNTRY.NAME_DE)
                                        .mapping(Text::new),
                                multiset(select(
                                                        row(ACTUAL.PERIOD_START, ACTUAL.PERIOD_MONTHS)
                                                                .mapping(ReportingPeriod::of),
                                                        ACTUAL.VALUE)
                                                .from(ACTUAL)
                                                .where(ofCountry)
                                                .and(COUNTRY.CODE.eq(val(compared, String.class)))
                                                .orderBy(ACTUAL.PERIOD_START))
                                        .convertFrom(values -> values.map(Records.mapping(Value::new))))
                        .from(COUNTRY)
                        .whereExists(selectOne().from(ACTUAL).where(ofCountry))
                        .orderBy(COUNTRY.SORT))
                .convertFrom(countries -> countries.map(Records.mapping(Country::new)));
    }

    /**
     * What a programme's figure of a period is made of, and what is said of it; nothing of what isn't known.
     *
     * @param before an earlier moment, for what was known of the same figure then
     */
    public Breakdown breakdown(
            String programme, String indicator, ReportingPeriod period, int most, AsOf asOf, Instant before) {
        Known known = Known.at(sql, asOf);
        return sql.select(
                        fractions(programme, indicator, period, known),
                        parts(programme, indicator, period, known),
                        Contributors.largest(programme, indicator, period, most, known),
                        Absences.of(programme, indicator, known, most),
                        Publications.mark(programme, indicator, asOf),
                        field(select(ACTUAL.VALUE)
                                .from(ACTUAL)
                                .join(PROGRAMME)
                                .on(PROGRAMME.ID.eq(ACTUAL.PROGRAMME_ID))
                                .join(INDICATOR)
                                .on(INDICATOR.ID.eq(ACTUAL.INDICATOR_ID))
                                .where(PROGRAMME.CODE.eq(programme))
                                .and(INDICATOR.CODE.eq(indicator))
                                .and(ACTUAL.PERIOD_START.eq(period.start()))
                                .and(ACTUAL.PERIOD_MONTHS.eq((short) period.months()))
                                .and(ACTUAL.DISAGGREGATION_ID.eq(0))
                                .and(ACTUAL.KNOWN_FROM.le(before))
                                .and(ACTUAL.KNOWN_UNTIL.gt(before))),
                        Narratives.of(programme, indicator, known),
                        Narratives.responsible(programme, indicator))
                .fetchSingle(Records.mapping(Breakdown::new));
    }

    private static Field<List<Fraction>> fractions(
            String programme, String indicator, ReportingPeriod period, Known known) {
        return multiset(select(
                                ACTUAL.ID,
                                DISAGGREGATION.KEY,
                                row(DIMENSION_CODE.NAME_ES, DIMENSION_CODE.NAME_EN, DIMENSION_CODE.NAME_DE)
                                        .mapping(Text::new),
                                ACTUAL.VALUE)
                        .from(ACTUAL)
                        .join(DISAGGREGATION)
                        .on(DISAGGREGATION.ID.eq(ACTUAL.DISAGGREGATION_ID))
                        .join(DISAGGREGATION_PART)
                        .on(DISAGGREGATION_PART.DISAGGREGATION_ID.eq(DISAGGREGATION.ID))
                        .join(DIMENSION_CODE)
                        .on(DIMENSION_CODE.DIMENSION.eq(DISAGGREGATION_PART.DIMENSION))
                        .and(DIMENSION_CODE.CODE.eq(DISAGGREGATION_PART.CODE))
                        .join(PROGRAMME)
                        .on(PROGRAMME.ID.eq(ACTUAL.PROGRAMME_ID))
                        .join(INDICATOR)
                        .on(INDICATOR.ID.eq(ACTUAL.INDICATOR_ID))
                        .where(PROGRAMME.CODE.eq(programme))
                        .and(INDICATOR.CODE.eq(indicator))
                        .and(ACTUAL.PERIOD_START.eq(period.start()))
                        .and(ACTUAL.PERIOD_MONTHS.eq((short) period.months()))
                        .and(ACTUAL.DISAGGREGATION_ID.ne(0))
                        .and(known.holds(ACTUAL.KNOWN_FROM, ACTUAL.KNOWN_UNTIL))
                        .orderBy(ACTUAL.VALUE.desc()))
                .convertFrom(fractions -> fractions.map(Records.mapping(Fraction::new)));
    }

    private static Field<List<Part>> parts(String programme, String indicator, ReportingPeriod period, Known known) {
        return multiset(select(FIGURE.ID, FIGURE.PART_OF, FIGURE.PART, FIGURE.VALUE, FIGURE.REPORTED, FIGURE.EXPECTED)
                        .from(FIGURE)
                        .join(INDICATOR)
                        .on(INDICATOR.ID.eq(FIGURE.INDICATOR_ID))
                        .join(PROGRAMME)
                        .on(PROGRAMME.COUNTRY.eq(FIGURE.COUNTRY))
                        .where(PROGRAMME.CODE.eq(programme))
                        .and(INDICATOR.CODE.eq(indicator))
                        .and(FIGURE.PERIOD_START.eq(period.start()))
                        .and(FIGURE.PERIOD_MONTHS.eq((short) period.months()))
                        .and(FIGURE.DISAGGREGATION_ID.eq(0))
                        .and(FIGURE.PART_OF.ne(""))
                        .and(known.holds(FIGURE.KNOWN_FROM, FIGURE.KNOWN_UNTIL))
                        .orderBy(FIGURE.PART_OF, FIGURE.VALUE.desc(), FIGURE.PART))
                .convertFrom(parts -> parts.map(Records.mapping(Part::new)));
    }
}
