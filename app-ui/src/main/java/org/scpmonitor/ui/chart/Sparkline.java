package org.scpmonitor.ui.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.scpmonitor.ui.chart.Trajectory.Actual;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.SvgImage;

/** The shape of a series in the height of a line of text; without axes, so it tells no value. */
public class Sparkline extends SvgImage {
    private static final double WIDTH = 96;
    private static final double HEIGHT = 24;

    public Sparkline(CountryMark country, List<Actual> actuals) {
        super(markup(actuals));
        addClassNames("spark", country.token());
        getElement().setAttribute("aria-hidden", "true");
    }

    private static String markup(List<Actual> actuals) {
        if (actuals.isEmpty()) {
            return "";
        }
        double first = Axis.at(actuals.getFirst().period());
        double span = Math.max(Axis.at(actuals.getLast().period()) - first, 1e-9);
        double low = actuals.stream()
                .map(Actual::value)
                .mapToDouble(BigDecimal::doubleValue)
                .min()
                .orElseThrow();
        double high = actuals.stream()
                .map(Actual::value)
                .mapToDouble(BigDecimal::doubleValue)
                .max()
                .orElseThrow();
        double height = Math.max(high - low, 1e-9);
        String path = actuals.stream()
                .map(each -> point(
                        starts(each, actuals) ? "M" : "L",
                        3 + (WIDTH - 6) * (Axis.at(each.period()) - first) / span,
                        HEIGHT - 3 - (HEIGHT - 6) * (each.value().doubleValue() - low) / height))
                .collect(Collectors.joining());
        String last = path.substring(Math.max(path.lastIndexOf('L'), path.lastIndexOf('M')) + 1);
        String[] end = last.split(" ");
        return ("<svg viewBox=\"0 0 96 24\" width=\"96\" height=\"24\"><path d=\"%s\" fill=\"none\" stroke=\"var(--s)\""
                        + " stroke-width=\"1.5\"/><circle cx=\"%s\" cy=\"%s\" r=\"2.5\" fill=\"var(--s)\"/></svg>")
                .formatted(path, end[0], end[1]);
    }

    /** A gap or a new series interrupts the line. */
    private static boolean starts(Actual actual, List<Actual> all) {
        int index = all.indexOf(actual);
        return index == 0
                || actual.newSeries()
                || !all.get(index - 1).period().next().equals(actual.period());
    }

    private static String point(String step, double x, double y) {
        return String.format(Locale.ROOT, "%s%.1f %.1f", step, x, y);
    }
}
