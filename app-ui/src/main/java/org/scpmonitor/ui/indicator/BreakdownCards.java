package org.scpmonitor.ui.indicator;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.scpmonitor.indicator.Breakdown;
import org.scpmonitor.progress.IndicatorProgress;
import org.scpmonitor.progress.IndicatorProgress.Point;
import org.scpmonitor.ui.component.Figure;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.UnitText;
import org.scpmonitor.ui.progress.Picture;

/** What the latest figure is made of: by fraction, region and sector. */
class BreakdownCards extends Div {
    /** How many regions or sectors are shown before one asks for the others. */
    private static final int FIRST_PARTS = 10;

    private final Locale locale = UI.getCurrent().getLocale();
    private final NumberText numbers = new NumberText(locale);
    private final IndicatorProgress progress;
    private final Point latest;

    BreakdownCards(IndicatorProgress progress, Point latest, Breakdown breakdown, Consumer<String> openProvenance) {
        this.progress = progress;
        this.latest = latest;
        addClassName("g2");
        if (!breakdown.fractions().isEmpty()) {
            add(fractions(breakdown.fractions(), openProvenance));
        }
        for (String of : List.of("region", "sector")) {
            List<Breakdown.Part> parts = breakdown.parts().stream()
                    .filter(each -> each.of().equals(of))
                    .toList();
            if (parts.size() > 1) {
                add(parts(of, parts, openProvenance));
            }
        }
    }

    private Component fractions(List<Breakdown.Fraction> fractions, Consumer<String> openProvenance) {
        Bars bars = new Bars(progress, latest, numbers);
        BigDecimal largest = fractions.getFirst().value();
        for (Breakdown.Fraction each : fractions) {
            bars.bar(
                    each.name().in(locale),
                    each.value(),
                    largest,
                    new Figure(numbers.of(each.value()), () -> openProvenance.accept(Long.toString(each.figure()))));
        }
        return card(
                translate("indicator.fractions", Picture.label(latest.period())),
                translate("indicator.fractions.says", numbers.of(fractions.size()), UnitText.of(progress.unit())),
                bars);
    }

    private Component parts(String of, List<Breakdown.Part> parts, Consumer<String> openProvenance) {
        BigDecimal largest = parts.getFirst().value();
        int first = Math.min(FIRST_PARTS, parts.size());
        Component card = card(
                translate("indicator.parts." + of, Picture.label(latest.period())),
                translate("indicator.parts.says", numbers.of(parts.size()), UnitText.of(progress.unit())),
                bars(parts.subList(0, first), largest, openProvenance));
        if (first < parts.size()) {
            card.getElement()
                    .appendChild(new Details(
                                    translate("indicator.parts.others", numbers.of(parts.size() - first)),
                                    bars(parts.subList(first, parts.size()), largest, openProvenance))
                            .getElement());
        }
        return card;
    }

    private Bars bars(List<Breakdown.Part> parts, BigDecimal largest, Consumer<String> openProvenance) {
        Bars bars = new Bars(progress, latest, numbers);
        for (Breakdown.Part each : parts) {
            String name = each.reported() < each.expected()
                    ? translate(
                            "indicator.parts.partial",
                            each.name(),
                            numbers.of(each.reported()),
                            numbers.of(each.expected()))
                    : each.name();
            bars.bar(
                    name,
                    each.value(),
                    largest,
                    new Figure(numbers.of(each.value()), () -> openProvenance.accept(Long.toString(each.figure()))));
        }
        return bars;
    }

    private static Component card(String title, String says, Bars bars) {
        Paragraph sub = new Paragraph(says);
        sub.addClassNames("sub", "num");
        Section card = new Section(new H2(title), sub, bars);
        card.addClassName("card");
        return card;
    }
}
