package org.scpmonitor.procurement;

import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.scpmonitor.schema.Tables.ACTUAL;
import static org.scpmonitor.schema.Tables.COUNTRY;
import static org.scpmonitor.schema.Tables.FACTOR;
import static org.scpmonitor.schema.Tables.FACTOR_VERSION;
import static org.scpmonitor.schema.Tables.FORMULA;
import static org.scpmonitor.schema.Tables.FORMULA_FACTOR;
import static org.scpmonitor.schema.Tables.INDICATOR;
import static org.scpmonitor.schema.Tables.INDICATOR_VERSION;
import static org.scpmonitor.schema.Tables.INSTITUTION;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** Reads the figures that criteria are seen by, and how what they avoid is calculated. What is published needs no account. */
@Repository
public class ProcurementQueries {
    private final DSLContext sql;

    ProcurementQueries(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Indicators with the figures of whole countries, their formulas and what these read, and the names of institutions: one
     * statement, and one more where a moment is asked for.
     *
     * @param indicators codes
     * @param institutions codes
     */
    public Purchases read(Collection<String> indicators, Collection<String> institutions, AsOf asOf) {
        Known known = Known.at(sql, asOf);
        var names = multiset(
                select(INSTITUTION.CODE, INSTITUTION.NAME).from(INSTITUTION).where(INSTITUTION.CODE.in(institutions)));
        return sql.select(
                        multiset(select(
                                                INDICATOR.CODE,
                                                row(
                                                                INDICATOR_VERSION.NAME_ES,
                                                                INDICATOR_VERSION.NAME_EN,
                                                                INDICATOR_VERSION.NAME_DE)
                                                        .mapping(Text::new),
                                                INDICATOR_VERSION.UNIT,
                                                countries(known),
                                                formulas(known))
                                        .from(INDICATOR)
                                        .join(INDICATOR_VERSION)
                                        .on(INDICATOR_VERSION.INDICATOR_ID.eq(INDICATOR.ID))
                                        .and(known.holds(INDICATOR_VERSION.KNOWN_FROM, INDICATOR_VERSION.KNOWN_UNTIL))
                                        .where(INDICATOR.CODE.in(indicators)))
                                .convertFrom(rows -> rows.map(Records.mapping(Purchase::new))),
                        names)
                .fetchSingle(answer -> {
                    Map<String, Text> called = new HashMap<>();
                    answer.value2()
                            .forEach(each ->
                                    called.put(each.value1(), new Text(each.value2(), each.value2(), each.value2())));
                    return new Purchases(answer.value1(), called);
                });
    }

    private static Field<List<Country>> countries(Known known) {
        return multiset(select(COUNTRY.CODE, points(known)).from(COUNTRY).orderBy(COUNTRY.SORT))
                .convertFrom(countries -> countries.map(Records.mapping(Country::new)));
    }

    private static Field<List<Point>> points(Known known) {
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
                        .where(ACTUAL.INDICATOR_ID.eq(INDICATOR.ID))
                        .and(ACTUAL.COUNTRY.eq(COUNTRY.CODE))
                        .and(ACTUAL.PROGRAMME_ID.isNull())
                        .and(ACTUAL.DISAGGREGATION_ID.eq(0))
                        .and(ACTUAL.PERIOD_MONTHS.eq(INDICATOR_VERSION.PERIOD_MONTHS))
                        .and(known.holds(ACTUAL.KNOWN_FROM, ACTUAL.KNOWN_UNTIL))
                        .orderBy(ACTUAL.PERIOD_START))
                .convertFrom(points -> points.map(Records.mapping(Point::new)));
    }

    private static Field<List<Purchase.Formula>> formulas(Known known) {
        return multiset(select(FORMULA.VALID_FROM, FORMULA.VERSION, FORMULA.EXPRESSION, factors(known))
                        .from(FORMULA)
                        .where(FORMULA.INDICATOR_ID.eq(INDICATOR.ID))
                        .and(known.holds(FORMULA.KNOWN_FROM, FORMULA.KNOWN_UNTIL))
                        .orderBy(FORMULA.VALID_FROM))
                .convertFrom(rows -> rows.map(Records.mapping(Purchase.Formula::new)));
    }

    private static Field<List<Purchase.Factor>> factors(Known known) {
        return multiset(select(
                                FACTOR.CODE,
                                row(FACTOR.NAME_ES, FACTOR.NAME_EN, FACTOR.NAME_DE)
                                        .mapping(Text::new),
                                FACTOR.UNIT,
                                values(known))
                        .from(FORMULA_FACTOR)
                        .join(FACTOR)
                        .on(FACTOR.ID.eq(FORMULA_FACTOR.FACTOR_ID))
                        .where(FORMULA_FACTOR.FORMULA_ID.eq(FORMULA.ID))
                        .orderBy(FACTOR.SORT))
                .convertFrom(rows -> rows.map(Records.mapping(Purchase.Factor::new)));
    }

    private static Field<List<Purchase.Value>> values(Known known) {
        return multiset(select(
                                FACTOR_VERSION.COUNTRY,
                                FACTOR_VERSION.VARIANT,
                                FACTOR_VERSION.VALID_FROM,
                                FACTOR_VERSION.VERSION,
                                FACTOR_VERSION.VALUE,
                                FACTOR_VERSION.LOWER,
                                FACTOR_VERSION.UPPER,
                                FACTOR_VERSION.SOURCE_TITLE,
                                FACTOR_VERSION.ILLUSTRATIVE)
                        .from(FACTOR_VERSION)
                        .where(FACTOR_VERSION.FACTOR_ID.eq(FACTOR.ID))
                        .and(known.holds(FACTOR_VERSION.KNOWN_FROM, FACTOR_VERSION.KNOWN_UNTIL))
                        .orderBy(FACTOR_VERSION.VALID_FROM))
                .convertFrom(rows -> rows.map(Records.mapping(Purchase.Value::new)));
    }
}
