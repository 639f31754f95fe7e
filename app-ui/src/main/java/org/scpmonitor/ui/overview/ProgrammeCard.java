package org.scpmonitor.ui.overview;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Consumer;
import org.scpmonitor.progress.IndicatorProgress;
import org.scpmonitor.progress.IndicatorProgress.Point;
import org.scpmonitor.progress.IndicatorProgress.TargetVersion;
import org.scpmonitor.progress.ProgressStatus;
import org.scpmonitor.ui.chart.Trajectory.Kind;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Figure;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.ProgressTrack;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.component.StatusBadge;
import org.scpmonitor.ui.component.Tag;
import org.scpmonitor.ui.component.UnitText;
import org.scpmonitor.ui.progress.Picture;

/** One programme: status, figure, way to the target, coverage, and as of when. */
class ProgrammeCard extends Article {
    private final Locale locale = UI.getCurrent().getLocale();
    private final NumberText numbers = new NumberText(locale);
    private final Picture picture;
    private final IndicatorProgress progress;
    private final Selection selection;

    ProgrammeCard(Picture picture, Selection selection, LocalDate today, Consumer<String> openProvenance) {
        this.picture = picture;
        this.progress = picture.progress();
        this.selection = selection;
        addClassNames("card", "prog");
        add(who(), status());
        progress.latest().ifPresent(latest -> add(figure(latest, openProvenance)));
        picture.way().ifPresent(way -> add(new ProgressTrack(way)));
        progress.target().ifPresent(target -> add(target(target)));
        add(foot(today));
    }

    private Component who() {
        H2 name = new H2(
                picture.country().image(),
                new Span(progress.programme().countryName().in(locale)));
        name.addClassName("card-h");
        Span space = new Span();
        space.addClassName("sp");
        name.add(space, new Tag(progress.responsible()));
        Div programme = new Div(Pages.link(
                Pages.programme(progress.programme().code(), selection),
                progress.programme().name().in(locale)));
        programme.addClassName("who");
        return new Div(name, programme);
    }

    private Component status() {
        return picture.verdict()
                .map(verdict -> {
                    Div status = new Div(StatusBadge.chip(verdict.status()));
                    if (verdict.reason() != null) {
                        Div reason =
                                new Div(translate("reason." + verdict.reason().name()));
                        reason.addClassName("tgt");
                        status.add(reason);
                    }
                    return status;
                })
                .orElseGet(() -> new Div(StatusBadge.chip(ProgressStatus.UNABLE_TO_ASSESS)));
    }

    private Component figure(Point latest, Consumer<String> openProvenance) {
        Span unit = new Span(" " + UnitText.of(progress.unit()));
        unit.addClassName("unit");
        Div what = new Div(new Span(period(latest) + " · "));
        what.add(Pages.link(
                Pages.indicator(
                        progress.indicator(),
                        selection.ofProgramme(progress.programme().code())),
                progress.name().in(locale)));
        what.addClassNames("tgt", "num");
        return new Div(
                Figure.headline(numbers.of(latest.value()), () -> openProvenance.accept(Long.toString(latest.id()))),
                unit,
                what);
    }

    private String period(Point latest) {
        Kind kind = Picture.kind(latest);
        String period = Picture.label(latest.period());
        return kind == Kind.FINAL ? period : period + ", " + translate("chart.kind." + kind.name());
    }

    private Component target(TargetVersion target) {
        Div lines = new Div();
        lines.addClassNames("tgt", "num");
        picture.remaining().ifPresent(remaining -> {
            Div line = new Div(gap(target, remaining));
            line.addClassName("b");
            lines.add(line);
        });
        if (progress.isCeiling()) {
            lines.add(new Div(translate("overview.card.kept")));
        } else {
            picture.expected()
                    .ifPresent(each -> lines.add(new Div(translate(
                            "overview.card.expected", Picture.label(each.period()), numbers.of(each.value())))));
        }
        Div source = new Div(new Span(target.sourceTitle()));
        source.addClassName("faint");
        if (target.illustrative()) {
            source.add(new Span(" "), Tag.illustrative());
        }
        lines.add(source);
        return lines;
    }

    private String gap(TargetVersion target, BigDecimal remaining) {
        String key = remaining.signum() > 0
                ? progress.more() ? "overview.card.raise" : "overview.card.cut"
                : progress.more() ? "overview.card.above" : "overview.card.below";
        return translate(
                key, Picture.label(target.period()), UnitText.with(numbers.of(remaining.abs()), progress.unit()));
    }

    private Component foot(LocalDate today) {
        Div foot = new Div();
        foot.addClassName("ft");
        LocalDate day = selection.asOf() == null ? today : selection.asOf();
        String asOf = new DateText(locale).day(day);
        foot.add(new Span(progress.latest()
                .map(latest -> translate(
                        "overview.card.coverage", numbers.of(latest.reported()), numbers.of(latest.expected()), asOf))
                .orElseGet(() -> translate("overview.card.nodata", asOf))));
        if (picture.verdict()
                .map(each -> each.status() != ProgressStatus.UNABLE_TO_ASSESS)
                .orElse(false)) {
            foot.add(
                    progress.methodsDisagree()
                            ? Pages.link(
                                    Pages.indicator(
                                            progress.indicator(),
                                            selection.ofProgramme(
                                                    progress.programme().code())),
                                    translate("overview.card.disagree"))
                            : new Span(translate("overview.card.agree")));
        }
        return foot;
    }
}
