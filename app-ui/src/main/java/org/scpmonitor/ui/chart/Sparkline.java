package org.scpmonitor.ui.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.ui.chart.Trajectory.Actual;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.SvgImage;

/** The shape of a series in the height of a line of text; without axes, so it tells no value. */
public class Sparkline extends SvgImage {
    private static final double WIDTH = 96;
    private static final double HEIGHT = 24;

    public Sparkline(CountryMark country, List<Actual> actuals) {
        this(country, Shape.of(actuals));
    }

    public Sparkline(CountryMark country, Shape shape) {
        super(shape.markup());
        addClassNames("spark", country.token());
        getElement().setAttribute("aria-hidden", "true");
    }

    /** A series drawn once, for as many as look at it. */
    public record Shape(String markup) {
        public static Shape of(List<Actual> actuals) {
            return new Shape(Sparkline.markup(actuals));
        }
    }

    /** @param starts whether the line is interrupted before it, by a gap or a new series */
    private record Spot(double x, double y, boolean starts) {
        String text() {
            return (starts ? "M" : "L") + tenth(x) + " " + tenth(y);
        }
    }

    private static String markup(List<Actual> actuals) {
        if (actuals.isEmpty()) {
            return "";
        }
        List<Spot> spots = thinned(spots(actuals));
        StringBuilder path = new StringBuilder();
        spots.forEach(each -> path.append(each.text()));
        Spot last = spots.getLast();
        return ("<svg viewBox=\"0 0 96 24\" width=\"96\" height=\"24\"><path d=\"%s\" fill=\"none\" stroke=\"var(--s)\""
                        + " stroke-width=\"1.5\"/><circle cx=\"%s\" cy=\"%s\" r=\"2.5\" fill=\"var(--s)\"/></svg>")
                .formatted(path, tenth(last.x()), tenth(last.y()));
    }

    private static List<Spot> spots(List<Actual> actuals) {
        double first = Axis.at(actuals.getFirst().period());
        double span = Math.max(Axis.at(actuals.getLast().period()) - first, 1e-9);
        double low = values(actuals).min().orElseThrow();
        double height = Math.max(values(actuals).max().orElseThrow() - low, 1e-9);
        List<Spot> spots = new ArrayList<>();
        Actual before = null;
        for (Actual each : actuals) {
            spots.add(new Spot(
                    3 + (WIDTH - 6) * (Axis.at(each.period()) - first) / span,
                    HEIGHT - 3 - (HEIGHT - 6) * (each.value().doubleValue() - low) / height,
                    starts(each, before)));
            before = each;
        }
        return spots;
    }

    /** Of many within one pixel's width the first, the highest and the lowest, which is what can be seen of them. */
    private static List<Spot> thinned(List<Spot> spots) {
        if (spots.size() <= 2 * WIDTH) {
            return spots;
        }
        List<Spot> kept = new ArrayList<>();
        List<Spot> column = new ArrayList<>();
        for (Spot each : spots) {
            if (!column.isEmpty() && ((int) column.getFirst().x() != (int) each.x() || each.starts())) {
                kept.addAll(extremes(column));
                column.clear();
            }
            column.add(each);
        }
        kept.addAll(extremes(column.subList(0, column.size() - 1)));
        kept.add(column.getLast());
        return kept;
    }

    private static List<Spot> extremes(List<Spot> column) {
        if (column.size() <= 2) {
            return List.copyOf(column);
        }
        Comparator<Spot> byHeight = Comparator.comparingDouble(Spot::y);
        Spot first = column.getFirst();
        return Stream.of(
                        first,
                        column.stream().min(byHeight).orElseThrow(),
                        column.stream().max(byHeight).orElseThrow())
                .distinct()
                .sorted(Comparator.comparingDouble(Spot::x))
                .toList();
    }

    private static DoubleStream values(List<Actual> actuals) {
        return actuals.stream().map(Actual::value).mapToDouble(BigDecimal::doubleValue);
    }

    /** A gap or a new series interrupts the line. */
    private static boolean starts(Actual actual, @Nullable Actual before) {
        return before == null || actual.newSeries() || !before.period().next().equals(actual.period());
    }

    private static String tenth(double value) {
        return Double.toString(Math.round(value * 10) / 10.0);
    }
}
