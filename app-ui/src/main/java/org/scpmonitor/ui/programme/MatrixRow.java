package org.scpmonitor.ui.programme;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.progress.IndicatorProgress;
import org.scpmonitor.progress.IndicatorProgress.Point;
import org.scpmonitor.ui.chart.Sparkline;
import org.scpmonitor.ui.chart.Trajectory.Kind;
import org.scpmonitor.ui.component.Figure;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.component.Slot;
import org.scpmonitor.ui.component.StatusBadge;
import org.scpmonitor.ui.component.Tag;
import org.scpmonitor.ui.component.UnitText;
import org.scpmonitor.ui.progress.Picture;
import org.scpmonitor.ui.progress.TrendMark;

/** One indicator in the matrix. The figure stays the same button, so that it keeps the focus when its value changes. */
class MatrixRow extends NativeTableRow {
    private final Locale locale = UI.getCurrent().getLocale();
    private final NumberText numbers = new NumberText(locale);
    private final Slot<Shown> name = new Slot<>(this::name);
    private final Slot<Picture> course = new Slot<>(
            each -> List.of(new Sparkline(each.country(), each.trajectory().actuals())));
    private final Slot<Optional<Value>> baseline = new Slot<>(this::value);
    private final Slot<Optional<Value>> expected = new Slot<>(this::value);
    private final Slot<Optional<Value>> target = new Slot<>(this::value);
    private final Figure figure;
    private final Slot<Optional<Point>> period = new Slot<>(MatrixRow::period);
    private final Slot<Picture> trend = new Slot<>(each -> each.progress()
            .trend()
            .<List<Component>>map(way -> List.of(new TrendMark(way)))
            .orElseGet(() -> List.of(new Span("–"))));
    private final Slot<Picture> status = new Slot<>(MatrixRow::status);
    private final Slot<Covered> coverage = new Slot<>(this::coverage);
    private final Slot<String> responsible = new Slot<>(each -> List.of(new Span(each)));
    private final Slot<String> verification = new Slot<>(each -> List.of(new Span(each)));

    private record Shown(IndicatorProgress progress, Selection selection) {}

    /** @param limit whether it is to be kept rather than reached, and by which sign; empty otherwise */
    private record Value(String limit, BigDecimal value, ReportingPeriod period, boolean illustrative) {}

    private record Covered(Optional<Point> latest, String responsible) {}

    MatrixRow(Consumer<String> openProvenance) {
        figure = new Figure(openProvenance);
        NativeTableCell drawn = new NativeTableCell(course);
        drawn.addClassName("course");
        verification.addClassName("verified");
        add(
                new NativeTableCell(name),
                drawn,
                numeric(baseline),
                numeric(expected),
                numeric(target),
                numeric(new Div(figure, period)),
                new NativeTableCell(trend),
                new NativeTableCell(status),
                numeric(coverage),
                onPaper(responsible),
                onPaper(verification));
    }

    void show(Picture picture, Selection selection) {
        IndicatorProgress progress = picture.progress();
        Optional<Point> latest = progress.latest();
        name.show(new Shown(progress, selection));
        course.show(picture);
        baseline.show(progress.baseline().map(each -> new Value("", each.value(), each.period(), false)));
        expected.show(
                progress.isCeiling()
                        ? Optional.empty()
                        : picture.expected().map(each -> new Value("", each.value(), each.period(), false)));
        target.show(progress.target()
                .map(each -> new Value(
                        progress.isCeiling() ? progress.more() ? "≥ " : "≤ " : "",
                        each.value(),
                        each.period(),
                        each.illustrative())));
        figure.setVisible(latest.isPresent());
        latest.ifPresent(each -> figure.show(numbers.of(each.value()), Long.toString(each.id())));
        period.show(latest);
        trend.show(picture);
        status.show(picture);
        coverage.show(new Covered(latest, progress.responsible()));
        responsible.show(progress.responsible());
        verification.show(progress.verification().in(locale));
    }

    private List<Component> name(Shown shown) {
        IndicatorProgress progress = shown.progress();
        Div name = new Div(Pages.link(
                Pages.indicator(progress.indicator(), shown.selection()),
                progress.name().in(locale)));
        if (progress.headline()) {
            name.add(new Span(" "), new Tag(translate("programme.headline"), Tag.Tone.ACCENT));
        }
        return List.of(name, below(progress.indicator() + " · " + UnitText.of(progress.unit())));
    }

    private List<Component> value(Optional<Value> shown) {
        if (shown.isEmpty()) {
            return List.of(new Span("–"));
        }
        Value value = shown.get();
        List<Component> parts = new ArrayList<>();
        parts.add(new Span(value.limit() + numbers.of(value.value())));
        parts.add(below(Picture.label(value.period())));
        if (value.illustrative()) {
            parts.add(Tag.illustrative());
        }
        return parts;
    }

    private static List<Component> period(Optional<Point> latest) {
        return latest.<List<Component>>map(each -> {
                    Kind kind = Picture.kind(each);
                    String label = Picture.label(each.period());
                    return List.of(
                            below(kind == Kind.FINAL ? label : label + ", " + translate("chart.kind." + kind.name())));
                })
                .orElseGet(() -> List.of(new Span("–")));
    }

    private static List<Component> status(Picture picture) {
        return picture.verdict()
                .<List<Component>>map(verdict -> verdict.reason() == null
                        ? List.of(StatusBadge.chip(verdict.status()))
                        : List.of(
                                StatusBadge.chip(verdict.status()),
                                below(translate("reason." + verdict.reason().name()))))
                .orElseGet(() -> List.of(new Span("–")));
    }

    private List<Component> coverage(Covered shown) {
        Div who = below(shown.responsible());
        who.addClassName("no-print");
        return List.of(
                new Span(shown.latest()
                        .map(each -> translate(
                                "programme.table.coverage.of",
                                numbers.of(each.reported()),
                                numbers.of(each.expected())))
                        .orElse("–")),
                who);
    }

    private static Div below(String text) {
        Div below = new Div(text);
        below.addClassNames("xxs", "faint");
        return below;
    }

    private static NativeTableCell onPaper(Component content) {
        NativeTableCell cell = new NativeTableCell(content);
        cell.addClassName("print-only");
        return cell;
    }

    private static NativeTableCell numeric(Component content) {
        NativeTableCell cell = new NativeTableCell(content);
        cell.addClassName("n");
        return cell;
    }
}
