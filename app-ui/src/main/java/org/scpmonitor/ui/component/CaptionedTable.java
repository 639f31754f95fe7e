package org.scpmonitor.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCaption;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;

/** A table in place of a chart: it scrolls by itself, also by keyboard, and is named for those who can't see where it stands. */
public abstract class CaptionedTable extends Div {
    private final NativeTable table = new NativeTable();

    /** @param caption what the table shows and in which unit */
    protected CaptionedTable(String caption) {
        addClassName("tablewrap");
        getElement()
                .setAttribute("role", "region")
                .setAttribute("aria-label", caption)
                .setAttribute("tabindex", "0");
        NativeTableCaption title = new NativeTableCaption();
        title.setText(caption);
        title.addClassName("vh");
        table.add(title);
        add(table);
    }

    protected void head(NativeTableHeaderCell... headings) {
        table.getHead().addRow().add(headings);
    }

    /** Another row at the end. */
    protected NativeTableRow row() {
        return table.getBody().addRow();
    }

    /** @param numeric whether numbers stand below it, at the right */
    protected static NativeTableHeaderCell heading(String text, boolean numeric) {
        return ofColumn(new NativeTableHeaderCell(text), numeric);
    }

    /** @param numeric whether numbers stand below it, at the right */
    protected static NativeTableHeaderCell heading(Component content, boolean numeric) {
        return ofColumn(new NativeTableHeaderCell(content), numeric);
    }

    private static NativeTableHeaderCell ofColumn(NativeTableHeaderCell cell, boolean numeric) {
        cell.getElement().setAttribute("scope", "col");
        cell.setClassName("n", numeric);
        return cell;
    }

    /** @param numeric whether it is a number, at the right */
    protected static NativeTableCell cell(Component content, boolean numeric) {
        NativeTableCell cell = new NativeTableCell(content);
        cell.setClassName("n", numeric);
        return cell;
    }
}
