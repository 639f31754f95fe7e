package org.scpmonitor.cooperation;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.scpmonitor.schema.Tables.ACTUAL;
import static org.scpmonitor.schema.Tables.FORMULA;
import static org.scpmonitor.schema.Tables.INDICATOR;
import static org.scpmonitor.schema.Tables.INDICATOR_VERSION;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.cooperation.CountedResult.Latest;
import org.scpmonitor.listing.Known;
import org.scpmonitor.text.Text;
import org.springframework.stereotype.Repository;

/** Reads the indicators that count the register. */
@Repository
public class CountedResults {
    private final DSLContext sql;

    CountedResults(DSLContext sql) {
        this.sql = sql;
    }

    /** Those whose formula is a tally, in the catalogue's order. One statement, and one more where a moment is asked for. */
    public List<CountedResult> list(AsOf asOf) {
        Known known = Known.at(sql, asOf);
        return sql.select(
                        INDICATOR.CODE,
                        row(INDICATOR_VERSION.NAME_ES, INDICATOR_VERSION.NAME_EN, INDICATOR_VERSION.NAME_DE)
                                .mapping(Text::new),
                        latest(known))
                .from(INDICATOR)
                .join(INDICATOR_VERSION)
                .on(INDICATOR_VERSION.INDICATOR_ID.eq(INDICATOR.ID))
                .and(known.holds(INDICATOR_VERSION.KNOWN_FROM, INDICATOR_VERSION.KNOWN_UNTIL))
                .where(exists(selectOne()
                        .from(FORMULA)
                        .where(FORMULA.INDICATOR_ID.eq(INDICATOR.ID))
                        .and(FORMULA.EXPRESSION.like("tally(%)"))
                        .and(known.holds(FORMULA.KNOWN_FROM, FORMULA.KNOWN_UNTIL))))
                .orderBy(INDICATOR.SORT)
                .fetch(Records.mapping(CountedResult::new));
    }

    private static Field<List<Latest>> latest(Known known) {
        return multiset(select(
                                ACTUAL.COUNTRY,
                                row(ACTUAL.PERIOD_START, ACTUAL.PERIOD_MONTHS).mapping(ReportingPeriod::of),
                                ACTUAL.VALUE,
                                ACTUAL.ID)
                        .distinctOn(ACTUAL.COUNTRY)
                        .from(ACTUAL)
                        .where(ACTUAL.INDICATOR_ID.eq(INDICATOR.ID))
                        .and(ACTUAL.COUNTRY.isNotNull())
                        .and(ACTUAL.PROGRAMME_ID.isNull())
                        .and(ACTUAL.DISAGGREGATION_ID.eq(0))
                        .and(ACTUAL.PERIOD_MONTHS.eq(INDICATOR_VERSION.PERIOD_MONTHS))
                        .and(known.holds(ACTUAL.KNOWN_FROM, ACTUAL.KNOWN_UNTIL))
                        .orderBy(ACTUAL.COUNTRY, ACTUAL.PERIOD_START.desc()))
                .convertFrom(rows -> rows.map(Records.mapping(Latest::new)));
    }
}
