package org.scpmonitor.ui.map;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.function.Consumer;
import org.scpmonitor.ui.component.CaptionedTable;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.Figure;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.StatusBadge;

/** The same as the map, a row for each country. */
class MapTable extends CaptionedTable {
    private final Locale locale = UI.getCurrent().getLocale();
    private final NumberText numbers = new NumberText(locale);
    private final Consumer<String> open;

    MapTable(Standings shown, Consumer<String> open) {
        super(shown.name() + ", " + shown.unit());
        this.open = open;
        head(
                heading(translate("map.country"), false),
                heading(translate("map.value"), true),
                heading(translate("map.target"), true),
                heading(translate("map.status"), false));
        shown.all().forEach(each -> fill(row(), each, shown));
    }

    private void fill(NativeTableRow row, Standing standing, Standings shown) {
        String name = CountryMark.name(standing.country(), locale);
        Span country = new Span(
                CountryMark.of(standing.country()).image(),
                standing.programme()
                        .<Component>map(code -> Pages.link(
                                Pages.indicator(
                                        shown.indicator().code(),
                                        shown.selection().ofProgramme(code)),
                                name))
                        .orElseGet(() -> new Span(name)));
        country.addClassName("row");
        row.add(
                cell(country, false),
                cell(
                        standing.latest()
                                .<Component>map(each -> {
                                    Span period = new Span(" " + each.period().label(locale));
                                    period.addClassNames("xxs", "faint");
                                    return new Span(
                                            new Figure(
                                                    numbers.of(each.value()),
                                                    () -> open.accept(Long.toString(each.id()))),
                                            period);
                                })
                                .orElseGet(() -> new Span("–")),
                        true),
                cell(
                        standing.target()
                                .<Component>map(each -> {
                                    Span period = new Span(" " + each.period().label(locale));
                                    period.addClassNames("xxs", "faint");
                                    return new Span(new Span(numbers.of(each.value())), period);
                                })
                                .orElseGet(() -> new Span("–")),
                        true),
                cell(
                        standing.status()
                                .<Component>map(StatusBadge::plain)
                                .orElseGet(() -> new Span(translate("map.none.STATUS"))),
                        false));
    }
}
