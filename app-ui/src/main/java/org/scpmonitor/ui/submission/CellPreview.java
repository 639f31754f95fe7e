package org.scpmonitor.ui.submission;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import java.util.stream.Stream;
import org.scpmonitor.submission.Finding;
import org.scpmonitor.submission.StagedValues.Read;

/** The rows around a finding as they were read; its own is marked. */
class CellPreview extends Div {
    CellPreview(Finding finding, List<Read> rows) {
        if (rows.isEmpty()) {
            setText(translate("submission.preview.none"));
            addClassNames("xs", "muted");
            return;
        }
        addClassNames("cells", "tablewrap");
        NativeTable table = new NativeTable();
        table.getElement().setAttribute("aria-label", translate("submission.preview"));
        NativeTableRow head = table.getHead().addRow();
        head.add(new NativeTableHeaderCell(""));
        Stream.of("institution", "indicator", "disaggregation", "period", "value", "unit")
                .map(column -> new NativeTableHeaderCell(translate("submission.preview." + column)))
                .forEach(head::add);
        rows.forEach(each -> row(table.getBody().addRow(), each, finding));
        add(table);
    }

    private static void row(NativeTableRow row, Read read, Finding finding) {
        NativeTableHeaderCell number = new NativeTableHeaderCell(Integer.toString(read.row()));
        number.getElement().setAttribute("scope", "row");
        row.add(number);
        boolean itself = finding.row() != null && finding.row() == read.row();
        Stream.of(read.institution(), read.indicator(), read.disaggregation(), read.period(), read.value(), read.unit())
                .map(text -> {
                    NativeTableCell cell = new NativeTableCell(text);
                    cell.setClassName("hit", itself && !text.isEmpty() && text.equals(finding.read()));
                    return cell;
                })
                .forEach(row::add);
    }
}
