package org.scpmonitor.ui.programme;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
import org.scpmonitor.progress.IndicatorProgress.Verdict;
import org.scpmonitor.progress.Trend;
import org.scpmonitor.ui.chart.Sparkline;
import org.scpmonitor.ui.chart.Trajectory.Kind;
import org.scpmonitor.ui.component.Figure;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.component.StatusBadge;
import org.scpmonitor.ui.component.Still;
import org.scpmonitor.ui.component.StillCell;
import org.scpmonitor.ui.component.Tag;
import org.scpmonitor.ui.component.UnitText;
import org.scpmonitor.ui.progress.Picture;
import org.scpmonitor.ui.progress.TrendMark;

/** One indicator in the matrix. The figure stays the same button, so that it keeps the focus when its value changes. */
class MatrixRow extends NativeTableRow {
    /** Of progress that all windows share, for as long as one of them shows it. */
    private static final Cache<IndicatorProgress, Sparkline.Shape> SHAPES =
            Caffeine.newBuilder().weakKeys().build();

    private final Locale locale = UI.getCurrent().getLocale();
    private final NumberText numbers = new NumberText(locale);
    private final StillCell<Shown> name = new StillCell<>(this::name);
    private final StillCell<Picture> course = new StillCell<>(MatrixRow::course).styled("course");
    private final StillCell<Optional<Value>> baseline = new StillCell<>(this::value).styled("n");
    private final StillCell<Optional<Value>> expected = new StillCell<>(this::value).styled("n");
    private final StillCell<Optional<Value>> target = new StillCell<>(this::value).styled("n");
    private final Figure figure;
    private final Still<Optional<Point>> period = new Still<>(MatrixRow::period);
    private final StillCell<Optional<Trend>> trend =
            new StillCell<>(each -> List.of(each.<Component>map(TrendMark::new).orElseGet(() -> new Span("–"))));
    private final StillCell<Judged> status = new StillCell<>(MatrixRow::status);
    private final StillCell<Covered> coverage = new StillCell<>(this::coverage).styled("n");
    private final StillCell<String> responsible =
            new StillCell<String>(each -> List.of(new Span(each))).styled("print-only");
    private final StillCell<String> verification = new StillCell<>(MatrixRow::verification).styled("print-only");

    private record Shown(String indicator, String name, String unit, boolean headline, Selection selection) {}

    private record Judged(Optional<Verdict> verdict) {}

    /** @param limit whether it is to be kept rather than reached, and by which sign; empty otherwise */
    private record Value(String limit, BigDecimal value, ReportingPeriod period, boolean illustrative) {}

    private record Covered(Optional<Point> latest, String responsible) {}

    MatrixRow(Consumer<String> openProvenance) {
        figure = new Figure(openProvenance);
        NativeTableCell latest = new NativeTableCell(new Div(figure, period));
        latest.addClassName("n");
        add(name, course, baseline, expected, target, latest, trend, status, coverage, responsible, verification);
    }

    void show(Picture picture, Selection selection) {
        IndicatorProgress progress = picture.progress();
        Optional<Point> latest = progress.latest();
        name.show(new Shown(
                progress.indicator(), progress.name().in(locale), progress.unit(), progress.headline(), selection));
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
        trend.show(progress.trend());
        status.show(new Judged(picture.verdict()));
        coverage.show(new Covered(latest, progress.responsible()));
        responsible.show(progress.responsible());
        verification.show(progress.verification().in(locale));
    }

    private List<Component> name(Shown shown) {
        Div name = new Div(Pages.link(Pages.indicator(shown.indicator(), shown.selection()), shown.name()));
        if (shown.headline()) {
            name.add(new Span(" "), new Tag(translate("programme.headline"), Tag.Tone.ACCENT));
        }
        return List.of(name, below(shown.indicator() + " · " + UnitText.of(shown.unit())));
    }

    private static List<Component> course(Picture picture) {
        Sparkline.Shape shape = picture.from() == null
                ? SHAPES.get(picture.progress(), whole -> Sparkline.Shape.of(picture.actuals()))
                : Sparkline.Shape.of(picture.actuals());
        return List.of(new Sparkline(picture.country(), shape));
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

    private static List<Component> status(Judged judged) {
        return judged.verdict()
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

    private static List<Component> verification(String text) {
        Div verified = new Div(text);
        verified.addClassName("verified");
        return List.of(verified);
    }
}
