package org.scpmonitor.ui.programme;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.DescriptionList;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.programme.ProgrammeQueries.Portrait;
import org.scpmonitor.progress.FigureMark.News;
import org.scpmonitor.progress.ProgrammeChanges;
import org.scpmonitor.progress.ProgrammeChanges.Changes;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.component.Slot;
import org.scpmonitor.ui.progress.FigureFilters;
import org.scpmonitor.ui.progress.FigurePage;
import org.scpmonitor.ui.progress.FigureWatch;
import org.scpmonitor.ui.progress.FilterBar;
import org.scpmonitor.ui.progress.Picture;
import org.scpmonitor.ui.progress.SharedProgress;
import org.scpmonitor.ui.provenance.ProvenanceDrawer;

/** One national programme: what it is, what changed, and all its indicators as a matrix of results. */
@Route(Pages.PROGRAMMES + "/:code")
@AnonymousAllowed
class ProgrammeView extends FigurePage implements HasDynamicTitle {
    private final SharedProgress progress;
    private final ProgrammeChanges changes;
    private final ProvenanceDrawer provenance;
    private final CurrentViewer viewers;
    private final Clock clock;
    private String code = "";
    private String title = "";
    private Viewer viewer = Viewer.PUBLIC;
    private @Nullable Portrait portrait;
    private @Nullable Content content;
    /** Null until the visit is noted. */
    private @Nullable Visit visit;

    ProgrammeView(
            SharedProgress progress,
            ProgrammeChanges changes,
            ProvenanceDrawer provenance,
            FigureWatch watch,
            CurrentViewer viewers,
            Clock clock) {
        super(watch);
        this.progress = progress;
        this.changes = changes;
        this.provenance = provenance;
        this.viewers = viewers;
        this.clock = clock;
    }

    /** Since when somebody who came is told of changes, however long the page is open. */
    private record Visit(@Nullable Instant since) {}

    /** The parts that change their content. */
    private record Content(
            FilterBar bar, Slot<Portrait> about, Slot<Sheet> sheet, ChangesCard changed, ResultsMatrix matrix) {}

    /** What stands at the head of the printed matrix. */
    private record Sheet(
            String programme, LocalDate day, @Nullable String method) {}

    @Override
    protected void enter(BeforeEnterEvent event) {
        code = event.getRouteParameters().get("code").orElseThrow();
        viewer = viewers.get();
        visit = null;
        if (portrait == null || !portrait.code().equals(code)) {
            portrait = progress.programme(code).orElseThrow(() -> new NotFoundException(code));
        }
    }

    @Override
    protected void build() {
        FilterBar bar = new FilterBar(today(), this::ask);
        FigureFilters.period(bar, today());
        bar.withTimes();
        Slot<Portrait> about = new Slot<>(ProgrammeView::about);
        Slot<Sheet> sheet = new Slot<>(ProgrammeView::sheet);
        sheet.addClassName("sheet");
        ChangesCard changed = new ChangesCard(
                !viewer.isPublic(), today(), day -> ask(selection().since(day)), provenance::open);
        ResultsMatrix matrix = new ResultsMatrix(provenance::open);
        content = new Content(bar, about, sheet, changed, matrix);
        add(about, bar, changed, sheet, matrix, provenance);
    }

    @Override
    protected void show(Selection asked) {
        Content shown = content;
        Portrait of = portrait;
        if (shown == null || of == null) {
            return;
        }
        Locale locale = UI.getCurrent().getLocale();
        title = of.name().in(locale);
        LocalDate asOf = asked.asOf();
        shown.about().show(of);
        shown.bar().show(asked);
        shown.sheet()
                .show(new Sheet(
                        title,
                        asOf == null ? today() : asOf,
                        asked.method() == null ? null : asked.method().name()));
        List<Picture> pictures = progress.list(question(asked).ofProgramme(code)).stream()
                .map(each -> Picture.of(each, asked))
                .toList();
        shown.matrix().show(pictures, asked.ofProgramme(code).since(null));
        shown.changed().show(changes(asked), asked.ofProgramme(code).since(null));
    }

    private Changes changes(Selection asked) {
        boolean visits = !viewer.isPublic() && asked.moment().equals(AsOf.NOW);
        Instant before = visits ? visited().since() : null;
        Instant since = asked.sinceMoment();
        return changes.since(code, since == null ? before : since, asked.method(), asked.moment());
    }

    private Visit visited() {
        if (visit == null) {
            visit = new Visit(
                    changes.visit(code, viewer.requireUserId(), clock.instant()).orElse(null));
        }
        return visit;
    }

    @Override
    protected boolean concerned(News news) {
        return news.concerns(code);
    }

    private void ask(Selection asked) {
        UI.getCurrent().navigate(ProgrammeView.class, new RouteParameters("code", code), asked.parameters());
    }

    private static List<Component> about(Portrait portrait) {
        Locale locale = UI.getCurrent().getLocale();
        Button print = new Button(
                translate("programme.print"),
                Icon.TABLE.image(),
                click -> UI.getCurrent().getPage().executeJs("print()"));
        return List.of(
                crumbs(portrait, locale),
                head(portrait.name().in(locale), new Span(portrait.description().in(locale)), print),
                facts(portrait, locale));
    }

    /** Seen on paper only. */
    private static List<Component> sheet(Sheet sheet) {
        H1 title = new H1(translate("programme.matrix"));
        Span programme = new Span(sheet.programme());
        Span day = new Span(translate(
                "programme.matrix.asof",
                new DateText(UI.getCurrent().getLocale()).day(sheet.day()),
                sheet.method() == null ? translate("programme.matrix.own") : translate("method." + sheet.method())));
        return List.of(new Div(title, programme), day, new PrintedAcross());
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
        facts.addClassNames("card", "lead", "facts", "no-print");
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

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    @Override
    public String getPageTitle() {
        return title + " · SCP Monitor";
    }
}
