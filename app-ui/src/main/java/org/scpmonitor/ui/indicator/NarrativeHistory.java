package org.scpmonitor.ui.indicator;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.narrative.Narrative;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Tag;
import org.scpmonitor.ui.progress.Picture;

/** Every version of what was said of one period, the latest first. */
class NarrativeHistory extends Dialog {
    NarrativeHistory(List<Narrative> versions, ReportingPeriod period, boolean withoutPeople) {
        Locale locale = UI.getCurrent().getLocale();
        setHeaderTitle(translate("indicator.narrative.history.title", Picture.label(period)));
        setWidth("34rem");
        OrderedList list = new OrderedList();
        list.addClassNames("targets");
        for (Narrative each : versions) {
            H3 version = new H3(translate("indicator.narrative.version", Integer.toString(each.version())));
            ListItem item = new ListItem(version);
            if (each.text().isEmpty()) {
                item.add(new Paragraph(translate("indicator.narrative.withdrawn")));
            } else {
                item.add(new Tag(translate("indicator.language." + each.language())), new NarrativeText(each));
            }
            String when = new DateText(locale).moment(each.knownFrom());
            Span meta = new Span(withoutPeople || each.author().isEmpty() ? when : each.author() + " · " + when);
            meta.addClassNames("xxs", "faint");
            item.add(meta);
            list.add(item);
        }
        add(list);
        getFooter().add(new Button(translate("indicator.narrative.history.close"), click -> close()));
    }
}
