package org.scpmonitor.ui.catalogue;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.catalogue.IndicatorCatalogue;
import org.scpmonitor.catalogue.IndicatorCatalogue.Line;
import org.scpmonitor.catalogue.IndicatorCatalogue.State;
import org.scpmonitor.catalogue.IndicatorEdits;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.progress.DayPicker;
import org.scpmonitor.ui.progress.FilterBar;
import org.scpmonitor.ui.submission.Counted;

/** Every indicator of the catalogue: what it is, in which state, and who follows it; now or on a past day. */
@Route(Pages.CATALOGUE)
@Menu(title = "nav.catalogue.indicators", icon = "TABLE", order = 70)
@PermitAll
class CatalogueView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private static final List<String> LEVELS = List.of("output", "outcome", "impact");

    private final IndicatorCatalogue catalogue;
    private final IndicatorEdits edits;
    private final CurrentViewer viewers;
    private final Clock clock;

    CatalogueView(IndicatorCatalogue catalogue, IndicatorEdits edits, CurrentViewer viewers, Clock clock) {
        this.catalogue = catalogue;
        this.edits = edits;
        this.viewers = viewers;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Question question = Question.of(event.getLocation().getQueryParameters());
        List<Line> all = catalogue.list(question.moment());
        List<Line> asked = all.stream()
                .filter(line -> question.holds(line, Words.locale()))
                .toList();
        Span says = new Span(translate("catalogue.says", Counted.number(asked.size()), Counted.number(all.size())));
        says.getElement().setAttribute("role", "status");
        removeAll();
        boolean editable = viewers.get().mayEditCatalogue();
        add(
                editable
                        ? head(translate("catalogue.title"), says, create())
                        : head(translate("catalogue.title"), says),
                filters(question, all));
        if (editable) {
            edits.newDrafts()
                    .forEach(code -> add(new Note(
                            Note.Kind.PLAIN,
                            Pages.link(Pages.definition(code) + "/edit", translate("catalogue.edit.goon.new", code)))));
        }
        add(card(question, asked));
    }

    private static Component create() {
        Button create = new Button(
                translate("catalogue.edit.new"),
                click -> UI.getCurrent().navigate(Pages.definition(EditView.NEW) + "/edit"));
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return create;
    }

    private Component card(Question question, List<Line> lines) {
        Div card = new Div();
        card.addClassNames("card", "flush");
        if (lines.isEmpty()) {
            Div none = new Div(new Span(translate("catalogue.none")), reset());
            none.addClassName("empty");
            card.add(none);
        } else {
            card.add(new IndicatorGrid(lines, question.asOf()));
        }
        return card;
    }

    private Component filters(Question question, List<Line> all) {
        Map<String, String> themes = new TreeMap<>(all.stream()
                .collect(Collectors.toMap(Line::theme, line -> line.themeName().in(Words.locale()), (a, b) -> a)));
        Map<String, String> units = new TreeMap<>(
                all.stream().collect(Collectors.toMap(Line::unit, line -> Words.unit(line.unit()), (a, b) -> a)));
        TextField search = new TextField();
        search.setPrefixComponent(Icon.SEARCH.small());
        search.setPlaceholder(translate("catalogue.search"));
        search.setAriaLabel(translate("catalogue.search"));
        search.setValue(question.search());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(
                change -> show(question.search(change.getValue().strip())));
        Div fields = new Div(
                search,
                choice(
                        "theme",
                        themes.keySet().stream().toList(),
                        code -> themes.getOrDefault(code, code),
                        question.theme(),
                        code -> show(question.theme(code))),
                choice("level", LEVELS, Words::level, question.level(), code -> show(question.level(code))),
                choice(
                        "unit",
                        units.keySet().stream().toList(),
                        code -> units.getOrDefault(code, code),
                        question.unit(),
                        code -> show(question.unit(code))),
                choice(
                        "kind",
                        List.of(Question.REPORTED, Question.CALCULATED),
                        code -> translate("catalogue.kind." + code),
                        question.kind(),
                        code -> show(question.kind(code))),
                choice(
                        "state",
                        Arrays.stream(State.values()).map(State::code).toList(),
                        code -> translate("catalogue.state." + code),
                        question.state(),
                        code -> show(question.state(code))),
                asOf(question.asOf(), day -> show(question.asOf(day))),
                reset());
        fields.addClassName("filters");
        fields.getElement().setAttribute("role", "group").setAttribute("aria-label", translate("progress.filters"));
        return fields;
    }

    private static Select<String> choice(
            String name,
            List<String> codes,
            UnaryOperator<String> text,
            @Nullable String chosen,
            Consumer<@Nullable String> onChange) {
        Select<String> select = new Select<>();
        select.setItems(codes);
        select.setItemLabelGenerator(code -> code == null ? translate("catalogue.all") : text.apply(code));
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(translate("catalogue.all"));
        select.setPrefixComponent(FilterBar.prefix("catalogue." + name));
        select.setAriaLabel(translate("catalogue." + name));
        select.setValue(chosen != null && codes.contains(chosen) ? chosen : null);
        select.addValueChangeListener(change -> onChange.accept(change.getValue()));
        return select;
    }

    private DatePicker asOf(@Nullable LocalDate day, Consumer<@Nullable LocalDate> onChange) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        DatePicker picker = new DayPicker("");
        picker.setPrefixComponent(FilterBar.prefix("progress.asof"));
        picker.setAriaLabel(translate("progress.asof.long"));
        picker.setMax(today);
        picker.setValue(day == null ? today : day);
        picker.addValueChangeListener(change -> {
            LocalDate chosen = change.getValue();
            if (!picker.isInvalid()) {
                onChange.accept(chosen == null || !chosen.isBefore(today) ? null : chosen);
            }
        });
        return picker;
    }

    private static Button reset() {
        Button reset = new Button(translate("progress.reset"), click -> show(Question.of(QueryParameters.empty())));
        reset.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return reset;
    }

    private static void show(Question question) {
        UI.getCurrent().navigate(CatalogueView.class, question.parameters());
    }

    @Override
    public String getPageTitle() {
        return translate("catalogue.title") + " · SCP Monitor";
    }
}
