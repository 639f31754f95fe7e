package org.scpmonitor.ui.map;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.comparison.Compared;
import org.scpmonitor.comparison.Compared.Country;
import org.scpmonitor.progress.Dated;
import org.scpmonitor.progress.IndicatorProgress;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.component.Selection.Shade;
import org.scpmonitor.ui.component.UnitText;
import org.scpmonitor.ui.progress.Picture;

/** Where every country stands with one indicator. */
record Standings(Compared indicator, List<Standing> all, Selection selection) {

    /** @param ways the indicator in the programmes that have it */
    static Standings of(Compared indicator, List<IndicatorProgress> ways, Selection selection) {
        return new Standings(
                indicator,
                indicator.countries().stream()
                        .map(each -> standing(each, ways, selection))
                        .toList(),
                selection);
    }

    private static Standing standing(Country country, List<IndicatorProgress> ways, Selection selection) {
        ReportingPeriod to = selection.to();
        Optional<IndicatorProgress> way = ways.stream()
                .filter(each -> each.programme().country().equals(country.code()))
                .findFirst();
        return new Standing(
                country.code(),
                country.points().stream()
                        .filter(each -> to == null || each.period().compareTo(to) <= 0)
                        .reduce((before, after) -> after),
                way.map(each -> each.programme().code()),
                way.map(each -> Picture.of(each, Optional.ofNullable(selection.method())))
                        .flatMap(Picture::verdict)
                        .map(IndicatorProgress.Verdict::status),
                way.flatMap(IndicatorProgress::target).map(each -> new Dated(each.period(), each.value())));
    }

    /** By status, where nothing is said. */
    Shade by() {
        return Objects.requireNonNullElse(selection.shade(), Shade.STATUS);
    }

    Shading shading() {
        return Shading.of(by(), all, new NumberText(locale()));
    }

    String name() {
        return indicator.name().in(locale());
    }

    /** Code and unit, as they stand under the name. */
    String unit() {
        String unit = UnitText.of(indicator.unit());
        return unit.isEmpty() ? indicator.code() : translate("map.unit", indicator.code(), unit);
    }

    /** The programme of a country that has the indicator. */
    Optional<String> programme(String country) {
        return all.stream()
                .filter(each -> each.country().equals(country))
                .flatMap(each -> each.programme().stream())
                .findFirst();
    }

    private static Locale locale() {
        return UI.getCurrent().getLocale();
    }
}
