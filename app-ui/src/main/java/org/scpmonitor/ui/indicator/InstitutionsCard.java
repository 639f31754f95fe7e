package org.scpmonitor.ui.indicator;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.indicator.Breakdown;
import org.scpmonitor.indicator.Breakdown.Contributor;
import org.scpmonitor.indicator.Contributors;
import org.scpmonitor.indicator.Contributors.Order;
import org.scpmonitor.indicator.Contributors.Which;
import org.scpmonitor.progress.IndicatorProgress;
import org.scpmonitor.progress.IndicatorProgress.Point;
import org.scpmonitor.ui.component.Figure;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.Slot;
import org.scpmonitor.ui.component.UnitText;
import org.scpmonitor.ui.progress.Picture;

/**
 * Which institutions the latest sum is made of: the largest as bars, and all of them, sorted and searched, once somebody
 * asks. Each leads to where its part comes from.
 */
class InstitutionsCard extends Section {
    private final Locale locale = UI.getCurrent().getLocale();
    private final NumberText numbers = new NumberText(locale);
    private final Contributors contributors;
    private final Opener open;
    private final H2 title = new H2();
    private final Paragraph says = new Paragraph();
    private final Slot<Shown> bars = new Slot<>(each -> List.of(bars(each)));
    private final Button all = new Button();
    private final TextField search = new TextField();
    private final Grid<Contributor> grid = new Grid<>();
    private final Div list = new Div(search, grid);
    private @Nullable Shown shown;
    private AsOf asOf = AsOf.NOW;

    /** Opens the provenance of one institution's part of a figure. */
    interface Opener {
        void open(String figure, String institution);
    }

    private record Shown(IndicatorProgress progress, Point whole, Breakdown breakdown) {}

    InstitutionsCard(Contributors contributors, Opener open) {
        this.contributors = contributors;
        this.open = open;
        addClassName("card");
        says.addClassNames("sub", "num");
        all.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        all.addClickListener(click -> unfold(!list.isVisible()));
        list.addClassName("institutions");
        list.setVisible(false);
        search.setAriaLabel(translate("indicator.institutions.search"));
        search.setPlaceholder(translate("indicator.institutions.search"));
        search.setPrefixComponent(Icon.SEARCH.small());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> grid.getDataProvider().refreshAll());
        columns();
        add(title, says, bars, all, list);
        setVisible(false);
    }

    private void columns() {
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.addColumn(Contributor::name)
                .setHeader(translate("indicator.institutions.name"))
                .setSortProperty(Order.NAME.name())
                .setFlexGrow(3)
                .setTooltipGenerator(Contributor::name);
        grid.addColumn(Contributor::code)
                .setHeader(translate("indicator.institutions.code"))
                .setFlexGrow(1);
        grid.addComponentColumn(each -> figure(each))
                .setHeader(translate("indicator.institutions.value"))
                .setSortProperty(Order.VALUE.name())
                .setTextAlign(ColumnTextAlign.END)
                .setFlexGrow(1);
        grid.addColumn(each -> shown == null ? "" : Bars.share(each.value(), shown.whole(), numbers))
                .setHeader(translate("indicator.institutions.share"))
                .setTextAlign(ColumnTextAlign.END)
                .setFlexGrow(0);
        grid.setPageSize(50);
        grid.getElement().setAttribute("aria-label", translate("indicator.institutions.all"));
    }

    void show(IndicatorProgress progress, Point whole, Breakdown breakdown, AsOf moment) {
        Shown now = new Shown(progress, whole, breakdown);
        boolean changed = !now.equals(shown) || !moment.equals(asOf);
        shown = now;
        asOf = moment;
        setVisible(breakdown.contributors().inAll() > 1);
        title.setText(translate("indicator.contributors", Picture.label(whole.period())));
        int first = breakdown.contributors().list().size();
        boolean more = breakdown.contributors().inAll() > first;
        says.setText(says(progress.unit(), first, breakdown.contributors().inAll()));
        bars.show(now);
        all.setVisible(more);
        unfold(list.isVisible() && more);
        if (changed && list.isVisible()) {
            grid.getDataProvider().refreshAll();
        }
    }

    private String says(String unit, int first, int number) {
        String named = UnitText.of(unit);
        if (number > first) {
            return named.isEmpty()
                    ? translate("indicator.contributors.first", numbers.of(first), numbers.of(number))
                    : translate("indicator.contributors.says", numbers.of(first), numbers.of(number), named);
        }
        return named.isEmpty()
                ? translate("indicator.institutions.all")
                : translate("indicator.contributors.all", numbers.of(first), named);
    }

    private void unfold(boolean unfolded) {
        if (unfolded && !list.isVisible()) {
            grid.setItems(this::page, query -> contributors.count(which()));
        }
        list.setVisible(unfolded);
        all.setText(
                unfolded
                        ? translate("indicator.institutions.fold")
                        : translate(
                                "indicator.institutions.unfold",
                                numbers.of(
                                        shown == null
                                                ? 0
                                                : shown.breakdown()
                                                        .contributors()
                                                        .inAll())));
        all.getElement().setAttribute("aria-expanded", Boolean.toString(unfolded));
    }

    private Stream<Contributor> page(Query<Contributor, Void> query) {
        QuerySortOrder order = query.getSortOrders().stream()
                .findFirst()
                .orElse(new QuerySortOrder(Order.VALUE.name(), SortDirection.DESCENDING));
        return contributors
                .list(
                        which(),
                        Order.valueOf(order.getSorted()),
                        order.getDirection() == SortDirection.DESCENDING,
                        query.getOffset(),
                        query.getLimit())
                .stream();
    }

    private Which which() {
        if (shown == null) {
            throw new IllegalStateException("Nothing is shown");
        }
        return new Which(
                shown.progress().programme().code(),
                shown.progress().indicator(),
                shown.whole().period(),
                search.getValue(),
                asOf);
    }

    private Bars bars(Shown of) {
        Bars drawn = new Bars(of.progress(), of.whole(), numbers);
        BigDecimal largest = of.breakdown().contributors().list().stream()
                .map(Contributor::value)
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
        of.breakdown().contributors().list().forEach(each -> {
            boolean hasAcronym = !each.code().equals(each.key());
            drawn.bar(hasAcronym ? each.code() : each.name(), each.value(), largest, figure(each));
        });
        return drawn;
    }

    private Span figure(Contributor each) {
        return new Span(new Figure(text(each.value()), () -> {
            if (shown != null) {
                open.open(Long.toString(shown.whole().id()), each.key());
            }
        }));
    }

    /** What is counted is told in whole numbers, as it was reported. */
    private String text(BigDecimal value) {
        boolean counted = shown != null
                && UnitText.of(shown.progress().unit()).isEmpty()
                && value.stripTrailingZeros().scale() <= 0;
        return counted ? numbers.of(value, 0) : numbers.of(value);
    }
}
