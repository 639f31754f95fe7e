package org.scpmonitor.ui.compare;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCaption;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.comparison.Compared.Country;
import org.scpmonitor.comparison.Compared.Point;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.Figure;
import org.scpmonitor.ui.component.NumberText;

/** The same as the chart: a row for each period, the latest first, a column for each country. */
class CompareTable extends Div {
    private final Locale locale = UI.getCurrent().getLocale();
    private final Consumer<String> open;

    CompareTable(Measured measured, String caption, Consumer<String> open) {
        this.open = open;
        addClassNames("tablewrap", "tall");
        getElement()
                .setAttribute("role", "region")
                .setAttribute("aria-label", caption)
                .setAttribute("tabindex", "0");
        List<Country> countries = measured.countries();
        NativeTable table = new NativeTable();
        NativeTableCaption title = new NativeTableCaption();
        title.setText(caption);
        title.addClassName("vh");
        table.add(title);
        NativeTableRow head = table.getHead().addRow();
        head.add(heading(new Span(translate("chart.table.period")), false));
        countries.forEach(each -> {
            Span name = new Span(CountryMark.of(each.code()).image(), new Span(CountryMark.name(each.code(), locale)));
            name.addClassName("row");
            head.add(heading(name, true));
        });
        measured.points()
                .map(Point::period)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .forEach(period -> row(table.getBody().addRow(), period, countries));
        add(table);
    }

    private void row(NativeTableRow row, ReportingPeriod period, List<Country> countries) {
        row.add(new NativeTableCell(new Span(period.label(locale))));
        countries.forEach(country -> {
            NativeTableCell cell =
                    new NativeTableCell(country.at(period).map(this::figure).orElseGet(() -> new Span("–")));
            cell.addClassName("n");
            row.add(cell);
        });
    }

    private Component figure(Point point) {
        Figure figure =
                new Figure(new NumberText(locale).of(point.value()), () -> open.accept(Long.toString(point.id())));
        return Kinds.key(point)
                .<Component>map(kind -> {
                    Span word = new Span(translate("chart.kind." + kind) + " ");
                    word.addClassNames("xxs", "faint");
                    return new Span(word, figure);
                })
                .orElse(figure);
    }

    private static NativeTableHeaderCell heading(Component content, boolean numeric) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(content);
        cell.getElement().setAttribute("scope", "col");
        cell.setClassName("n", numeric);
        return cell;
    }
}
