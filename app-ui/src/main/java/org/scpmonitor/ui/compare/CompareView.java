package org.scpmonitor.ui.compare;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.scpmonitor.board.PinKind;
import org.scpmonitor.comparison.Compared;
import org.scpmonitor.comparison.Compared.Country;
import org.scpmonitor.comparison.ComparisonQueries;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.component.UnknownCodes;
import org.scpmonitor.ui.pin.Pin;
import org.scpmonitor.ui.pin.PinButton;
import org.scpmonitor.ui.pin.PinButtons;
import org.scpmonitor.ui.progress.FigureWatch;
import org.scpmonitor.ui.provenance.ProvenanceDrawer;

/** Any indicators of any countries: a panel for each indicator, all on one time axis, those of one unit on one scale. */
@Route(Pages.COMPARE)
@Menu(title = "nav.monitoring.compare", icon = "SCALE", order = 14)
@AnonymousAllowed
class CompareView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private final ComparisonQueries comparisons;
    private final ProvenanceDrawer provenance;
    private final Clock clock;
    private final Locale locale = UI.getCurrent().getLocale();
    private final Span says = new Span();
    private final Anchor file = new Anchor();
    private final CompareFields fields;
    private final PinButton pin;
    private final Span pinned;
    private final UnknownCodes unknown = new UnknownCodes();
    private final Div invitation = new Div();
    private final Div grid = new Div();
    private final Map<String, ComparePanel> panels = new LinkedHashMap<>();
    private Selection selection = Selection.NONE;

    CompareView(
            ComparisonQueries comparisons,
            ProvenanceDrawer provenance,
            PinButtons pins,
            FigureWatch watch,
            Clock clock) {
        this.comparisons = comparisons;
        this.provenance = provenance;
        this.clock = clock;
        fields = new CompareFields(today(), this::ask);
        file.add(Icon.DOWNLOAD.small(), new Span(translate("compare.csv")));
        file.addClassName("btn");
        pin = pins.of(new Pin(PinKind.COMPARISON, Selection.NONE));
        pinned = new Span(pin);
        invitation.addClassNames("empty", "card");
        grid.addClassNames("g2", "compare-grid");
        add(head(translate("compare.title"), says, pinned, file), fields, unknown, invitation, grid, provenance);
        watch.follow(this, this::show);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        selection = Selection.of(event.getLocation().getQueryParameters());
        show();
    }

    private void show() {
        List<Compared> all = comparisons.list(selection.indicators(), selection.moment());
        Comparison comparison = new Comparison(selection, all);
        List<Compared> chosen = comparison.chosen();
        List<Measured> measured = comparison.measured();
        fields.show(comparison);
        unknown.show(selection, codes(all), countries(all));
        says.setText(
                chosen.isEmpty()
                        ? translate("compare.says.none")
                        : translate(
                                "compare.says",
                                chosen.size(),
                                comparison.countries(chosen.getFirst()).size()));
        pin.show(new Pin(PinKind.COMPARISON, selection));
        pinned.setVisible(!chosen.isEmpty());
        invite(all, chosen.isEmpty());
        draw(measured);
        file.setVisible(measured.stream().anyMatch(each -> !each.isEmpty()));
        String asOf = selection.asOf() == null
                ? clock.instant().toString()
                : selection.asOf().toString();
        file.setHref((DownloadHandler) event -> new CompareFile(measured, asOf, locale).write(event));
    }

    /** Panels that stay keep their place and their chart. */
    private void draw(List<Measured> measured) {
        List<String> codes =
                measured.stream().map(each -> each.indicator().code()).toList();
        panels.entrySet().removeIf(each -> {
            boolean gone = !codes.contains(each.getKey());
            if (gone) {
                grid.remove(each.getValue());
            }
            return gone;
        });
        NumberText numbers = new NumberText(locale);
        for (Measured each : measured) {
            panels.computeIfAbsent(each.indicator().code(), code -> {
                        ComparePanel panel = new ComparePanel(provenance::open);
                        grid.add(panel);
                        return panel;
                    })
                    .show(each, Comparison.axes(each, measured, numbers), selection, asOf());
        }
    }

    /** Nothing is chosen yet: what there is to begin with, one indicator of each theme. */
    private void invite(List<Compared> all, boolean empty) {
        invitation.setVisible(empty);
        grid.setVisible(!empty);
        invitation.removeAll();
        if (!empty) {
            return;
        }
        invitation.add(new Paragraph(translate(all.isEmpty() ? "compare.nothing" : "compare.invitation")));
        Map<String, Compared> first = new LinkedHashMap<>();
        all.forEach(each -> first.putIfAbsent(each.themeName().in(locale), each));
        Div links = new Div();
        links.addClassName("begin");
        first.values()
                .forEach(each -> links.add(Pages.link(
                        Pages.compare(selection.ofIndicators(List.of(each.code()))),
                        each.code() + " · " + each.name().in(locale))));
        invitation.add(links);
    }

    private static List<String> codes(List<Compared> all) {
        return all.stream().map(Compared::code).toList();
    }

    private static List<String> countries(List<Compared> all) {
        return all.stream()
                .flatMap(each -> each.countries().stream())
                .map(Country::code)
                .distinct()
                .toList();
    }

    private String asOf() {
        return Optional.ofNullable(selection.asOf())
                .map(new DateText(locale)::day)
                .orElseGet(() -> new DateText(locale).moment(clock.instant()));
    }

    private void ask(Selection asked) {
        UI.getCurrent().navigate(CompareView.class, asked.parameters());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    @Override
    public String getPageTitle() {
        return translate("compare.title") + " · SCP Monitor";
    }
}
