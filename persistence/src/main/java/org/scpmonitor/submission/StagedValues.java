package org.scpmonitor.submission;

import static org.scpmonitor.schema.Tables.SUBMISSION;
import static org.scpmonitor.schema.Tables.SUBMISSION_SHEET;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * A submission's values between its file and its acceptance, in two unlogged tables of its own: the rows as read, and
 * the values with every reference looked up. They are empty, never half full, after a crash of the database; whoever
 * needs them asks {@link #isStaged} first and stages again from the stored file.
 */
@Repository
public class StagedValues {

    private final DSLContext sql;

    StagedValues(DSLContext sql) {
        this.sql = sql;
    }

    static String rows(long submission) {
        return "staging.row_" + submission;
    }

    /** The table of a submission's values, shaped as {@code staged_value}. */
    public static String values(long submission) {
        return "staging.value_" + submission;
    }

    /** The table of the single values that a submission's values sum, shaped as {@code staged_value}. */
    public static String parts(long submission) {
        return "staging.part_" + submission;
    }

    /** Whether values of a submission sum several cells of its file. */
    public boolean isSummed(long submission) {
        return sql.fetchSingle("select to_regclass(?) is not null", parts(submission))
                .get(0, Boolean.class);
    }

    /** What a reader of the file hands over. */
    public interface Sink {
        void sheet(StagedSheet sheet);

        void row(StagedRow row);
    }

    /** Something that reads a file into a sink. */
    @FunctionalInterface
    public interface Source {
        void readInto(Sink sink);
    }

    /** Replaces whatever is staged of a submission by what a source reads. Part of the caller's transaction. */
    public void stage(long submission, Source source) {
        drop(submission);
        sql.execute("create unlogged table " + rows(submission) + " (like staged_row)");
        sql.deleteFrom(SUBMISSION_SHEET)
                .where(SUBMISSION_SHEET.SUBMISSION_ID.eq(submission))
                .execute();
        List<StagedSheet> sheets = new ArrayList<>();
        long rows = sql.connectionResult(connection -> {
            try (var copy = new StagedRowCopy(connection, rows(submission))) {
                source.readInto(new Sink() {
                    @Override
                    public void sheet(StagedSheet sheet) {
                        sheets.add(sheet);
                    }

                    @Override
                    public void row(StagedRow row) {
                        copy.add(row);
                    }
                });
                return copy.complete();
            }
        });
        sheets.forEach(sheet -> sql.insertInto(SUBMISSION_SHEET)
                .set(SUBMISSION_SHEET.SUBMISSION_ID, submission)
                .set(SUBMISSION_SHEET.SHEET, (short) sheet.sheet())
                .set(SUBMISSION_SHEET.NAME, sheet.name())
                .set(SUBMISSION_SHEET.INSTITUTION_COLUMN, narrow(sheet.institutionColumn()))
                .set(SUBMISSION_SHEET.INDICATOR_COLUMN, narrow(sheet.indicatorColumn()))
                .set(SUBMISSION_SHEET.DISAGGREGATION_COLUMN, narrow(sheet.disaggregationColumn()))
                .set(SUBMISSION_SHEET.PERIOD_COLUMN, narrow(sheet.periodColumn()))
                .set(SUBMISSION_SHEET.VALUE_COLUMN, narrow(sheet.valueColumn()))
                .set(SUBMISSION_SHEET.UNIT_COLUMN, narrow(sheet.unitColumn()))
                .execute());
        sql.update(SUBMISSION)
                .set(SUBMISSION.ROWS_STAGED, rows)
                .where(SUBMISSION.ID.eq(submission))
                .execute();
        sql.execute("analyze " + rows(submission));
    }

    private static @Nullable Short narrow(@Nullable Integer column) {
        return column == null ? null : column.shortValue();
    }

    /** Whether all that was read is still there with its references looked up. */
    public boolean isStaged(long submission) {
        boolean tables = sql.fetchSingle(
                        "select to_regclass(?) is not null and to_regclass(?) is not null",
                        rows(submission),
                        values(submission))
                .get(0, Boolean.class);
        return tables
                && sql.fetchSingle(
                                "select rows_staged = 0 or exists (select from " + values(submission)
                                        + ") from submission where id = ?",
                                submission)
                        .get(0, Boolean.class);
    }

    /** Whether the rows as read are still there, whatever has been looked up of them. */
    public boolean isRead(long submission) {
        return sql.fetchSingle("select to_regclass(?) is not null", rows(submission))
                        .get(0, Boolean.class)
                && sql.fetchSingle(
                                "select rows_staged = 0 or exists (select from " + rows(submission)
                                        + ") from submission where id = ?",
                                submission)
                        .get(0, Boolean.class);
    }

    /** A row as it was read; texts that it lacks are empty. */
    public record Read(
            int row,
            String institution,
            String indicator,
            String disaggregation,
            String period,
            String value,
            String unit) {}

    /**
     * The rows around one, itself included, as they were read; none where they are staged no longer.
     *
     * @param sheet its name; empty for a CSV
     */
    public List<Read> around(long submission, String sheet, int row) {
        boolean staged = sql.fetchSingle("select to_regclass(?) is not null", rows(submission))
                .get(0, Boolean.class);
        return staged
                ? sql.fetch(AROUND.formatted(rows(submission)), submission, sheet, row - 2, row + 2)
                        .map(read -> new Read(
                                read.get(0, Integer.class),
                                read.get(1, String.class),
                                read.get(2, String.class),
                                read.get(3, String.class),
                                read.get(4, String.class),
                                read.get(5, String.class),
                                read.get(6, String.class)))
                : List.of();
    }

    private static final String AROUND = """
            select r.row_number, r.institution, r.indicator, r.disaggregation, r.period_text, r.text_read, r.unit
            from %s r
            join submission_sheet s on s.submission_id = ? and s.sheet = r.sheet and s.name = ?
            where r.row_number between ? and ?
            order by r.row_number, r.column_number
            limit 60
            """;

    /** Forgets the rows that were staged, for the file they came from can't be read as a whole. */
    public void clear(long submission) {
        stage(submission, sink -> {});
    }

    /** Forgets what is staged of a submission. */
    public void drop(long submission) {
        sql.execute("drop table if exists " + rows(submission) + ", " + values(submission) + ", " + parts(submission));
    }
}
