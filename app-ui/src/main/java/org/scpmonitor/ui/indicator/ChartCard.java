package org.scpmonitor.ui.indicator;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.scpmonitor.progress.Dated;
import org.scpmonitor.progress.IndicatorProgress;
import org.scpmonitor.progress.IndicatorProgress.Point;
import org.scpmonitor.ui.chart.Axes;
import org.scpmonitor.ui.chart.Trajectory;
import org.scpmonitor.ui.chart.TrajectoryChart;
import org.scpmonitor.ui.chart.TrajectoryTable;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.Segmented;
import org.scpmonitor.ui.component.UnitText;
import org.scpmonitor.ui.progress.Picture;

/** The large chart under the sentence that it shows, or its table; and beneath it what has to be said of both. */
class ChartCard extends Section {
    private final Locale locale = UI.getCurrent().getLocale();
    private final NumberText numbers = new NumberText(locale);
    private final IndicatorProgress progress;
    private final Picture picture;

    ChartCard(Picture picture, Trajectory trajectory, Consumer<String> openProvenance) {
        this.picture = picture;
        this.progress = picture.progress();
        addClassName("card");
        TrajectoryChart chart = TrajectoryChart.large().onOpen(openProvenance);
        chart.show(trajectory, picture.sentence());
        TrajectoryTable table = new TrajectoryTable(trajectory, picture.sentence(), openProvenance);
        table.addClassName("tall");
        Div body = new Div(chart);
        H2 title = new H2(finding());
        title.addClassName("card-h");
        Span space = new Span();
        space.addClassName("sp");
        Div head = new Div(
                title,
                space,
                new Segmented<Boolean>(translate("indicator.look"), asTable -> {
                            body.removeAll();
                            body.add(asTable ? table : chart);
                        })
                        .option(false, translate("indicator.look.chart"))
                        .option(true, translate("indicator.look.table"))
                        .press(false));
        head.addClassNames("row", "top");
        add(head, unit(trajectory), body);
        notes();
    }

    /** What the chart shows, as far as its parts are known. */
    private String finding() {
        Optional<Point> latest = progress.latest();
        if (latest.isEmpty()) {
            return translate("indicator.finding.none");
        }
        Optional<Dated> baseline = progress.baseline();
        String now = numbers.of(latest.get().value());
        if (baseline.isEmpty()) {
            return translate(
                    "indicator.finding.latest", now, Picture.label(latest.get().period()));
        }
        String from = numbers.of(baseline.get().value());
        String since = Picture.label(baseline.get().period());
        return picture.expected()
                .filter(expected -> !progress.isCeiling())
                .map(expected ->
                        translate("indicator.finding.expected", from, since, now, numbers.of(expected.value())))
                .orElseGet(() -> translate("indicator.finding.change", from, since, now));
    }

    private Paragraph unit(Trajectory trajectory) {
        String text = UnitText.of(progress.unit());
        boolean fromZero = Axes.around(List.of(trajectory), numbers).startsAtZero();
        Paragraph unit = new Paragraph(
                fromZero
                        ? text
                        : text.isEmpty() ? translate("indicator.axis") : text + ". " + translate("indicator.axis"));
        unit.addClassNames("xxs", "faint");
        return unit;
    }

    private void notes() {
        progress.target().filter(target -> target.definitionNote() != null).ifPresent(target -> {
            Note note = new Note(
                    Note.Kind.PLAIN,
                    target.definitionNote() == null
                            ? ""
                            : target.definitionNote().in(locale));
            add(note);
        });
        if (!progress.projection().isEmpty() && progress.baseline().isPresent()) {
            Paragraph projection = new Paragraph(translate(
                    "indicator.projection",
                    Picture.label(progress.baseline().get().period()),
                    progress.latest().map(each -> Picture.label(each.period())).orElse("")));
            projection.addClassName("src");
            add(projection);
        }
    }
}
