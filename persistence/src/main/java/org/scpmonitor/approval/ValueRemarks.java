package org.scpmonitor.approval;

import static org.scpmonitor.schema.Tables.VALUE_REMARK;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.text.Text;
import org.springframework.stereotype.Repository;

/** What reviewers wrote to single values of submissions: why one is left out, or what to look at in it. */
@Repository
public class ValueRemarks {

    private final DSLContext sql;

    ValueRemarks(DSLContext sql) {
        this.sql = sql;
    }

    /** What a remark does. */
    public enum Kind {
        /** The value doesn't become an observation. */
        LEFT_OUT("left_out"),
        /** The value is to be looked at again. */
        COMMENT("comment");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        static Kind ofCode(String code) {
            return code.equals(LEFT_OUT.code) ? LEFT_OUT : COMMENT;
        }
    }

    /**
     * Where a value stands in a file.
     *
     * @param sheet name of the sheet; empty for a CSV
     * @param row from 1
     * @param column from 1
     */
    public record Cell(String sheet, int row, int column) {

        private static final Pattern NAME = Pattern.compile("(?:(.*)!)?([A-Z]{1,3})([1-9][0-9]{0,6})", Pattern.DOTALL);

        /** Reads {@code D2} or {@code Clima!D2}; empty where the text names no cell. */
        public static Optional<Cell> parse(String text) {
            Matcher name = NAME.matcher(text.strip());
            if (!name.matches()) {
                return Optional.empty();
            }
            int column = name.group(2).chars().reduce(0, (sum, letter) -> sum * 26 + letter - 'A' + 1);
            String sheet = name.group(1);
            return Optional.of(new Cell(sheet == null ? "" : sheet, Integer.parseInt(name.group(3)), column));
        }
    }

    /** @param text why, or what to look at; not blank */
    public record Remark(Cell cell, String text) {}

    /**
     * A remark with the value that it speaks of.
     *
     * @param author what the account is shown as
     * @param onBehalfOf user name of the one whose place the author took; null where nobody's was taken
     */
    public record Told(
            Kind kind,
            Cell cell,
            String institution,
            String indicator,
            Text indicatorName,
            String disaggregation,
            ReportingPeriod period,
            String textRead,
            String text,
            String author,
            @Nullable String onBehalfOf,
            Instant at) {}

    /**
     * Keeps remarks to staged values without an error. A value that is left out already keeps its first reason. Part of
     * the caller's transaction.
     *
     * @param values name of the table of the submission's staged values
     * @return the first cell without such a value; null where every remark was kept
     */
    public @Nullable Cell add(
            long submission,
            String values,
            Kind kind,
            List<Remark> remarks,
            String author,
            @Nullable String onBehalfOf,
            Instant at) {
        for (Remark remark : remarks) {
            Cell cell = remark.cell();
            boolean there = sql.fetchSingle(FIND.formatted(values), submission, cell.sheet(), cell.row(), cell.column())
                    .get(0, Boolean.class);
            if (!there) {
                return cell;
            }
            sql.execute(
                    INSERT.formatted(values),
                    kind.code,
                    remark.text(),
                    author,
                    onBehalfOf,
                    at,
                    submission,
                    cell.sheet(),
                    cell.row(),
                    cell.column());
        }
        return null;
    }

    /** How many values a submission has that neither have an error nor are left out. */
    public long remaining(long submission, String values) {
        return sql.fetchSingle(REMAINING.formatted(values), submission).get(0, Long.class);
    }

    /** Takes the values that are left out from the staged ones. Part of the caller's transaction. */
    public int drop(long submission, String values) {
        return sql.execute(DROP.formatted(values), submission);
    }

    /** How many values are left out of the approval. */
    public int countLeftOut(long submission) {
        return sql.fetchCount(
                VALUE_REMARK, VALUE_REMARK.SUBMISSION_ID.eq(submission).and(VALUE_REMARK.KIND.eq(Kind.LEFT_OUT.code)));
    }

    /** All remarks of a submission, those that leave values out first, in file order. */
    public List<Told> list(long submission) {
        return sql.fetch(LIST, submission)
                .map(row -> new Told(
                        Kind.ofCode(row.get("kind", String.class)),
                        new Cell(
                                row.get("sheet_name", String.class),
                                row.get("row_number", Integer.class),
                                row.get("column_number", Integer.class)),
                        row.get("institution", String.class),
                        row.get("indicator", String.class),
                        new Text(
                                row.get("name_es", String.class),
                                row.get("name_en", String.class),
                                row.get("name_de", String.class)),
                        row.get("key", String.class),
                        ReportingPeriod.of(
                                row.get("period_start", LocalDate.class), row.get("period_months", Integer.class)),
                        row.get("text_read", String.class),
                        row.get("text", String.class),
                        row.get("author", String.class),
                        row.get("on_behalf_of", String.class),
                        row.get("at", Instant.class)));
    }

    private static final String WHERE = """
            from %1$s v
            join submission t on t.id = ?
            left join submission_sheet s on s.submission_id = t.id and s.sheet = v.sheet
            where v.defects = 0 and coalesce(s.name, '') = ? and v.row_number = ? and v.column_number = ?
            """;

    private static final String FIND = "select exists (select " + WHERE + ")";

    private static final String INSERT = """
            insert into value_remark (submission_id, kind, sheet, row_number, column_number, institution_id,
                                      indicator_id, disaggregation_id, period_start, period_months, text_read,
                                      text, author, on_behalf_of, at)
            select t.id, ?, v.sheet, v.row_number, v.column_number, v.institution_id,
                   v.indicator_id, v.disaggregation_id, v.period_start, v.period_months, v.text_read,
                   ?, ?, ?::text, ?::timestamptz
            """ + WHERE + " on conflict do nothing";

    private static final String LEFT_OUT = """
            select from value_remark r
            where r.submission_id = ? and r.kind = 'left_out'
              and (r.sheet, r.row_number, r.column_number) = (v.sheet, v.row_number, v.column_number)
            """;

    private static final String REMAINING =
            "select count(*) from %s v where v.defects = 0 and not exists (" + LEFT_OUT + ")";

    private static final String DROP = "delete from %s v where exists (" + LEFT_OUT + ")";

    private static final String LIST = """
            select r.kind, coalesce(s.name, '') as sheet_name, r.row_number, r.column_number,
                   n.code as institution, x.code as indicator, x.name_es, x.name_en, x.name_de, d.key,
                   r.period_start, r.period_months, r.text_read, r.text, coalesce(u.display_name, r.author) as author,
                   r.on_behalf_of, r.at
            from value_remark r
            join institution n on n.id = r.institution_id
            join current_indicator x on x.indicator_id = r.indicator_id
            join disaggregation d on d.id = r.disaggregation_id
            left join submission_sheet s on s.submission_id = r.submission_id and s.sheet = r.sheet
            left join app_user u on u.username = r.author
            where r.submission_id = ?
            order by r.kind desc, r.sheet, r.row_number, r.column_number
            """;
}
