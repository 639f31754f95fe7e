package org.scpmonitor.ui.map;

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
import java.util.Locale;
import java.util.function.Consumer;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.Figure;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.StatusBadge;

/** The same as the map, a row for each country. */
class MapTable extends Div {
    private final Locale locale = UI.getCurrent().getLocale();
    private final NumberText numbers = new NumberText(locale);
    private final Consumer<String> open;

    MapTable(Standings shown, Consumer<String> open) {
        this.open = open;
        String caption = shown.name() + ", " + shown.unit();
        addClassName("tablewrap");
        getElement()
                .setAttribute("role", "region")
                .setAttribute("aria-label", caption)
                .setAttribute("tabindex", "0");
        NativeTable table = new NativeTable();
        NativeTableCaption title = new NativeTableCaption();
        title.setText(caption);
        title.addClassName("vh");
        table.add(title);
        table.getHead()
                .addRow()
                .add(
                        heading("map.country", false),
                        heading("map.value", true),
                        heading("map.target", true),
                        heading("map.status", false));
        shown.all().forEach(each -> row(table.getBody().addRow(), each, shown));
        add(table);
    }

    private void row(NativeTableRow row, Standing standing, Standings shown) {
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
                new NativeTableCell(country),
                numeric(standing.latest()
                        .<Component>map(each -> {
                            Span period = new Span(" " + each.period().label(locale));
                            period.addClassNames("xxs", "faint");
                            return new Span(
                                    new Figure(numbers.of(each.value()), () -> open.accept(Long.toString(each.id()))),
                                    period);
                        })
                        .orElseGet(() -> new Span("–"))),
                numeric(standing.target()
                        .<Component>map(each -> {
                            Span period = new Span(" " + each.period().label(locale));
                            period.addClassNames("xxs", "faint");
                            return new Span(new Span(numbers.of(each.value())), period);
                        })
                        .orElseGet(() -> new Span("–"))),
                new NativeTableCell(standing.status()
                        .<Component>map(StatusBadge::plain)
                        .orElseGet(() -> new Span(translate("map.none.STATUS")))));
    }

    private static NativeTableCell numeric(Component content) {
        NativeTableCell cell = new NativeTableCell(content);
        cell.addClassName("n");
        return cell;
    }

    private static NativeTableHeaderCell heading(String key, boolean numeric) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(translate(key));
        cell.getElement().setAttribute("scope", "col");
        cell.setClassName("n", numeric);
        return cell;
    }
}
