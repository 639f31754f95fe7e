package org.scpmonitor.ui.map;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.comparison.Compared;
import org.scpmonitor.ui.component.Segmented;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.component.Selection.Shade;
import org.scpmonitor.ui.progress.FilterBar;
import org.scpmonitor.ui.progress.FoldingFields;

/** Which indicator the map shows, by what, and as known when. */
class MapFields extends FoldingFields {
    private final Locale locale = UI.getCurrent().getLocale();
    private final LocalDate today;
    private final ComboBox<Compared> indicator = new ComboBox<>();
    private final DatePicker moment = new DatePicker();
    private final Segmented<Shade> shade;
    private Selection selection = Selection.NONE;
    private List<String> offered = List.of();

    MapFields(LocalDate today, Consumer<Selection> ask) {
        this.today = today;
        indicator.setPrefixComponent(FilterBar.prefix("compare.indicator"));
        indicator.setAriaLabel(translate("compare.indicator"));
        indicator.setItemLabelGenerator(
                each -> each.code() + " · " + each.name().in(locale));
        indicator.addClassName("wide");
        indicator.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                ask.accept(selection.ofIndicator(change.getValue().code()));
            }
        });
        shade = new Segmented<Shade>(translate("map.shade"), chosen -> ask.accept(selection.shade(chosen)))
                .option(Shade.STATUS, translate("map.shade.STATUS"))
                .option(Shade.VALUE, translate("map.shade.VALUE"));
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
        fields.add(indicator, shade, moment);
    }

    /** As the address has it; nobody is asked anything. */
    void show(Selection shown, List<Compared> all, @Nullable Compared chosen) {
        selection = shown;
        List<String> codes = all.stream().map(Compared::code).toList();
        if (!codes.equals(offered)) {
            offered = codes;
            indicator.setItems(all);
        }
        indicator.setValue(indicator
                .getListDataView()
                .getItems()
                .filter(each -> chosen != null && each.code().equals(chosen.code()))
                .findFirst()
                .orElse(null));
        shade.press(Objects.requireNonNullElse(shown.shade(), Shade.STATUS));
        moment.setValue(shown.asOf() == null ? today : shown.asOf());
    }
}
