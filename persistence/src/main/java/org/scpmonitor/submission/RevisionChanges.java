package org.scpmonitor.submission;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.scpmonitor.submission.ValueChanges.Change;
import org.springframework.stereotype.Repository;

/**
 * What a revision changes against the file that it comes in the place of, value by value; as long as the values of both
 * are staged. Once the earlier one is accepted its values are what is known, and {@link ValueChanges} compares with that.
 */
@Repository
public class RevisionChanges {

    private final DSLContext sql;

    RevisionChanges(DSLContext sql) {
        this.sql = sql;
    }

    /** What became of a value. */
    public enum Kind {
        CHANGED,
        ADDED,
        /** It is no longer in the file. */
        GONE,
        SAME
    }

    /** How many values of each kind. @param before the submission that is revised */
    public record Counts(long before, long changed, long added, long gone, long same) {
        public long of(Kind kind) {
            return switch (kind) {
                case CHANGED -> changed;
                case ADDED -> added;
                case GONE -> gone;
                case SAME -> same;
            };
        }
    }

    /** Empty where the submission revises none, or where the values of one of them are staged no longer. */
    public Optional<Counts> counts(long submission) {
        return sql.fetchOptional(BOTH, submission)
                .filter(both -> isWhole(submission, both.get(1, Long.class))
                        && isWhole(both.get(0, Long.class), both.get(2, Long.class)))
                .map(both -> counts(submission, both.get(0, Long.class)));
    }

    /** A crash of the database empties staging; it does not drop it. */
    private boolean isWhole(long submission, long rows) {
        return rows == 0
                || sql.fetchSingle("select exists (select from " + StagedValues.values(submission) + ")")
                        .get(0, Boolean.class);
    }

    private Counts counts(long submission, long before) {
        Record row = sql.fetchSingle(COUNT.formatted(StagedValues.values(submission), StagedValues.values(before)));
        return new Counts(
                before, row.get(0, Long.class), row.get(1, Long.class), row.get(2, Long.class), row.get(3, Long.class));
    }

    /**
     * A page of the values of one kind, in file order. One that is gone is told as it was sent before.
     *
     * @param counts of the same submission
     */
    public List<Change> page(long submission, Counts counts, Kind kind, int offset, int limit) {
        String which = switch (kind) {
            case CHANGED -> IS_CHANGED;
            case ADDED -> IS_ADDED;
            case GONE -> IS_GONE;
            case SAME -> IS_SAME;
        };
        ValueChanges.Kind told = switch (kind) {
            case CHANGED -> ValueChanges.Kind.CHANGED;
            case ADDED, GONE -> ValueChanges.Kind.NEW;
            case SAME -> ValueChanges.Kind.SAME;
        };
        return sql.fetch(
                        PAGE.formatted(
                                StagedValues.values(submission),
                                StagedValues.values(counts.before()),
                                which,
                                kind == Kind.GONE ? "o" : "v"),
                        kind == Kind.GONE ? counts.before() : submission,
                        limit,
                        offset)
                .map(row -> ValueChanges.change(told, row));
    }

    private static final String BOTH = """
            select s.revises, s.rows_staged, b.rows_staged
            from submission s
            join submission b on b.id = s.revises
            where s.id = ? and s.rows_staged is not null and b.rows_staged is not null
              and to_regclass('staging.value_' || s.id) is not null
              and to_regclass('staging.value_' || b.id) is not null
            """;

    private static final String JOINED = """
            from (select * from %1$s where defects = 0) v
            full join (select * from %2$s where defects = 0) o on o.indicator_id = v.indicator_id
                and o.period_start = v.period_start and o.period_months = v.period_months
                and o.institution_id = v.institution_id and o.disaggregation_id = v.disaggregation_id
            """;

    private static final String IS_ADDED = "o.indicator_id is null";
    private static final String IS_GONE = "v.indicator_id is null";
    private static final String IN_BOTH = "v.indicator_id is not null and o.indicator_id is not null and ";
    private static final String IS_CHANGED = IN_BOTH + ValueChanges.DIFFERS;
    private static final String IS_SAME = IN_BOTH + "not " + ValueChanges.DIFFERS;

    private static final String COUNT = "select count(*) filter (where " + IS_CHANGED + "), count(*) filter (where "
            + IS_ADDED + "), count(*) filter (where " + IS_GONE + "), count(*) filter (where " + IS_SAME + ") "
            + JOINED;

    private static final String PAGE = """
            select n.code as institution, x.code as indicator, x.name_es, x.name_en, x.name_de, x.unit, d.key,
                   %4$s.period_start, %4$s.period_months, %4$s.text_read, %4$s.reported_unit, %4$s.row_number,
                   %4$s.column_number, coalesce(s.name, '') as sheet_name,
                   trim_scale(o.value) as known_value, o.status as known_status,
                   coalesce(o.comment, '') as known_comment,
                   trim_scale(%4$s.value) as sent_value, %4$s.status as sent_status,
                   coalesce(%4$s.comment, '') as sent_comment
            """ + " " + JOINED + """
            join institution n on n.id = %4$s.institution_id
            join current_indicator x on x.indicator_id = %4$s.indicator_id
            join disaggregation d on d.id = %4$s.disaggregation_id
            left join submission_sheet s on s.submission_id = ? and s.sheet = %4$s.sheet
            where %3$s
            order by %4$s.sheet, %4$s.row_number, %4$s.column_number
            limit ? offset ?
            """;
}
