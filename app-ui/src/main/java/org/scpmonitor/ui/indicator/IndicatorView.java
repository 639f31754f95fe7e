package org.scpmonitor.ui.indicator;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
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
import java.util.Optional;
import org.scpmonitor.indicator.Absence;
import org.scpmonitor.indicator.Absences;
import org.scpmonitor.indicator.Breakdown;
import org.scpmonitor.indicator.IndicatorQueries;
import org.scpmonitor.indicator.IndicatorSheet;
import org.scpmonitor.indicator.IndicatorSheet.CountrySeries;
import org.scpmonitor.progress.IndicatorProgress;
import org.scpmonitor.progress.ProgressQueries;
import org.scpmonitor.ui.chart.Trajectory.Comparison;
import org.scpmonitor.ui.chart.Trajectory.Level;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.progress.FilterBar;
import org.scpmonitor.ui.progress.Picture;
import org.scpmonitor.ui.provenance.ProvenanceDrawer;

/** One indicator in one programme: figures, chart, methods, definition, targets, and what the figure is made of. */
@Route(Pages.INDICATORS + "/:code")
@AnonymousAllowed
class IndicatorView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private static final int CONTRIBUTORS = 10;

    private final ProgressQueries progress;
    private final IndicatorQueries indicators;
    private final Absences absences;
    private final ProvenanceDrawer provenance;
    private final Clock clock;
    private String title = "";

    IndicatorView(
            ProgressQueries progress,
            IndicatorQueries indicators,
            Absences absences,
            ProvenanceDrawer provenance,
            Clock clock) {
        this.progress = progress;
        this.indicators = indicators;
        this.absences = absences;
        this.provenance = provenance;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String code = event.getRouteParameters().get("code").orElseThrow();
        Selection selection = Selection.of(event.getLocation().getQueryParameters());
        Locale locale = UI.getCurrent().getLocale();
        IndicatorSheet sheet = indicators.find(code, selection.moment()).orElseThrow(() -> new NotFoundException(code));
        title = sheet.name().in(locale);
        List<IndicatorProgress> all = progress.listOfIndicator(code, selection.moment());
        removeAll();
        add(crumbs(sheet, locale), head(title, new Span()));
        Optional<IndicatorProgress> chosen = all.stream()
                .filter(each -> each.programme().code().equals(selection.programme()))
                .findFirst()
                .or(() -> all.stream().findFirst());
        if (chosen.isEmpty()) {
            add(new Note(Note.Kind.PLAIN, translate("indicator.noprogramme")));
            return;
        }
        add(filters(code, selection, all, chosen.get(), sheet));
        show(Picture.of(chosen.get(), Optional.ofNullable(selection.method())), sheet, selection);
    }

    private void show(Picture picture, IndicatorSheet sheet, Selection selection) {
        IndicatorProgress shown = picture.progress();
        Div left = new Div(
                new ChartCard(picture, picture.trajectory().beside(comparisons(sheet, selection)), provenance::open));
        left.addClassName("stack");
        Optional<Breakdown> breakdown = shown.latest()
                .map(latest -> indicators.breakdown(
                        shown.programme().code(), sheet.code(), latest.period(), CONTRIBUTORS, selection.moment()));
        breakdown
                .filter(each -> !each.fractions().isEmpty() || each.parts().size() > 1 || each.contributors() > 1)
                .ifPresent(each ->
                        left.add(new BreakdownCards(shown, shown.latest().orElseThrow(), each, provenance::open)));
        List<Absence> absent = breakdown.isPresent()
                ? breakdown.get().absences()
                : absences.list(shown.programme().code(), sheet.code(), selection.moment(), CONTRIBUTORS);
        if (!absent.isEmpty()) {
            left.add(new AbsenceCard(absent));
        }
        Div right = new Div();
        right.addClassName("stack");
        if (!shown.verdicts().isEmpty()) {
            right.add(new MethodsCard(shown));
        }
        if (!shown.targets().isEmpty()) {
            right.add(new TargetsCard(shown));
        }
        right.add(new SheetCard(sheet, shown));
        Div pair = new Div(left, right);
        pair.addClassName("pair");
        Div frame = new Div(pair);
        frame.addClassName("pair-frame");
        add(new Strip(picture, provenance::open));
        breakdown.map(Breakdown::published).ifPresent(mark -> add(new PublishedNote(mark)));
        add(frame, provenance);
    }

    private static List<Comparison> comparisons(IndicatorSheet sheet, Selection selection) {
        Locale locale = UI.getCurrent().getLocale();
        return sheet.countries().stream()
                .filter(each -> each.country().equals(selection.compare()))
                .map(each -> new Comparison(
                        CountryMark.of(each.country()),
                        each.name().in(locale),
                        each.values().stream()
                                .map(value -> new Level(value.period(), value.value()))
                                .toList()))
                .toList();
    }

    private static Component crumbs(IndicatorSheet sheet, Locale locale) {
        Nav crumbs = new Nav(
                Pages.link(Pages.INDICATORS, translate("indicators.title")),
                new Span("/"),
                new Span(sheet.themeName().in(locale)),
                new Span("/"),
                new Span(sheet.code()));
        crumbs.addClassName("crumbs");
        crumbs.setAriaLabel(translate("indicator.crumbs"));
        return crumbs;
    }

    private Component filters(
            String code,
            Selection selection,
            List<IndicatorProgress> all,
            IndicatorProgress chosen,
            IndicatorSheet sheet) {
        Locale locale = UI.getCurrent().getLocale();
        Select<IndicatorProgress> programme = new Select<>();
        programme.setItems(all);
        programme.setItemLabelGenerator(each -> each.programme().countryName().in(locale));
        programme.setPrefixComponent(FilterBar.prefix("indicator.programme"));
        programme.setAriaLabel(translate("indicator.programme"));
        programme.setValue(chosen);
        programme.addValueChangeListener(change ->
                show(code, selection.ofProgramme(change.getValue().programme().code())));
        ComboBox<CountrySeries> compare = new ComboBox<>();
        compare.setItems(sheet.countries().stream()
                .filter(each -> !each.values().isEmpty())
                .filter(each -> !each.country().equals(chosen.programme().country()))
                .toList());
        compare.setItemLabelGenerator(each -> each.name().in(locale));
        compare.setPrefixComponent(FilterBar.prefix("indicator.compare"));
        compare.setAriaLabel(translate("indicator.compare"));
        compare.setPlaceholder(translate("indicator.compare.none"));
        compare.setClearButtonVisible(true);
        sheet.countries().stream()
                .filter(each -> each.country().equals(selection.compare()))
                .findFirst()
                .ifPresent(compare::setValue);
        compare.addValueChangeListener(change -> show(
                code,
                selection.comparedWith(
                        change.getValue() == null ? null : change.getValue().country())));
        return new FilterBar(
                selection,
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                changed -> show(code, changed),
                programme,
                compare);
    }

    private static void show(String code, Selection selection) {
        UI.getCurrent().navigate(IndicatorView.class, new RouteParameters("code", code), selection.parameters());
    }

    @Override
    public String getPageTitle() {
        return title + " · SCP Monitor";
    }
}
