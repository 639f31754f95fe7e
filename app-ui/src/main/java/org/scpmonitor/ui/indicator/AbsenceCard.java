package org.scpmonitor.ui.indicator;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;
import org.scpmonitor.indicator.Absence;
import org.scpmonitor.ui.component.Tag;

/** Whose values aren't in the figures, for which period, and why. */
class AbsenceCard extends Div {
    AbsenceCard(List<Absence> absences) {
        Locale locale = UI.getCurrent().getLocale();
        addClassName("card");
        UnorderedList list = new UnorderedList();
        list.addClassName("absences");
        absences.forEach(each -> {
            String part = each.part().in(locale);
            Span who = new Span(
                    each.institution() + " · " + each.period().label(locale) + (part.isEmpty() ? "" : " · " + part));
            who.setTitle(each.institutionName());
            Div line = new Div(who, new Tag(translate("indicator.absent." + each.status())));
            line.addClassNames("row", "wrap", "xs");
            ListItem item = new ListItem(line);
            if (!each.reason().isEmpty()) {
                Span reason = new Span(translate("submission.quoted", each.reason()));
                reason.addClassNames("xs", "muted");
                item.add(reason);
            }
            list.add(item);
        });
        add(new H2(translate("indicator.absent")), list);
    }
}
