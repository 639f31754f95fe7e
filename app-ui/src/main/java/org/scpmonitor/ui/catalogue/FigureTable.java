package org.scpmonitor.ui.catalogue;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.actual.FigureChange;
import org.scpmonitor.actual.FigureChange.Foreseen;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.UnitText;
import org.scpmonitor.ui.submission.Counted;

/** Programmes' figures that would change, the old value beside the new. */
class FigureTable extends Div {
    FigureTable(Foreseen foreseen) {
        addClassName("tablewrap");
        NativeTable table = new NativeTable();
        NativeTableRow head = table.getHead().addRow();
        Stream.of("programme", "indicator", "period", "before", "after").forEach(name -> {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(translate("catalogue.figure." + name));
            cell.getElement().setAttribute("scope", "col");
            if (name.equals("before") || name.equals("after")) {
                cell.addClassName("num");
            }
            head.add(cell);
        });
        foreseen.most().forEach(each -> table.getBody().addRow().add(cells(each)));
        add(new H3(translate("catalogue.prospect.figures", Counted.number(foreseen.total()))), table);
        if (foreseen.total() > foreseen.most().size()) {
            add(Words.muted(translate(
                    "catalogue.difference.more",
                    Counted.number(foreseen.total() - foreseen.most().size()))));
        }
    }

    private static NativeTableCell[] cells(FigureChange each) {
        String what =
                each.disaggregation().isEmpty() ? each.indicator() : each.indicator() + " · " + each.disaggregation();
        return new NativeTableCell[] {
            new NativeTableCell(each.programme()),
            new NativeTableCell(what),
            new NativeTableCell(each.period().label(Words.locale())),
            number(each.before(), each.unit()),
            number(each.after(), each.unit())
        };
    }

    private static NativeTableCell number(@Nullable BigDecimal value, String unit) {
        NativeTableCell cell = new NativeTableCell(
                value == null ? "–" : UnitText.with(new NumberText(Words.locale()).of(value), unit));
        cell.addClassName("num");
        return cell;
    }
}
