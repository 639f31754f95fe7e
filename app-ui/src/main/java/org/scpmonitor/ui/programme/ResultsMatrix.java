package org.scpmonitor.ui.programme;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.scpmonitor.progress.IndicatorProgress;
import org.scpmonitor.progress.ResultLevel;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.progress.Picture;

/**
 * A programme's indicators by level and theme: where they started, what is asked for, where they stand and where they go.
 * Rows stay as long as the same indicators are shown, and change their cells.
 */
class ResultsMatrix extends Div {
    static final List<String> COLUMNS = List.of(
            "indicator",
            "course",
            "baseline",
            "expected",
            "target",
            "latest",
            "trend",
            "status",
            "coverage",
            "responsible",
            "verification");
    private static final List<String> NUMERIC = List.of("baseline", "expected", "target", "latest", "coverage");
    private static final List<String> ON_PAPER_ONLY = List.of("responsible", "verification");

    private final Consumer<String> openProvenance;
    private final NativeTable table = new NativeTable();
    private final Map<String, MatrixRow> rows = new LinkedHashMap<>();
    private List<String> order = List.of();

    ResultsMatrix(Consumer<String> openProvenance) {
        this.openProvenance = openProvenance;
        table.addClassName("results");
        NativeTableRow head = table.getHead().addRow();
        for (String column : COLUMNS) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(translate("programme.table." + column));
            cell.getElement().setAttribute("scope", "col");
            cell.setClassName("n", NUMERIC.contains(column));
            cell.setClassName("print-only", ON_PAPER_ONLY.contains(column));
            cell.setClassName("course", column.equals("course"));
            head.add(cell);
        }
        Div frame = new Div(table);
        frame.addClassNames("card", "flush", "tablewrap");
        frame.getElement()
                .setAttribute("role", "region")
                .setAttribute("aria-label", translate("programme.matrix"))
                .setAttribute("tabindex", "0");
        Paragraph note = new Paragraph(translate("programme.table.trend.note"));
        note.addClassNames("src", "foot-note");
        add(frame, note);
    }

    void show(List<Picture> pictures, Selection selection) {
        List<Picture> sorted = pictures.stream()
                .sorted(Comparator.comparing(each -> each.progress().level()))
                .toList();
        List<String> now = sorted.stream().map(ResultsMatrix::place).toList();
        if (!now.equals(order)) {
            order = now;
            arrange(sorted);
        }
        sorted.forEach(each ->
                Objects.requireNonNull(rows.get(each.progress().indicator())).show(each, selection));
    }

    private static String place(Picture picture) {
        IndicatorProgress progress = picture.progress();
        return progress.level() + "/" + progress.theme() + "/" + progress.indicator();
    }

    private void arrange(List<Picture> sorted) {
        Locale locale = UI.getCurrent().getLocale();
        table.getBody().removeAll();
        rows.clear();
        List<Object> before = new ArrayList<>();
        for (Picture each : sorted) {
            IndicatorProgress progress = each.progress();
            if (!before.contains(progress.level())) {
                before.clear();
                before.add(progress.level());
                table.getBody().add(group(level(progress.level()), "level"));
            }
            if (!before.contains(progress.theme())) {
                before.add(progress.theme());
                table.getBody().add(group(progress.themeName().in(locale), "theme"));
            }
            MatrixRow row = new MatrixRow(openProvenance);
            rows.put(progress.indicator(), row);
            table.getBody().add(row);
        }
    }

    private static String level(ResultLevel level) {
        return translate("programme.level." + level.name());
    }

    private static NativeTableRow group(String name, String style) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(name);
        cell.getElement()
                .setAttribute("colspan", Integer.toString(COLUMNS.size()))
                .setAttribute("scope", "rowgroup");
        NativeTableRow row = new NativeTableRow(cell);
        row.addClassNames("group", style);
        return row;
    }
}
