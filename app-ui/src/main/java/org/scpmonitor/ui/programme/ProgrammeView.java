package org.scpmonitor.ui.programme;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.scpmonitor.programme.ProgrammeQueries;
import org.scpmonitor.programme.ProgrammeQueries.Portrait;
import org.scpmonitor.progress.IndicatorProgress;
import org.scpmonitor.progress.ProgressQueries;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.progress.FilterBar;
import org.scpmonitor.ui.provenance.ProvenanceDrawer;

/** One national programme: what it is, and all its indicators by theme. */
@Route(Pages.PROGRAMMES + "/:code")
@AnonymousAllowed
class ProgrammeView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private final ProgrammeQueries programmes;
    private final ProgressQueries progress;
    private final ProvenanceDrawer provenance;
    private final Clock clock;
    private String title = "";

    ProgrammeView(ProgrammeQueries programmes, ProgressQueries progress, ProvenanceDrawer provenance, Clock clock) {
        this.programmes = programmes;
        this.progress = progress;
        this.provenance = provenance;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String code = event.getRouteParameters().get("code").orElseThrow();
        Selection selection = Selection.of(event.getLocation().getQueryParameters());
        Locale locale = UI.getCurrent().getLocale();
        Portrait portrait = programmes.find(code).orElseThrow(() -> new NotFoundException(code));
        List<IndicatorProgress> indicators = progress.listOfProgramme(code, selection.moment());
        title = portrait.name().in(locale);
        removeAll();
        Span description = new Span(portrait.description().in(locale));
        add(
                crumbs(portrait, locale),
                head(title, description),
                new FilterBar(
                        selection,
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                        changed -> UI.getCurrent()
                                .navigate(
                                        ProgrammeView.class, new RouteParameters("code", code), changed.parameters())),
                facts(portrait, locale),
                new IndicatorTable(indicators, selection.ofProgramme(code), provenance::open),
                provenance);
    }

    private static Component crumbs(Portrait portrait, Locale locale) {
        Span country = new Span(
                CountryMark.of(portrait.country()).image(),
                new Span(portrait.countryName().in(locale)));
        country.addClassName("row");
        Nav crumbs = new Nav(
                Pages.link(Pages.OVERVIEW, translate("overview.title")),
                new Span("/"),
                country,
                new Span("/"),
                new Span(portrait.code()));
        crumbs.addClassName("crumbs");
        crumbs.setAriaLabel(translate("programme.crumbs"));
        return crumbs;
    }

    private static Component facts(Portrait portrait, Locale locale) {
        DescriptionList facts = new DescriptionList();
        facts.addClassNames("card", "lead", "facts");
        fact(facts, "legal", portrait.legalBasis());
        fact(facts, "starts", new DateText(locale).day(portrait.startsOn()));
        if (portrait.endsOn() != null) {
            fact(facts, "ends", new DateText(locale).day(portrait.endsOn()));
        }
        fact(facts, "gwp", portrait.gwpSet());
        return facts;
    }

    private static void fact(DescriptionList facts, String key, String value) {
        Div cell = new Div(
                new DescriptionList.Term(translate("programme." + key)), new DescriptionList.Description(value));
        facts.getElement().appendChild(cell.getElement());
    }

    @Override
    public String getPageTitle() {
        return title + " · SCP Monitor";
    }
}
