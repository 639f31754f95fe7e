package org.scpmonitor.ui.compare;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox.AutoExpandMode;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.comparison.Compared;
import org.scpmonitor.comparison.Compared.Country;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.Segmented;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.component.Selection.Look;
import org.scpmonitor.ui.component.Selection.Member;
import org.scpmonitor.ui.component.Selection.Scale;
import org.scpmonitor.ui.progress.FilterBar;
import org.scpmonitor.ui.progress.FoldingFields;

/** What is compared, how it is measured, and how it is shown. The fields stay while their answers change. */
class CompareFields extends FoldingFields {
    private final Locale locale = UI.getCurrent().getLocale();
    private final Consumer<Selection> ask;
    private final LocalDate today;
    private final MultiSelectComboBox<Compared> indicators = new MultiSelectComboBox<>();
    private final MultiSelectComboBox<String> countries = new MultiSelectComboBox<>();
    private final Select<ReportingPeriod> base = new Select<>();
    private final DatePicker moment = new DatePicker();
    private final Segmented<Scale> scale;
    private final Segmented<Look> look;
    private Selection selection = Selection.NONE;
    private List<String> offered = List.of();

    CompareFields(LocalDate today, Consumer<Selection> ask) {
        this.ask = ask;
        this.today = today;
        indicators.setAutoExpand(AutoExpandMode.BOTH);
        indicators.setAriaLabel(translate("compare.indicators"));
        indicators.setPlaceholder(translate("compare.indicators.none"));
        indicators.setItemLabelGenerator(
                each -> each.code() + " · " + each.name().in(locale));
        indicators.addClassName("wide");
        indicators.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                ask.accept(selection.ofIndicators(
                        change.getValue().stream().map(Compared::code).toList()));
            }
        });
        countries.setAutoExpand(AutoExpandMode.BOTH);
        countries.setAriaLabel(translate("compare.countries"));
        countries.setPlaceholder(translate("compare.countries.all"));
        countries.setItemLabelGenerator(each -> CountryMark.name(each, locale));
        countries.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                ask.accept(selection.ofCountries(List.copyOf(change.getValue())));
            }
        });
        base.setPrefixComponent(FilterBar.prefix("compare.base"));
        base.setAriaLabel(translate("compare.base"));
        base.setItemLabelGenerator(each -> each.label(locale));
        base.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                ask.accept(selection.basedOn(change.getValue()));
            }
        });
        moment.setLocale(locale);
        moment.setI18n(FilterBar.words(locale));
        moment.setPrefixComponent(FilterBar.prefix("progress.asof"));
        moment.setAriaLabel(translate("progress.asof.long"));
        moment.setMax(today);
        moment.addValueChangeListener(change -> {
            LocalDate day = change.getValue();
            if (change.isFromClient() && !moment.isInvalid()) {
                ask.accept(selection.asOf(day == null || !day.isBefore(today) ? null : day));
            }
        });
        scale = new Segmented<Scale>(translate("compare.scale"), chosen -> ask.accept(selection.scale(chosen)))
                .option(Scale.ABSOLUTE, translate("compare.scale.ABSOLUTE"))
                .option(Scale.INDEX, translate("compare.scale.INDEX"))
                .option(Scale.PERCAPITA, translate("compare.scale.PERCAPITA"));
        look = new Segmented<Look>(translate("compare.look"), chosen -> ask.accept(selection.look(chosen)))
                .option(Look.CHART, translate("overview.look.chart"))
                .option(Look.TABLE, translate("overview.look.table"));
        Button reset = new Button(translate("progress.reset"), click -> ask.accept(selection.only(Member.INDICATOR)));
        reset.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        fields.add(indicators, countries, scale, base, look, moment, reset);
    }

    /** As the address has it; nobody is asked anything. */
    void show(Comparison comparison) {
        Selection shown = comparison.selection();
        List<Compared> all = comparison.all();
        List<ReportingPeriod> periods = comparison.periods();
        selection = shown;
        List<String> codes = all.stream().map(Compared::code).toList();
        if (!codes.equals(offered)) {
            offered = codes;
            indicators.setItems(all);
            countries.setItems(all.stream()
                    .flatMap(each -> each.countries().stream())
                    .map(Country::code)
                    .distinct()
                    .toList());
        }
        Set<Compared> chosen = new LinkedHashSet<>();
        shown.indicators()
                .forEach(code -> indicators
                        .getListDataView()
                        .getItems()
                        .filter(each -> each.code().equals(code))
                        .forEach(chosen::add));
        indicators.setValue(chosen);
        List<String> known = countries.getListDataView().getItems().toList();
        countries.setValue(new LinkedHashSet<>(
                shown.countries().stream().filter(known::contains).toList()));
        base.setItems(periods);
        base.setValue(comparison.base().orElse(null));
        base.setVisible(comparison.scale() == Scale.INDEX && !periods.isEmpty());
        moment.setValue(shown.asOf() == null ? today : shown.asOf());
        scale.press(comparison.scale());
        look.press(shown.look() == Look.TABLE ? Look.TABLE : Look.CHART);
    }
}
