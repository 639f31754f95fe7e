package org.scpmonitor.ui.progress;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.Periodicity;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Selection;

/** The first and the last year, and how long the periods are: one button that says them, and opens their fields. */
class PeriodFields extends Div {
    private static final int FIRST_YEAR = 2000;

    private final FilterBar bar;
    private final LocalDate today;
    private final Span said = new Span();
    private final Button open = new Button();
    private final ComboBox<Integer> from;
    private final ComboBox<Integer> to;
    private final Select<Periodicity> periodicity = new Select<>();

    PeriodFields(FilterBar bar, LocalDate today) {
        this.bar = bar;
        this.today = today;
        from = field("progress.from", Selection::from);
        to = field("progress.to", Selection::to);
        periodicity.setItems(Periodicity.MONTH, Periodicity.QUARTER, Periodicity.HALF_YEAR, Periodicity.YEAR);
        periodicity.setItemLabelGenerator(PeriodFields::name);
        periodicity.setEmptySelectionAllowed(true);
        periodicity.setEmptySelectionCaption(translate("progress.periodicity.own"));
        periodicity.setLabel(translate("progress.periodicity"));
        periodicity.addValueChangeListener(change -> bar.ask(asked -> asked.every(change.getValue())));
        Span label = FilterBar.prefix("progress.period");
        label.addClassName("label");
        Span text = new Span(label, said);
        open.getElement().appendChild(text.getElement());
        open.setIcon(Icon.DOWN.small());
        open.setIconAfterText(true);
        open.addClassName("as-field");
        Div fields = new Div(from, to, periodicity);
        fields.addClassName("period-fields");
        Popover popover = new Popover(fields);
        popover.setTarget(open);
        popover.setAriaLabel(translate("progress.period"));
        addClassName("period");
        add(open, popover);
    }

    /** Without asking for it. */
    void show(Selection asked) {
        from.setValue(year(asked.from()));
        to.setValue(year(asked.to()));
        periodicity.setValue(asked.periodicity());
        String text = years(from.getValue(), to.getValue())
                + (asked.periodicity() == null ? "" : " · " + name(asked.periodicity()));
        said.setText(text);
        open.setAriaLabel(translate("progress.period") + ": " + text);
    }

    private static String years(@Nullable Integer first, @Nullable Integer last) {
        if (first == null && last == null) {
            return translate("progress.period.all");
        }
        if (first != null && last != null) {
            return first.equals(last) ? Integer.toString(first) : first + "–" + last;
        }
        return first == null ? translate("progress.to") + " " + last : translate("progress.from") + " " + first;
    }

    private static String name(@Nullable Periodicity each) {
        return translate(each == null ? "progress.periodicity.own" : "progress.periodicity." + each.name());
    }

    private static @Nullable Integer year(@Nullable ReportingPeriod period) {
        return period == null ? null : period.start().getYear();
    }

    private ComboBox<Integer> field(String label, BiFunction<Selection, @Nullable ReportingPeriod, Selection> say) {
        ComboBox<Integer> field = new ComboBox<>();
        field.setItems(IntStream.rangeClosed(FIRST_YEAR, today.getYear())
                .map(year -> FIRST_YEAR + today.getYear() - year)
                .boxed()
                .toList());
        field.setItemLabelGenerator(year -> Integer.toString(year));
        field.setLabel(translate(label));
        field.setAriaLabel(translate(label + ".long"));
        field.setPlaceholder("–");
        field.setClearButtonVisible(true);
        field.addValueChangeListener(change -> bar.ask(asked -> say.apply(
                asked,
                Optional.ofNullable(change.getValue())
                        .map(ReportingPeriod::year)
                        .orElse(null))));
        return field;
    }
}
