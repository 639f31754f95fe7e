package org.scpmonitor.ui.procurement;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.entry.Agreement;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.register.Entries;
import org.scpmonitor.register.Entry;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Pages;

/** What public and private sector agreed on. */
@Route(Pages.AGREEMENTS)
@Menu(title = "nav.cooperation.agreements", icon = "PEOPLE", order = 26)
@AnonymousAllowed
class AgreementsView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private final Entries entries;
    private final Locale locale = UI.getCurrent().getLocale();

    AgreementsView(Entries entries) {
        this.entries = entries;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        List<Entry<Agreement>> all =
                entries.read(EnumSet.of(Kind.AGREEMENT), AsOf.NOW).all(Agreement.class);
        add(head(
                translate("procurement.agreements.title"),
                new Span(translate("procurement.agreements.says", all.size()))));
        if (all.isEmpty()) {
            Div empty = new Div(translate("procurement.agreements.nothing"));
            empty.addClassNames("empty", "card");
            add(empty);
            return;
        }
        PurchaseTable table = new PurchaseTable(
                translate("procurement.agreements.title"),
                List.of(
                        translate("procurement.agreement"),
                        translate("procurement.fact.country"),
                        translate("procurement.sector"),
                        translate("procurement.signed"),
                        translate("procurement.signatories"),
                        translate("procurement.commitments")),
                List.of(4, 5));
        all.reversed().forEach(each -> row(table, each));
        add(table.carded());
    }

    private void row(PurchaseTable table, Entry<Agreement> entry) {
        Agreement agreement = entry.content();
        Div title =
                new Div(Pages.link(Pages.agreement(entry.code()), entry.title().in(locale)));
        title.addClassNames("row", "wrap");
        FigureWriter.marks(entry).forEach(title::add);
        Span country = new Span(
                CountryMark.of(agreement.country()).image(), new Span(CountryMark.name(agreement.country(), locale)));
        country.addClassName("row");
        table.line(
                PurchaseTable.cell(title),
                PurchaseTable.cell(country),
                PurchaseTable.cell(new Span(agreement.sector().in(locale))),
                PurchaseTable.cell(
                        agreement.signed() == null
                                ? FigureWriter.faint(translate("procurement.negotiated"))
                                : new Span(agreement.signed().in(locale)
                                        + (agreement.ends() == null
                                                ? ""
                                                : " – " + agreement.ends().in(locale)))),
                PurchaseTable.number(
                        new Span(Integer.toString(agreement.signatories().size()))),
                PurchaseTable.number(
                        new Span(Integer.toString(agreement.commitments().size()))));
    }

    @Override
    public String getPageTitle() {
        return translate("procurement.agreements.title") + " · SCP Monitor";
    }
}
