package org.scpmonitor.ui.methods;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCaption;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** A small table under its caption, which scrolls by itself where the screen is narrow. */
class ExampleTable extends Div {
    private final String caption;

    private ExampleTable(String caption, List<String> heads, List<List<Component>> rows) {
        this.caption = caption;
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

    /** @param columns keys of {@code methods.column.} */
    static ExampleTable of(List<String> columns, List<List<Component>> rows) {
        return captioned("methods.example", columns, rows);
    }

    /** @param caption key of what it is called */
    static ExampleTable captioned(String caption, List<String> columns, List<List<Component>> rows) {
        return new ExampleTable(
                translate(caption),
                columns.stream()
                        .map(each -> translate("methods.column." + each))
                        .toList(),
                rows);
    }

    static Component text(String text) {
        Span span = new Span(text);
        span.addClassName("num");
        return span;
    }

    /** Is told apart from the page's other tables by the method that it belongs to. */
    void belongTo(String method) {
        getElement().setAttribute("aria-label", caption + ": " + method);
    }
}
