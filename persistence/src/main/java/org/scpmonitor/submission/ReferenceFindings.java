package org.scpmonitor.submission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.measure.Units;
import org.scpmonitor.text.Likeness;
import org.springframework.stereotype.Repository;

/** Tells the defects that {@link References} marked, each at its cell with what stands there and what is expected. */
@Repository
public class ReferenceFindings {

    private static final int MOST_PER_DEFECT = 1_000;

    private final DSLContext sql;
    private final Findings findings;

    ReferenceFindings(DSLContext sql, Findings findings) {
        this.sql = sql;
        this.findings = findings;
    }

    /**
     * Keeps the findings and counts the rows that can be accepted.
     *
     * @return number of values in the file without an error
     */
    public long tell(long submission) {
        StringBuilder counts =
                new StringBuilder("select coalesce(sum(coalesce(parts, 1)) filter (where defects = 0), 0)");
        for (Defect defect : Defect.values()) {
            counts.append(", count(*) filter (where defects & ")
                    .append(defect.bit())
                    .append(" <> 0)");
        }
        Record row = sql.fetchSingle(counts + " from " + StagedValues.values(submission));
        Map<FindingCode, Long> occurrences = new EnumMap<>(FindingCode.class);
        for (Defect defect : Defect.values()) {
            long number = row.get(defect.ordinal() + 1, Long.class);
            if (number > 0 && defect != Defect.REFUSED_BY_READER) {
                occurrences.put(FindingCode.valueOf(defect.name()), number);
                findings.add(submission, list(submission, defect));
            }
        }
        findings.count(submission, occurrences);
        return row.get(0, Long.class);
    }

    private List<Finding> list(long submission, Defect defect) {
        List<String> alike = switch (defect) {
            case UNKNOWN_INSTITUTION -> codes("select code from institution");
            case UNKNOWN_INDICATOR -> codes("select code from indicator");
            case UNKNOWN_DISAGGREGATION -> codes("select dimension || '=' || code from dimension_code");
            case UNKNOWN_UNIT -> new ArrayList<>(Units.spellings().keySet());
            case REFUSED_BY_READER,
                    INSTITUTION_OUT_OF_SCOPE,
                    PERIOD_IN_FUTURE,
                    PERIOD_WRONG_PERIODICITY,
                    PERIOD_NOT_OF_SUBMISSION,
                    PERIOD_CLOSED,
                    NOT_ASSIGNED,
                    CALCULATED_INDICATOR,
                    WRONG_DIMENSION,
                    NEGATIVE_VALUE,
                    OUT_OF_RANGE,
                    DUPLICATE_KEY -> List.of();
        };
        return sql.fetch(
                        FLAWED.formatted(StagedValues.values(submission), StagedValues.rows(submission)),
                        defect.bit(),
                        MOST_PER_DEFECT,
                        submission,
                        defect == Defect.DUPLICATE_KEY,
                        Defect.DUPLICATE_KEY.bit())
                .map(row -> finding(defect, new Flawed(row), alike));
    }

    private static String alike(String read, List<String> known) {
        return Likeness.nearest(read, known, UnaryOperator.identity()).orElse("");
    }

    private static final String FLAWED = """
            select coalesce(s.name, '') as sheet_name, v.*,
                   case r.institution when '' then i.code else r.institution end as institution,
                   r.indicator, r.disaggregation, r.period_text, r.unit as unit_text,
                   s.institution_column, s.indicator_column, s.disaggregation_column, s.period_column, s.unit_column,
                   x.unit as canonical, x.minimum, x.maximum, x.period_months as native_months,
                   t.period_start as of_start, t.period_months as of_months,
                   (until.closes_on + 1)::text as closed_from,
                   (select string_agg(distinct g.code, ', ' order by g.code)
                    from formula m
                    join formula_input k on k.formula_id = m.id
                    join indicator g on g.id = k.indicator_id
                    where m.indicator_id = v.indicator_id and m.known_until = 'infinity') as follows_from,
                   coalesce(fs.name, '') as first_sheet, f.row_number as first_row, f.column_number as first_column
            from (
                select * from %1$s
                where defects & ? <> 0
                order by sheet, row_number, column_number
                limit ?) v
            join %2$s r using (sheet, row_number, column_number)
            join submission t on t.id = ?
            join institution i on i.id = t.institution_id
            left join submission_sheet s on s.submission_id = t.id and s.sheet = v.sheet
            left join current_indicator x on x.indicator_id = v.indicator_id
            left join institution n on n.id = v.institution_id
            left join lateral deadline(v.institution_id, n.country, v.indicator_id, v.period_start, v.period_months) until
                on true
            left join %1$s f on ?
                and (f.indicator_id, f.period_start, f.period_months, f.institution_id, f.disaggregation_id)
                  = (v.indicator_id, v.period_start, v.period_months, v.institution_id, v.disaggregation_id)
                and f.defects & ? = 0
            left join submission_sheet fs on fs.submission_id = t.id and fs.sheet = f.sheet
            order by v.sheet, v.row_number, v.column_number
            """;

    private List<String> codes(String query) {
        return sql.fetch(query).map(row -> row.get(0, String.class));
    }

    private Finding finding(Defect defect, Flawed row, List<String> known) {
        return switch (defect) {
            case REFUSED_BY_READER -> throw new IllegalStateException("The reader has told its own findings");
            case UNKNOWN_INSTITUTION ->
                row.at(
                        "institution_column",
                        FindingCode.UNKNOWN_INSTITUTION,
                        row.text("institution"),
                        alike(row.text("institution"), known));
            case INSTITUTION_OUT_OF_SCOPE ->
                row.at("institution_column", FindingCode.INSTITUTION_OUT_OF_SCOPE, row.text("institution"));
            case UNKNOWN_INDICATOR ->
                row.at(
                        "indicator_column",
                        FindingCode.UNKNOWN_INDICATOR,
                        row.text("indicator"),
                        alike(row.text("indicator"), known));
            case UNKNOWN_DISAGGREGATION ->
                row.at(
                        "disaggregation_column",
                        FindingCode.UNKNOWN_DISAGGREGATION,
                        row.text("disaggregation"),
                        row.text("indicator"),
                        alike(row.text("disaggregation"), known));
            case PERIOD_IN_FUTURE ->
                row.at(
                        "period_column",
                        FindingCode.PERIOD_IN_FUTURE,
                        row.text("period_text"),
                        row.period().endExclusive().minusDays(1).toString());
            case PERIOD_WRONG_PERIODICITY ->
                row.at(
                        "period_column",
                        FindingCode.PERIOD_WRONG_PERIODICITY,
                        row.text("period_text"),
                        row.text("indicator"),
                        row.periodOfRightLength());
            case PERIOD_NOT_OF_SUBMISSION ->
                row.at(
                        "period_column",
                        FindingCode.PERIOD_NOT_OF_SUBMISSION,
                        row.text("period_text"),
                        row.period("of_start", "of_months").toString());
            case PERIOD_CLOSED ->
                row.at("period_column", FindingCode.PERIOD_CLOSED, row.text("period_text"), row.text("closed_from"));
            case NOT_ASSIGNED ->
                row.at(
                        "indicator_column",
                        FindingCode.NOT_ASSIGNED,
                        row.text("indicator"),
                        row.text("institution"),
                        row.text("indicator"),
                        row.text("period_text"));
            case CALCULATED_INDICATOR ->
                row.at(
                        "indicator_column",
                        FindingCode.CALCULATED_INDICATOR,
                        row.text("indicator"),
                        row.text("indicator"),
                        row.text("follows_from"));
            case UNKNOWN_UNIT ->
                row.at(
                        "unit_column",
                        FindingCode.UNKNOWN_UNIT,
                        row.text("unit_text"),
                        row.text("canonical"),
                        alike(row.text("unit_text"), known));
            case WRONG_DIMENSION ->
                row.at(
                        "unit_column",
                        FindingCode.WRONG_DIMENSION,
                        row.text("unit_text"),
                        row.text("indicator"),
                        row.text("canonical"));
            case NEGATIVE_VALUE ->
                row.at("column_number", FindingCode.NEGATIVE_VALUE, row.text("text_read"), row.text("indicator"));
            case OUT_OF_RANGE ->
                row.at(
                        "column_number",
                        FindingCode.OUT_OF_RANGE,
                        row.text("text_read"),
                        row.bound("minimum", "−" + FindingArgument.UNBOUNDED),
                        row.bound("maximum", FindingArgument.UNBOUNDED),
                        row.text("canonical"));
            case DUPLICATE_KEY ->
                row.at("column_number", FindingCode.DUPLICATE_KEY, row.text("text_read"), row.first());
        };
    }

    private record Flawed(Record record) {

        Finding at(String columnField, FindingCode code, String read, String... arguments) {
            return new Finding(
                    code.severity(),
                    code,
                    text("sheet_name"),
                    record.get("row_number", Integer.class),
                    column(columnField),
                    read,
                    List.of(arguments));
        }

        /** Where it stands; what no column says, the mapping does, and the value's own cell shows it. */
        private Integer column(String field) {
            @Nullable Integer column = record.get(field, Integer.class);
            return column == null ? record.get("column_number", Integer.class) : column;
        }

        String first() {
            String cell =
                    Finding.cell(record.get("first_row", Integer.class), record.get("first_column", Integer.class));
            return text("first_sheet").isEmpty() ? cell : text("first_sheet") + "!" + cell;
        }

        String text(String field) {
            String text = record.get(field, String.class);
            return text == null ? "" : text;
        }

        String bound(String field, String unbounded) {
            @Nullable BigDecimal number = record.get(field, BigDecimal.class);
            return number == null ? unbounded : number.toPlainString();
        }

        ReportingPeriod period() {
            return period("period_start", "period_months");
        }

        ReportingPeriod period(String start, String months) {
            return ReportingPeriod.of(record.get(start, LocalDate.class), record.get(months, Integer.class));
        }

        String periodOfRightLength() {
            int months = record.get("native_months", Integer.class);
            LocalDate start = period().start();
            return ReportingPeriod.of(
                            start.withDayOfMonth(1).withMonth((start.getMonthValue() - 1) / months * months + 1),
                            months)
                    .toString();
        }
    }
}
