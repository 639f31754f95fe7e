package org.scpmonitor.ui.submission;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;
import org.scpmonitor.approval.ValueRemarks.Kind;
import org.scpmonitor.approval.ValueRemarks.Told;
import org.scpmonitor.submission.Finding;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Tag;

/** What reviewers wrote to single values: those left out with the reasons, and comments. */
public class RemarksPanel extends Div {
    public RemarksPanel(List<Told> remarks) {
        addClassName("card");
        UnorderedList list = new UnorderedList();
        list.addClassName("changed");
        Locale locale = UI.getCurrent().getLocale();
        remarks.forEach(each -> list.add(item(each, locale)));
        add(new H2(translate("submission.remarks")), list);
    }

    private static ListItem item(Told each, Locale locale) {
        String cell = Finding.cell(each.cell().row(), each.cell().column());
        Span place = new Span(each.cell().sheet().isEmpty() ? cell : each.cell().sheet() + "!" + cell);
        place.addClassName("mono");
        Div head = new Div(
                each.kind() == Kind.LEFT_OUT
                        ? new Tag(Icon.CLOSE, translate("submission.remark.LEFT_OUT"), Tag.Tone.QUERY)
                        : new Tag(Icon.QUERY, translate("submission.remark.COMMENT"), Tag.Tone.INFO),
                place,
                new Span(each.institution() + " · " + each.indicator() + " · "
                        + each.period().label(locale)
                        + (each.disaggregation().isEmpty() ? "" : " · " + each.disaggregation()) + ": "
                        + each.textRead()));
        head.addClassNames("row", "wrap", "xs");
        Div says = new Div(translate("submission.quoted", each.text()) + " · "
                + (each.onBehalfOf() == null
                        ? each.author()
                        : translate("submission.onBehalf", each.author(), each.onBehalfOf())));
        says.addClassName("xs");
        return new ListItem(head, says);
    }
}
