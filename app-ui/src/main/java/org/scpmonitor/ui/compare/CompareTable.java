package org.scpmonitor.ui.compare;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.comparison.Compared.Country;
import org.scpmonitor.comparison.Compared.Point;
import org.scpmonitor.ui.component.CaptionedTable;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.Figure;
import org.scpmonitor.ui.component.NumberText;

/** The same as the chart: a row for each period, the latest first, a column for each country. */
class CompareTable extends CaptionedTable {
    private final Locale locale = UI.getCurrent().getLocale();
    private final Consumer<String> open;

    CompareTable(Measured measured, String caption, Consumer<String> open) {
        super(caption);
        this.open = open;
        addClassName("tall");
        List<Country> countries = measured.countries();
        head(Stream.concat(
                        Stream.of(heading(translate("chart.table.period"), false)),
                        countries.stream().map(each -> heading(named(each), true)))
                .toArray(NativeTableHeaderCell[]::new));
        measured.points()
                .map(Point::period)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .forEach(period -> fill(row(), period, countries));
    }

    private Span named(Country country) {
        Span name =
                new Span(CountryMark.of(country.code()).image(), new Span(CountryMark.name(country.code(), locale)));
        name.addClassName("row");
        return name;
    }

    private void fill(NativeTableRow row, ReportingPeriod period, List<Country> countries) {
        row.add(cell(new Span(period.label(locale)), false));
        countries.forEach(country ->
                row.add(cell(country.at(period).map(this::figure).orElseGet(() -> new Span("–")), true)));
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
}
