package org.scpmonitor.ui.indicator;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.indicator.Absence;
import org.scpmonitor.indicator.Breakdown;
import org.scpmonitor.indicator.IndicatorSheet;
import org.scpmonitor.narrative.Responsible;
import org.scpmonitor.progress.IndicatorProgress;
import org.scpmonitor.progress.IndicatorProgress.Point;
import org.scpmonitor.publication.Publications.Mark;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.ui.chart.Trajectory.Comparison;
import org.scpmonitor.ui.chart.Trajectory.Level;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.component.Slot;
import org.scpmonitor.ui.progress.Picture;

/** Everything below the fields: figures, chart, what they are made of, what is said of them. Its parts change in place. */
class IndicatorBody extends Div {
    private final IndicatorReading reading;
    private final CurrentViewer viewer;
    private final ChartCard chart;
    private final InstitutionsCard institutions;
    private final NarrativeCard narrative;
    private final Slot<Headed> strip;
    private final Slot<Made> parts;
    private final Slot<Mark> published = new Slot<>(each -> List.of(new PublishedNote(each)));
    private final Slot<List<Absence>> absent = new Slot<>(each -> List.of(new AbsenceCard(each)));
    private final Slot<IndicatorProgress> methods = new Slot<>(each -> List.of(new MethodsCard(each)));
    private final Slot<IndicatorProgress> targets = new Slot<>(each -> List.of(new TargetsCard(each)));
    private @Nullable Picture picture;
    private @Nullable IndicatorSheet sheet;

    private record Headed(Picture picture, Strip.Earlier earlier) {}

    private record Made(IndicatorProgress progress, Point latest, Breakdown breakdown) {}

    IndicatorBody(
            IndicatorReading reading,
            ChartCard chart,
            InstitutionsCard institutions,
            NarrativeCard narrative,
            CurrentViewer viewer,
            Consumer<String> openProvenance) {
        this.reading = reading;
        this.chart = chart;
        this.institutions = institutions;
        this.narrative = narrative;
        this.viewer = viewer;
        strip = new Slot<>(each -> List.of(new Strip(each.picture(), each.earlier(), openProvenance)));
        parts = new Slot<>(
                each -> List.of(new BreakdownCards(each.progress(), each.latest(), each.breakdown(), openProvenance)));
        Div left = new Div(chart, narrative, institutions, parts, absent);
        left.addClassName("stack");
        Div right = new Div(methods, targets);
        right.addClassName("stack");
        Div pair = new Div(left, right);
        pair.addClassName("pair");
        Div frame = new Div(pair);
        frame.addClassName("pair-frame");
        add(strip, published, frame);
    }

    /** @param day as of which it is */
    void show(Picture now, IndicatorSheet described, Selection selection, LocalDate day) {
        picture = now;
        sheet = described;
        IndicatorProgress progress = now.progress();
        AsOf asOf = selection.moment();
        LocalDate before = day.minusYears(1);
        Optional<Breakdown> breakdown = reading.breakdown(
                progress, asOf, before.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        strip.show(new Headed(
                now,
                new Strip.Earlier(before, breakdown.map(Breakdown::knownBefore).orElse(null))));
        published.showAny(breakdown.map(Breakdown::published).orElse(null));
        chart.show(now, now.trajectory().beside(comparisons(described, selection)), described, selection);
        parts.showAny(breakdown
                .filter(each -> !each.fractions().isEmpty() || each.parts().size() > 1)
                .map(each -> new Made(progress, progress.latest().orElseThrow(), each))
                .orElse(null));
        breakdown.ifPresentOrElse(
                each -> institutions.show(progress, progress.latest().orElseThrow(), each, asOf),
                () -> institutions.setVisible(false));
        List<Absence> absences = breakdown.map(Breakdown::absences).orElseGet(() -> reading.absences(progress, asOf));
        absent.showAny(absences.isEmpty() ? null : absences);
        methods.showAny(progress.verdicts().isEmpty() ? null : progress);
        targets.showAny(progress.targets().isEmpty() ? null : progress);
        narrative.show(breakdown.map(each -> said(progress, each, asOf)).orElse(null));
    }

    /** @param day as of which it is */
    void saveImage(LocalDate day) {
        Picture now = picture;
        IndicatorSheet described = sheet;
        if (now != null && described != null) {
            chart.saveImage(
                    now,
                    described,
                    day,
                    described.code() + "_" + now.progress().programme().code() + "_" + day + ".png");
        }
    }

    private NarrativeCard.Shown said(IndicatorProgress progress, Breakdown breakdown, AsOf asOf) {
        Responsible responsible = breakdown.responsible();
        List<ReportingPeriod> periods =
                progress.points().reversed().stream().map(Point::period).toList();
        return new NarrativeCard.Shown(
                progress.programme().code(),
                progress.indicator(),
                periods,
                breakdown.narratives(),
                progress.responsible(),
                responsible != null && asOf.moment() == null && responsible.maySpeak(viewer.get()),
                asOf);
    }

    private static List<Comparison> comparisons(IndicatorSheet sheet, Selection selection) {
        Locale locale = UI.getCurrent().getLocale();
        return sheet.countries().stream()
                .filter(each -> each.code().equals(selection.compare()))
                .map(each -> new Comparison(
                        CountryMark.of(each.code()),
                        each.name().in(locale),
                        each.values().stream()
                                .map(value -> new Level(value.period(), value.value()))
                                .toList()))
                .toList();
    }
}
