package org.scpmonitor.batch.template;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.ListDataValidation;
import org.dhatim.fastexcel.ProtectionOption;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.SheetProtectionOption;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.assignment.ReportingSheet;
import org.scpmonitor.assignment.ReportingSheet.Goal;
import org.scpmonitor.assignment.ReportingSheet.Known;
import org.scpmonitor.assignment.ReportingSheet.Row;
import org.scpmonitor.batch.intake.Status;
import org.scpmonitor.batch.intake.TemplateColumn;
import org.scpmonitor.batch.intake.TemplateMark;
import org.scpmonitor.measure.Units;
import org.scpmonitor.submission.Scratch;

/**
 * A reporting sheet as a workbook to fill in: a row for each value asked for, its keys locked, value, unit, status and
 * comment open, and beside them what was known before and what is wanted. A hidden sheet says for whom and when it was
 * made, and what each row asks for, so that it is recognised when it comes back.
 */
public final class TemplateWorkbook {

    public static final String CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Rows above the values: title, three lines of instructions, the columns' names. */
    static final int HEADER_ROW = 4;

    private static final int FIRST_ROW = HEADER_ROW + 1;
    private static final int FROZEN_COLUMNS = 3;
    private static final String MARK_SHEET = "scp_monitor";
    /** Lists of choices stand in the mark's sheet, beyond the four columns that are read. */
    private static final int FIRST_LIST = 5;

    private static final int MOST_DECIMALS = 8;
    private static final String LOCKED_FILL = "EEF1F0";
    private static final String HEADER_FILL = "DDE6E3";
    private static final String OPEN_BORDER = "8A9A95";

    /** The library protects with a password only; without the attribute none is asked for. */
    private static final Pattern PASSWORD = Pattern.compile("(<sheetProtection )password=\"[^\"]*\" ?");

    private final ReportingSheet content;
    private final Locale locale;
    private final ResourceBundle texts;

    private TemplateWorkbook(ReportingSheet content, Locale locale) {
        this.content = content;
        this.locale = locale;
        this.texts = ResourceBundle.getBundle(
                "org.scpmonitor.batch.template.template",
                locale,
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    /** Writes the workbook in Spanish, English or German; the stream stays open. */
    public static void write(ReportingSheet content, Locale locale, Scratch scratch, OutputStream out)
            throws IOException {
        Path whole = scratch.file("template");
        try {
            try (OutputStream file = Files.newOutputStream(whole);
                    Workbook book = new Workbook(file, "SCP Monitor", "1.0")) {
                new TemplateWorkbook(content, locale).write(book);
            }
            withoutPasswords(whole, out);
        } finally {
            Files.delete(whole);
        }
    }

    /** A name for the file: {@code CL-MMA_2023.xlsx}. */
    public static String fileName(ReportingSheet content) {
        return content.institution().code() + "_" + content.period() + ".xlsx";
    }

    private void write(Workbook book) {
        Worksheet sheet = book.newWorksheet(texts.getString("sheet"));
        Worksheet mark = book.newWorksheet(MARK_SHEET);
        for (TemplateColumn column : TemplateColumn.values()) {
            sheet.width(column.ordinal(), column.width());
        }
        head(sheet);
        Lists lists = new Lists(sheet, mark);
        for (int i = 0; i < content.rows().size(); i++) {
            row(sheet, FIRST_ROW + i, i + 1, content.rows().get(i));
        }
        if (!content.rows().isEmpty()) {
            style(sheet);
            lists.add();
        }
        sheet.freezePane(FROZEN_COLUMNS, FIRST_ROW);
        sheet.repeatRows(HEADER_ROW);
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.protect(
                "-",
                SheetProtectionOption.SHEET,
                SheetProtectionOption.OBJECTS,
                SheetProtectionOption.SCENARIOS,
                SheetProtectionOption.INSERT_COLUMNS,
                SheetProtectionOption.INSERT_ROWS,
                SheetProtectionOption.DELETE_COLUMNS,
                SheetProtectionOption.DELETE_ROWS,
                SheetProtectionOption.SORT,
                SheetProtectionOption.AUTO_FILTER);
        mark(mark);
    }

    private void head(Worksheet sheet) {
        String title = new MessageFormat(texts.getString("title"), Locale.ROOT).format(new Object[] {
            content.institution().name(),
            content.institution().code(),
            content.period().label(locale)
        });
        sheet.value(0, 0, plain(title));
        sheet.style(0, 0).bold().fontSize(14).set();
        String[] instructions = {"do.fill", "do.status", "do.send"};
        for (int i = 0; i < instructions.length; i++) {
            sheet.value(1 + i, 0, texts.getString(instructions[i]));
        }
        for (TemplateColumn column : TemplateColumn.values()) {
            sheet.value(HEADER_ROW, column.ordinal(), column.in(locale));
        }
        sheet.range(HEADER_ROW, 0, HEADER_ROW, TemplateColumn.values().length - 1)
                .style()
                .bold()
                .wrapText(true)
                .verticalAlignment("center")
                .fillColor(HEADER_FILL)
                .set();
        sheet.rowHeight(HEADER_ROW, 32);
    }

    private void row(Worksheet sheet, int at, int number, Row row) {
        text(sheet, at, TemplateColumn.ROW, Integer.toString(number));
        text(sheet, at, TemplateColumn.INSTITUTION, content.institution().code());
        text(sheet, at, TemplateColumn.INDICATOR, row.indicator());
        text(sheet, at, TemplateColumn.INDICATOR_NAME, plain(row.name().in(locale)));
        text(sheet, at, TemplateColumn.DISAGGREGATION, row.disaggregation());
        text(
                sheet,
                at,
                TemplateColumn.DISAGGREGATION_NAME,
                plain(row.disaggregationName().in(locale)));
        text(sheet, at, TemplateColumn.PERIOD, row.period().toString());
        text(sheet, at, TemplateColumn.UNIT, Units.written(row.usualUnit()));
        known(sheet, at, TemplateColumn.BEFORE, TemplateColumn.BEFORE_OF, row.before(), true);
        known(sheet, at, TemplateColumn.STORED, TemplateColumn.STORED_OF, row.stored(), false);
        if (!row.goals().isEmpty()) {
            Goal goal = row.goals().getFirst();
            number(sheet, at, TemplateColumn.TARGET, goal.amount());
            text(
                    sheet,
                    at,
                    TemplateColumn.TARGET_OF,
                    Units.written(row.unit()) + " · " + goal.period().label(locale)
                            + (goal.conditional() ? " · " + texts.getString("goal.conditional") : ""));
        }
    }

    private void known(
            Worksheet sheet,
            int at,
            TemplateColumn value,
            TemplateColumn of,
            @Nullable Known known,
            boolean withPeriod) {
        if (known == null) {
            return;
        }
        if (known.reported() == null) {
            text(sheet, at, value, known.status());
        } else {
            number(sheet, at, value, known.reported());
        }
        String unit = plain(known.reportedUnit());
        String period = withPeriod ? known.period().label(locale) : "";
        text(sheet, at, of, unit + (unit.isEmpty() || period.isEmpty() ? "" : " · ") + period);
    }

    private static void text(Worksheet sheet, int at, TemplateColumn column, String text) {
        if (!text.isEmpty()) {
            sheet.value(at, column.ordinal(), text);
        }
    }

    private static void number(Worksheet sheet, int at, TemplateColumn column, BigDecimal number) {
        sheet.value(at, column.ordinal(), number);
        int decimals = Math.clamp(number.stripTrailingZeros().scale(), 0, MOST_DECIMALS);
        sheet.style(at, column.ordinal())
                .format(decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals))
                .set();
    }

    private void style(Worksheet sheet) {
        int last = FIRST_ROW + content.rows().size() - 1;
        for (TemplateColumn column : TemplateColumn.values()) {
            Range cells = sheet.range(FIRST_ROW, column.ordinal(), last, column.ordinal());
            switch (column.use()) {
                case KEY, HELP ->
                    cells.style()
                            .fillColor(LOCKED_FILL)
                            .verticalAlignment("top")
                            .set();
                case OPEN ->
                    cells.style()
                            .protectionOption(ProtectionOption.LOCKED, false)
                            .borderStyle(BorderStyle.THIN)
                            .borderColor(OPEN_BORDER)
                            .verticalAlignment("top")
                            .set();
            }
        }
        for (TemplateColumn wrapped : List.of(TemplateColumn.INDICATOR_NAME, TemplateColumn.COMMENT)) {
            sheet.range(FIRST_ROW, wrapped.ordinal(), last, wrapped.ordinal())
                    .style()
                    .wrapText(true)
                    .set();
        }
    }

    private void mark(Worksheet mark) {
        String[][] said = {
            {TemplateMark.MAGIC, ""},
            {TemplateMark.SCHEMA, TemplateMark.LAYOUT},
            {TemplateMark.INSTITUTION, content.institution().code()},
            {TemplateMark.PERIOD, content.period().toString()},
            {TemplateMark.VERSION, content.version()},
            {TemplateMark.LANGUAGE, locale.getLanguage()},
            {TemplateMark.ROWS, Integer.toString(content.rows().size())}
        };
        for (int i = 0; i < said.length; i++) {
            mark.value(i, 0, said[i][0]);
            mark.value(i, 1, said[i][1]);
        }
        for (int i = 0; i < content.rows().size(); i++) {
            Row row = content.rows().get(i);
            int at = said.length + i;
            mark.value(at, 0, Integer.toString(i + 1));
            mark.value(at, 1, row.indicator());
            mark.value(at, 2, row.disaggregation());
            mark.value(at, 3, row.period().toString());
        }
        mark.setVisibilityState(VisibilityState.HIDDEN);
        mark.protect("-");
    }

    /** A text that a spreadsheet doesn't take for a formula, wherever it is copied to. */
    private static String plain(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** The choices of the open cells, each list once. */
    private final class Lists {

        private final Worksheet sheet;
        private final Worksheet mark;
        private final Map<List<String>, Range> lists = new LinkedHashMap<>();

        Lists(Worksheet sheet, Worksheet mark) {
            this.sheet = sheet;
            this.mark = mark;
        }

        void add() {
            List<Row> rows = content.rows();
            int last = FIRST_ROW + rows.size() - 1;
            List<String> letters = new ArrayList<>();
            for (Status status : Status.values()) {
                if (status != Status.FINAL) {
                    letters.add(status.code());
                }
            }
            choose(TemplateColumn.STATUS, FIRST_ROW, last, letters, "status");
            int begin = 0;
            for (int i = 1; i <= rows.size(); i++) {
                if (i == rows.size()
                        || !rows.get(i).units().equals(rows.get(begin).units())) {
                    List<String> units =
                            rows.get(begin).units().stream().map(Units::written).toList();
                    choose(TemplateColumn.UNIT, FIRST_ROW + begin, FIRST_ROW + i - 1, units, "unit");
                    begin = i;
                }
            }
        }

        private void choose(TemplateColumn column, int from, int to, List<String> choices, String help) {
            Range list = lists.computeIfAbsent(choices, this::written);
            ListDataValidation validation = sheet.range(from, column.ordinal(), to, column.ordinal())
                    .validateWithList(list)
                    .allowBlank(true);
            validation
                    .showErrorMessage(true)
                    .errorTitle(texts.getString(help + ".title"))
                    .error(texts.getString(help + ".help"));
        }

        private Range written(List<String> choices) {
            int column = FIRST_LIST + lists.size();
            for (int i = 0; i < choices.size(); i++) {
                mark.value(i, column, choices.get(i));
            }
            return mark.range(0, column, choices.size() - 1, column);
        }
    }

    private static void withoutPasswords(Path book, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        try (ZipFile in = new ZipFile(book.toFile())) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                byte[] part = in.getInputStream(entry).readAllBytes();
                if (entry.getName().startsWith("xl/worksheets/sheet")) {
                    String xml = new String(part, StandardCharsets.UTF_8);
                    part = PASSWORD.matcher(xml).replaceFirst("$1").getBytes(StandardCharsets.UTF_8);
                }
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(part);
                zip.closeEntry();
            }
        }
        zip.finish();
    }
}
