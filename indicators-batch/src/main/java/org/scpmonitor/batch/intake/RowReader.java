package org.scpmonitor.batch.intake;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.batch.intake.SheetRow.Kind;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.submission.Finding;
import org.scpmonitor.submission.FindingCode;

/** Reads the rows of one sheet below its header, each on its own. */
final class RowReader {

    private final Table table;
    private final Header header;
    private final Tally tally;
    private final Cells cells;
    private final Memo<Optional<ReportingPeriod>> periods = new Memo<>(ReportingPeriod::parse);
    private final Memo<Optional<String>> disaggregations = new Memo<>(Disaggregation::canonical);
    private final BitSet unnamed = new BitSet();
    private final Optional<TemplateMark> template;
    private final boolean ofTemplate;

    private SheetRow row = new SheetRow();

    RowReader(Table table, Header header, FileNumbers numbers, Tally tally) {
        this.table = table;
        this.header = header;
        this.tally = tally;
        this.cells = new Cells(table, numbers, tally);
        this.template = table.template();
        this.ofTemplate = template.isPresent() || header.isOfTemplate();
    }

    /** Whether a row of a template says nothing: its value, status and comment were left blank. */
    boolean isUnfilled(SheetRow row) {
        return ofTemplate
                && !row.isBlank()
                && isBlank(row, Column.VALUE)
                && isBlank(row, Column.STATUS)
                && isBlank(row, Column.COMMENT);
    }

    private boolean isBlank(SheetRow row, Column column) {
        int at = header.at(column);
        return at < 0 || row.kind(at) == Kind.BLANK;
    }

    /** Reads a row; null where its fields can't be told apart, which is found. */
    @Nullable
    LongTableRow read(SheetRow next) throws IOException {
        row = next;
        cells.begin(next);
        if (table.separator() != 0 && row.width() != header.row().width()) {
            otherWidth();
            return null;
        }
        unnamedColumns();
        String institution = text(Column.INSTITUTION);
        String indicator = text(Column.INDICATOR);
        required(Column.INDICATOR, indicator);
        String periodText = text(Column.PERIOD);
        ReportingPeriod period = period(periodText);
        String unit = text(Column.UNIT);
        String disaggregation = disaggregation();
        keysOfTemplate(institution, indicator, disaggregation, period == null ? periodText : period.toString());
        Optional<Status> status = status();
        BigDecimal value = value(status);
        if (value != null) {
            required(Column.UNIT, unit);
        }
        String comment = text(Column.COMMENT);
        int valueAt = header.at(Column.VALUE);
        return new LongTableRow(
                table.sheet(),
                row.number(),
                valueAt + 1,
                institution,
                indicator,
                periodText,
                period,
                row.raw(valueAt),
                value,
                unit,
                disaggregation,
                status.orElse(Status.FINAL),
                comment,
                cells.refused());
    }

    /** The row of a template asks for what it was made for, wherever it was moved to. */
    private void keysOfTemplate(String institution, String indicator, String disaggregation, String period)
            throws IOException {
        Optional<TemplateMark.Key> made =
                template.isEmpty() ? Optional.empty() : template.get().row(text(Column.ROW));
        if (made.isPresent()) {
            TemplateMark.Key issued = made.get();
            same(Column.INSTITUTION, institution, template.orElseThrow().institution());
            same(Column.INDICATOR, indicator, issued.indicator());
            same(Column.PERIOD, period, issued.period().toString());
            if (!disaggregation.equals(issued.disaggregation())) {
                find(FindingCode.TEMPLATE_CELL_CHANGED, Column.DISAGGREGATION, disaggregation, issued.disaggregation());
            }
        }
    }

    private void same(Column column, String read, String issued) throws IOException {
        if (!read.isEmpty() && !read.equalsIgnoreCase(issued)) {
            find(FindingCode.TEMPLATE_CELL_CHANGED, column, read, issued);
        }
    }

    private void otherWidth() throws IOException {
        int fields = row.width();
        int expected = header.row().width();
        String whole = fields > expected && table.separator() == ',' ? splitNumber(fields - expected) : "";
        if (!whole.isEmpty()) {
            int value = header.at(Column.VALUE);
            tally.add(Finding.onCell(
                    FindingCode.DECIMAL_COMMA_SPLIT,
                    table.sheetName(),
                    row.number(),
                    value + 1,
                    row.raw(value),
                    whole,
                    Integer.toString(fields),
                    Integer.toString(expected)));
        } else {
            cells.otherWidth(expected);
        }
    }

    /** The number that fell apart at its commas into {@code extra} fields too many; empty where it's not that. */
    private String splitNumber(int extra) {
        int value = header.at(Column.VALUE);
        if (extra > 3 || value + extra >= row.kept()) {
            return "";
        }
        StringBuilder whole = new StringBuilder(row.text(value));
        for (int i = value + 1; i <= value + extra; i++) {
            whole.append(',').append(row.text(i));
        }
        return NumberText.of(whole.toString()) instanceof NumberText.NoNumber ? "" : whole.toString();
    }

    /** Something that stands below no name may be meant for any column: it's told once for each such column. */
    private void unnamedColumns() throws IOException {
        for (int i = 0; i < row.kept(); i++) {
            if (row.kind(i) != Kind.BLANK && !header.names(i) && !unnamed.get(i)) {
                unnamed.set(i);
                find(FindingCode.UNNAMED_COLUMN, i, row.raw(i));
            }
        }
    }

    /** A broken cell has been found already, and says more. */
    private void required(Column column, String text) throws IOException {
        if (text.isEmpty() && !cells.isBroken(header.at(column)) && !cells.isMerged(header.at(column))) {
            find(FindingCode.MISSING_CELL, column, "", column.english());
        }
    }

    private String text(Column column) throws IOException {
        return cells.text(header.at(column));
    }

    private @Nullable ReportingPeriod period(String text) throws IOException {
        if (text.isEmpty()) {
            required(Column.PERIOD, text);
            return null;
        }
        Optional<ReportingPeriod> period = periods.of(text);
        if (period.isEmpty()) {
            find(FindingCode.BAD_PERIOD, Column.PERIOD, text);
        }
        return period.orElse(null);
    }

    private String disaggregation() throws IOException {
        String text = text(Column.DISAGGREGATION);
        Optional<String> canonical = disaggregations.of(text);
        if (canonical.isEmpty()) {
            find(FindingCode.BAD_DISAGGREGATION, Column.DISAGGREGATION, text);
        }
        return canonical.orElse(text);
    }

    /** Empty where it's none of the known. */
    private Optional<Status> status() throws IOException {
        String text = text(Column.STATUS);
        Optional<Status> status = Status.of(text);
        if (status.isEmpty()) {
            find(FindingCode.UNKNOWN_STATUS, Column.STATUS, text);
        }
        return status;
    }

    private @Nullable BigDecimal value(Optional<Status> status) throws IOException {
        int at = header.at(Column.VALUE);
        if (row.kind(at) == Kind.BLANK) {
            if (status.isPresent() && status.get().hasValue() && !cells.isMerged(at)) {
                find(FindingCode.MISSING_VALUE, at, "");
            }
            return null;
        }
        if (status.isPresent() && !status.get().hasValue()) {
            find(FindingCode.VALUE_DESPITE_STATUS, at, row.raw(at), status.get().code());
            return null;
        }
        return cells.number(at);
    }

    private void find(FindingCode code, Column column, String read, String... arguments) throws IOException {
        find(code, header.at(column), read, arguments);
    }

    private void find(FindingCode code, int at, String read, String... arguments) throws IOException {
        cells.find(code, at, read, arguments);
    }
}
