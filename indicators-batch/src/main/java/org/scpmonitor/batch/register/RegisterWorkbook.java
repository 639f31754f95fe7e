package org.scpmonitor.batch.register;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.entry.Content;
import org.scpmonitor.entry.Field;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.entry.Labels;
import org.scpmonitor.entry.Shape;
import org.scpmonitor.entry.Writing;
import org.scpmonitor.register.Entries;
import org.scpmonitor.register.Entry;
import org.springframework.stereotype.Component;

/**
 * The register as a workbook: a sheet for each kind, and one for each list that entries of the kind have, such as {@code
 * event.participants}. The first line says in words what the second one names; entries follow from the third on. The
 * same workbook comes back through {@link RegisterImport}.
 */
@Component
public class RegisterWorkbook {
    static final String CODE = "code";
    static final String OF = "of";
    static final String ILLUSTRATIVE = "illustrative";
    static final String SOURCE = "source";

    private static final int FIRST_ROW = 2;
    private static final int LAST_CHOICE = 2_000;
    private static final int WIDTH = 24;
    private static final String HEADER_FILL = "DDE6E3";

    private final Entries entries;

    RegisterWorkbook(Entries entries) {
        this.entries = entries;
    }

    /** Writes what stands of these kinds, in order; the stream stays open. A kind without entries is a form to fill in. */
    public void write(Set<Kind> kinds, AsOf asOf, Locale locale, OutputStream out) throws IOException {
        var shelf = entries.read(kinds, asOf);
        try (Workbook book = new Workbook(out, "SCP Monitor", "1.0")) {
            for (Kind kind : Kind.values()) {
                if (kinds.contains(kind)) {
                    write(book, kind, shelf.all(kind.content()), locale);
                }
            }
        }
    }

    private static void write(Workbook book, Kind kind, List<? extends Entry<? extends Content>> all, Locale locale) {
        Labels labels = Labels.in(locale);
        Worksheet sheet = book.newWorksheet(kind.code());
        Columns columns = Columns.of(kind.fields());
        head(sheet, 0, labels.code(), CODE);
        columns(sheet, columns, labels);
        int last = columns.all().size() + 1;
        head(sheet, last, labels.illustrative(), ILLUSTRATIVE);
        head(sheet, last + 1, labels.source(), SOURCE);
        sheet.range(FIRST_ROW, last, LAST_CHOICE, last).validateWithListByFormula("\"true,false\"");
        sheet.freezePane(1, FIRST_ROW);
        for (int i = 0; i < all.size(); i++) {
            Entry<?> entry = all.get(i);
            sheet.value(FIRST_ROW + i, 0, entry.code());
            cells(sheet, FIRST_ROW + i, columns, Writing.tree(entry.content()));
            sheet.value(FIRST_ROW + i, last, Boolean.toString(entry.illustrative()));
            sheet.value(FIRST_ROW + i, last + 1, entry.source());
        }
        for (Field field : kind.fields()) {
            if (field.shape() instanceof Shape.Rows(Class<? extends Record> _, List<Field> fields)) {
                rows(book.newWorksheet(kind.code() + "." + field.name()), field, Columns.of(fields), all, labels);
            }
        }
    }

    private static void rows(
            Worksheet sheet,
            Field field,
            Columns columns,
            List<? extends Entry<? extends Content>> all,
            Labels labels) {
        head(sheet, 0, labels.code(), OF);
        columns(sheet, columns, labels);
        sheet.freezePane(1, FIRST_ROW);
        int at = FIRST_ROW;
        for (Entry<?> entry : all) {
            if (Writing.tree(entry.content()).get(field.name()) instanceof List<?> rows) {
                for (Object row : rows) {
                    @SuppressWarnings("unchecked")
                    var tree = (Map<String, ?>) row;
                    sheet.value(at, 0, entry.code());
                    cells(sheet, at, columns, tree);
                    at++;
                }
            }
        }
    }

    private static void columns(Worksheet sheet, Columns columns, Labels labels) {
        for (int i = 0; i < columns.all().size(); i++) {
            Columns.Column column = columns.all().get(i);
            String language = column.language().isEmpty() ? "" : " (" + column.language() + ")";
            head(sheet, i + 1, labels.field(column.field()) + language, column.header());
            if (column.field().shape() instanceof Shape.Choice(Class<? extends Enum<?>> of)) {
                sheet.range(FIRST_ROW, i + 1, LAST_CHOICE, i + 1).validateWithListByFormula("\"" + choices(of) + "\"");
            }
        }
    }

    private static String choices(Class<? extends Enum<?>> of) {
        return String.join(
                ",",
                Arrays.stream(of.getEnumConstants())
                        .map(each -> each.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    private static void head(Worksheet sheet, int column, String label, String header) {
        sheet.value(0, column, label);
        sheet.value(1, column, header);
        sheet.style(0, column).bold().wrapText(true).fillColor(HEADER_FILL).set();
        sheet.style(1, column).italic().fillColor(HEADER_FILL).set();
        sheet.width(column, WIDTH);
    }

    private static void cells(Worksheet sheet, int row, Columns columns, Map<String, ?> tree) {
        for (int i = 0; i < columns.all().size(); i++) {
            String text = columns.all().get(i).print(tree);
            if (!text.isEmpty()) {
                sheet.value(row, i + 1, text);
            }
        }
    }
}
