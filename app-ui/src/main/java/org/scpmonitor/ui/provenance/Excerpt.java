package org.scpmonitor.ui.provenance;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import java.util.stream.Stream;
import org.scpmonitor.provenance.Source;

/** The rows around a cell, as they were accepted from the file; the cell itself is marked. */
class Excerpt extends Div {
    Excerpt(Source source, List<Source> rows) {
        addClassNames("cells", "tablewrap");
        getElement()
                .setAttribute("role", "region")
                .setAttribute("aria-label", translate("provenance.excerpt"))
                .setAttribute("tabindex", "0");
        NativeTable table = new NativeTable();
        table.getElement().setAttribute("aria-label", translate("provenance.excerpt"));
        NativeTableRow head = table.getHead().addRow();
        head.add(new NativeTableHeaderCell(""));
        String column = source.cell().name().replaceAll("\\d+$", "");
        Stream.of("indicator", "period", "value", "unit", "institution")
                .map(each -> new NativeTableHeaderCell(
                        each.equals("value")
                                ? translate("provenance.column.value.at", column)
                                : translate("provenance.column." + each)))
                .forEach(head::add);
        rows.forEach(each -> row(table.getBody().addRow(), each, each.cell().equals(source.cell())));
        add(table);
    }

    private static void row(NativeTableRow row, Source source, boolean hit) {
        NativeTableHeaderCell number =
                new NativeTableHeaderCell(Integer.toString(source.cell().row()));
        number.getElement().setAttribute("scope", "row");
        NativeTableCell value = new NativeTableCell(source.cell().text());
        value.addClassName("n");
        value.setClassName("hit", hit);
        row.add(
                number,
                new NativeTableCell(source.indicator()),
                new NativeTableCell(source.period().label(UI.getCurrent().getLocale())),
                value,
                new NativeTableCell(source.reportedUnit()),
                new NativeTableCell(source.institution()));
    }
}
