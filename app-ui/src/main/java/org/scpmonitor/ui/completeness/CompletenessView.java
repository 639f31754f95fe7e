package org.scpmonitor.ui.completeness;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.assignment.Completeness;
import org.scpmonitor.assignment.Completeness.Choices;
import org.scpmonitor.assignment.Completeness.Filter;
import org.scpmonitor.assignment.Completeness.Key;
import org.scpmonitor.assignment.Completeness.Matrix;
import org.scpmonitor.assignment.Completeness.Rows;
import org.scpmonitor.calendar.Periodicity;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Segmented;
import org.scpmonitor.ui.progress.FilterBar;
import org.scpmonitor.ui.submission.Counted;

/** What has come of what was to be reported, in time or late, by whom or of what, and as of any past day. */
@Route(Pages.COMPLETENESS)
@Menu(title = "nav.data.completeness", icon = "TABLE", order = 50)
@PermitAll
class CompletenessView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private static final int ROWS = 50;
    private static final int ROWS_BELOW = 25;
    private static final int SLOTS = 50;
    private static final int FIRST_YEAR = 2000;
    private static final int MOST_COLUMNS = 36;

    private final Completeness completeness;
    private final MatrixFile file;
    private final CurrentViewer viewers;
    private final Clock clock;

    CompletenessView(Completeness completeness, MatrixFile file, CurrentViewer viewers, Clock clock) {
        this.completeness = completeness;
        this.file = file;
        this.viewers = viewers;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Question question = Question.of(event.getLocation().getQueryParameters());
        Viewer viewer = viewers.get();
        removeAll();
        add(
                head(translate("completeness.title"), new Span(translate("completeness.says")), download(question)),
                filters(question, completeness.choices()),
                table(question, viewer));
        question.slots(today()).ifPresent(filter -> add(slots(question, viewer, filter)));
    }

    private Component table(Question question, Viewer viewer) {
        boolean paged = question.by() == Rows.INSTITUTION;
        Matrix matrix = completeness.matrix(
                viewer,
                question.by(),
                question.filter(today()),
                paged ? question.page() * ROWS : 0,
                paged ? ROWS : Integer.MAX_VALUE / 2);
        boolean opened = question.by() == Rows.COUNTRY && question.open() != null;
        Matrix below = opened
                ? completeness.matrix(
                        viewer,
                        Rows.INSTITUTION,
                        question.institutions(today()),
                        question.page() * ROWS_BELOW,
                        ROWS_BELOW)
                : null;
        Div card = new Div(StandingMark.key());
        card.addClassNames("card", "flush");
        if (paged) {
            card.add(search(question));
        }
        if (matrix.rows().isEmpty()) {
            Div empty = new Div(new Span(translate("completeness.none")));
            empty.addClassName("empty");
            card.add(empty);
        } else {
            Div controls = new Div();
            controls.addClassNames("row", "wrap");
            if (below != null) {
                controls.add(
                        search(question),
                        pager(question.page(), ROWS_BELOW, below.total(), page -> show(question.page(page))));
            }
            card.add(new MatrixTable(
                    question, columns(question), matrix, below, below == null ? null : controls, this::show));
        }
        if (paged) {
            card.add(pager(question.page(), ROWS, matrix.total(), page -> show(question.page(page))));
        }
        return card;
    }

    private Component slots(Question question, Viewer viewer, Filter filter) {
        var slots = completeness.slots(viewer, filter).page(question.slots(), SLOTS);
        String name = Objects.requireNonNullElse(question.row(), "");
        ReportingPeriod period = Objects.requireNonNull(question.period());
        String title = translate("completeness.slots.title", name, period.label(locale()));
        SlotsPanel panel = new SlotsPanel(
                title,
                viewer,
                slots,
                pager(question.slots(), SLOTS, slots.total(), page -> show(question.slotPage(page))),
                () -> show(question.cell(null, null)));
        panel.addAttachListener(attached -> panel.scrollIntoView());
        return panel;
    }

    /** The periods that the matrix can have, the latest at the right; those that haven't ended are left out. */
    private List<ReportingPeriod> columns(Question question) {
        LocalDate asked = question.asOf();
        LocalDate day = asked == null ? today() : asked;
        Integer months = question.months();
        int length = months == null ? Periodicity.YEAR.months() : months;
        LocalDate end = LocalDate.of(question.lastYear(today()) + 1, 1, 1);
        List<ReportingPeriod> all = Stream.iterate(
                        ReportingPeriod.of(LocalDate.of(question.firstYear(today()), 1, 1), length),
                        ReportingPeriod::next)
                .takeWhile(period -> period.start().isBefore(end))
                .filter(period -> months == null
                        ? period.start().isBefore(day)
                        : !period.endExclusive().isAfter(day))
                .toList();
        return all.subList(Math.max(0, all.size() - MOST_COLUMNS), all.size());
    }

    private Component filters(Question question, Choices choices) {
        Div fields = new Div(
                new Segmented<Rows>(translate("completeness.by"), rows -> show(question.by(rows)))
                        .option(Rows.COUNTRY, translate("completeness.by.COUNTRY"))
                        .option(Rows.INSTITUTION, translate("completeness.by.INSTITUTION"))
                        .option(Rows.INDICATOR, translate("completeness.by.INDICATOR"))
                        .option(Rows.PROGRAMME, translate("completeness.by.PROGRAMME"))
                        .press(question.by()),
                choice(
                        "completeness.programme",
                        choices.programmes(),
                        question.programme(),
                        code -> show(question.filtered(code, question.country(), question.indicator()))),
                choice(
                        "completeness.country",
                        choices.countries(),
                        question.country(),
                        code -> show(question.filtered(question.programme(), code, question.indicator()))),
                choice(
                        "completeness.indicator",
                        choices.indicators(),
                        question.indicator(),
                        code -> show(question.filtered(question.programme(), question.country(), code))),
                periodicity(question),
                year(
                        "completeness.from",
                        question.firstYear(today()),
                        year -> show(question.years(year, question.lastYear()))),
                year(
                        "completeness.to",
                        question.lastYear(today()),
                        year -> show(question.years(question.firstYear(), year))),
                asOf(question));
        Button reset = new Button(translate("progress.reset"), click -> show(Question.of(QueryParameters.empty())));
        reset.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        fields.add(reset);
        fields.addClassNames("filters", "matrix-filters");
        fields.getElement().setAttribute("role", "group").setAttribute("aria-label", translate("progress.filters"));
        return fields;
    }

    private static ComboBox<Key> choice(
            String key, List<Key> items, @Nullable String chosen, Consumer<@Nullable String> changed) {
        Locale locale = UI.getCurrent().getLocale();
        ComboBox<Key> field = new ComboBox<>();
        field.setItems(items);
        field.setItemLabelGenerator(each -> each.name().in(locale));
        field.setPrefixComponent(FilterBar.prefix(key));
        field.setAriaLabel(translate(key));
        field.setPlaceholder(translate("completeness.all"));
        field.setClearButtonVisible(true);
        items.stream().filter(each -> each.code().equals(chosen)).findFirst().ifPresent(field::setValue);
        field.addValueChangeListener(change -> changed.accept(
                change.getValue() == null ? null : change.getValue().code()));
        return field;
    }

    private Select<Integer> periodicity(Question question) {
        Select<Integer> field = new Select<>();
        field.setItems(0, 1, 3, 6, 12);
        field.setItemLabelGenerator(each -> translate("completeness.months." + each));
        field.setPrefixComponent(FilterBar.prefix("completeness.months"));
        field.setAriaLabel(translate("completeness.months"));
        field.setValue(question.months() == null ? 0 : question.months());
        field.addValueChangeListener(
                change -> show(question.ofMonths(change.getValue() == 0 ? null : change.getValue())));
        return field;
    }

    private Select<Integer> year(String key, int chosen, IntConsumer changed) {
        Select<Integer> field = new Select<>();
        field.setItems(IntStream.rangeClosed(Math.min(chosen, FIRST_YEAR), Math.max(chosen, today().getYear()))
                .boxed()
                .sorted(Comparator.reverseOrder())
                .toList());
        field.setItemLabelGenerator(each -> Integer.toString(each));
        field.setPrefixComponent(FilterBar.prefix(key));
        field.setAriaLabel(translate(key));
        field.addClassName("year");
        field.setValue(chosen);
        field.addValueChangeListener(change -> changed.accept(change.getValue()));
        return field;
    }

    private DatePicker asOf(Question question) {
        LocalDate chosen = question.asOf();
        DatePicker field = new DatePicker();
        field.setLocale(locale());
        field.setI18n(FilterBar.words(locale()));
        field.setPrefixComponent(FilterBar.prefix("progress.asof"));
        field.setAriaLabel(translate("progress.asof.long"));
        field.setMax(today());
        field.setValue(chosen == null ? today() : chosen);
        field.addValueChangeListener(change -> {
            LocalDate day = change.getValue();
            if (!field.isInvalid()) {
                show(question.asOf(day == null || !day.isBefore(today()) ? null : day));
            }
        });
        return field;
    }

    private Component search(Question question) {
        TextField field = new TextField();
        field.setPlaceholder(translate("completeness.search"));
        field.setAriaLabel(translate("completeness.search"));
        field.setPrefixComponent(Icon.SEARCH.small());
        field.setClearButtonVisible(true);
        field.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        field.setValue(question.text());
        field.addValueChangeListener(change -> show(question.searched(change.getValue())));
        field.addClassName("matrix-search");
        return field;
    }

    private static Component pager(int page, int size, long total, IntConsumer turned) {
        Div pager = new Div();
        pager.addClassNames("row", "wrap", "xs", "pager");
        if (total <= size && page == 0) {
            return pager;
        }
        long last = Math.min(total, (long) (page + 1) * size);
        Span where = new Span(translate(
                "completeness.page",
                Counted.number(Math.min((long) page * size + 1, total)),
                Counted.number(last),
                Counted.number(total)));
        where.addClassName("num");
        Button before = new Button(translate("completeness.before"), click -> turned.accept(page - 1));
        before.setEnabled(page > 0);
        Button next = new Button(translate("completeness.next"), click -> turned.accept(page + 1));
        next.setEnabled(last < total);
        pager.add(where, before, next);
        return pager;
    }

    private Component download(Question question) {
        Viewer viewer = viewers.get();
        Locale locale = locale();
        LocalDate asked = question.asOf();
        Anchor link = new Anchor(
                event -> file.write(
                        viewer,
                        question.by(),
                        question.filter(today()),
                        asked == null ? today() : asked,
                        locale,
                        event),
                "");
        link.add(Icon.DOWNLOAD.small(), new Span(translate("completeness.csv")));
        link.addClassNames("btn", "sm");
        return link;
    }

    private void show(Question question) {
        UI.getCurrent().navigate(CompletenessView.class, question.parameters());
    }

    private static Locale locale() {
        return UI.getCurrent().getLocale();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    @Override
    public String getPageTitle() {
        return translate("completeness.title") + " · SCP Monitor";
    }
}
