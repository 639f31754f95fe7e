package org.scpmonitor.ui.register;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;

/** Fields that differ, what they said beside what they say. */
class DifferenceTable extends Div {
    /** @param before what the column of the earlier is called @param after that of the later */
    DifferenceTable(List<Difference> differences, String before, String after) {
        addClassNames("tablewrap", "differences");
        NativeTable table = new NativeTable();
        table.addClassName("entry-rows");
        List<String> names = List.of(translate("register.field"), before, after);
        NativeTableRow head = table.getHead().addRow();
        names.forEach(name -> {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(name);
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        });
        differences.forEach(each -> table.getBody()
                .addRow()
                .add(
                        cell(names.get(0), each.field()),
                        cell(names.get(1), each.before()),
                        cell(names.get(2), each.after())));
        add(table);
    }

    private static NativeTableCell cell(String name, String text) {
        NativeTableCell cell = new NativeTableCell(text.isEmpty() ? "–" : text);
        cell.addClassName("said");
        cell.getElement().setAttribute("data-label", name);
        return cell;
    }
}
