package org.scpmonitor.ui.overview;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.scpmonitor.indicator.IndicatorQueries;
import org.scpmonitor.indicator.IndicatorQueries.Choice;
import org.scpmonitor.programme.ProgrammeQueries;
import org.scpmonitor.progress.IndicatorProgress;
import org.scpmonitor.progress.ProgressQueries;
import org.scpmonitor.progress.ProgressStatus;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.component.StatusBadge;
import org.scpmonitor.ui.component.Tag;
import org.scpmonitor.ui.progress.FilterBar;
import org.scpmonitor.ui.progress.Picture;
import org.scpmonitor.ui.provenance.ProvenanceDrawer;

/** The four programmes against their targets, each in one column from card to chart to the quality of its data. */
@Route(Pages.OVERVIEW)
@Menu(title = "nav.monitoring.overview", icon = "OVERVIEW", order = 10)
@AnonymousAllowed
class OverviewView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private final ProgressQueries progress;
    private final ProgrammeQueries programmes;
    private final IndicatorQueries indicators;
    private final ProvenanceDrawer provenance;
    private final Clock clock;

    OverviewView(
            ProgressQueries progress,
            ProgrammeQueries programmes,
            IndicatorQueries indicators,
            ProvenanceDrawer provenance,
            Clock clock) {
        this.progress = progress;
        this.programmes = programmes;
        this.indicators = indicators;
        this.provenance = provenance;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Selection selection = Selection.of(event.getLocation().getQueryParameters());
        List<Picture> pictures = read(selection).stream()
                .map(each -> Picture.of(each, Optional.ofNullable(selection.method())))
                .toList();
        removeAll();
        add(head(translate("overview.title"), answer(selection, pictures)), filters(selection));
        if (pictures.isEmpty()) {
            add(new Note(Note.Kind.PLAIN, translate("overview.empty")));
            return;
        }
        add(
                columns(pictures.stream()
                        .map(each -> new ProgrammeCard(each, selection, today(), provenance::open))
                        .toArray(Component[]::new)),
                new TrajectoryPanels(pictures, provenance::open),
                new QualityStrip(programmes.listCompleteness(selection.moment()), pictures),
                sources(pictures),
                provenance);
    }

    private List<IndicatorProgress> read(Selection selection) {
        String indicator = selection.indicator();
        return indicator == null
                ? progress.listHeadlines(selection.moment())
                : progress.listOfIndicator(indicator, selection.moment());
    }

    /** How many programmes stand where, in one line. */
    private static Component answer(Selection selection, List<Picture> pictures) {
        Locale locale = UI.getCurrent().getLocale();
        String what = selection.indicator() == null || pictures.isEmpty()
                ? translate("overview.answer.headlines", pictures.size())
                : translate(
                        "overview.answer.indicator",
                        pictures.getFirst().progress().name().in(locale),
                        pictures.size());
        Div answer = new Div(new Span(what));
        answer.addClassName("sum");
        Map<ProgressStatus, Long> counts = pictures.stream()
                .flatMap(each -> each.verdict().stream())
                .collect(Collectors.groupingBy(each -> each.status(), Collectors.counting()));
        Arrays.stream(ProgressStatus.values()).filter(counts::containsKey).forEach(status -> {
            StatusBadge badge = StatusBadge.plain(status);
            badge.addComponentAsFirst(new Span(String.valueOf(counts.get(status))));
            answer.add(badge);
        });
        return answer;
    }

    private Component filters(Selection selection) {
        Locale locale = UI.getCurrent().getLocale();
        List<Choice> choices = indicators.listChoices();
        ComboBox<Choice> indicator = new ComboBox<>();
        indicator.setItems(choices);
        indicator.setItemLabelGenerator(
                each -> each.code() + " · " + each.name().in(locale));
        indicator.setPrefixComponent(FilterBar.prefix("overview.indicator"));
        indicator.setPlaceholder(translate("overview.indicator.headline"));
        indicator.setAriaLabel(translate("overview.indicator"));
        indicator.setClearButtonVisible(true);
        indicator.addClassName("wide");
        choices.stream()
                .filter(each -> each.code().equals(selection.indicator()))
                .findFirst()
                .ifPresent(indicator::setValue);
        indicator.addValueChangeListener(change -> show(selection.ofIndicator(
                change.getValue() == null ? null : change.getValue().code())));
        return new FilterBar(selection, today(), this::show, indicator);
    }

    private void show(Selection selection) {
        UI.getCurrent().navigate(OverviewView.class, selection.parameters());
    }

    /** Where targets come from and what must be said of them. */
    private static Component sources(List<Picture> pictures) {
        Locale locale = UI.getCurrent().getLocale();
        Div notes = new Div();
        notes.addClassName("foot-note");
        Paragraph proposal = new Paragraph(translate("overview.proposal") + " ");
        proposal.add(Tag.illustrative());
        notes.add(proposal);
        pictures.stream()
                .map(Picture::progress)
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
