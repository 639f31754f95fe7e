package org.scpmonitor.ui.progress;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.Periodicity;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.indicator.FigureChoices.Choice;
import org.scpmonitor.indicator.FigureChoices.Choices;
import org.scpmonitor.indicator.FigureChoices.Country;
import org.scpmonitor.ui.component.Selection;

/**
 * The fields of the filter bar. Where several can be chosen the component has no place for the label before the chips: it
 * stands in the empty field.
 *
 * <p>The fields: countries, theme, indicators, period, periodicity; each empty for the page's own way.
 */
public final class FigureFilters {
    private static final int FIRST_YEAR = 2000;

    private FigureFilters() {}

    public static void countries(FilterBar bar, Choices choices) {
        Locale locale = UI.getCurrent().getLocale();
        MultiSelectComboBox<Country> field = new MultiSelectComboBox<>();
        field.setItems(choices.countries());
        field.setItemLabelGenerator(each -> each.name().in(locale));
        field.setAriaLabel(translate("progress.countries"));
        field.setPlaceholder(translate("progress.countries") + ": "
                + translate("progress.countries.all", choices.countries().size()));
        field.setClearButtonVisible(true);
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
        field.setItems(choices.indicators());
        field.setItemLabelGenerator(each -> each.code() + " · " + each.name().in(locale));
        field.setAriaLabel(translate("progress.indicators"));
        field.setPlaceholder(translate("progress.indicators") + ": " + translate(placeholder));
        field.setClearButtonVisible(true);
        field.addClassName("wide");
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
        year(bar, "progress.from", today, Selection::from, Selection::from);
        year(bar, "progress.to", today, Selection::to, Selection::to);
        Select<Periodicity> field = new Select<>();
        field.setItems(Periodicity.MONTH, Periodicity.QUARTER, Periodicity.HALF_YEAR, Periodicity.YEAR);
        field.setItemLabelGenerator(each -> each == null
                ? translate("progress.periodicity.own")
                : translate("progress.periodicity." + each.name()));
        field.setEmptySelectionAllowed(true);
        field.setEmptySelectionCaption(translate("progress.periodicity.own"));
        field.setPrefixComponent(FilterBar.prefix("progress.periodicity"));
        field.setAriaLabel(translate("progress.periodicity"));
        field.addValueChangeListener(change -> bar.ask(asked -> asked.every(change.getValue())));
        bar.with(field, asked -> field.setValue(asked.periodicity()));
    }

    private static void year(
            FilterBar bar,
            String label,
            LocalDate today,
            Function<Selection, @Nullable ReportingPeriod> read,
            BiFunction<Selection, @Nullable ReportingPeriod, Selection> say) {
        ComboBox<Integer> field = new ComboBox<>();
        field.setItems(IntStream.rangeClosed(FIRST_YEAR, today.getYear())
                .map(year -> FIRST_YEAR + today.getYear() - year)
                .boxed()
                .toList());
        field.setItemLabelGenerator(year -> Integer.toString(year));
        field.setPrefixComponent(FilterBar.prefix(label));
        field.setAriaLabel(translate(label + ".long"));
        field.setPlaceholder("–");
        field.setClearButtonVisible(true);
        field.addClassName("short");
        field.addValueChangeListener(change -> bar.ask(asked -> say.apply(
                asked,
                Optional.ofNullable(change.getValue())
                        .map(ReportingPeriod::year)
                        .orElse(null))));
        bar.with(
                field,
                asked -> field.setValue(Optional.ofNullable(read.apply(asked))
                        .map(period -> period.start().getYear())
                        .orElse(null)));
    }
}
