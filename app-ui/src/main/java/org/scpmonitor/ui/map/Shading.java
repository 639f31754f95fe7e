package org.scpmonitor.ui.map;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.scpmonitor.comparison.Compared.Point;
import org.scpmonitor.progress.ProgressStatus;
import org.scpmonitor.ui.chart.Axis;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.Selection.Shade;
import org.scpmonitor.ui.component.StatusBadge;

/** What the countries are coloured by, and what each colour means: a status, or one of at most four classes of values. */
record Shading(Shade by, List<Standing> standings, Axis classes, NumberText numbers) {
    private static final String NOTHING = "url(#nodata)";

    static Shading of(Shade by, List<Standing> standings, NumberText numbers) {
        List<BigDecimal> values = new ArrayList<>(standings.stream()
                .flatMap(each -> each.latest().stream())
                .map(Point::value)
                .toList());
        if (values.stream().allMatch(each -> each.signum() >= 0)) {
            values.add(BigDecimal.ZERO);
        }
        return new Shading(by, standings, Axis.ofValues(values, numbers), numbers);
    }

    /** A colour of the stylesheet. */
    String fill(Standing standing) {
        return switch (by) {
            case STATUS -> standing.status().map(Shading::color).orElse(NOTHING);
            case VALUE ->
                standing.latest().map(each -> color(place(each.value()))).orElse(NOTHING);
        };
    }

    /** What each colour means, in words. */
    List<Component> legend() {
        List<Component> entries = new ArrayList<>();
        switch (by) {
            case STATUS ->
                Arrays.stream(ProgressStatus.values())
                        .filter(each ->
                                standings.stream().anyMatch(one -> one.status().equals(Optional.of(each))))
                        .forEach(each -> entries.add(entry(color(each), StatusBadge.plain(each))));
            case VALUE -> {
                for (int i = 0; i + 1 < classes.ticks().size(); i++) {
                    String range = classes.ticks().get(i).label() + "–"
                            + classes.ticks().get(i + 1).label();
                    entries.add(entry(color(i), new Span(range)));
                }
            }
        }
        if (standings.stream().anyMatch(each -> fill(each).equals(NOTHING))) {
            entries.add(entry("", new Span(translate("map.none." + by.name()))));
        }
        return entries;
    }

    private int place(BigDecimal value) {
        int last = classes.ticks().size() - 2;
        for (int i = 0; i < last; i++) {
            if (value.doubleValue() < classes.ticks().get(i + 1).value()) {
                return i;
            }
        }
        return Math.max(last, 0);
    }

    private static Component entry(String color, Component words) {
        Span swatch = new Span();
        swatch.addClassName("swatch");
        if (color.isEmpty()) {
            swatch.addClassName("none");
        } else {
            swatch.getStyle().set("background", color);
        }
        return new Span(swatch, words);
    }

    private static String color(ProgressStatus status) {
        return "var(--scp-" + StatusBadge.style(status) + ")";
    }

    /** From light to dark: the higher the class, the more ink. */
    private static String color(int place) {
        return "color-mix(in oklab, var(--scp-ink-2) " + (18 + place * 26) + "%, var(--scp-surface))";
    }
}
