package org.scpmonitor.observation;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;
import static org.scpmonitor.schema.Tables.CALCULATED;
import static org.scpmonitor.schema.Tables.DISAGGREGATION;
import static org.scpmonitor.schema.Tables.FORMULA;
import static org.scpmonitor.schema.Tables.INDICATOR;
import static org.scpmonitor.schema.Tables.INDICATOR_VERSION;
import static org.scpmonitor.schema.Tables.INSTITUTION;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.access.Visible;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.listing.Known;
import org.scpmonitor.listing.Listing;
import org.scpmonitor.observation.ObservationQueries.Filter;
import org.springframework.stereotype.Repository;

/** Lists the values that formulas make of what institutions reported, each viewer those of the own scope. */
@Repository
public class CalculatedQueries {

    private final DSLContext sql;

    CalculatedQueries(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * @param disaggregation {@code DIMENSION=CODE} pairs joined by {@code ;}, empty for the total
     * @param gwpSet AR5 or AR6: by which global warming potentials; empty where none enter
     * @param unit the indicator's own, a UCUM code
     * @param uncertainty half-width of the 95 % interval in % of the value; null where nothing is known of it
     * @param status empty for final, P provisional, E estimated, B break
     * @param carried whether a factor enters that was made for an earlier time
     * @param expression the formula that made it
     * @param formulaVersion version of the formula that holds from its day
     * @param knownUntil null while it is known still
     */
    public record Item(
            String institution,
            String indicator,
            String disaggregation,
            ReportingPeriod period,
            String gwpSet,
            BigDecimal value,
            String unit,
            @Nullable BigDecimal uncertainty,
            String status,
            boolean carried,
            String expression,
            int formulaVersion,
            Instant knownFrom,
            @Nullable Instant knownUntil) {}

    private static final Field<BigDecimal> UNCERTAINTY = field("""
            case when calculated.variance is not null
                      or (select sum(abs(h.half_width)) from unnest(calculated.half_widths) h(half_width)) is not null
                 then relative_half_width(
                          coalesce(calculated.variance, 0)
                              + coalesce((select sum(h.half_width * h.half_width)
                                          from unnest(calculated.half_widths) h(half_width)), 0),
                          calculated.value)
            end
            """, BigDecimal.class);

    /** By indicator, period and institution. */
    public Listing<?, Item> list(Viewer viewer, Filter filter) {
        Known known = Known.at(sql, filter.asOf());
        Condition which = which(viewer, filter, known);
        return new Listing<>(
                sql,
                () -> sql.select(
                                INSTITUTION.CODE,
                                INDICATOR.CODE,
                                DISAGGREGATION.KEY,
                                DSL.row(CALCULATED.PERIOD_START, CALCULATED.PERIOD_MONTHS)
                                        .mapping(ReportingPeriod::of),
                                CALCULATED.GWP_SET,
                                DSL.field("trim_scale({0})", BigDecimal.class, CALCULATED.VALUE),
                                INDICATOR_VERSION.UNIT,
                                UNCERTAINTY,
                                CALCULATED.STATUS,
                                CALCULATED.CARRIED,
                                FORMULA.EXPRESSION,
                                FORMULA.VERSION,
                                CALCULATED.KNOWN_FROM,
                                known.until(CALCULATED.KNOWN_UNTIL))
                        .from(CALCULATED)
                        .join(INSTITUTION)
                        .on(INSTITUTION.ID.eq(CALCULATED.INSTITUTION_ID))
                        .join(INDICATOR)
                        .on(INDICATOR.ID.eq(CALCULATED.INDICATOR_ID))
                        .join(INDICATOR_VERSION)
                        .on(INDICATOR_VERSION
                                .INDICATOR_ID
                                .eq(CALCULATED.INDICATOR_ID)
                                .and(known.holds(INDICATOR_VERSION.KNOWN_FROM, INDICATOR_VERSION.KNOWN_UNTIL)))
                        .join(DISAGGREGATION)
                        .on(DISAGGREGATION.ID.eq(CALCULATED.DISAGGREGATION_ID))
                        .join(FORMULA)
                        .on(FORMULA.ID.eq(CALCULATED.FORMULA_ID))
                        .where(which),
                () -> selectOne().from(CALCULATED).where(which),
                Records.mapping(Item::new),
                CALCULATED.INDICATOR_ID,
                CALCULATED.PERIOD_START,
                CALCULATED.PERIOD_MONTHS,
                CALCULATED.INSTITUTION_ID,
                CALCULATED.DISAGGREGATION_ID,
                CALCULATED.GWP_SET);
    }

    private static Condition which(Viewer viewer, Filter filter, Known known) {
        return Visible.ofInstitution(viewer, CALCULATED.INSTITUTION_ID)
                .and(known.holds(CALCULATED.KNOWN_FROM, CALCULATED.KNOWN_UNTIL))
                .and(
                        filter.institution() == null
                                ? noCondition()
                                : CALCULATED.INSTITUTION_ID.eq(DSL.select(INSTITUTION.ID)
                                        .from(INSTITUTION)
                                        .where(INSTITUTION.CODE.eq(filter.institution()))))
                .and(
                        filter.indicator() == null
                                ? noCondition()
                                : CALCULATED.INDICATOR_ID.eq(DSL.select(INDICATOR.ID)
                                        .from(INDICATOR)
                                        .where(INDICATOR.CODE.eq(filter.indicator()))))
                .and(filter.from() == null ? noCondition() : CALCULATED.PERIOD_START.ge(filter.from()))
                .and(filter.before() == null ? noCondition() : endsBy(filter.before()));
    }

    private static Condition endsBy(LocalDate before) {
        return DSL.condition(
                "{0} + make_interval(months => {1}) <= {2}",
                CALCULATED.PERIOD_START, CALCULATED.PERIOD_MONTHS, DSL.val(before));
    }
}
