package org.scpmonitor.indicator;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.listAgg;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.scpmonitor.schema.Tables.DIMENSION_CODE;
import static org.scpmonitor.schema.Tables.DISAGGREGATION_PART;
import static org.scpmonitor.schema.Tables.INDICATOR;
import static org.scpmonitor.schema.Tables.INSTITUTION;
import static org.scpmonitor.schema.Tables.OBSERVATION;
import static org.scpmonitor.schema.Tables.PARTICIPATION;
import static org.scpmonitor.schema.Tables.PROGRAMME;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.listing.Known;
import org.scpmonitor.text.Text;
import org.springframework.stereotype.Repository;

/** Reads where a value is missing for a stated reason. */
@Repository
public class Absences {
    private final DSLContext sql;

    Absences(DSLContext sql) {
        this.sql = sql;
    }

    /** Those of a programme's indicator, the latest period first. */
    public List<Absence> list(String programme, String indicator, AsOf asOf, int limit) {
        return sql.select(of(programme, indicator, Known.at(sql, asOf), limit))
                .fetchSingle()
                .value1();
    }

    /** {@link #list} as a part of another query. */
    static Field<List<Absence>> of(String programme, String indicator, Known known, int limit) {
        return multiset(select(
                                coalesce(INSTITUTION.ACRONYM, INSTITUTION.CODE),
                                INSTITUTION.NAME,
                                row(OBSERVATION.PERIOD_START, OBSERVATION.PERIOD_MONTHS.coerce(Integer.class))
                                        .mapping(ReportingPeriod::of),
                                row(
                                                part(DIMENSION_CODE.NAME_ES),
                                                part(DIMENSION_CODE.NAME_EN),
                                                part(DIMENSION_CODE.NAME_DE))
                                        .mapping(Text::new),
                                OBSERVATION.STATUS,
                                coalesce(OBSERVATION.COMMENT, inline("")))
                        .from(OBSERVATION)
                        .join(INDICATOR)
                        .on(INDICATOR.ID.eq(OBSERVATION.INDICATOR_ID))
                        .join(INSTITUTION)
                        .on(INSTITUTION.ID.eq(OBSERVATION.INSTITUTION_ID))
                        .where(INDICATOR.CODE.eq(indicator))
                        .and(OBSERVATION.VALUE.isNull())
                        .and(known.holds(OBSERVATION.KNOWN_FROM, OBSERVATION.KNOWN_UNTIL))
                        .and(exists(selectOne()
                                .from(PARTICIPATION)
                                .join(PROGRAMME)
                                .on(PROGRAMME.ID.eq(PARTICIPATION.PROGRAMME_ID))
                                .where(PROGRAMME.CODE.eq(programme))
                                .and(PARTICIPATION.INSTITUTION_ID.eq(OBSERVATION.INSTITUTION_ID))
                                .and(PARTICIPATION.VALID_FROM.le(OBSERVATION.PERIOD_START))
                                .and(PARTICIPATION.VALID_UNTIL.gt(OBSERVATION.PERIOD_START))))
                        .orderBy(OBSERVATION.PERIOD_START.desc(), INSTITUTION.CODE, OBSERVATION.DISAGGREGATION_ID)
                        .limit(limit))
                .convertFrom(absences -> absences.map(mapping(Absence::new)));
    }

    private static Field<String> part(Field<String> name) {
        return coalesce(
                field(select(listAgg(name, " · ").withinGroupOrderBy(DISAGGREGATION_PART.DIMENSION))
                        .from(DISAGGREGATION_PART)
                        .join(DIMENSION_CODE)
                        .on(DIMENSION_CODE.DIMENSION.eq(DISAGGREGATION_PART.DIMENSION))
                        .and(DIMENSION_CODE.CODE.eq(DISAGGREGATION_PART.CODE))
                        .where(DISAGGREGATION_PART.DISAGGREGATION_ID.eq(OBSERVATION.DISAGGREGATION_ID))),
                inline(""));
    }
}
