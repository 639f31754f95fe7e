package org.scpmonitor.ui.progress;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.progress.ProgressMethod;
import org.scpmonitor.ui.component.Help;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.component.Selection.Member;

/**
 * The page's questions in one row; on a narrow screen one button that opens them as a dialog. It stays while the page
 * changes: {@link #show} hands it what is asked for now.
 */
public class FilterBar extends FoldingFields {
    private final Consumer<Selection> onChange;
    private final LocalDate today;
    private final List<Consumer<Selection>> showing = new ArrayList<>();
    private Selection selection = Selection.NONE;
    private boolean taking;
    private boolean shown;
    private @Nullable String memory;

    /**
     * @param today the last day that can be asked for
     * @param onChange takes what is asked for then
     */
    public FilterBar(LocalDate today, Consumer<Selection> onChange) {
        this.today = today;
        this.onChange = onChange;
    }

    /**
     * A bar for a page that is built anew with every answer.
     *
     * @param today the last day that can be asked for
     * @param own the page's own fields, before the moment and the method
     */
    public FilterBar(Selection selection, LocalDate today, Consumer<Selection> onChange, Component... own) {
        this(today, onChange);
        fields.add(own);
        withTimes();
        show(selection);
    }

    /** The label of a field stands inside it, before its value. */
    public static Span prefix(String key) {
        return new Span(translate(key));
    }

    /** The fields that every page of figures has: the moment and the method, and the way back to none of them. */
    public FilterBar withTimes() {
        fields.add(moment(), new Help(Help.Term.AS_OF), method(), new Help(Help.Term.METHOD), reset());
        return this;
    }

    /**
     * Adds a field.
     *
     * @param shows puts into the field what is asked for
     */
    public <C extends Component> FilterBar with(C field, Consumer<Selection> shows) {
        fields.add(field);
        showing.add(shows);
        return this;
    }

    /** For a field's listener: asks for what is asked for now, with one change. */
    public void ask(UnaryOperator<Selection> change) {
        if (!taking) {
            onChange.accept(change.apply(selection));
        }
    }

    /**
     * Remembers in this browser what was asked for last, and asks for it again where an address asks for nothing. The
     * moment isn't remembered: nobody is to take what was known once for what is known now.
     *
     * @param place whose questions these are
     */
    public FilterBar remembered(String place) {
        memory = "scp-filters:" + place;
        return this;
    }

    /** Shows what is asked for now, without asking for it. */
    public void show(Selection asked) {
        if (memory != null) {
            remember(memory, asked);
        }
        selection = asked;
        taking = true;
        try {
            showing.forEach(each -> each.accept(asked));
        } finally {
            taking = false;
        }
        int members = asked.without(Member.LOOK, Member.SCALE, Member.PROGRAMME)
                .said()
                .size();
        say(members == 0 ? "" : translate("progress.filters.said", members));
    }

    private void remember(String where, Selection asked) {
        Selection kept = asked.without(Member.AS_OF, Member.PROGRAMME);
        boolean first = !shown;
        shown = true;
        if (first && asked.said().isEmpty()) {
            getElement()
                    .executeJs("return localStorage.getItem($0) || ''", where)
                    .then(String.class, query -> {
                        Selection before = Selection.of(query);
                        if (selection.said().isEmpty() && !before.said().isEmpty()) {
                            onChange.accept(before);
                        }
                    });
        } else if (!asked.equals(selection)) {
            getElement().executeJs("localStorage.setItem($0, $1)", where, kept.query());
        }
    }

    private DatePicker moment() {
        DatePicker picker = new DatePicker();
        picker.setLocale(UI.getCurrent().getLocale());
        picker.setI18n(words(UI.getCurrent().getLocale()));
        picker.setPrefixComponent(prefix("progress.asof"));
        picker.setAriaLabel(translate("progress.asof.long"));
        picker.setMax(today);
        picker.addValueChangeListener(change -> {
            LocalDate day = change.getValue();
            if (!picker.isInvalid()) {
                ask(each -> each.asOf(day == null || !day.isBefore(today) ? null : day));
            }
        });
        showing.add(asked -> {
            LocalDate day = asked.asOf();
            picker.setValue(day == null ? today : day);
        });
        return picker;
    }

    private Select<ProgressMethod> method() {
        Select<ProgressMethod> select = new Select<>();
        select.setItems(ProgressMethod.values());
        select.setItemLabelGenerator(each -> translate("method." + each.name()));
        select.setPrefixComponent(prefix("progress.method"));
        select.setAriaLabel(translate("progress.method"));
        select.addValueChangeListener(change -> ask(each -> each.by(change.getValue())));
        showing.add(asked -> {
            ProgressMethod method = asked.method();
            select.setValue(method == null ? ProgressMethod.LINEAR : method);
        });
        return select;
    }

    private Button reset() {
        Button reset = new Button(translate("progress.reset"), click -> ask(each -> each.only(Member.PROGRAMME)));
        reset.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return reset;
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
