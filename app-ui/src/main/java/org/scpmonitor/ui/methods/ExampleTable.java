package org.scpmonitor.ui.methods;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCaption;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;

/** A small table under its caption, which scrolls by itself where the screen is narrow. */
class ExampleTable extends Div {
    ExampleTable(String caption, List<String> heads, List<List<Component>> rows) {
        addClassName("tablewrap");
        getElement()
                .setAttribute("role", "region")
                .setAttribute("aria-label", caption)
                .setAttribute("tabindex", "0");
        NativeTable table = new NativeTable();
        NativeTableCaption title = new NativeTableCaption();
        title.setText(caption);
        table.add(title);
        NativeTableRow head = table.getHead().addRow();
        heads.forEach(each -> {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(each);
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        });
        rows.forEach(each -> {
            NativeTableRow row = table.getBody().addRow();
            each.forEach(content -> row.add(new NativeTableCell(content)));
        });
        add(table);
    }
}
