package org.scpmonitor.ui.procurement;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.scpmonitor.entry.Criterion;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.procurement.ProcurementQueries;
import org.scpmonitor.procurement.Purchases;
import org.scpmonitor.progress.IndicatorProgress;
import org.scpmonitor.progress.ProgressQuestion;
import org.scpmonitor.register.Entries;
import org.scpmonitor.register.Entry;
import org.scpmonitor.register.Shelf;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.Help;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Segmented;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.progress.FigureWatch;
import org.scpmonitor.ui.progress.SharedProgress;
import org.scpmonitor.ui.provenance.ProvenanceDrawer;

/** From the criterion to the purchase and from the purchase to the impact, for every country's priority products. */
@Route(Pages.PROCUREMENT)
@Menu(title = "nav.cooperation.procurement", icon = "BAG", order = 24)
@AnonymousAllowed
class ProcurementView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private static final String ALL = "";

    private final Entries entries;
    private final ProcurementQueries queries;
    private final SharedProgress progress;
    private final Clock clock;
    private final FigureWriter told;
    private final Segmented<String> countries;
    private final Div top = new Div();
    private final Div tables = new Div();
    private Selection selection = Selection.NONE;

    ProcurementView(
            Entries entries,
            ProcurementQueries queries,
            SharedProgress progress,
            ProvenanceDrawer provenance,
            FigureWatch watch,
            Clock clock) {
        this.entries = entries;
        this.queries = queries;
        this.progress = progress;
        this.clock = clock;
        Locale locale = UI.getCurrent().getLocale();
        this.told = new FigureWriter(locale, provenance::open);
        countries =
                new Segmented<>(translate("procurement.country"), this::ask).option(ALL, translate("procurement.all"));
        marks().forEach(each -> countries.option(each, CountryMark.name(each, locale)));
        top.addClassName("procured");
        tables.addClassName("stack");
        add(
                head(
                        translate("procurement.title"),
                        new Span(translate("procurement.says")),
                        Pages.link(Pages.AGREEMENTS, translate("procurement.agreements.title"))),
                top,
                sectionHead(
                        translate("procurement.priorities"),
                        translate("procurement.priorities.says"),
                        countries,
                        new Help(Help.Term.UPTAKE)),
                tables,
                foot(),
                provenance);
        watch.follow(this, this::show);
    }

    private static Component foot() {
        Paragraph foot = FigureWriter.small(translate("procurement.foot") + " ");
        foot.add(Pages.link(Pages.METHODS + "#chain", translate("methods.help.more")));
        return foot;
    }

    private static Stream<String> marks() {
        return Stream.of("CL", "MX", "CO", "PE");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        selection = Selection.of(event.getLocation().getQueryParameters());
        show();
    }

    private void show() {
        Shelf shelf = entries.read(EnumSet.of(Kind.PRODUCT, Kind.CRITERION, Kind.SELECTION), selection.moment());
        List<Entry<Criterion>> criteria = shelf.all(Criterion.class);
        Purchases purchases = queries.read(
                Purchases.named(criteria.stream().map(Entry::content).toList()), List.of(), selection.moment());
        List<String> shares = criteria.stream()
                .flatMap(each -> Optional.ofNullable(each.content().share()).stream())
                .toList();
        List<IndicatorProgress> judged = shares.isEmpty()
                ? List.of()
                : progress.list(ProgressQuestion.at(selection.moment()).ofIndicators(shares));
        showShares(criteria, purchases, judged);
        String chosen = selection.countries().stream().findFirst().orElse(ALL);
        countries.press(chosen);
        tables.removeAll();
        List<String> shown = Stream.concat(
                        marks(),
                        shelf.all(org.scpmonitor.entry.Selection.class).stream()
                                .map(each -> each.content().country()))
                .distinct()
                .filter(each -> chosen.equals(ALL) || chosen.equals(each))
                .toList();
        shown.forEach(each -> tables.add(new ProductTable(each, shelf, purchases, today(), told)));
    }

    /** What is published as a share only: in large where something of it is undated or judged, else to look at beside. */
    private void showShares(List<Entry<Criterion>> criteria, Purchases purchases, List<IndicatorProgress> judged) {
        top.removeAll();
        Div beside = new Div();
        beside.addClassName("stack");
        for (Entry<Criterion> entry : criteria) {
            Criterion criterion = entry.content();
            purchases.find(criterion.share()).ifPresent(share -> {
                Optional<IndicatorProgress> own = judged.stream()
                        .filter(each -> each.indicator().equals(share.code())
                                && each.programme().country().equals(criterion.country()))
                        .findFirst();
                if (own.isPresent() || !criterion.undated().isEmpty()) {
                    top.addComponentAsFirst(new ShareCard(entry, share, own, told));
                    own.flatMap(each -> ShareCard.why(each, criterion, told)).ifPresent(beside::addComponentAsFirst);
                } else {
                    beside.add(new ReferenceCard(entry, share, told));
                }
            });
        }
        top.add(beside);
        top.setVisible(top.getComponentCount() > 1 || beside.getComponentCount() > 0);
    }

    private void ask(String country) {
        UI.getCurrent()
                .navigate(
                        ProcurementView.class,
                        selection
                                .ofCountries(country.equals(ALL) ? List.of() : List.of(country))
                                .parameters());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    @Override
    public String getPageTitle() {
        return translate("procurement.title") + " · SCP Monitor";
    }
}
