package org.scpmonitor.ui.indicator;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.progress.Dated;
import org.scpmonitor.progress.IndicatorProgress;
import org.scpmonitor.progress.IndicatorProgress.Point;
import org.scpmonitor.progress.IndicatorProgress.TargetVersion;
import org.scpmonitor.progress.IndicatorProgress.Verdict;
import org.scpmonitor.ui.chart.Trajectory.Kind;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Figure;
import org.scpmonitor.ui.component.Help;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.StatusBadge;
import org.scpmonitor.ui.component.Tag;
import org.scpmonitor.ui.component.UnitText;
import org.scpmonitor.ui.progress.Picture;

/** Value, status, target, baseline and coverage side by side. */
class Strip extends DescriptionList {
    private final Locale locale = UI.getCurrent().getLocale();
    private final NumberText numbers = new NumberText(locale);
    private final Picture picture;
    private final IndicatorProgress progress;

    private final Earlier earlier;

    /**
     * What was known of the same figure at an earlier moment.
     *
     * @param value null where nothing was
     */
    record Earlier(LocalDate day, @Nullable BigDecimal value) {}

    Strip(Picture picture, Earlier earlier, Consumer<String> openProvenance) {
        this.picture = picture;
        this.earlier = earlier;
        this.progress = picture.progress();
        addClassNames("card", "lead");
        progress.latest().ifPresent(latest -> value(latest, openProvenance));
        picture.verdict().ifPresent(this::status);
        progress.target().ifPresent(this::target);
        progress.baseline().ifPresent(this::baseline);
        progress.latest().ifPresent(this::coverage);
    }

    private void value(Point latest, Consumer<String> openProvenance) {
        Kind kind = Picture.kind(latest);
        String period = Picture.label(latest.period());
        String label = translate("indicator.value", period)
                + (kind == Kind.FINAL ? "" : ", " + translate("chart.kind." + kind.name()));
        Runnable open = () -> openProvenance.accept(Long.toString(latest.id()));
        Figure figure = Figure.headline(numbers.of(latest.value()), open);
        Span unit = new Span(" " + UnitText.of(progress.unit()));
        unit.addClassName("unit");
        Help.Term term = kind == Kind.FINAL ? null : kind == Kind.PARTIAL ? Help.Term.COVERAGE : Help.Term.PROVISIONAL;
        cell(term, label, new Span(figure, unit), below(latest), before(latest, openProvenance));
    }

    /** What the figure was a year before, and what was known of this one a year ago. */
    private Component before(Point latest, Consumer<String> openProvenance) {
        Div before = new Div();
        before.addClassNames("small", "before");
        ReportingPeriod yearBefore = ReportingPeriod.of(
                latest.period().start().minusYears(1), latest.period().months());
        progress.points().stream()
                .filter(each -> each.period().equals(yearBefore))
                .findFirst()
                .ifPresent(each -> {
                    Runnable open = () -> openProvenance.accept(Long.toString(each.id()));
                    Div line = new Div(
                            new Span(translate("indicator.before", Picture.label(yearBefore)) + " "),
                            new Figure(numbers.of(each.value()), open));
                    if (each.value().signum() != 0) {
                        line.add(new Span(" " + translate("indicator.before.change", change(each, latest))));
                    }
                    before.add(line);
                });
        before.add(new Div(known(latest)));
        return before;
    }

    private String change(Point from, Point to) {
        BigDecimal share = to.value()
                .subtract(from.value())
                .movePointRight(2)
                .divide(from.value().abs(), MathContext.DECIMAL32)
                .setScale(1, RoundingMode.HALF_EVEN);
        return (share.signum() > 0 ? "+" : "")
                + numbers.of(share, 1)
                + (locale.getLanguage().equals("en") ? "%" : "\u00a0%");
    }

    private String known(Point latest) {
        String day = new DateText(locale).day(earlier.day());
        BigDecimal value = earlier.value();
        if (value == null) {
            return translate("indicator.known.nothing", day);
        }
        return value.compareTo(latest.value()) == 0
                ? translate("indicator.known.same", day)
                : translate("indicator.known.other", day, numbers.full(value));
    }

    private String below(Point latest) {
        List<String> said = new ArrayList<>();
        said.add(translate("indicator.value.full", numbers.full(latest.value())));
        BigDecimal uncertainty = latest.uncertainty();
        if (uncertainty != null) {
            said.add(translate("chart.uncertainty", numbers.percent(uncertainty.movePointLeft(2))));
        }
        if (latest.gwpSet() != null) {
            said.add(translate("indicator.gwp", latest.gwpSet()));
        }
        if (latest.carried()) {
            said.add(translate("indicator.carried"));
        }
        IndicatorProgress.Estimate estimate = latest.estimate();
        if (estimate != null) {
            said.add(translate(
                    "indicator.estimate",
                    numbers.of(estimate.value()),
                    numbers.of(estimate.institutions()),
                    translate("estimation." + estimate.method())));
        }
        return String.join(" · ", said);
    }

    private void status(Verdict verdict) {
        String label = translate(
                "indicator.status", translate("method." + verdict.method().name()));
        String below = verdict.reason() != null
                ? translate("reason." + verdict.reason().name())
                : verdict.expected() == null
                        ? translate("indicator.status.kept")
                        : translate(
                                "indicator.status.expected",
                                Picture.label(verdict.period()),
                                numbers.of(verdict.expected()));
        cell(Help.Term.METHOD, label, StatusBadge.large(verdict.status()), below);
    }

    private void target(TargetVersion target) {
        Span value = new Span(numbers.of(target.value()));
        if (target.illustrative()) {
            value.add(new Span(" "), Tag.illustrative());
        }
        cell(
                null,
                translate(
                        progress.isCeiling() ? "indicator.ceiling" : "indicator.target",
                        Picture.label(target.period())),
                value,
                target.sourceTitle());
    }

    private void baseline(Dated baseline) {
        IndicatorProgress.StatedBaseline stated = progress.statedBaseline();
        cell(
                null,
                translate("indicator.baseline", Picture.label(baseline.period())),
                new Span(numbers.of(baseline.value())),
                stated == null ? "" : stated.note().in(locale));
    }

    private void coverage(Point latest) {
        String below =
                latest.share() == null ? "" : translate("indicator.coverage.volume", numbers.percent(latest.share()));
        cell(
                Help.Term.COVERAGE,
                translate("indicator.coverage"),
                new Span(translate(
                        "indicator.coverage.of", numbers.of(latest.reported()), numbers.of(latest.expected()))),
                below);
    }

    private void cell(Help.@Nullable Term help, String label, Component value, String below, Component... more) {
        Div small = new Div(below);
        small.addClassName("small");
        Description description = new Description(value, small);
        description.add(more);
        Term term = new Term(label);
        if (help != null) {
            term.add(new Span(" "), new Help(help));
        }
        Div cell = new Div(term, description);
        getElement().appendChild(cell.getElement());
    }
}
