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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
import org.scpmonitor.ui.component.Still;
import org.scpmonitor.ui.component.Tag;
import org.scpmonitor.ui.component.UnitText;
import org.scpmonitor.ui.progress.Picture;

/** One programme: status, figure, way to the target, coverage, and as of when. */
class ProgrammeCard extends Article {
    private final Locale locale = UI.getCurrent().getLocale();
    private final NumberText numbers = new NumberText(locale);
    private final Still<Shown> who = new Still<>(this::who);
    private final Still<Picture> status = new Still<>(ProgrammeCard::status);
    private final Figure headline;
    private final Still<String> unit = new Still<>(ProgrammeCard::unit);
    private final Still<Shown> what = new Still<>(this::what);
    private final Still<Picture> target = new Still<>(this::target);
    private final Still<Shown> foot = new Still<>(this::foot);

    /** @param day of which it is told what was known */
    record Shown(Picture picture, Selection selection, LocalDate day) {
        IndicatorProgress progress() {
            return picture.progress();
        }

        /** Where the indicator of this programme stands by itself. */
        String page() {
            return Pages.indicator(
                    progress().indicator(),
                    selection.ofProgramme(progress().programme().code()));
        }
    }

    ProgrammeCard(Consumer<String> openProvenance) {
        headline = new Figure(openProvenance);
        headline.addClassName("fig");
        unit.addClassName("inline");
        foot.addClassName("ft");
        addClassNames("card", "prog");
        add(who, status, new Div(headline, unit, what), target, foot);
    }

    /** Draws anew what differs; what has the focus keeps it, unless it is gone. */
    void show(Shown shown) {
        who.show(shown);
        status.show(shown.picture());
        Optional<Point> latest = shown.progress().latest();
        headline.setVisible(latest.isPresent());
        unit.setVisible(latest.isPresent());
        latest.ifPresent(each -> headline.show(numbers.of(each.value()), Long.toString(each.id())));
        unit.show(shown.progress().unit());
        what.show(shown);
        target.show(shown.picture());
        foot.show(shown);
    }

    private List<Component> who(Shown shown) {
        IndicatorProgress progress = shown.progress();
        H2 name = new H2(
                shown.picture().country().image(),
                new Span(progress.programme().countryName().in(locale)));
        name.addClassName("card-h");
        Span space = new Span();
        space.addClassName("sp");
        name.add(space, new Tag(progress.responsible()));
        Div programme = new Div(Pages.link(
                Pages.programme(progress.programme().code(), shown.selection()),
                progress.programme().name().in(locale)));
        programme.addClassName("who");
        return List.of(name, programme);
    }

    private static List<Component> status(Picture picture) {
        return picture.verdict()
                .<List<Component>>map(verdict -> {
                    if (verdict.reason() == null) {
                        return List.of(StatusBadge.chip(verdict.status()));
                    }
                    Div reason = new Div(translate("reason." + verdict.reason().name()));
                    reason.addClassName("tgt");
                    return List.of(StatusBadge.chip(verdict.status()), reason);
                })
                .orElseGet(() -> List.of(StatusBadge.chip(ProgressStatus.UNABLE_TO_ASSESS)));
    }

    private static List<Component> unit(String code) {
        Span unit = new Span(" " + UnitText.of(code));
        unit.addClassName("unit");
        return List.of(unit);
    }

    private List<Component> what(Shown shown) {
        Div what = new Div();
        shown.progress().latest().ifPresent(latest -> what.add(new Span(period(latest) + " · ")));
        what.add(Pages.link(shown.page(), shown.progress().name().in(locale)));
        what.addClassNames("tgt", "num");
        return List.of(what);
    }

    private static String period(Point latest) {
        Kind kind = Picture.kind(latest);
        String period = Picture.label(latest.period());
        return kind == Kind.FINAL ? period : period + ", " + translate("chart.kind." + kind.name());
    }

    private List<Component> target(Picture picture) {
        IndicatorProgress progress = picture.progress();
        List<Component> parts = new ArrayList<>();
        picture.way().ifPresent(way -> parts.add(new ProgressTrack(way)));
        progress.target().ifPresent(target -> parts.add(target(picture, target)));
        return parts;
    }

    private Component target(Picture picture, TargetVersion target) {
        IndicatorProgress progress = picture.progress();
        Div lines = new Div();
        lines.addClassNames("tgt", "num");
        picture.remaining().ifPresent(remaining -> {
            Div line = new Div(gap(progress, target, remaining));
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

    private String gap(IndicatorProgress progress, TargetVersion target, BigDecimal remaining) {
        String key = remaining.signum() > 0
                ? progress.more() ? "overview.card.raise" : "overview.card.cut"
                : progress.more() ? "overview.card.above" : "overview.card.below";
        return translate(
                key, Picture.label(target.period()), UnitText.with(numbers.of(remaining.abs()), progress.unit()));
    }

    private List<Component> foot(Shown shown) {
        IndicatorProgress progress = shown.progress();
        String asOf = new DateText(locale).day(shown.day());
        List<Component> lines = new ArrayList<>();
        lines.add(new Span(progress.latest()
                .map(latest -> translate(
                        "overview.card.coverage", numbers.of(latest.reported()), numbers.of(latest.expected()), asOf))
                .orElseGet(() -> translate("overview.card.nodata", asOf))));
        if (shown.picture()
                .verdict()
                .map(each -> each.status() != ProgressStatus.UNABLE_TO_ASSESS)
                .orElse(false)) {
            lines.add(
                    progress.methodsDisagree()
                            ? Pages.link(shown.page(), translate("overview.card.disagree"))
                            : new Span(translate("overview.card.agree")));
        }
        return lines;
    }
}
