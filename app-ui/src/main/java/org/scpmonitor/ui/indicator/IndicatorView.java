package org.scpmonitor.ui.indicator;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.indicator.IndicatorSheet;
import org.scpmonitor.progress.IndicatorProgress;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.component.Selection.Look;
import org.scpmonitor.ui.component.Selection.Member;
import org.scpmonitor.ui.component.Slot;
import org.scpmonitor.ui.progress.FigurePage;
import org.scpmonitor.ui.progress.FigureWatch;
import org.scpmonitor.ui.progress.Picture;

/** One indicator in one programme: figures, chart, methods, definition, targets, and what the figure is made of. */
@Route(Pages.INDICATORS + "/:code")
@AnonymousAllowed
class IndicatorView extends FigurePage implements HasDynamicTitle {
    private final IndicatorReading reading;
    private final IndicatorParts parts;
    private final Clock clock;
    private String code = "";
    private String name = "";
    private @Nullable Content content;

    /** The parts that change their content. */
    private record Content(
            Slot<IndicatorSheet> crumbs,
            H1 title,
            ShareActions share,
            IndicatorFilters filters,
            Note nowhere,
            IndicatorBody body) {}

    IndicatorView(IndicatorReading reading, IndicatorParts parts, FigureWatch watch, Clock clock) {
        super(watch);
        this.reading = reading;
        this.parts = parts;
        this.clock = clock;
    }

    @Override
    protected void enter(BeforeEnterEvent event) {
        code = event.getRouteParameters().get("code").orElseThrow();
    }

    @Override
    protected void build() {
        IndicatorBody body =
                parts.body(look -> ask(selection().look(look == Look.CHART ? null : look)), () -> show(selection()));
        ShareActions share = parts.share(() -> body.saveImage(today(selection())));
        H1 title = new H1();
        Div head = new Div(new Div(title), share);
        head.addClassName("head");
        Slot<IndicatorSheet> crumbs = new Slot<>(each -> List.of(crumbs(each)));
        IndicatorFilters filters =
                new IndicatorFilters(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), this::ask);
        Note nowhere = new Note(Note.Kind.PLAIN, translate("indicator.noprogramme"));
        content = new Content(crumbs, title, share, filters, nowhere, body);
        add(crumbs, head, filters.bar(), nowhere, body, parts.provenance());
    }

    @Override
    protected void show(Selection asked) {
        Content shown = content;
        if (shown == null) {
            return;
        }
        IndicatorSheet sheet = reading.sheet(code, asked).orElseThrow(() -> new NotFoundException(code));
        List<IndicatorProgress> all = reading.progress(code, asked);
        Optional<IndicatorProgress> chosen = all.stream()
                .filter(each -> each.programme().code().equals(asked.programme()))
                .findFirst()
                .or(() -> all.stream().findFirst());
        name = sheet.name().in(UI.getCurrent().getLocale());
        shown.title().setText(name);
        shown.crumbs().show(sheet);
        shown.nowhere().setVisible(chosen.isEmpty());
        shown.filters().bar().setVisible(chosen.isPresent());
        chosen.ifPresent(each -> shown.filters().show(asked, all, each, sheet));
        Picture picture = chosen.map(each -> Picture.of(each, asked)).orElse(null);
        shown.body().setVisible(picture != null);
        shown.share().show(picture == null ? null : new ShareActions.Shown(picture, sheet, asked));
        if (picture != null) {
            shown.body().show(picture, sheet, asked, today(asked));
        }
    }

    /** The day as of which it is. */
    private LocalDate today(Selection asked) {
        return LocalDate.ofInstant(
                Objects.requireNonNullElseGet(asked.moment().moment(), clock::instant), ZoneOffset.UTC);
    }

    private void ask(Selection asked) {
        UI.getCurrent()
                .navigate(
                        IndicatorView.class,
                        new RouteParameters("code", code),
                        asked.without(Member.COUNTRY, Member.THEME, Member.INDICATOR, Member.SCALE)
                                .parameters());
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

    @Override
    public String getPageTitle() {
        return name + " · SCP Monitor";
    }
}
