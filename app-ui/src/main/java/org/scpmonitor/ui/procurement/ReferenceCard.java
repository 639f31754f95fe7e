package org.scpmonitor.ui.procurement;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import org.scpmonitor.entry.Criterion;
import org.scpmonitor.procurement.Purchase;
import org.scpmonitor.register.Entry;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.Pages;

/** Another country's published share, to look at beside: another definition, so that it isn't compared. */
class ReferenceCard extends Section {
    ReferenceCard(Entry<Criterion> entry, Purchase share, FigureWriter told) {
        addClassName("card");
        Criterion criterion = entry.content();
        H2 title = new H2(
                CountryMark.of(criterion.country()).image(),
                new Span(translate("procurement.reference", CountryMark.name(criterion.country(), told.locale()))));
        title.addClassName("row");
        Paragraph what = new Paragraph(
                Pages.link(Pages.criterion(entry.code()), share.name().in(told.locale())));
        what.addClassName("sub");
        Div values = new Div();
        values.addClassName("effects");
        share.in(criterion.country()).forEach(each -> {
            Span year = new Span(each.period().label(told.locale()));
            year.addClassNames("xs", "faint");
            values.add(new Div(told.figure(each, share.unit()), new Div(year)));
        });
        add(title, what, values, FigureWriter.small(translate("procurement.reference.note", entry.source())));
    }
}
