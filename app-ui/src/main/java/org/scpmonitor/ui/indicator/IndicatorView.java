package org.scpmonitor.ui.indicator;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
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
import java.util.Objects;
import java.util.Optional;
import org.scpmonitor.indicator.IndicatorSheet;
import org.scpmonitor.indicator.IndicatorSheet.CountrySeries;
import org.scpmonitor.progress.IndicatorProgress;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.component.Selection.Look;
import org.scpmonitor.ui.progress.FigureWatch;
import org.scpmonitor.ui.progress.FilterBar;
import org.scpmonitor.ui.progress.Picture;

/**
 * One indicator in one programme: figures, chart, methods, definition, targets, and what the figure is made of. Asked
 * again, it changes in place.
 */
@Route(Pages.INDICATORS + "/:code")
@AnonymousAllowed
class IndicatorView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private final IndicatorReading reading;
    private final Clock clock;
    private final H1 title = new H1();
    private final Slot<IndicatorSheet> crumbs = new Slot<>(IndicatorView::crumbs);
    private final Slot<Asked> filters = new Slot<>(this::filters);
    private final Slot<Boolean> nowhere =
            new Slot<>(yes -> new Note(Note.Kind.PLAIN, translate("indicator.noprogramme")));
    private final ShareActions share;
    private final IndicatorBody body;
    private String code = "";
    private Selection selection = Selection.NONE;

    /** What the fields above the figures are made of. */
    private record Asked(
            String code,
            Selection selection,
            List<IndicatorProgress> all,
            IndicatorProgress chosen,
            IndicatorSheet sheet) {}

    IndicatorView(IndicatorReading reading, IndicatorParts parts, FigureWatch watch, Clock clock) {
        watch.follow(this, this::read);
        this.reading = reading;
        this.clock = clock;
        this.body = parts.body(look -> show(code, selection.look(look == Look.CHART ? null : look)), this::read);
        this.share = parts.share(() -> body.saveImage(today()));
        Div head = new Div(new Div(title), share);
        head.addClassName("head");
        add(crumbs, head, filters, nowhere, body, parts.provenance());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        code = event.getRouteParameters().get("code").orElseThrow();
        selection = Selection.of(event.getLocation().getQueryParameters());
        read();
    }

    /** Reads what is asked for and shows it; in place, whatever was shown before. */
    private void read() {
        IndicatorSheet sheet = reading.sheet(code, selection.moment()).orElseThrow(() -> new NotFoundException(code));
        List<IndicatorProgress> all = reading.progress(code, selection);
        Optional<IndicatorProgress> chosen = all.stream()
                .filter(each -> each.programme().code().equals(selection.programme()))
                .findFirst()
                .or(() -> all.stream().findFirst());
        title.setText(sheet.name().in(UI.getCurrent().getLocale()));
        crumbs.show(sheet);
        nowhere.show(chosen.isEmpty() ? true : null);
        filters.show(
                chosen.map(each -> new Asked(code, selection, all, each, sheet)).orElse(null));
        Picture picture = chosen.map(each -> Picture.of(each, Optional.ofNullable(selection.method())))
                .orElse(null);
        body.setVisible(picture != null);
        share.show(picture == null ? null : new ShareActions.Shown(picture, sheet, selection));
        if (picture != null) {
            body.show(picture, sheet, selection, today());
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(
                Objects.requireNonNullElseGet(selection.moment().moment(), clock::instant), ZoneOffset.UTC);
    }

    private static Component crumbs(IndicatorSheet sheet) {
        Nav crumbs = new Nav(
                Pages.link(Pages.INDICATORS, translate("indicators.title")),
                new Span("/"),
                new Span(sheet.themeName().in(UI.getCurrent().getLocale())),
                new Span("/"),
                new Span(sheet.code()));
        crumbs.addClassName("crumbs");
        crumbs.setAriaLabel(translate("indicator.crumbs"));
        return crumbs;
    }

    private Component filters(Asked asked) {
        Locale locale = UI.getCurrent().getLocale();
        IndicatorProgress chosen = asked.chosen();
        Select<IndicatorProgress> programme = new Select<>();
        programme.setItems(asked.all());
        programme.setItemLabelGenerator(each -> each.programme().countryName().in(locale));
        programme.setPrefixComponent(FilterBar.prefix("indicator.programme"));
        programme.setAriaLabel(translate("indicator.programme"));
        programme.setValue(chosen);
        programme.addValueChangeListener(change -> show(
                asked.code(),
                asked.selection().ofProgramme(change.getValue().programme().code())));
        ComboBox<CountrySeries> compare = new ComboBox<>();
        compare.setItems(asked.sheet().countries().stream()
                .filter(each -> !each.values().isEmpty())
                .filter(each -> !each.country().equals(chosen.programme().country()))
                .toList());
        compare.setItemLabelGenerator(each -> each.name().in(locale));
        compare.setPrefixComponent(FilterBar.prefix("indicator.compare"));
        compare.setAriaLabel(translate("indicator.compare"));
        compare.setPlaceholder(translate("indicator.compare.none"));
        compare.setClearButtonVisible(true);
        asked.sheet().countries().stream()
                .filter(each -> each.country().equals(asked.selection().compare()))
                .findFirst()
                .ifPresent(compare::setValue);
        compare.addValueChangeListener(change -> show(
                asked.code(),
                asked.selection()
                        .comparedWith(
                                change.getValue() == null
                                        ? null
                                        : change.getValue().country())));
        return new FilterBar(
                asked.selection(),
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                changed -> show(asked.code(), changed),
                programme,
                compare);
    }

    private static void show(String code, Selection selection) {
        UI.getCurrent().navigate(IndicatorView.class, new RouteParameters("code", code), selection.parameters());
    }

    @Override
    public String getPageTitle() {
        return title.getText() + " · SCP Monitor";
    }
}
