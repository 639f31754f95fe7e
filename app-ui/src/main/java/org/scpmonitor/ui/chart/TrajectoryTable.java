package org.scpmonitor.ui.chart;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.scpmonitor.ui.chart.Trajectory.Actual;
import org.scpmonitor.ui.chart.Trajectory.Level;
import org.scpmonitor.ui.component.CaptionedTable;
import org.scpmonitor.ui.component.Figure;
import org.scpmonitor.ui.component.NumberText;

/** The same as the chart in rows, the latest first: period, actual, path to the target, difference, kind of value. */
public class TrajectoryTable extends CaptionedTable {
    private final Trajectory trajectory;
    private final Consumer<String> open;
    private final Locale locale = UI.getCurrent().getLocale();
    private final NumberText numbers = new NumberText(locale);

    /** @param caption what the table shows and in which unit, for those who can't see it in its place */
    public TrajectoryTable(Trajectory trajectory, String caption, Consumer<String> open) {
        super(caption);
        this.trajectory = trajectory;
        this.open = open;
        head(
                heading(translate("chart.table.period"), false),
                heading(translate("chart.table.actual"), true),
                heading(translate("chart.table.path"), true),
                heading(translate("chart.table.difference"), true),
                heading(translate("chart.table.kind"), false));
        trajectory.actuals().stream()
                .sorted(Comparator.comparing(Actual::period).reversed())
                .forEach(each -> fill(row(), each));
    }

    private void fill(NativeTableRow row, Actual actual) {
        Optional<BigDecimal> path = Optional.ofNullable(trajectory.pathAt(actual.period()));
        row.add(
                cell(new Span(actual.period().label(locale)), false),
                cell(figure(actual), true),
                cell(new Span(path.map(numbers::of).orElse("–")), true),
                cell(
                        new Span(path.map(actual.value()::subtract)
                                .map(numbers::signed)
                                .orElse("–")),
                        true),
                cell(new Span(kind(actual)), false));
    }

    private Component figure(Actual actual) {
        String text = numbers.full(actual.value());
        String key = actual.key();
        return key == null ? new Span(text) : new Figure(text, () -> open.accept(key));
    }

    private String kind(Actual actual) {
        String kind = translate("chart.table.kind." + actual.kind().name()) + Said.inLine(actual, numbers);
        Level baseline = trajectory.baseline();
        return baseline != null && baseline.period().equals(actual.period())
                ? kind + " · " + translate("chart.table.baseline")
                : kind;
    }
}
