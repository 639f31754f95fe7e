package org.scpmonitor.indicator;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.scpmonitor.schema.Tables.DISAGGREGATION;
import static org.scpmonitor.schema.Tables.FIGURE;
import static org.scpmonitor.schema.Tables.INDICATOR;
import static org.scpmonitor.schema.Tables.OBSERVATION;
import static org.scpmonitor.schema.Tables.PARTICIPATION;
import static org.scpmonitor.schema.Tables.PROGRAMME;
import static org.scpmonitor.schema.Tables.SUBMISSION;
import static org.scpmonitor.schema.Tables.SUBMISSION_SHEET;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.listing.Known;
import org.scpmonitor.narrative.Narrative;
import org.scpmonitor.narrative.Narratives;
import org.scpmonitor.submission.Finding;
import org.springframework.stereotype.Repository;

/** Reads a programme's figures of one indicator for a file, and those of its country's regions and sectors: each with how sure it is, and the cell that it stood in. */
@Repository
public class FigureRows {
    private final DSLContext sql;

    FigureRows(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * @param figure key, by which its provenance is asked for
     * @param partOf region or sector where it is of such a part of the country; empty for the programme
     * @param part the region's or sector's name as people there say it
     * @param disaggregation canonical key; empty for the total
     * @param status empty for final, P provisional, E estimated, B new series
     * @param share of the baseline's volume that those who reported stand for, 0 to 1; null where that isn't known
     * @param uncertainty half-width of the 95 % interval in % of the value; null where nothing is known of it
     * @param observations how many made it
     * @param place where it stood, of a single observation that was reported; null of several and of calculated ones
     */
    public record Row(
            long figure,
            ReportingPeriod period,
            String partOf,
            String part,
            String disaggregation,
            BigDecimal value,
            String status,
            boolean partial,
            @Nullable BigDecimal uncertainty,
            int reported,
            int expected,
            @Nullable BigDecimal share,
            Instant knownFrom,
            long observations,
            @Nullable Place place) {}

    /**
     * @param sheet its name; empty for a CSV
     * @param text exactly as it stood there
     */
    public record Place(String file, String sha256, String sheet, int rowNumber, int column, String text) {
        /** As a spreadsheet names it: {@code F45}. */
        public String cell() {
            return Finding.cell(rowNumber, column);
        }
    }

    /**
     * The programme's before those of regions and of sectors; each by disaggregation, the total first, and period.
     *
     * @param months length of the periods: 1, 3, 6 or 12
     */
    public List<Row> list(String programme, String indicator, int months, AsOf asOf) {
        Known known = Known.at(sql, asOf);
        return sql.select(
                        FIGURE.ID,
                        row(FIGURE.PERIOD_START, FIGURE.PERIOD_MONTHS).mapping(ReportingPeriod::of),
                        FIGURE.PART_OF,
                        FIGURE.PART,
                        DISAGGREGATION.KEY,
                        FIGURE.VALUE,
                        FIGURE.STATUS,
                        FIGURE.PARTIAL,
                        FIGURE.UNCERTAINTY,
                        FIGURE.REPORTED,
                        FIGURE.EXPECTED,
                        FIGURE.VOLUME_SHARE,
                        FIGURE.KNOWN_FROM,
                        FIGURE.OBSERVATIONS.coerce(Long.class),
                        place(known))
                .from(FIGURE)
                .join(PROGRAMME)
                .on(PROGRAMME
                        .ID
                        .eq(FIGURE.PROGRAMME_ID)
                        .or(PROGRAMME.COUNTRY.eq(FIGURE.COUNTRY).and(FIGURE.PART_OF.ne(""))))
                .join(INDICATOR)
                .on(INDICATOR.ID.eq(FIGURE.INDICATOR_ID))
                .join(DISAGGREGATION)
                .on(DISAGGREGATION.ID.eq(FIGURE.DISAGGREGATION_ID))
                .where(PROGRAMME.CODE.eq(programme))
                .and(INDICATOR.CODE.eq(indicator))
                .and(FIGURE.PERIOD_MONTHS.eq((short) months))
                .and(known.holds(FIGURE.KNOWN_FROM, FIGURE.KNOWN_UNTIL))
                .orderBy(FIGURE.PART_OF, FIGURE.PART, FIGURE.DISAGGREGATION_ID, FIGURE.PERIOD_START)
                .fetch(Records.mapping(Row::new));
    }

    /** What is said of them, the latest period first. */
    public List<Narrative> narratives(String programme, String indicator, AsOf asOf) {
        return sql.select(Narratives.of(programme, indicator, Known.at(sql, asOf)))
                .fetchSingle()
                .value1();
    }

    private static Field<@Nullable Place> place(Known known) {
        return field(select(row(
                                SUBMISSION.FILE_NAME,
                                SUBMISSION.SHA256,
                                coalesce(SUBMISSION_SHEET.NAME, inline("")),
                                OBSERVATION.ROW_NUMBER,
                                OBSERVATION.COLUMN_NUMBER.coerce(Integer.class),
                                OBSERVATION.TEXT_READ)
                        .mapping(Place::new))
                .from(OBSERVATION)
                .join(SUBMISSION)
                .on(SUBMISSION.ID.eq(OBSERVATION.SUBMISSION_ID))
                .leftJoin(SUBMISSION_SHEET)
                .on(SUBMISSION_SHEET.SUBMISSION_ID.eq(OBSERVATION.SUBMISSION_ID))
                .and(SUBMISSION_SHEET.SHEET.eq(OBSERVATION.SHEET))
                .where(FIGURE.OBSERVATIONS.coerce(Long.class).eq(1L))
                .and(OBSERVATION.INDICATOR_ID.eq(FIGURE.INDICATOR_ID))
                .and(OBSERVATION.DISAGGREGATION_ID.eq(FIGURE.DISAGGREGATION_ID))
                .and(OBSERVATION.PERIOD_START.eq(FIGURE.PERIOD_START))
                .and(OBSERVATION.PERIOD_MONTHS.eq(FIGURE.PERIOD_MONTHS))
                .and(OBSERVATION.VALUE.isNotNull())
                .and(known.holds(OBSERVATION.KNOWN_FROM, OBSERVATION.KNOWN_UNTIL))
                .andExists(selectOne()
                        .from(PARTICIPATION)
                        .where(PARTICIPATION.PROGRAMME_ID.eq(FIGURE.PROGRAMME_ID))
                        .and(PARTICIPATION.INSTITUTION_ID.eq(OBSERVATION.INSTITUTION_ID))
                        .and(PARTICIPATION.VALID_FROM.le(OBSERVATION.PERIOD_START))
                        .and(PARTICIPATION.VALID_UNTIL.gt(OBSERVATION.PERIOD_START)))
                .limit(1));
    }
}
