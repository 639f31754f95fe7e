package org.scpmonitor.submission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.text.Text;
import org.springframework.stereotype.Repository;

/**
 * What approving a submission would change: its staged values beside what is known now. They can be compared while they
 * are staged; {@link SubmissionDetail#staging()} tells whether the tables are there, {@link Counts#all()} whether their
 * rows still are.
 */
@Repository
public class ValueChanges {

    private final DSLContext sql;

    ValueChanges(DSLContext sql) {
        this.sql = sql;
    }

    /** What approval does with a value. */
    public enum Kind {
        /** Another value is known for its key, and is closed. */
        CHANGED,
        /** Nothing is known for its key yet. */
        NEW,
        /** Just this is known already, and stays. */
        SAME
    }

    /** @param all staged values, those with an error among them */
    public record Counts(long all, long changed, long added, long same) {
        public long of(Kind kind) {
            return switch (kind) {
                case CHANGED -> changed;
                case NEW -> added;
                case SAME -> same;
            };
        }
    }

    /**
     * What is said of a key.
     *
     * @param amount in the indicator's unit; null where none is given
     * @param status one letter of the long table; empty for a final value
     */
    public record Value(@Nullable BigDecimal amount, String status, String comment) {}

    /**
     * A staged value.
     *
     * @param known what is known now; null where nothing is
     * @param unit of both values, in UCUM's spelling
     * @param textRead what stands in the cell
     * @param unitRead what stands in the unit's cell
     * @param cell where it stands: {@code F6} or {@code Clima!F6}
     */
    public record Change(
            Kind kind,
            String institution,
            String indicator,
            Text indicatorName,
            String disaggregation,
            ReportingPeriod period,
            String unit,
            @Nullable Value known,
            Value sent,
            String textRead,
            String unitRead,
            String cell) {}

    /** How many values are changed, new and the same, in one statement. */
    public Counts counts(long submission) {
        Record row = sql.fetchSingle(COUNT.formatted(StagedValues.values(submission)));
        return new Counts(
                row.get(0, Long.class), row.get(1, Long.class), row.get(2, Long.class), row.get(3, Long.class));
    }

    /** A page of the values of one kind, in file order. */
    public List<Change> page(long submission, Kind kind, int offset, int limit) {
        String which = switch (kind) {
            case CHANGED -> IS_CHANGED;
            case NEW -> IS_NEW;
            case SAME -> IS_SAME;
        };
        return sql.fetch(PAGE.formatted(StagedValues.values(submission), which), submission, limit, offset)
                .map(row -> change(kind, row));
    }

    static Change change(Kind kind, Record row) {
        String cell = Finding.cell(row.get("row_number", Integer.class), row.get("column_number", Integer.class));
        String sheet = row.get("sheet_name", String.class);
        return new Change(
                kind,
                row.get("institution", String.class),
                row.get("indicator", String.class),
                new Text(
                        row.get("name_es", String.class),
                        row.get("name_en", String.class),
                        row.get("name_de", String.class)),
                row.get("key", String.class),
                ReportingPeriod.of(row.get("period_start", LocalDate.class), row.get("period_months", Integer.class)),
                row.get("unit", String.class),
                kind == Kind.NEW ? null : value(row, "known_"),
                value(row, "sent_"),
                row.get("text_read", String.class),
                row.get("reported_unit", String.class),
                sheet.isEmpty() ? cell : sheet + "!" + cell);
    }

    private static Value value(Record row, String prefix) {
        return new Value(
                row.get(prefix + "value", BigDecimal.class),
                row.get(prefix + "status", String.class),
                row.get(prefix + "comment", String.class));
    }

    private static final String JOINED = """
            from %1$s v
            left join observation o on o.indicator_id = v.indicator_id and o.period_start = v.period_start
                and o.period_months = v.period_months and o.institution_id = v.institution_id
                and o.disaggregation_id = v.disaggregation_id and o.known_until = 'infinity'
            """;

    /** As acceptance tells a value that stays from one that it closes. */
    static final String DIFFERS = """
            (o.value, o.status, o.reported_value, o.reported_unit, coalesce(o.comment, ''))
                is distinct from (v.value, v.status, v.reported_value, v.reported_unit, coalesce(v.comment, ''))
            """;

    private static final String IS_NEW = "v.defects = 0 and o.indicator_id is null";
    private static final String IS_CHANGED = "v.defects = 0 and o.indicator_id is not null and " + DIFFERS;
    private static final String IS_SAME = "v.defects = 0 and o.indicator_id is not null and not " + DIFFERS;

    private static final String COUNT = "select count(*), count(*) filter (where " + IS_CHANGED
            + "), count(*) filter (where " + IS_NEW + "), count(*) filter (where " + IS_SAME + ") " + JOINED;

    private static final String PAGE = """
            select n.code as institution, x.code as indicator, x.name_es, x.name_en, x.name_de, x.unit, d.key,
                   v.period_start, v.period_months, v.text_read, v.reported_unit, v.row_number, v.column_number,
                   coalesce(s.name, '') as sheet_name,
                   trim_scale(o.value) as known_value, o.status as known_status,
                   coalesce(o.comment, '') as known_comment,
                   trim_scale(v.value) as sent_value, v.status as sent_status, coalesce(v.comment, '') as sent_comment
            """ + " " + JOINED + """
            join institution n on n.id = v.institution_id
            join current_indicator x on x.indicator_id = v.indicator_id
            join disaggregation d on d.id = v.disaggregation_id
            left join submission_sheet s on s.submission_id = ? and s.sheet = v.sheet
            where %2$s
            order by v.sheet, v.row_number, v.column_number
            limit ? offset ?
            """;
}
