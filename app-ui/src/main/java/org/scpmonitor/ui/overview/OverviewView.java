package org.scpmonitor.ui.overview;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.board.PinKind;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.indicator.FigureChoices;
import org.scpmonitor.indicator.FigureChoices.Choices;
import org.scpmonitor.programme.Completeness;
import org.scpmonitor.progress.IndicatorProgress;
import org.scpmonitor.progress.ProgressQuestion;
import org.scpmonitor.progress.ProgressStatus;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.ui.component.Kept;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.component.Slot;
import org.scpmonitor.ui.component.StatusBadge;
import org.scpmonitor.ui.component.Tag;
import org.scpmonitor.ui.overview.TrajectoryPanels.Row;
import org.scpmonitor.ui.pin.Pin;
import org.scpmonitor.ui.pin.PinButtons;
import org.scpmonitor.ui.progress.FigureFilters;
import org.scpmonitor.ui.progress.FigurePage;
import org.scpmonitor.ui.progress.FigureWatch;
import org.scpmonitor.ui.progress.FilterBar;
import org.scpmonitor.ui.progress.Picture;
import org.scpmonitor.ui.progress.SharedProgress;
import org.scpmonitor.ui.provenance.ProvenanceDrawer;

/** The four programmes against their targets, each in one column from card to chart to the quality of its data. */
@Route(Pages.OVERVIEW)
@Menu(title = "nav.monitoring.overview", icon = "OVERVIEW", order = 10)
@AnonymousAllowed
class OverviewView extends FigurePage implements HasDynamicTitle {
    private final SharedProgress progress;
    private final FigureChoices filters;
    private final ProvenanceDrawer provenance;
    private final PinButtons pins;
    private final CurrentViewer viewers;
    private final Clock clock;
    private @Nullable Content content;
    private @Nullable Known<ProgressQuestion, List<IndicatorProgress>> known;
    private @Nullable Known<AsOf, List<Completeness>> complete;

    OverviewView(
            SharedProgress progress,
            FigureChoices filters,
            ProvenanceDrawer provenance,
            FigureWatch watch,
            PinButtons pins,
            CurrentViewer viewers,
            Clock clock) {
        super(watch);
        this.progress = progress;
        this.filters = filters;
        this.provenance = provenance;
        this.pins = pins;
        this.viewers = viewers;
        this.clock = clock;
    }

    /** The parts that change their content. */
    private record Content(
            FilterBar bar,
            Slot<Answer> answer,
            Div found,
            Note nothing,
            Kept<String, CardRow.Shown, CardRow> cards,
            TrajectoryPanels panels,
            QualityStrip quality,
            Slot<List<Picture>> sources) {}

    /** What was read last, and what for: how it is shown may change without reading it again. */
    private record Known<Q, A>(Q question, A answer) {}

    /** What is told in one line: of which indicator, how many programmes, and how many stand where. */
    private record Answer(String what, Map<ProgressStatus, Long> counts) {}

    @Override
    protected void build() {
        Slot<Answer> answer = new Slot<>(OverviewView::answer);
        Kept<String, CardRow.Shown, CardRow> cards = new Kept<>(key -> new CardRow(provenance::open), CardRow::show);
        TrajectoryPanels panels = new TrajectoryPanels(
                change -> ask(change.apply(selection())),
                pins.of(new Pin(PinKind.OVERVIEW, Selection.NONE)),
                provenance::open);
        QualityStrip quality = new QualityStrip();
        Slot<List<Picture>> sources = new Slot<>(OverviewView::sources);
        sources.addClassName("foot-note");
        Div found = new Div(cards, panels, quality, sources);
        Note nothing = new Note(Note.Kind.PLAIN, translate("overview.empty"));
        FilterBar bar = bar();
        content = new Content(bar, answer, found, nothing, cards, panels, quality, sources);
        add(head(translate("overview.title"), answer), bar, nothing, found, provenance);
    }

    private FilterBar bar() {
        Choices choices = filters.find();
        FilterBar bar = new FilterBar(today(), this::ask);
        FigureFilters.countries(bar, choices);
        FigureFilters.theme(bar, choices);
        FigureFilters.indicators(bar, choices, "overview.indicator.headline");
        FigureFilters.period(bar, today());
        return bar.withTimes().remembered(Pages.OVERVIEW + "@" + viewers.get().username());
    }

    @Override
    protected void show(Selection asked) {
        Content shown = content;
        if (shown == null) {
            return;
        }
        List<Picture> pictures = read(questionOf(asked)).stream()
                .map(each -> Picture.of(each, asked))
                .toList();
        shown.bar().show(asked);
        shown.answer().show(answerTo(asked, pictures));
        shown.nothing().setVisible(pictures.isEmpty());
        shown.found().setVisible(!pictures.isEmpty());
        if (pictures.isEmpty()) {
            return;
        }
        LocalDate asOf = asked.asOf();
        LocalDate day = asOf == null ? today() : asOf;
        SequencedMap<String, Row> rows = rows(asked, pictures);
        SequencedMap<String, CardRow.Shown> cards = new LinkedHashMap<>();
        rows.forEach((key, row) -> cards.put(key, new CardRow.Shown(row, asked, day)));
        shown.cards().show(cards);
        shown.panels().show(rows, asked);
        shown.quality().show(new QualityStrip.Shown(completeness(asked.moment()), ofEachProgramme(pictures)));
        shown.sources().show(pictures);
    }

    private List<IndicatorProgress> read(ProgressQuestion question) {
        if (known == null || !known.question().equals(question)) {
            known = new Known<>(question, progress.list(question));
        }
        return known.answer();
    }

    private List<Completeness> completeness(AsOf asOf) {
        if (complete == null || !complete.question().equals(asOf)) {
            complete = new Known<>(asOf, progress.completeness(asOf));
        }
        return complete.answer();
    }

    @Override
    protected void forget() {
        known = null;
        complete = null;
    }

    private static ProgressQuestion questionOf(Selection asked) {
        ProgressQuestion question = question(asked)
                .ofCountries(asked.countries())
                .ofTheme(asked.indicators().isEmpty() ? asked.theme() : null)
                .ofIndicators(asked.indicators());
        return isOfHeadlines(asked) ? question.ofHeadlines() : question;
    }

    private static boolean isOfHeadlines(Selection asked) {
        return asked.indicators().isEmpty() && asked.theme() == null;
    }

    /**
     * One row for the headlines or for the one indicator; else one for each. By their place, so that the first row's charts
     * stay whatever is chosen.
     */
    private static SequencedMap<String, Row> rows(Selection asked, List<Picture> pictures) {
        Locale locale = UI.getCurrent().getLocale();
        SequencedMap<String, List<Picture>> grouped = new LinkedHashMap<>();
        pictures.forEach(each -> grouped.computeIfAbsent(
                        isOfHeadlines(asked) ? "" : each.progress().indicator(), key -> new ArrayList<>())
                .add(each));
        SequencedMap<String, Row> rows = new LinkedHashMap<>();
        grouped.forEach((key, row) -> rows.put(
                Integer.toString(rows.size()),
                new Row(
                        grouped.size() == 1
                                ? ""
                                : row.getFirst().progress().name().in(locale),
                        List.copyOf(row))));
        return rows;
    }

    private static List<Picture> ofEachProgramme(List<Picture> pictures) {
        SequencedMap<String, Picture> first = new LinkedHashMap<>();
        pictures.forEach(each -> first.putIfAbsent(each.progress().programme().code(), each));
        return List.copyOf(first.values());
    }

    private static Answer answerTo(Selection asked, List<Picture> pictures) {
        Locale locale = UI.getCurrent().getLocale();
        List<IndicatorProgress> indicators = pictures.stream()
                .map(Picture::progress)
                .filter(each -> !isOfHeadlines(asked))
                .toList();
        long different =
                indicators.stream().map(IndicatorProgress::indicator).distinct().count();
        int programmes = ofEachProgramme(pictures).size();
        String what = different == 0
                ? translate("overview.answer.headlines", programmes)
                : different == 1
                        ? translate(
                                "overview.answer.indicator",
                                indicators.getFirst().name().in(locale),
                                programmes)
                        : translate("overview.answer.indicators", different, programmes);
        return new Answer(
                what,
                pictures.stream()
                        .flatMap(each -> each.verdict().stream())
                        .collect(Collectors.groupingBy(each -> each.status(), Collectors.counting())));
    }

    /** How many programmes stand where, in one line. */
    private static List<Component> answer(Answer answer) {
        Div line = new Div(new Span(answer.what()));
        line.addClassName("sum");
        Arrays.stream(ProgressStatus.values())
                .filter(answer.counts()::containsKey)
                .forEach(status -> {
                    StatusBadge badge = StatusBadge.plain(status);
                    badge.addComponentAsFirst(
                            new Span(String.valueOf(answer.counts().get(status))));
                    line.add(badge);
                });
        return List.of(line);
    }

    private void ask(Selection asked) {
        UI.getCurrent().navigate(OverviewView.class, asked.parameters());
    }

    /** Where targets come from and what must be said of them. */
    private static List<Component> sources(List<Picture> pictures) {
        Locale locale = UI.getCurrent().getLocale();
        List<Component> notes = new ArrayList<>();
        Paragraph proposal = new Paragraph(translate("overview.proposal") + " ");
        proposal.add(Tag.illustrative());
        notes.add(proposal);
        pictures.stream()
                .map(Picture::progress)
                .distinct()
                .forEach(each -> each.target().ifPresent(target -> {
                    Paragraph source = new Paragraph(
                            each.programme().countryName().in(locale) + ": " + target.sourceTitle() + ". ");
                    if (target.definitionNote() != null) {
                        source.add(new Span(target.definitionNote().in(locale)));
                    }
                    notes.add(source);
                }));
        return notes;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    @Override
    public String getPageTitle() {
        return translate("overview.title") + " · SCP Monitor";
    }
}
