package org.scpmonitor.ui.indicator;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.scpmonitor.progress.IndicatorProgress;
import org.scpmonitor.progress.IndicatorProgress.Programme;
import org.scpmonitor.progress.ProgressQueries;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.component.StatusBadge;
import org.scpmonitor.ui.component.UnitText;
import org.scpmonitor.ui.progress.FilterBar;
import org.scpmonitor.ui.progress.Picture;

/** Every indicator by theme, with the latest value and status of each programme that has it. */
@Route(Pages.INDICATORS)
@Menu(title = "nav.monitoring.indicators", icon = "CHART", order = 20)
@AnonymousAllowed
class IndicatorsView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private final ProgressQueries progress;
    private final Clock clock;

    IndicatorsView(ProgressQueries progress, Clock clock) {
        this.progress = progress;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Selection selection = Selection.of(event.getLocation().getQueryParameters());
        List<IndicatorProgress> all = progress.listAll(selection.moment());
        removeAll();
        add(
                head(translate("indicators.title"), new Span(translate("indicators.says"))),
                new FilterBar(
                        selection,
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                        changed -> UI.getCurrent().navigate(IndicatorsView.class, changed.parameters())),
                table(all, selection));
    }

    private static Component table(List<IndicatorProgress> all, Selection selection) {
        Locale locale = UI.getCurrent().getLocale();
        List<Programme> programmes =
                all.stream().map(IndicatorProgress::programme).distinct().toList();
        SequencedMap<String, List<IndicatorProgress>> rows = all.stream()
                .collect(Collectors.groupingBy(IndicatorProgress::indicator, LinkedHashMap::new, Collectors.toList()));
        NativeTable table = new NativeTable();
        NativeTableRow head = table.getHead().addRow();
        head.add(heading(new Span(translate("indicators.indicator"))));
        programmes.forEach(each -> {
            Span name = new Span(
                    CountryMark.of(each.country()).image(),
                    Pages.link(
                            Pages.programme(each.code(), selection),
                            each.countryName().in(locale)));
            name.addClassName("row");
            head.add(heading(name));
        });
        String theme = "";
        for (List<IndicatorProgress> row : rows.values()) {
            IndicatorProgress first = row.getFirst();
            if (!first.theme().equals(theme)) {
                theme = first.theme();
                NativeTableHeaderCell group =
                        new NativeTableHeaderCell(first.themeName().in(locale));
                group.getElement().setAttribute("colspan", Integer.toString(programmes.size() + 1));
                group.getElement().setAttribute("scope", "rowgroup");
                NativeTableRow band = table.getBody().addRow();
                band.addClassName("group");
                band.add(group);
            }
            row(table.getBody().addRow(), row, programmes, selection, locale);
        }
        Div wrap = new Div(table);
        wrap.addClassNames("card", "flush", "tablewrap");
        return wrap;
    }

    private static void row(
            NativeTableRow row,
            List<IndicatorProgress> values,
            List<Programme> programmes,
            Selection selection,
            Locale locale) {
        IndicatorProgress first = values.getFirst();
        Span unit = new Span(first.indicator() + " · " + UnitText.of(first.unit()));
        unit.addClassNames("xxs", "faint");
        row.add(new NativeTableCell(
                new Div(Pages.link(
                        Pages.indicator(first.indicator(), selection),
                        first.name().in(locale))),
                unit));
        Map<String, IndicatorProgress> byProgramme = values.stream()
                .collect(Collectors.toMap(each -> each.programme().code(), each -> each));
        programmes.forEach(programme -> row.add(Optional.ofNullable(byProgramme.get(programme.code()))
                .map(each -> cell(Picture.of(each, Optional.ofNullable(selection.method())), selection))
                .orElseGet(() -> new NativeTableCell(new Span("–")))));
    }

    private static NativeTableCell cell(Picture picture, Selection selection) {
        NumberText numbers = new NumberText(UI.getCurrent().getLocale());
        IndicatorProgress progress = picture.progress();
        NativeTableCell cell = new NativeTableCell();
        progress.latest()
                .ifPresentOrElse(
                        latest -> {
                            Span year = new Span(" " + Picture.label(latest.period()));
                            year.addClassNames("xxs", "faint");
                            Div value = new Div(
                                    Pages.link(
                                            Pages.indicator(
                                                    progress.indicator(),
                                                    selection.ofProgramme(
                                                            progress.programme().code())),
                                            numbers.of(latest.value())),
                                    year);
                            value.addClassNames("num");
                            cell.add(value);
                        },
                        () -> cell.add(new Div(translate("indicators.nodata"))));
        picture.verdict()
                .filter(each -> progress.target().isPresent())
                .ifPresent(each -> cell.add(StatusBadge.plain(each.status())));
        return cell;
    }

    private static NativeTableHeaderCell heading(Component content) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(content);
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }

    @Override
    public String getPageTitle() {
        return translate("indicators.title") + " · SCP Monitor";
    }
}
