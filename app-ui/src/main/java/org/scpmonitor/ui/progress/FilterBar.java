package org.scpmonitor.ui.progress;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.scpmonitor.progress.ProgressMethod;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Selection;

/** The page's questions in one row; on a narrow screen one button that opens them as a dialog. */
public class FilterBar extends Div {
    private final Selection selection;
    private final Consumer<Selection> onChange;
    private final Div fields = new Div();
    private final Dialog unfolded = new Dialog();

    /**
     * @param today the last day that can be asked for
     * @param own the page's own fields, before the moment and the method
     */
    public FilterBar(Selection selection, LocalDate today, Consumer<Selection> onChange, Component... own) {
        this.selection = selection;
        this.onChange = onChange;
        addClassName("filterbar");
        fields.addClassName("filters");
        fields.getElement().setAttribute("role", "group").setAttribute("aria-label", translate("progress.filters"));
        fields.add(own);
        fields.add(moment(today), method(), reset());
        unfolded.addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                addComponentAsFirst(fields);
            }
        });
        Button close = new Button(translate("progress.filters.close"), click -> unfolded.close());
        close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        unfolded.getFooter().add(close);
        addDetachListener(replaced -> unfolded.close());
        add(fields, folded());
    }

    /** The label of a field stands inside it, before its value. */
    public static Span prefix(String key) {
        return new Span(translate(key));
    }

    private DatePicker moment(LocalDate today) {
        DatePicker picker = new DatePicker();
        picker.setLocale(UI.getCurrent().getLocale());
        picker.setI18n(words(UI.getCurrent().getLocale()));
        picker.setPrefixComponent(prefix("progress.asof"));
        picker.setAriaLabel(translate("progress.asof.long"));
        picker.setMax(today);
        picker.setValue(selection.asOf() == null ? today : selection.asOf());
        picker.addValueChangeListener(change -> {
            LocalDate day = change.getValue();
            if (!picker.isInvalid()) {
                onChange.accept(selection.asOf(day == null || !day.isBefore(today) ? null : day));
            }
        });
        return picker;
    }

    private Select<ProgressMethod> method() {
        Select<ProgressMethod> select = new Select<>();
        select.setItems(ProgressMethod.values());
        select.setItemLabelGenerator(each -> translate("method." + each.name()));
        select.setPrefixComponent(prefix("progress.method"));
        select.setAriaLabel(translate("progress.method"));
        select.setValue(selection.method() == null ? ProgressMethod.LINEAR : selection.method());
        select.addValueChangeListener(change -> onChange.accept(selection.by(change.getValue())));
        return select;
    }

    private Button reset() {
        Button reset = new Button(
                translate("progress.reset"),
                click -> onChange.accept(
                        selection.asOf(null).by(null).ofIndicator(null).comparedWith(null)));
        reset.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return reset;
    }

    private Button folded() {
        Button open = new Button(translate("progress.filters"), Icon.DOWN.small(), click -> unfold());
        open.setIconAfterText(true);
        open.addClassName("filters-m");
        return open;
    }

    /** The fields move into the dialog, and back when it closes; an answer closes it, for the page is then built anew. */
    private void unfold() {
        unfolded.removeAll();
        unfolded.setHeaderTitle(translate("progress.filters"));
        unfolded.add(fields);
        unfolded.open();
    }

    /**
     * The words of a calendar that opens at a field. Days stand there in figures, but in English: the component has no other
     * names of months.
     */
    public static DatePicker.DatePickerI18n words(Locale locale) {
        return new DatePicker.DatePickerI18n()
                .setDateFormats(translate("progress.asof.format"), "yyyy-MM-dd")
                .setMonthNames(Stream.iterate(YearMonth.of(2000, 1), each -> each.plusMonths(1))
                        .limit(12)
                        .map(each -> each.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, locale))
                        .toList())
                .setWeekdays(weekdays(TextStyle.FULL_STANDALONE, locale))
                .setWeekdaysShort(weekdays(TextStyle.SHORT_STANDALONE, locale))
                .setFirstDayOfWeek(1)
                .setToday(translate("progress.asof.today"))
                .setCancel(translate("progress.asof.cancel"));
    }

    /** From Sunday on, as the component wants them. */
    private static List<String> weekdays(TextStyle style, Locale locale) {
        return IntStream.range(0, 7)
                .mapToObj(day -> DayOfWeek.SUNDAY.plus(day).getDisplayName(style, locale))
                .toList();
    }
}
