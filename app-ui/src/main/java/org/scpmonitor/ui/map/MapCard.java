package org.scpmonitor.ui.map;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.component.StatusBadge;

/** The map with each country's name, value and status beside it, and the key of its colours. */
class MapCard extends Section {
    private final Locale locale = UI.getCurrent().getLocale();
    private final H2 title = new H2();
    private final Span unit = new Span();
    private final Outlines outlines = new Outlines();
    private final Div labels = new Div();
    private final Div key = new Div();

    MapCard(Consumer<String> pick) {
        addClassName("card");
        title.addClassName("card-h");
        unit.addClassNames("xxs", "faint");
        outlines.addPickListener(picked -> pick.accept(picked.country()));
        labels.addClassName("map-labels");
        Div map = new Div(new Div(outlines, labels));
        map.addClassName("map");
        key.addClassNames("key", "map-key");
        key.getElement().setAttribute("role", "group").setAttribute("aria-label", translate("map.key"));
        add(title, unit, map, key);
    }

    void show(Standings shown) {
        Shading shading = shown.shading();
        Selection selection = shown.selection();
        title.setText(shown.name());
        unit.setText(shown.unit());
        outlines.draw(
                shading.standings().stream().map(Standing::country).toList(),
                code -> shading.standings().stream()
                        .filter(each -> each.country().equals(code))
                        .map(shading::fill)
                        .findFirst()
                        .orElseThrow());
        labels.removeAll();
        shading.standings().stream()
                .filter(each -> Outlines.has(each.country()))
                .forEach(each -> labels.add(label(each, selection)));
        key.removeAll();
        List<Component> entries = shading.legend();
        key.add(entries);
    }

    private Component label(Standing standing, Selection selection) {
        CountryMark mark = CountryMark.of(standing.country());
        String name = CountryMark.name(standing.country(), locale);
        Component heading = standing.programme()
                .<Component>map(code -> Pages.link(Pages.programme(code, selection), name))
                .orElseGet(() -> new Span(name));
        Span head = new Span(mark.image(), heading);
        head.addClassName("row");
        Div label = new Div(
                head,
                new Span(standing.latest()
                        .map(each -> new NumberText(locale).of(each.value()) + " (" + label(each.period()) + ")")
                        .orElseGet(() -> translate("map.none.VALUE"))));
        standing.status().ifPresent(status -> label.add(StatusBadge.plain(status)));
        label.addClassNames("map-label", "at-" + mark.token());
        return label;
    }

    private String label(ReportingPeriod period) {
        return period.label(locale);
    }
}
