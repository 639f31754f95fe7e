package org.scpmonitor.ui.report;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.scpmonitor.submission.SubmissionLine;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.submission.Counted;
import org.scpmonitor.ui.submission.StateTag;

/** A submission's revisions, newest first, each with its receipt. */
class RevisionsTable extends Div {

    /** @param shown the one that is on the screen */
    RevisionsTable(List<SubmissionLine> revisions, long shown) {
        addClassNames("card", "flush");
        H2 title = new H2(translate("report.revisions"));
        title.addClassName("card-h");
        Div head = new Div(title);
        head.addClassNames("row", "card-top");
        NativeTableRow columns = new NativeTableRow();
        for (String column : List.of("revision", "state", "who", "receipt")) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(translate("report.revisions." + column));
            cell.getElement().setAttribute("scope", "col");
            columns.add(cell);
        }
        NativeTableBody body = new NativeTableBody();
        revisions.forEach(line -> body.add(row(line, line.id() == shown)));
        Div wrap = new Div(new NativeTable(new NativeTableHeader(columns), body));
        wrap.addClassName("tablewrap");
        wrap.getElement().setAttribute("tabindex", "0").setAttribute("role", "region");
        wrap.getElement().setAttribute("aria-label", translate("report.revisions"));
        add(head, wrap);
    }

    private static NativeTableRow row(SubmissionLine line, boolean shown) {
        String number = Counted.number(line.revision());
        Span here = new Span(number);
        here.addClassName("b");
        here.getElement().setAttribute("aria-current", "true");
        Div when = new Div(new DateText(UI.getCurrent().getLocale()).moment(line.receivedAt()));
        when.addClassNames("xs", "muted");
        return new NativeTableRow(
                new NativeTableCell(shown ? here : Pages.link(Pages.report(line.id()), number)),
                new NativeTableCell(StateTag.of(line)),
                new NativeTableCell(new Div(line.senderName()), when),
                new NativeTableCell(receipt(line)));
    }

    private static Component receipt(SubmissionLine line) {
        if (line.submittedAt() != null) {
            return Pages.link(
                    Pages.receipt(line.id()), translate("report.revisions.number", Counted.number(line.id())));
        }
        Span none = new Span(translate("report.revisions.none"));
        none.addClassNames("xs", "muted");
        return none;
    }
}
