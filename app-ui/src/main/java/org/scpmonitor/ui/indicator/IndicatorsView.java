package org.scpmonitor.ui.indicator;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.indicator.FigureChoices;
import org.scpmonitor.indicator.FigureChoices.Choices;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.component.Selection.Sort;
import org.scpmonitor.ui.progress.FigureFilters;
import org.scpmonitor.ui.progress.FigurePage;
import org.scpmonitor.ui.progress.FigureWatch;
import org.scpmonitor.ui.progress.FilterBar;
import org.scpmonitor.ui.progress.Picture;
import org.scpmonitor.ui.progress.SharedProgress;

/** Every indicator with the latest value and status of each programme that has it: searched, filtered, sorted. */
@Route(Pages.INDICATORS)
@Menu(title = "nav.monitoring.indicators", icon = "CHART", order = 20)
@AnonymousAllowed
class IndicatorsView extends FigurePage implements HasDynamicTitle {
    private static final int PAUSE_IN_TYPING = 300;

    private final SharedProgress progress;
    private final FigureChoices filters;
    private final CurrentViewer viewers;
    private final Clock clock;
    private @Nullable Content content;

    IndicatorsView(
            SharedProgress progress, FigureChoices filters, FigureWatch watch, CurrentViewer viewers, Clock clock) {
        super(watch);
        this.progress = progress;
        this.filters = filters;
        this.viewers = viewers;
        this.clock = clock;
    }

    /** The parts that change their content. */
    private record Content(FilterBar bar, IndicatorList list, Note nothing) {}

    @Override
    protected void build() {
        Choices choices = filters.find();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        FilterBar bar = new FilterBar(today, this::ask);
        search(bar);
        FigureFilters.countries(bar, choices);
        FigureFilters.theme(bar, choices);
        sort(bar);
        FigureFilters.period(bar, today);
        bar.withTimes().remembered(Pages.INDICATORS + "@" + viewers.get().username());
        IndicatorList list = new IndicatorList();
        Note nothing = new Note(Note.Kind.PLAIN, translate("indicators.nothing"));
        content = new Content(bar, list, nothing);
        add(head(translate("indicators.title"), new Span(translate("indicators.says"))), bar, nothing, list);
    }

    private static void search(FilterBar bar) {
        TextField field = new TextField();
        field.setPrefixComponent(Icon.SEARCH.small());
        field.setPlaceholder(translate("indicators.search"));
        field.setAriaLabel(translate("indicators.search"));
        field.setClearButtonVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_IN_TYPING);
        field.addValueChangeListener(
                change -> bar.ask(asked -> asked.search(change.getValue().isBlank() ? null : change.getValue())));
        bar.with(field, asked -> {
            String text = asked.search();
            field.setValue(text == null ? "" : text);
        });
    }

    private static void sort(FilterBar bar) {
        Select<Sort> field = new Select<>();
        field.setItems(Sort.values());
        field.setItemLabelGenerator(each -> translate("indicators.sort." + each.name()));
        field.setPrefixComponent(FilterBar.prefix("indicators.sort"));
        field.setAriaLabel(translate("indicators.sort"));
        field.addClassName("order");
        field.addValueChangeListener(change -> bar.ask(asked -> asked.sort(change.getValue())));
        bar.with(field, asked -> field.setValue(sortOf(asked)));
    }

    private static Sort sortOf(Selection asked) {
        Sort sort = asked.sort();
        return sort == null ? Sort.THEME : sort;
    }

    @Override
    protected void show(Selection asked) {
        Content shown = content;
        if (shown == null) {
            return;
        }
        shown.bar().show(asked);
        List<Picture> pictures =
                progress.list(question(asked).ofCountries(asked.countries()).ofTheme(asked.theme())).stream()
                        .map(each -> Picture.of(each, asked))
                        .toList();
        int found = shown.list().show(pictures, asked.search(), sortOf(asked), asked.times());
        shown.nothing().setVisible(found == 0);
        shown.list().setVisible(found > 0);
    }

    private void ask(Selection asked) {
        UI.getCurrent().navigate(IndicatorsView.class, asked.parameters());
    }

    @Override
    public String getPageTitle() {
        return translate("indicators.title") + " · SCP Monitor";
    }
}
