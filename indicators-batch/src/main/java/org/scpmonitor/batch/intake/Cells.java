package org.scpmonitor.batch.intake;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.batch.intake.NumberText.Clear;
import org.scpmonitor.batch.intake.SheetRow.Kind;
import org.scpmonitor.mapping.DurationText;
import org.scpmonitor.submission.Finding;
import org.scpmonitor.submission.FindingCode;
import org.scpmonitor.submission.Severity;

/** Reads the cells of a row, one after the other, and finds what is wrong with each. Columns count from 0. */
final class Cells {

    /** Spreadsheets hold as many characters in a cell. */
    private static final int LONGEST_CELL = 32_767;

    private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);

    private final Table table;
    private final FileNumbers numbers;
    private final Tally tally;

    private SheetRow row = new SheetRow();
    private boolean refused;

    Cells(Table table, FileNumbers numbers, Tally tally) {
        this.table = table;
        this.numbers = numbers;
        this.tally = tally;
    }

    /** Goes to a row, in which nothing has been found yet. */
    void begin(SheetRow next) {
        row = next;
        refused = false;
    }

    SheetRow row() {
        return row;
    }

    /** Whether an error has been found in the row. */
    boolean refused() {
        return refused;
    }

    /** The text of a cell; empty where the column or the cell isn't there, or shows an error, which is found. */
    String text(int at) throws IOException {
        if (at < 0) {
            return "";
        }
        return switch (row.kind(at)) {
            case BLANK -> "";
            case TEXT, DATE, PERIOD, BOOLEAN -> bounded(row.text(at), at);
            case NUMBER, PERCENT, DURATION -> wholeOrRaw(row.text(at));
            case ERROR -> {
                find(FindingCode.ERROR_CELL, at, row.raw(at));
                yield "";
            }
            case UNCOMPUTED -> {
                find(FindingCode.FORMULA_WITHOUT_RESULT, at, row.raw(at));
                yield "";
            }
        };
    }

    /** A text no longer than a spreadsheet's cell can be. */
    private String bounded(String text, int at) throws IOException {
        if (text.length() <= LONGEST_CELL) {
            return text;
        }
        find(FindingCode.CELL_TOO_LONG, at, text, Integer.toString(text.length()), Integer.toString(LONGEST_CELL));
        return "";
    }

    /** A year or a code may be stored as the number 2023.0. */
    static String wholeOrRaw(String number) {
        return StoredNumber.of(number)
                .map(value -> value.stripTrailingZeros().toPlainString())
                .orElse(number);
    }

    /** Whether what is wrong with a cell has been found, so that its text is empty. */
    boolean isBroken(int at) {
        Kind kind = row.kind(at);
        return kind == Kind.ERROR || kind == Kind.UNCOMPUTED || row.text(at).length() > LONGEST_CELL;
    }

    /** Whether what belongs here stands in another cell, with which this one is merged; that is found. */
    boolean isMerged(int at) throws IOException {
        String range = table.merged(row.number(), at);
        if (range.isEmpty()) {
            return false;
        }
        find(FindingCode.MERGED_CELL, at, "", range, range.substring(0, range.indexOf(':')));
        return true;
    }

    /** The number in a cell that isn't blank; null where it holds none, which is found. */
    @Nullable
    BigDecimal number(int at) throws IOException {
        return switch (row.kind(at)) {
            case BLANK -> null;
            case TEXT -> numberIn(row.text(at), at);
            case NUMBER -> stored(row.text(at), at);
            case PERCENT -> {
                BigDecimal held = stored(row.text(at), at);
                if (held != null) {
                    String shown = held.movePointRight(2).toPlainString();
                    find(FindingCode.PERCENT_CELL, at, row.raw(at), shown, held.toPlainString());
                }
                yield held;
            }
            case DATE, PERIOD -> refuse(FindingCode.DATE_AS_VALUE, at, row.text(at));
            case DURATION -> refuse(FindingCode.DATE_AS_VALUE, at, shownDuration(row.text(at)));
            case BOOLEAN -> refuse(FindingCode.BOOLEAN_AS_VALUE, at);
            case ERROR -> refuse(FindingCode.ERROR_CELL, at);
            case UNCOMPUTED -> refuse(FindingCode.FORMULA_WITHOUT_RESULT, at);
        };
    }

    /** The seconds of a duration in a cell that isn't blank; null where it holds none, which is found. */
    @Nullable
    BigDecimal seconds(int at) throws IOException {
        return switch (row.kind(at)) {
            case BLANK -> null;
            case DURATION -> {
                Optional<BigDecimal> seconds = seconds(row.text(at));
                yield seconds.isPresent() ? seconds.get() : refuse(FindingCode.NOT_A_DURATION, at);
            }
            case TEXT -> {
                Optional<BigDecimal> seconds = DurationText.seconds(row.text(at));
                yield seconds.isPresent() ? seconds.get() : refuse(FindingCode.NOT_A_DURATION, at);
            }
            case NUMBER, PERCENT, DATE, PERIOD, BOOLEAN -> refuse(FindingCode.NOT_A_DURATION, at);
            case ERROR -> refuse(FindingCode.ERROR_CELL, at);
            case UNCOMPUTED -> refuse(FindingCode.FORMULA_WITHOUT_RESULT, at);
        };
    }

    /** A workbook counts days; what it shows of them is exact to the thousandth of a second. */
    private static Optional<BigDecimal> seconds(String days) {
        return StoredNumber.of(days)
                .filter(number -> number.signum() >= 0)
                .map(number -> number.multiply(SECONDS_A_DAY).setScale(3, RoundingMode.HALF_UP))
                .map(number ->
                        number.setScale(Math.max(number.stripTrailingZeros().scale(), 0)));
    }

    private static String shownDuration(String days) {
        return seconds(days)
                .map(BigDecimal::longValue)
                .map(all -> "%d:%02d:%02d".formatted(all / 3600, all / 60 % 60, all % 60))
                .orElse(days);
    }

    private @Nullable BigDecimal stored(String text, int at) throws IOException {
        Optional<BigDecimal> number = StoredNumber.of(text);
        return number.isPresent() ? number.get() : refuse(FindingCode.NUMBER_OUT_OF_BOUNDS, at);
    }

    private @Nullable BigDecimal numberIn(String text, int at) throws IOException {
        return switch (NumberText.of(text)) {
            case Clear(BigDecimal value, NumberFormat needed) -> {
                NumberFormat format = needed == null ? null : numbers.settle();
                yield format == needed || format == null
                        ? value
                        : refuse(
                                FindingCode.CONTRADICTING_NUMBER,
                                at,
                                String.valueOf(format.decimal()),
                                String.valueOf(format.other().decimal()));
            }
            case NumberText.Ambiguous readings -> {
                NumberFormat format = numbers.settle();
                yield format != null
                        ? readings.in(format)
                        : refuse(
                                FindingCode.AMBIGUOUS_NUMBER,
                                at,
                                readings.withComma().toPlainString(),
                                readings.withPoint().toPlainString());
            }
            case NumberText.OutOfBounds _ -> refuse(FindingCode.NUMBER_OUT_OF_BOUNDS, at);
            case NumberText.NoNumber _ -> refuse(FindingCode.NOT_A_NUMBER, at);
        };
    }

    private @Nullable BigDecimal refuse(FindingCode code, int at, String... arguments) throws IOException {
        find(code, at, row.raw(at), arguments);
        return null;
    }

    /** Tells a finding on a cell of the row. */
    void find(FindingCode code, int at, String read, String... arguments) throws IOException {
        refused |= code.severity() == Severity.ERROR;
        tally.add(Finding.onCell(code, table.sheetName(), row.number(), at + 1, read, arguments));
    }

    /** Tells that the row hasn't as many fields as its header. */
    void otherWidth(int expected) throws IOException {
        FindingCode code = row.width() > expected ? FindingCode.TOO_MANY_FIELDS : FindingCode.TOO_FEW_FIELDS;
        tally.add(Finding.onRow(
                code,
                table.sheetName(),
                row.number(),
                line(),
                Integer.toString(row.width()),
                Integer.toString(expected)));
    }

    private String line() {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.kept() && line.length() < Finding.LONGEST_READ; i++) {
            line.append(i == 0 ? "" : String.valueOf(table.separator())).append(row.raw(i));
        }
        return line.toString();
    }
}
