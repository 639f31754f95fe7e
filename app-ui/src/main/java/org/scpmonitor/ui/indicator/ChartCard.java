package org.scpmonitor.ui.indicator;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.scpmonitor.indicator.IndicatorSheet;
import org.scpmonitor.progress.Dated;
import org.scpmonitor.progress.IndicatorProgress;
import org.scpmonitor.progress.IndicatorProgress.Point;
import org.scpmonitor.ui.chart.Axes;
import org.scpmonitor.ui.chart.Trajectory;
import org.scpmonitor.ui.chart.TrajectoryChart;
import org.scpmonitor.ui.chart.TrajectoryTable;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Help;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.Segmented;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.component.Selection.Look;
import org.scpmonitor.ui.component.Slot;
import org.scpmonitor.ui.component.UnitText;
import org.scpmonitor.ui.pin.Pin;
import org.scpmonitor.ui.pin.PinButton;
import org.scpmonitor.ui.progress.Picture;

/**
 * The large chart under the sentence that it shows, its table, or what the indicator is; and beneath what has to be said
 * of it. Shown again, it changes in place.
 */
class ChartCard extends Section {
    private final Locale locale = UI.getCurrent().getLocale();
    private final NumberText numbers = new NumberText(locale);
    private final H2 title = new H2();
    private final Paragraph unit = new Paragraph();
    private final Segmented<Look> looks;
    private final PinButton pin;
    private final TrajectoryChart chart;
    private final Slot<Tabled> table;
    private final Slot<Described> sheet = new Slot<>(each -> List.of(new SheetList(each.sheet(), each.responsible())));
    private final Slot<Noted> notes = new Slot<>(each -> List.of(notes(each)));

    /** @param drawn whether there is a chart to be told of */
    private record Noted(Picture picture, boolean drawn) {}

    private record Tabled(Trajectory trajectory, String caption) {}

    private record Described(IndicatorSheet sheet, String responsible) {}

    /** @param pin beside the chart's other actions */
    ChartCard(Consumer<String> openProvenance, Consumer<Look> onLook, PinButton pin) {
        this.pin = pin;
        addClassName("card");
        chart = TrajectoryChart.large().onOpen(openProvenance);
        table = new Slot<>(each -> {
            TrajectoryTable rows = new TrajectoryTable(each.trajectory(), each.caption(), openProvenance);
            rows.addClassName("tall");
            return List.of(rows);
        });
        looks = new Segmented<Look>(translate("indicator.look"), onLook)
                .option(Look.CHART, translate("indicator.look.chart"))
                .option(Look.TABLE, translate("indicator.look.table"))
                .option(Look.METADATA, translate("indicator.look.metadata"));
        title.addClassName("card-h");
        unit.addClassNames("xxs", "faint");
        Span space = new Span();
        space.addClassName("sp");
        Div head = new Div(title, space, pin, looks);
        head.addClassNames("row", "top");
        add(head, unit, chart, table, sheet, notes);
    }

    void show(Picture picture, Trajectory trajectory, IndicatorSheet described, Selection selection) {
        IndicatorProgress progress = picture.progress();
        Look look = Objects.requireNonNullElse(selection.look(), Look.CHART);
        pin.show(Pin.trajectory(progress.programme().code(), described.code(), selection.look(null)));
        looks.press(look);
        title.setText(look == Look.METADATA ? translate("indicator.sheet") : finding(picture));
        unit.setText(look == Look.CHART ? unit(progress, trajectory) : UnitText.of(progress.unit()));
        unit.setVisible(look != Look.METADATA);
        chart.show(trajectory, picture.sentence());
        // Hidden by the browser alone: it draws the image for a file whatever is looked at.
        chart.getElement().setAttribute("hidden", look != Look.CHART);
        table.showAny(look == Look.TABLE ? new Tabled(trajectory, picture.sentence()) : null);
        sheet.showAny(look == Look.METADATA ? new Described(described, progress.responsible()) : null);
        notes.showAny(look == Look.METADATA ? null : new Noted(picture, look == Look.CHART));
    }

    /**
     * Saves the chart as an image.
     *
     * @param day as of which it is, told beneath it
     */
    void saveImage(Picture picture, IndicatorSheet described, LocalDate day, String fileName) {
        IndicatorProgress progress = picture.progress();
        String source = translate(
                "indicator.image.source",
                described.code(),
                described.name().in(locale),
                progress.programme().name().in(locale),
                new DateText(locale).day(day),
                translate("method." + picture.method().name()),
                described.verification().in(locale));
        chart.saveImage(
                progress.programme().countryName().in(locale) + ": " + finding(picture),
                UnitText.of(progress.unit()),
                source,
                fileName);
    }

    /** What the chart shows, as far as its parts are known. */
    private String finding(Picture picture) {
        IndicatorProgress progress = picture.progress();
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

    private String unit(IndicatorProgress progress, Trajectory trajectory) {
        String text = UnitText.of(progress.unit());
        if (Axes.around(List.of(trajectory), numbers).startsAtZero()) {
            return text;
        }
        return text.isEmpty() ? translate("indicator.axis") : text + ". " + translate("indicator.axis");
    }

    private Component notes(Noted noted) {
        IndicatorProgress progress = noted.picture().progress();
        Div notes = new Div();
        progress.target()
                .map(IndicatorProgress.TargetVersion::definitionNote)
                .ifPresent(note -> notes.add(new Note(Note.Kind.PLAIN, note.in(locale))));
        if (noted.drawn()
                && !progress.projection().isEmpty()
                && progress.baseline().isPresent()) {
            Paragraph projection = new Paragraph(translate(
                    "indicator.projection",
                    Picture.label(progress.baseline().get().period()),
                    progress.latest().map(each -> Picture.label(each.period())).orElse("")));
            projection.addClassName("src");
            projection.add(new Span(" "), new Help(Help.Term.PROJECTION));
            notes.add(projection);
        }
        return notes;
    }
}
