package org.scpmonitor.ui.register;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.entry.Labels;
import org.scpmonitor.register.Entries.Line;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.progress.DayPicker;
import org.scpmonitor.ui.progress.FilterBar;
import org.scpmonitor.ui.progress.FoldingFields;
import org.scpmonitor.ui.register.RegisterQuestion.Sort;

/** What the list is asked for. The fields stay while the page changes. */
class RegisterFilters extends FoldingFields {
    private static final int PAUSE_IN_TYPING = 400;

    private final Locale locale = UI.getCurrent().getLocale();
    private final Consumer<RegisterQuestion> onChange;
    private final LocalDate today;
    private final TextField search = new TextField();
    private final Select<String> kind;
    private final Select<String> country;
    private final Select<Sort> sort = new Select<>();
    private final DatePicker day = new DayPicker("");
    private List<String> countries = List.of();
    private RegisterQuestion shown = RegisterQuestion.ALL;
    private boolean showing;

    /** @param today the last day that can be asked for */
    RegisterFilters(LocalDate today, Consumer<RegisterQuestion> onChange) {
        this.today = today;
        this.onChange = onChange;
        Labels labels = Labels.in(locale);
        search.setPrefixComponent(Icon.SEARCH.small());
        search.setPlaceholder(translate("register.search"));
        search.setAriaLabel(translate("register.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(PAUSE_IN_TYPING);
        search.addValueChangeListener(
                change -> ask(shown.search(change.getValue().strip())));
        search.addClassName("wide");
        kind = choice(
                "register.kind", code -> Kind.find(code).map(labels::kinds).orElse(code));
        kind.setItems(Arrays.stream(Kind.values())
                .sorted(Comparator.comparing(labels::kinds))
                .map(Kind::code)
                .toList());
        kind.addClassName("kind-filter");
        kind.addValueChangeListener(change -> ask(shown.kind(
                change.getValue() == null ? null : Kind.find(change.getValue()).orElse(null))));
        country = choice("register.country", code -> CountryMark.name(code, locale));
        country.addValueChangeListener(change -> ask(shown.country(change.getValue())));
        sort.setItems(Sort.values());
        sort.setItemLabelGenerator(each -> translate("register.sort." + each.code()));
        sort.setPrefixComponent(FilterBar.prefix("register.sort"));
        sort.setAriaLabel(translate("register.sort"));
        sort.addValueChangeListener(change -> ask(shown.sort(change.getValue())));
        day.setPrefixComponent(FilterBar.prefix("progress.asof"));
        day.setAriaLabel(translate("progress.asof.long"));
        day.setMax(today);
        day.addValueChangeListener(change -> {
            if (!day.isInvalid()) {
                LocalDate chosen = change.getValue();
                ask(shown.asOf(chosen == null || !chosen.isBefore(today) ? null : chosen));
            }
        });
        Button reset = new Button(translate("progress.reset"), click -> ask(RegisterQuestion.ALL));
        reset.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        fields.add(search, kind, country, sort, day, reset);
    }

    private static Select<String> choice(String key, Function<String, String> name) {
        Select<String> select = new Select<>();
        select.setItemLabelGenerator(code -> code == null ? translate("register.every") : name.apply(code));
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(translate("register.every"));
        select.setPrefixComponent(FilterBar.prefix(key));
        select.setAriaLabel(translate(key));
        return select;
    }

    private void ask(RegisterQuestion question) {
        if (!showing && !question.equals(shown)) {
            onChange.accept(question);
        }
    }

    /** Shows what is asked for now, without asking for it. @param all of whose countries one can be chosen */
    void show(RegisterQuestion question, List<Line> all) {
        shown = question;
        showing = true;
        try {
            search.setValue(question.search());
            kind.setValue(question.kind() == null ? null : question.kind().code());
            List<String> there = Stream.concat(
                            all.stream().flatMap(line -> line.countries().stream()),
                            Stream.ofNullable(question.country()))
                    .distinct()
                    .sorted(Comparator.comparing(code -> CountryMark.name(code, locale)))
                    .toList();
            if (!there.equals(countries)) {
                countries = there;
                country.setItems(there);
            }
            country.setValue(question.country());
            sort.setValue(question.sort());
            day.setValue(question.asOf() == null ? today : question.asOf());
        } finally {
            showing = false;
        }
        int said = question.parameters().getParameters().size();
        say(said == 0 ? "" : translate("progress.filters.said", said));
    }
}
