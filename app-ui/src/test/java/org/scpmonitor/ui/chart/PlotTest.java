package org.scpmonitor.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.ui.chart.Series.Fill;
import org.scpmonitor.ui.chart.Series.Point;
import org.scpmonitor.ui.chart.Series.Weight;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.NumberText;

class PlotTest {
    private static final NumberText SPANISH = new NumberText(Locale.of("es", "CL"));

    @Test
    void a_plot_tells_the_browser_what_each_part_is_and_nothing_of_how_it_looks() {
        String json = plot(
                        List.of(point(2020, "10", Fill.SOLID), point(2021, "12", Fill.HATCHED)),
                        List.of(
                                Marker.undated(new BigDecimal("11"), "sin fecha"),
                                Marker.end(
                                        CountryMark.PERU,
                                        ReportingPeriod.year(2021),
                                        new BigDecimal("12"),
                                        "Perú 12,0")))
                .json();
        assertThat(json)
                .contains("\"role\":\"actual\"", "\"identity\":\"per\"", "\"fills\":[\"solid\",\"hatched\"]")
                .contains("\"kind\":\"undated\"", "\"kind\":\"end\"", "Perú 12,0", "\"sides\":[\"right\"]")
                .contains("\"tips\":[[\"2020\",\"11 de 14\"]")
                .doesNotContain("#", "rgb");
    }

    @Test
    void a_line_is_interrupted_by_a_gap_and_by_a_new_series() {
        String gap = plot(List.of(point(2020, "10", Fill.SOLID), point(2022, "12", Fill.SOLID)), List.of())
                .json();
        String broken = plot(
                        List.of(
                                point(2020, "10", Fill.SOLID),
                                new Point(
                                        ReportingPeriod.year(2021),
                                        BigDecimal.TEN,
                                        Fill.SOLID,
                                        true,
                                        List.of("2021"),
                                        null)),
                        List.of())
                .json();
        assertThat(gap).containsPattern("\\{\"x\":2021\\.9\\d*}");
        assertThat(broken).containsPattern("\\{\"x\":2020\\.9\\d*}");
    }

    private static Plot plot(List<Point> points, List<Marker> markers) {
        Axes axes = new Axes(
                Axis.ofTime(points.stream().map(Point::period).toList(), 5, SPANISH.locale()),
                Axis.ofValues(points.stream().map(Point::value).toList(), SPANISH));
        return new Plot(
                axes,
                List.of(),
                List.of(),
                List.of(new Series(Weight.MAIN, CountryMark.PERU, points)),
                markers,
                "Perú",
                true);
    }

    private static Point point(int year, String value, Fill fill) {
        return new Point(
                ReportingPeriod.year(year),
                new BigDecimal(value),
                fill,
                false,
                List.of(Integer.toString(year), "11 de 14"),
                "1");
    }
}
