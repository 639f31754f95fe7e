package org.scpmonitor.ui.progress;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.data.renderer.TextRenderer;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.scpmonitor.indicator.FigureChoices.Choice;
import org.scpmonitor.indicator.FigureChoices.Choices;
import org.scpmonitor.indicator.FigureChoices.Country;

/**
 * The fields of the filter bar: countries, theme, indicators, period, periodicity; each empty for the page's own way.
 */
public final class FigureFilters {
    private FigureFilters() {}

    public static void countries(FilterBar bar, Choices choices) {
        Locale locale = UI.getCurrent().getLocale();
        MultiSelectComboBox<Country> field = new MultiSelectComboBox<>();
        field.setItems(choices.countries());
        field.setItemLabelGenerator(each -> each.name().in(locale));
        said(field, translate("progress.countries"));
        field.setPlaceholder(
                translate("progress.countries.all", choices.countries().size()));
        field.addValueChangeListener(change -> bar.ask(asked -> asked.ofCountries(choices.countries().stream()
                .filter(change.getValue()::contains)
                .map(Country::code)
                .toList())));
        bar.with(
                field,
                asked -> field.setValue(choices.countries().stream()
                        .filter(each -> asked.countries().contains(each.code()))
                        .collect(Collectors.toCollection(LinkedHashSet::new))));
    }

    public static void theme(FilterBar bar, Choices choices) {
        Locale locale = UI.getCurrent().getLocale();
        ComboBox<Choice> field = new ComboBox<>();
        field.setItems(choices.themes());
        field.setItemLabelGenerator(each -> each.name().in(locale));
        field.setPrefixComponent(FilterBar.prefix("progress.theme"));
        field.setAriaLabel(translate("progress.theme"));
        field.setPlaceholder(translate("progress.theme.all"));
        field.setClearButtonVisible(true);
        field.addValueChangeListener(change -> bar.ask(asked -> asked.ofTheme(
                        change.getValue() == null ? null : change.getValue().code())
                .ofIndicators(List.of())));
        bar.with(
                field,
                asked -> field.setValue(choices.themes().stream()
                        .filter(each -> each.code().equals(asked.theme()))
                        .findFirst()
                        .orElse(null)));
    }

    /** @param placeholder key of what is shown where none is chosen */
    public static void indicators(FilterBar bar, Choices choices, String placeholder) {
        Locale locale = UI.getCurrent().getLocale();
        MultiSelectComboBox<Choice> field = new MultiSelectComboBox<>();
        field.setItems(
                (each, sought) -> (each.code() + " · " + each.name().in(locale))
                        .toLowerCase(locale)
                        .contains(sought.toLowerCase(locale)),
                choices.indicators());
        field.setItemLabelGenerator(Choice::code);
        field.setRenderer(
                new TextRenderer<>(each -> each.code() + " · " + each.name().in(locale)));
        field.setOverlayWidth("28rem");
        said(field, translate("progress.indicators"));
        field.setPlaceholder(translate(placeholder));
        field.addValueChangeListener(change -> bar.ask(asked -> asked.ofIndicators(choices.indicators().stream()
                .filter(change.getValue()::contains)
                .map(Choice::code)
                .toList())));
        bar.with(
                field,
                asked -> field.setValue(choices.indicators().stream()
                        .filter(each -> asked.indicators().contains(each.code()))
                        .collect(Collectors.toCollection(LinkedHashSet::new))));
    }

    /** The first and the last year, and how long the periods are. */
    public static void period(FilterBar bar, LocalDate today) {
        PeriodFields fields = new PeriodFields(bar, today);
        bar.with(fields, fields::show);
    }

    /** Where several can be chosen, the component has no place for a label before what is chosen: the style sheet writes it. */
    private static void said(MultiSelectComboBox<?> field, String label) {
        field.setAriaLabel(label);
        field.addClassName("as-text");
        field.getStyle().set("--field-label", "\"" + label + "\"");
        field.setClearButtonVisible(true);
    }
}
