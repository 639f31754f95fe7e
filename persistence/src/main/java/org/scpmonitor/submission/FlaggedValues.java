package org.scpmonitor.submission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.approval.ValueRemarks.Cell;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.text.Text;
import org.springframework.stereotype.Repository;

/** The values that checks ask about, each with what was asked, what its sender answered, and what was accepted before. */
@Repository
public class FlaggedValues {

    private static final int YEARS = 15;

    private final DSLContext sql;

    FlaggedValues(DSLContext sql) {
        this.sql = sql;
    }

    /** An accepted value of an earlier or later period of the same key. */
    public record Past(ReportingPeriod period, BigDecimal amount) {}

    /**
     * @param amount in the indicator's unit; null where none is given
     * @param unit in UCUM's spelling
     * @param explanation null where the sender gave none
     * @param history values of the same key as accepted now, oldest first, of at most 15 periods
     */
    public record Flagged(
            Finding finding,
            @Nullable String explanation,
            @Nullable String explainedBy,
            Cell cell,
            String institution,
            String country,
            String indicator,
            Text indicatorName,
            String disaggregation,
            ReportingPeriod period,
            @Nullable BigDecimal amount,
            String unit,
            List<Past> history) {}

    /** A page of them, in file order. Needs the staged values. */
    public List<Flagged> page(long submission, int offset, int limit) {
        return sql.fetch(PAGE.formatted(StagedValues.values(submission)), submission, offset, limit)
                .map(FlaggedValues::flagged);
    }

    private static Flagged flagged(Record row) {
        String sheet = row.get("sheet_name", String.class);
        int line = row.get("row_number", Integer.class);
        int column = row.get("column_number", Integer.class);
        int months = row.get("period_months", Integer.class);
        LocalDate[] starts = row.get("past_starts", LocalDate[].class);
        BigDecimal[] values = row.get("past_values", BigDecimal[].class);
        List<Past> history = new ArrayList<>();
        for (int i = 0; starts != null && values != null && i < starts.length; i++) {
            history.add(new Past(ReportingPeriod.of(starts[i], months), values[i]));
        }
        return new Flagged(
                new Finding(
                        Severity.QUERY,
                        FindingCode.valueOf(row.get("code", String.class)),
                        sheet,
                        line,
                        column,
                        row.get("read", String.class),
                        List.of(row.get("arguments", String[].class))),
                row.get("explanation", String.class),
                row.get("explained_by", String.class),
                new Cell(sheet, line, column),
                row.get("institution", String.class),
                row.get("country", String.class),
                row.get("indicator", String.class),
                new Text(
                        row.get("name_es", String.class),
                        row.get("name_en", String.class),
                        row.get("name_de", String.class)),
                row.get("key", String.class),
                ReportingPeriod.of(row.get("period_start", LocalDate.class), months),
                row.get("value", BigDecimal.class),
                row.get("unit", String.class),
                history);
    }

    private static final String PAGE = """
            select f.code, f.read, f.arguments, f.explanation, coalesce(u.display_name, f.explained_by) as explained_by,
                   f.sheet as sheet_name, v.row_number, v.column_number, n.code as institution, n.country,
                   x.code as indicator, x.name_es, x.name_en, x.name_de, x.unit, d.key,
                   v.period_start, v.period_months, trim_scale(v.value) as value, past.past_starts, past.past_values
            from (
                select f.*, s.sheet as sheet_number
                from finding f
                left join submission_sheet s on s.submission_id = f.submission_id and s.name = f.sheet
                where f.submission_id = ? and f.severity = 'QUERY' and f.row_number is not null) f
            join %1$s v on v.row_number = f.row_number and v.column_number = f.column_number
                and (f.sheet_number is null or v.sheet = f.sheet_number)
            join institution n on n.id = v.institution_id
            join current_indicator x on x.indicator_id = v.indicator_id
            join disaggregation d on d.id = v.disaggregation_id
            left join app_user u on u.username = f.explained_by
            left join lateral (
                select array_agg(o.period_start order by o.period_start) as past_starts,
                       array_agg(trim_scale(o.value) order by o.period_start) as past_values
                from observation o
                where o.indicator_id = v.indicator_id and o.period_months = v.period_months
                  and o.institution_id = v.institution_id and o.disaggregation_id = v.disaggregation_id
                  and o.known_until = 'infinity' and o.value is not null and o.period_start <> v.period_start
                  and o.period_start >= (v.period_start - make_interval(months => v.period_months * YEARS))::date
            ) past on true
            order by v.sheet, v.row_number, v.column_number, f.id
            offset ? limit ?
            """.replace("YEARS", Integer.toString(YEARS));
}
