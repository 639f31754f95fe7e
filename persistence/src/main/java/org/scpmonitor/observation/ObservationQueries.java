package org.scpmonitor.observation;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;
import static org.scpmonitor.schema.Tables.DISAGGREGATION;
import static org.scpmonitor.schema.Tables.INDICATOR;
import static org.scpmonitor.schema.Tables.INDICATOR_VERSION;
import static org.scpmonitor.schema.Tables.INSTITUTION;
import static org.scpmonitor.schema.Tables.OBSERVATION;
import static org.scpmonitor.schema.Tables.SUBMISSION;
import static org.scpmonitor.schema.Tables.SUBMISSION_SHEET;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.access.Visible;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.listing.Known;
import org.scpmonitor.listing.Listing;
import org.scpmonitor.submission.Finding;
import org.springframework.stereotype.Repository;

/** Lists accepted values with the cells that they come from, each viewer those of the own scope. */
@Repository
public class ObservationQueries {

    private final DSLContext sql;

    ObservationQueries(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Which observations are asked for; null leaves a filter out.
     *
     * @param from first day of the earliest period
     * @param before the day after the last of the latest period
     */
    public record Filter(
            @Nullable String institution,
            @Nullable String indicator,
            @Nullable LocalDate from,
            @Nullable LocalDate before,
            AsOf asOf) {}

    /**
     * @param disaggregation {@code DIMENSION=CODE} pairs joined by {@code ;}, empty for the total
     * @param value in {@code unit}; null where the status says why there is none
     * @param unit the indicator's own, a UCUM code
     * @param status empty for final, P provisional, E estimated, B break, M not available, N not applicable, C
     *     confidential
     * @param knownUntil null while it is known still
     */
    public record Item(
            String institution,
            String indicator,
            String disaggregation,
            ReportingPeriod period,
            @Nullable BigDecimal value,
            String unit,
            @Nullable BigDecimal reportedValue,
            String reportedUnit,
            String status,
            @Nullable String comment,
            Source source,
            Instant knownFrom,
            @Nullable Instant knownUntil) {}

    /**
     * Where a value stands.
     *
     * @param sheet name of the sheet; empty in a CSV
     * @param cell such as {@code F6}
     * @param textRead what stood there
     */
    public record Source(long submission, String file, String sha256, String sheet, String cell, String textRead) {}

    /** By indicator, period and institution. */
    public Listing<?, Item> list(Viewer viewer, Filter filter) {
        Known known = Known.at(sql, filter.asOf());
        Condition which = Visible.ofInstitution(viewer, OBSERVATION.INSTITUTION_ID)
                .and(known.holds(OBSERVATION.KNOWN_FROM, OBSERVATION.KNOWN_UNTIL))
                .and(
                        filter.institution() == null
                                ? noCondition()
                                : OBSERVATION.INSTITUTION_ID.eq(DSL.select(INSTITUTION.ID)
                                        .from(INSTITUTION)
                                        .where(INSTITUTION.CODE.eq(filter.institution()))))
                .and(
                        filter.indicator() == null
                                ? noCondition()
                                : OBSERVATION.INDICATOR_ID.eq(DSL.select(INDICATOR.ID)
                                        .from(INDICATOR)
                                        .where(INDICATOR.CODE.eq(filter.indicator()))))
                .and(filter.from() == null ? noCondition() : OBSERVATION.PERIOD_START.ge(filter.from()))
                .and(filter.before() == null ? noCondition() : endsBy(filter.before()));
        return new Listing<>(
                sql,
                () -> sql.select(
                                INSTITUTION.CODE,
                                INDICATOR.CODE,
                                DISAGGREGATION.KEY,
                                OBSERVATION.PERIOD_START,
                                OBSERVATION.PERIOD_MONTHS,
                                OBSERVATION.VALUE,
                                INDICATOR_VERSION.UNIT,
                                OBSERVATION.REPORTED_VALUE,
                                OBSERVATION.REPORTED_UNIT,
                                OBSERVATION.STATUS,
                                OBSERVATION.COMMENT,
                                OBSERVATION.SUBMISSION_ID,
                                SUBMISSION.FILE_NAME,
                                SUBMISSION.SHA256,
                                SUBMISSION_SHEET.NAME,
                                OBSERVATION.ROW_NUMBER,
                                OBSERVATION.COLUMN_NUMBER,
                                OBSERVATION.TEXT_READ,
                                OBSERVATION.KNOWN_FROM,
                                known.until(OBSERVATION.KNOWN_UNTIL))
                        .from(OBSERVATION)
                        .join(INSTITUTION)
                        .on(INSTITUTION.ID.eq(OBSERVATION.INSTITUTION_ID))
                        .join(INDICATOR)
                        .on(INDICATOR.ID.eq(OBSERVATION.INDICATOR_ID))
                        .join(INDICATOR_VERSION)
                        .on(INDICATOR_VERSION
                                .INDICATOR_ID
                                .eq(OBSERVATION.INDICATOR_ID)
                                .and(known.holds(INDICATOR_VERSION.KNOWN_FROM, INDICATOR_VERSION.KNOWN_UNTIL)))
                        .join(DISAGGREGATION)
                        .on(DISAGGREGATION.ID.eq(OBSERVATION.DISAGGREGATION_ID))
                        .join(SUBMISSION)
                        .on(SUBMISSION.ID.eq(OBSERVATION.SUBMISSION_ID))
                        .leftJoin(SUBMISSION_SHEET)
                        .on(SUBMISSION_SHEET
                                .SUBMISSION_ID
                                .eq(OBSERVATION.SUBMISSION_ID)
                                .and(SUBMISSION_SHEET.SHEET.eq(OBSERVATION.SHEET)))
                        .where(which),
                () -> selectOne().from(OBSERVATION).where(which),
                Records.mapping(ObservationQueries::item),
                OBSERVATION.INDICATOR_ID,
                OBSERVATION.PERIOD_START,
                OBSERVATION.PERIOD_MONTHS,
                OBSERVATION.INSTITUTION_ID,
                OBSERVATION.DISAGGREGATION_ID);
    }

    private static Condition endsBy(LocalDate before) {
        return OBSERVATION
                .PERIOD_START
                .lt(before)
                .and(DSL.condition(
                        "{0} + make_interval(months => {1}) <= {2}",
                        OBSERVATION.PERIOD_START, OBSERVATION.PERIOD_MONTHS, DSL.val(before)));
    }

    private static Item item(
            String institution,
            String indicator,
            String disaggregation,
            LocalDate periodStart,
            short periodMonths,
            @Nullable BigDecimal value,
            String unit,
            @Nullable BigDecimal reportedValue,
            String reportedUnit,
            String status,
            @Nullable String comment,
            long submission,
            String file,
            String sha256,
            @Nullable String sheet,
            int row,
            short column,
            String textRead,
            Instant knownFrom,
            @Nullable Instant knownUntil) {
        return new Item(
                institution,
                indicator,
                disaggregation,
                ReportingPeriod.of(periodStart, periodMonths),
                value,
                unit,
                reportedValue,
                reportedUnit,
                status,
                comment,
                new Source(
                        submission,
                        file,
                        sha256,
                        sheet == null ? "" : sheet,
                        Finding.cell(row, (int) column),
                        textRead),
                knownFrom,
                knownUntil);
    }
}
