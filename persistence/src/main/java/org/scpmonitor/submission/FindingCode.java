package org.scpmonitor.submission;

import static org.scpmonitor.submission.FindingArgument.column;
import static org.scpmonitor.submission.FindingArgument.number;
import static org.scpmonitor.submission.FindingArgument.optional;
import static org.scpmonitor.submission.FindingArgument.text;
import static org.scpmonitor.submission.FindingArgument.unit;
import static org.scpmonitor.submission.Severity.ERROR;
import static org.scpmonitor.submission.Severity.QUERY;

import java.util.List;

/**
 * Everything that a check may find, each with its usual severity and the arguments that its texts take.
 *
 * <p>The texts stand in the bundle {@code findings}: {@code CODE.what} (what is wrong), {@code CODE.expected} (what
 * should stand there) and {@code CODE.mend} (what to do). They are MessageFormat patterns in which {@code {0}} is
 * {@link Finding#read()} and {@code {1}}, {@code {2}} … are the {@link #arguments()} in order. Where an optional
 * argument is empty, {@code CODE.mend.without} takes the place of {@code CODE.mend}.
 */
public enum FindingCode {
    // The file as a whole: nothing of it is read.
    /** Not a byte, or nothing but white space. */
    EMPTY_FILE(ERROR),
    /** A header and not one row below it. */
    HEADER_ONLY(ERROR),
    /** No sheet, or no line of the CSV, has the header of the long table. */
    NO_HEADER(ERROR, text("first row that isn't empty")),
    /** Neither CSV nor XLSX. */
    NOT_A_TABLE(ERROR, text("what the bytes are: PNG, PDF …, or ZIP")),
    /** Neither CSV nor XLSX, and the bytes don't say what. */
    UNKNOWN_CONTENT(ERROR),
    /** An OpenDocument spreadsheet. */
    OPEN_DOCUMENT(ERROR),
    /** A workbook of Excel 97–2003. */
    LEGACY_WORKBOOK(ERROR),
    /** A binary workbook, .xlsb. */
    BINARY_WORKBOOK(ERROR),
    /** A workbook that opens only with a password. */
    PASSWORD_PROTECTED(ERROR),
    /** A workbook whose end or whose inside is missing or unreadable. */
    DAMAGED_WORKBOOK(ERROR),
    /** A workbook that unpacks to more than can be meant. */
    OVERSIZED_WORKBOOK(ERROR, text("part of the workbook"), number("limit in MB")),
    /** A workbook whose XML declares a document type or entities. */
    UNSAFE_WORKBOOK(ERROR, text("part of the workbook")),
    /** A workbook of more parts or sheets than can be meant. */
    CROWDED_WORKBOOK(ERROR, number("parts or sheets"), number("limit")),
    /** A workbook with macros, .xlsm: nobody who downloads it later is to run them. */
    MACRO_WORKBOOK(ERROR),
    /** A workbook that has its rows in hidden sheets alone. */
    ONLY_HIDDEN_SHEETS(ERROR, text("the first such sheet")),
    /** Letters of Windows-1252 beside letters in UTF-8. */
    MIXED_ENCODING(ERROR, number("line of the first letter that isn't UTF-8")),
    /** Bytes in a CSV that are no text. */
    UNREADABLE_TEXT(ERROR, number("position of the byte, from 1"), text("the byte, in hexadecimal")),
    /** Quotation marks that don't close as they should, or a record beyond any meaning. */
    BROKEN_QUOTES(ERROR, number("row, as a spreadsheet numbers it")),

    // What was read and isn't seen at once, or seen and wasn't read.
    /** Links to other files; they aren't followed. */
    LINKED_WORKBOOK(QUERY, number("links"), text("the first files' names")),
    /** A hidden sheet with rows; it isn't read. */
    HIDDEN_SHEET(QUERY),
    /** Columns that the sheet doesn't show; they are read. */
    HIDDEN_COLUMNS(QUERY, number("columns"), text("the first columns")),
    /** Rows that the sheet doesn't show; they are read. */
    HIDDEN_ROWS(QUERY, number("rows"), text("the first rows")),
    /** Formulas; the results that are stored with them are taken. */
    FORMULAS_USED(QUERY, number("cells"), text("the first cells")),
    /** A row that adds up others; it isn't read. */
    TOTAL_ROW(QUERY),

    // Templates.
    /** A template that was made for another institution than the file is sent for. */
    TEMPLATE_OF_OTHER_INSTITUTION(ERROR, text("institution of the template"), text("institution of the submission")),
    /** A template that was made for another period than the file is sent for. */
    TEMPLATE_OF_OTHER_PERIOD(ERROR, text("period of the template"), text("period of the submission")),
    /** A template in which no row is filled in. */
    TEMPLATE_BLANK(ERROR),
    /** A template whose rows are no longer what the institution is to report. */
    TEMPLATE_OUTDATED(
            QUERY, number("rows that it lacks"), number("rows that aren't asked for any more"), text("some of them")),
    /** A key in a template that is another than the row was made for. */
    TEMPLATE_CELL_CHANGED(ERROR, text("what stood there")),

    // Structure.
    /** A sheet that isn't empty and has no header, beside one that has. */
    SHEET_WITHOUT_HEADER(ERROR),
    /** A key column that the header lacks. */
    MISSING_COLUMN(ERROR, column("column")),
    /** A column that the long table doesn't have. */
    UNKNOWN_COLUMN(ERROR, optional("most alike name")),
    /** Content below no name. */
    UNNAMED_COLUMN(ERROR),
    /** A column that stands twice. */
    DUPLICATE_COLUMN(ERROR, text("cell where it stood first")),
    /** A row with fewer fields than the header. */
    TOO_FEW_FIELDS(ERROR, number("fields"), number("fields of the header")),
    /** A row with more fields than the header. */
    TOO_MANY_FIELDS(ERROR, number("fields"), number("fields of the header")),
    /** A row with more fields than the header, for a number with a decimal comma fell apart. */
    DECIMAL_COMMA_SPLIT(ERROR, text("the number as it was meant"), number("fields"), number("fields of the header")),
    /** A key cell without a text. */
    MISSING_CELL(ERROR, column("column")),

    /** A key or value cell that is merged with the one that holds the content. */
    MERGED_CELL(ERROR, text("merged range"), text("its first cell")),
    /** Content beyond the last column that is read. */
    COLUMN_OUT_OF_BOUNDS(ERROR, number("columns that are read")),
    /** More text than a cell can hold. */
    CELL_TOO_LONG(ERROR, number("characters"), number("limit")),

    // A mapped table.
    /** The workbook lacks the sheet that the mapping reads. */
    MAPPED_SHEET_MISSING(ERROR, text("sheet of the mapping"), text("sheets of the workbook")),
    /** The header stands in another row than in the file that the mapping was made for. */
    MAPPED_HEADER_MOVED(QUERY, number("row of the mapping"), number("row of the file")),
    /** A column that the mapping reads is gone. */
    MAPPED_COLUMN_MISSING(
            ERROR, text("name in the mapping"), optional("most alike name that the mapping doesn't know")),
    /** A column that the mapping reads stands elsewhere, and is read there. */
    MAPPED_COLUMN_MOVED(QUERY, text("column of the mapping"), text("column of the file")),
    /** A column of which the mapping says nothing. */
    UNMAPPED_COLUMN(QUERY),
    /** A period that isn't written as the mapping says. */
    MAPPED_PERIOD(ERROR, text("a period written so")),
    /** Neither a duration nor a time. */
    NOT_A_DURATION(ERROR),

    // Type and format.
    /** Neither a value nor a status that says why there is none. */
    MISSING_VALUE(ERROR),
    /** A value beside a status that says that there is none. */
    VALUE_DESPITE_STATUS(ERROR, text("status")),
    /** Text where a number belongs. */
    NOT_A_NUMBER(ERROR),
    /** A number with two readings, and nothing in the file settles which. */
    AMBIGUOUS_NUMBER(ERROR, number("read with decimal comma"), number("read with decimal point")),
    /** A number in another format than the file's. */
    CONTRADICTING_NUMBER(ERROR, text("the file's separator"), text("this number's separator")),
    /** More than 40 significant digits, or an exponent beyond ±100. */
    NUMBER_OUT_OF_BOUNDS(ERROR),
    /** A number cell shown in per cent: it holds 0.125 and shows 12.5 %. */
    PERCENT_CELL(QUERY, number("as shown"), number("as held, and taken")),
    /** A date in the value's cell. */
    DATE_AS_VALUE(ERROR, text("the date")),
    /** True or false in the value's cell. */
    BOOLEAN_AS_VALUE(ERROR),
    /** A cell that shows an error, such as {@code #N/A}. */
    ERROR_CELL(ERROR),
    /** A formula that was stored without its result. */
    FORMULA_WITHOUT_RESULT(ERROR),
    /** A status that the long table doesn't have. */
    UNKNOWN_STATUS(ERROR),
    /** Not {@code DIMENSION=CODE} pairs, or a dimension twice. */
    BAD_DISAGGREGATION(ERROR),
    /** Not a reporting period. */
    BAD_PERIOD(ERROR),

    // References, periods, units.
    /** An institution that the catalogue doesn't have. */
    UNKNOWN_INSTITUTION(ERROR, optional("most alike code")),
    /** An institution that the sender may not report for. */
    INSTITUTION_OUT_OF_SCOPE(ERROR),
    /** An indicator that the catalogue doesn't have. */
    UNKNOWN_INDICATOR(ERROR, optional("most alike code")),
    /** A dimension or code that the indicator doesn't have. */
    UNKNOWN_DISAGGREGATION(ERROR, text("indicator"), optional("most alike")),
    /** The institution doesn't report this indicator in this period. */
    NOT_ASSIGNED(ERROR, text("institution"), text("indicator"), text("period")),
    /** An indicator that follows from others by a formula in this period; nobody reports it. */
    CALCULATED_INDICATOR(ERROR, text("indicator"), text("indicators that it follows from")),
    /** A period that hasn't ended. */
    PERIOD_IN_FUTURE(ERROR, text("day on which it ends")),
    /** A period that no longer, or not yet, takes reports. */
    PERIOD_CLOSED(ERROR, text("day from which it is closed")),
    /** A month where the indicator is reported by year, and the like. */
    PERIOD_WRONG_PERIODICITY(ERROR, text("indicator"), text("a period of the right length, such as 2023-Q1")),
    /** Another period than the one that the whole file was sent for. */
    PERIOD_NOT_OF_SUBMISSION(ERROR, text("period of the submission")),
    /** A unit that UCUM and the list of aliases don't have. */
    UNKNOWN_UNIT(ERROR, unit("the indicator's unit"), optional("most alike unit")),
    /** A unit of another dimension than the indicator's. */
    WRONG_DIMENSION(ERROR, text("indicator"), unit("the indicator's unit")),
    /** The same institution, indicator, disaggregation and period twice in a file. */
    DUPLICATE_KEY(ERROR, text("sheet and cell where it stood first")),

    // Plausibility.
    /** A negative value of an indicator that can't be negative. */
    NEGATIVE_VALUE(ERROR, text("indicator")),
    /** Beyond the physical range of the indicator. */
    OUT_OF_RANGE(ERROR, number("least"), number("most"), unit("unit")),
    /** Further from the year before than the indicator allows. */
    YEAR_ON_YEAR_JUMP(QUERY, number("change in %"), number("value before"), text("period before"), unit("unit")),
    /** No longer zero, as it was the year before: a change without a percentage. */
    JUMP_FROM_ZERO(QUERY, text("period before")),
    /** Far from the institution's earlier values: modified z above 3.5. */
    OUTLIER(QUERY, number("modified z"), number("median of the earlier values"), unit("unit")),
    /** Parts that add up to more than their total. */
    PARTS_EXCEED_TOTAL(ERROR, number("sum of the parts"), number("total"), unit("unit")),
    /** A cumulative series that falls. */
    CUMULATIVE_FALL(QUERY, number("value before"), text("period before"), unit("unit"));

    private final Severity severity;
    private final List<FindingArgument> arguments;

    FindingCode(Severity severity, FindingArgument... arguments) {
        this.severity = severity;
        this.arguments = List.of(arguments);
    }

    /** Its weight where an indicator or programme doesn't say otherwise. */
    public Severity severity() {
        return severity;
    }

    /** What its texts take, after the text that was read. */
    public List<FindingArgument> arguments() {
        return arguments;
    }
}
