package org.scpmonitor.ui.procurement;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import java.util.stream.IntStream;
import org.scpmonitor.ui.component.CaptionedTable;

/** A table of these screens, in a card of its own unless it stands in one; cells are added row by row. */
class PurchaseTable extends CaptionedTable {
    /** @param numeric places of the columns of numbers, from 0 */
    PurchaseTable(String caption, List<String> columns, List<Integer> numeric) {
        super(caption);
        addClassName("products");
        head(IntStream.range(0, columns.size())
                .mapToObj(place -> heading(columns.get(place), numeric.contains(place)))
                .toArray(NativeTableHeaderCell[]::new));
    }

    /** The same in a card. */
    PurchaseTable carded() {
        addClassNames("card", "flush");
        return this;
    }

    /** Another row at the end. */
    NativeTableRow line(NativeTableCell... cells) {
        NativeTableRow row = row();
        row.add(cells);
        return row;
    }

    static NativeTableCell cell(Component... content) {
        return new NativeTableCell(content);
    }

    static NativeTableCell number(Component content) {
        return cell(content, true);
    }
}
