package org.scpmonitor.ui.progress;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.progress.Dated;
import org.scpmonitor.progress.IndicatorProgress;
import org.scpmonitor.progress.IndicatorProgress.Point;
import org.scpmonitor.progress.IndicatorProgress.TargetVersion;
import org.scpmonitor.progress.IndicatorProgress.Verdict;
import org.scpmonitor.progress.ProgressMethod;
import org.scpmonitor.ui.chart.Trajectory;
import org.scpmonitor.ui.chart.Trajectory.Actual;
import org.scpmonitor.ui.chart.Trajectory.Kind;
import org.scpmonitor.ui.chart.Trajectory.Level;
import org.scpmonitor.ui.chart.Trajectory.Projected;
import org.scpmonitor.ui.chart.Trajectory.Target;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.ProgressTrack;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.component.UnitText;

/**
 * An indicator's progress by one method, as the screens draw and word it.
 *
 * @param from the first period that is drawn; null for all that are known
 */
public record Picture(
        IndicatorProgress progress,
        ProgressMethod method,
        @Nullable ReportingPeriod from) {

    /** By the chosen method, or by the programme's own. */
    public static Picture of(IndicatorProgress progress, Optional<ProgressMethod> chosen) {
        return new Picture(progress, chosen.orElse(progress.programme().method()), null);
    }

    /** By the method that is asked for, or by the programme's own; drawn from the asked period on. */
    public static Picture of(IndicatorProgress progress, Selection asked) {
        return new Picture(
                progress,
                Optional.ofNullable(asked.method()).orElse(progress.programme().method()),
                asked.from());
    }

    public CountryMark country() {
        return mark(progress);
    }

    /** By what the programme's country is known. */
    public static CountryMark mark(IndicatorProgress progress) {
        return CountryMark.of(progress.programme().country());
    }

    public Optional<Verdict> verdict() {
        return progress.by(method);
    }

    /** What the path asks for at the period that was judged. */
    public Optional<Dated> expected() {
        return verdict()
                .flatMap(each -> Optional.ofNullable(each.expected()).map(value -> new Dated(each.period(), value)));
    }

    public Trajectory trajectory() {
        return new Trajectory(
                country(),
                UnitText.of(progress.unit()),
                actuals(),
                progress.baseline().map(Picture::level).orElse(null),
                progress.isCeiling() ? null : expected().map(Picture::level).orElse(null),
                targets(),
                progress.projection().stream()
                        .map(each -> new Projected(each.period(), each.middle(), each.low(), each.high()))
                        .toList(),
                List.of());
    }

    /** The figures that are drawn, in order of time. */
    public List<Actual> actuals() {
        return progress.points().stream().filter(this::drawn).map(this::actual).toList();
    }

    private boolean drawn(Point point) {
        return from == null || !point.period().start().isBefore(from.start());
    }

    /** From baseline to target on one line; empty where one of the three values is missing. */
    public Optional<ProgressTrack.Way> way() {
        return progress.baseline()
                .flatMap(baseline -> progress.latest()
                        .flatMap(latest -> progress.target()
                                .map(target -> new ProgressTrack.Way(
                                        country(),
                                        baseline.value(),
                                        latest.value(),
                                        target.value(),
                                        expected().map(Dated::value).orElse(null),
                                        progress.isCeiling()))));
    }

    /** Baseline, latest value and target in one sentence, for those who can't see the drawing. */
    public String sentence() {
        Locale locale = UI.getCurrent().getLocale();
        NumberText numbers = new NumberText(locale);
        StringBuilder sentence =
                new StringBuilder(progress.programme().countryName().in(locale) + ", "
                        + progress.name().in(locale) + ".");
        progress.baseline()
                .ifPresent(each -> sentence.append(told("progress.sentence.baseline", each, numbers, locale)));
        progress.latest()
                .ifPresent(each -> sentence.append(
                        told("progress.sentence.latest", new Dated(each.period(), each.value()), numbers, locale)));
        progress.target()
                .ifPresent(each -> sentence.append(
                        told("progress.sentence.target", new Dated(each.period(), each.value()), numbers, locale)));
        return sentence.append(' ').append(translate("progress.sentence.keys")).toString();
    }

    private String told(String key, Dated dated, NumberText numbers, Locale locale) {
        return " "
                + translate(
                        key, dated.period().label(locale), UnitText.with(numbers.of(dated.value()), progress.unit()));
    }

    /** Superseded versions first, so that the valid targets lie above them. Conditional ones are told, not drawn. */
    private List<Target> targets() {
        Optional<TargetVersion> judged = progress.target();
        Stream<TargetVersion> superseded =
                progress.targets().stream().filter(each -> !each.current() && !each.conditional());
        Stream<TargetVersion> others = progress.targets().stream()
                .filter(each -> each.current() && !each.conditional())
                .filter(each -> judged.isEmpty() || each.id() != judged.get().id());
        return Stream.of(
                        superseded.map(each -> path(each, true)),
                        others.map(each -> path(each, false)),
                        judged.stream().map(each -> path(each, false)))
                .flatMap(each -> each)
                .toList();
    }

    private Target path(TargetVersion target, boolean superseded) {
        return new Target(
                superseded ? Integer.toString(target.decidedOn().getYear()) : "",
                progress.milestones().stream()
                        .filter(each -> each.period().compareTo(target.period()) < 0)
                        .map(Picture::level)
                        .toList(),
                new Level(target.period(), target.value()),
                !superseded && progress.isCeiling(),
                superseded);
    }

    private static Level level(Dated dated) {
        return new Level(dated.period(), dated.value());
    }

    private Actual actual(Point point) {
        return new Actual(
                point.period(),
                point.value(),
                kind(point),
                point.status().equals("B"),
                Long.toString(point.id()),
                point.halfWidth().orElse(null),
                point.estimate() == null
                        ? null
                        : new Trajectory.Estimate(
                                translate("estimation." + point.estimate().method()),
                                point.estimate().value()),
                new Trajectory.Coverage(point.reported(), point.expected()),
                progress.responsible().isEmpty() ? null : progress.responsible());
    }

    /** How final a figure is, for words and marks. */
    public static Kind kind(Point point) {
        if (point.partial()) {
            return Kind.PARTIAL;
        }
        return switch (point.status()) {
            case "P" -> Kind.PROVISIONAL;
            case "E" -> Kind.ESTIMATED;
            default -> Kind.FINAL;
        };
    }

    /** What is still to be done until the target is met, zero or less where it is. */
    public Optional<BigDecimal> remaining() {
        return progress.latest()
                .flatMap(latest -> progress.target()
                        .map(target -> progress.more()
                                ? target.value().subtract(latest.value())
                                : latest.value().subtract(target.value())));
    }

    /** The period of the latest figure as its reader names it. */
    public static String label(ReportingPeriod period) {
        return period.label(UI.getCurrent().getLocale());
    }
}
