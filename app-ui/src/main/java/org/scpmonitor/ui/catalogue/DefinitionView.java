package org.scpmonitor.ui.catalogue;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.catalogue.IndicatorCatalogue;
import org.scpmonitor.catalogue.IndicatorCatalogue.Entry;
import org.scpmonitor.catalogue.IndicatorCatalogue.State;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Selection;

/** One indicator's definition, as it is or was on a day, with its versions and the programmes that follow it. */
@Route(Pages.CATALOGUE + "/:code")
@PermitAll
class DefinitionView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private final IndicatorCatalogue catalogue;
    private String title = "";

    DefinitionView(IndicatorCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String code = event.getRouteParameters().get("code").orElseThrow();
        QueryParameters address = event.getLocation().getQueryParameters();
        LocalDate asOf = Selection.of(address).asOf();
        Entry entry = address.getSingleParameter("version")
                .filter(text -> text.matches("[1-9]\\d{0,5}"))
                .map(text -> catalogue.find(code, Integer.parseInt(text)))
                .orElseGet(() -> catalogue.find(code, asOf == null ? AsOf.NOW : AsOf.endOf(asOf)))
                .orElseThrow(() -> new NotFoundException(code));
        title = entry.indicator().name().in(Words.locale());
        removeAll();
        add(crumbs(entry), head(title, says(entry)));
        if (entry.version() < entry.versions().getFirst().version()) {
            add(new Note(
                    Note.Kind.PLAIN,
                    new Span(translate("catalogue.earlier", entry.version()) + " "),
                    Pages.link(Pages.definition(code), translate("catalogue.earlier.now"))));
        }
        Div side = new Div(new FollowersCard(entry), new VersionsCard(entry));
        side.addClassName("stack");
        Div lay = new Div(new DefinitionCard(entry), side);
        lay.addClassNames("lay", "side");
        add(lay);
    }

    private static Component says(Entry entry) {
        Span says = new Span(
                Words.state(State.of(entry.indicator().state())),
                Words.kind(entry.calculated()),
                new Span(translate(
                        "catalogue.version.of",
                        entry.version(),
                        entry.versions().size())));
        says.addClassNames("row", "wrap");
        return says;
    }

    private static Component crumbs(Entry entry) {
        Nav crumbs = new Nav(
                Pages.link(Pages.CATALOGUE, translate("catalogue.title")),
                new Span("/"),
                new Span(entry.indicator().code()));
        crumbs.addClassName("crumbs");
        crumbs.setAriaLabel(translate("indicator.crumbs"));
        return crumbs;
    }

    @Override
    public String getPageTitle() {
        return title + " · SCP Monitor";
    }
}
