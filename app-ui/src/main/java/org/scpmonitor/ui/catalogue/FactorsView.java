package org.scpmonitor.ui.catalogue;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.factor.Category;
import org.scpmonitor.factor.FactorValue;
import org.scpmonitor.factor.Factors;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.progress.DayPicker;
import org.scpmonitor.ui.progress.FilterBar;
import org.scpmonitor.ui.submission.Counted;

/** Every factor of the catalogue: what it is worth where, and by whom; now or as it was known on a past day. */
@Route(Pages.FACTORS)
@Menu(title = "nav.catalogue.factors", icon = "SCALE", order = 72)
@PermitAll
class FactorsView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private final Factors factors;
    private final FactorFile file;
    private final Clock clock;

    FactorsView(Factors factors, FactorFile file, Clock clock) {
        this.factors = factors;
        this.file = file;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        FactorQuestion question = FactorQuestion.of(event.getLocation().getQueryParameters());
        Map<String, List<FactorValue>> byCode = new LinkedHashMap<>();
        factors.list(question.filter(), question.moment()).forEach(value -> {
            if (question.holds(value, Words.locale())) {
                byCode.computeIfAbsent(value.code(), code -> new ArrayList<>()).add(value);
            }
        });
        List<FactorGrid.Line> lines =
                byCode.values().stream().map(FactorGrid.Line::new).toList();
        Span says = new Span(Counted.of("factor.says", lines.size()));
        says.getElement().setAttribute("role", "status");
        removeAll();
        add(head(translate("factor.title"), says, download(question)), filters(question), card(lines, question));
    }

    private Component download(FactorQuestion question) {
        Locale locale = Words.locale();
        Anchor link = new Anchor(event -> file.write(question, locale, event), "");
        link.add(Icon.DOWNLOAD.small(), new Span(translate("factor.csv")));
        link.addClassNames("btn", "sm");
        return link;
    }

    private static Component card(List<FactorGrid.Line> lines, FactorQuestion question) {
        Div card = new Div();
        card.addClassNames("card", "flush");
        if (lines.isEmpty()) {
            Div none = new Div(new Span(translate("factor.none")), reset());
            none.addClassName("empty");
            card.add(none);
        } else {
            card.add(new FactorGrid(lines, question));
        }
        return card;
    }

    private Component filters(FactorQuestion question) {
        TextField search = new TextField();
        search.setPrefixComponent(Icon.SEARCH.small());
        search.setPlaceholder(translate("factor.search"));
        search.setAriaLabel(translate("factor.search"));
        search.setValue(question.search());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(
                change -> show(question.search(change.getValue().strip())));
        Div fields = new Div(
                search,
                choice(
                        "category",
                        List.of(Category.values()),
                        FactorWords::category,
                        question.category(),
                        chosen -> show(question.category(chosen))),
                choice(
                        "country",
                        factors.countries(),
                        FactorWords::country,
                        question.country(),
                        chosen -> show(question.country(chosen))),
                choice("gas", factors.gases(), gas -> gas, question.gas(), chosen -> show(question.gas(chosen))),
                choice(
                        "scope",
                        List.of(1, 2, 3),
                        scope -> translate("factor.scope.of", scope),
                        question.scope(),
                        chosen -> show(question.scope(chosen))),
                asOf(question),
                reset());
        fields.addClassName("filters");
        fields.getElement().setAttribute("role", "group").setAttribute("aria-label", translate("progress.filters"));
        return fields;
    }

    private static <T> Select<T> choice(
            String name, List<T> items, Function<T, String> text, @Nullable T chosen, Consumer<@Nullable T> onChange) {
        Select<T> select = new Select<>();
        select.setItems(items);
        select.setItemLabelGenerator(item -> item == null ? translate("catalogue.all") : text.apply(item));
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(translate("catalogue.all"));
        select.setPrefixComponent(FilterBar.prefix("factor." + name));
        select.setAriaLabel(translate("factor." + name));
        select.setValue(chosen != null && items.contains(chosen) ? chosen : null);
        select.addValueChangeListener(change -> onChange.accept(change.getValue()));
        return select;
    }

    private DatePicker asOf(FactorQuestion question) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        DatePicker picker = new DayPicker("");
        picker.setPrefixComponent(FilterBar.prefix("progress.asof"));
        picker.setAriaLabel(translate("progress.asof.long"));
        picker.setMax(today);
        picker.setValue(question.asOf() == null ? today : question.asOf());
        picker.addValueChangeListener(change -> {
            LocalDate chosen = change.getValue();
            if (!picker.isInvalid()) {
                show(question.asOf(chosen == null || !chosen.isBefore(today) ? null : chosen));
            }
        });
        return picker;
    }

    private static Button reset() {
        Button reset =
                new Button(translate("progress.reset"), click -> show(FactorQuestion.of(QueryParameters.empty())));
        reset.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return reset;
    }

    private static void show(FactorQuestion question) {
        UI.getCurrent().navigate(FactorsView.class, question.parameters());
    }

    @Override
    public String getPageTitle() {
        return translate("factor.title") + " · SCP Monitor";
    }
}
