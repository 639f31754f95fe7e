package org.scpmonitor.ui.indicator;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.indicator.IndicatorSheet;
import org.scpmonitor.indicator.IndicatorSheet.Country;
import org.scpmonitor.progress.IndicatorProgress;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.progress.FigureFilters;
import org.scpmonitor.ui.progress.FilterBar;

/** The page's questions: which programme, beside which country, for which periods, as of when and by which method. */
class IndicatorFilters {
    private final Locale locale = UI.getCurrent().getLocale();
    private final FilterBar bar;
    private final Select<String> programme = new Select<>();
    private final ComboBox<String> compare = new ComboBox<>();
    private Map<String, String> programmes = Map.of();
    private Map<String, String> countries = Map.of();
    private List<String> programmeCodes = List.of();
    private List<String> countryCodes = List.of();
    private @Nullable String chosen;
    private boolean filling;

    IndicatorFilters(LocalDate today, Consumer<Selection> ask) {
        bar = new FilterBar(today, ask);
        programme.setItemLabelGenerator(each -> programmes.getOrDefault(each, each));
        programme.setPrefixComponent(FilterBar.prefix("indicator.programme"));
        programme.setAriaLabel(translate("indicator.programme"));
        programme.addValueChangeListener(change -> {
            if (!filling && change.getValue() != null) {
                bar.ask(asked -> asked.ofProgramme(change.getValue()));
            }
        });
        compare.setItemLabelGenerator(each -> countries.getOrDefault(each, each));
        compare.setPrefixComponent(FilterBar.prefix("indicator.compare"));
        compare.setAriaLabel(translate("indicator.compare"));
        compare.setPlaceholder(translate("indicator.compare.none"));
        compare.setClearButtonVisible(true);
        compare.addValueChangeListener(change -> {
            if (!filling) {
                bar.ask(asked -> asked.comparedWith(change.getValue()));
            }
        });
        bar.with(programme, asked -> programme.setValue(chosen));
        bar.with(
                compare,
                asked -> compare.setValue(
                        asked.compare() != null && countryCodes.contains(asked.compare()) ? asked.compare() : null));
        FigureFilters.period(bar, today);
        bar.withTimes();
    }

    FilterBar bar() {
        return bar;
    }

    void show(Selection asked, List<IndicatorProgress> all, IndicatorProgress shown, IndicatorSheet sheet) {
        List<Country> others = sheet.countries().stream()
                .filter(each -> !each.code().equals(shown.programme().country()))
                .toList();
        programmes = all.stream()
                .map(IndicatorProgress::programme)
                .collect(Collectors.toMap(
                        IndicatorProgress.Programme::code,
                        each -> each.countryName().in(locale)));
        countries = others.stream()
                .collect(Collectors.toMap(Country::code, each -> each.name().in(locale)));
        filling = true;
        try {
            List<String> codes =
                    all.stream().map(each -> each.programme().code()).toList();
            if (!codes.equals(programmeCodes)) {
                programmeCodes = codes;
                programme.setItems(codes);
            }
            List<String> beside = others.stream().map(Country::code).toList();
            if (!beside.equals(countryCodes)) {
                countryCodes = beside;
                compare.setItems(beside);
            }
        } finally {
            filling = false;
        }
        chosen = Objects.requireNonNull(shown.programme().code());
        bar.show(asked);
    }
}
