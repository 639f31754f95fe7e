package org.scpmonitor.ui.overview;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.scpmonitor.board.PinKind;
import org.scpmonitor.ui.chart.Axes;
import org.scpmonitor.ui.chart.Trajectory;
import org.scpmonitor.ui.component.Kept;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.Segmented;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.component.Selection.Look;
import org.scpmonitor.ui.component.Selection.Member;
import org.scpmonitor.ui.component.Selection.Scale;
import org.scpmonitor.ui.component.Slot;
import org.scpmonitor.ui.pin.Pin;
import org.scpmonitor.ui.pin.PinButton;
import org.scpmonitor.ui.progress.ChartKey;
import org.scpmonitor.ui.progress.Picture;

/**
 * The programmes' trajectories side by side, a row for each indicator: as an index on one scale, or in their unit; as
 * charts, or as tables. Which of them stands in the address.
 */
class TrajectoryPanels extends Div {
    private final NumberText numbers = new NumberText(UI.getCurrent().getLocale());
    private final Slot<String> says = new Slot<>(text -> List.of(new Span(text)));
    private final Segmented<Scale> scales;
    private final Segmented<Look> looks;
    private final Kept<String, Row, PanelRow> rows;
    private final PinButton pin;
    /** What is pinned is one row of panels: hidden while a theme or several indicators make more of them. */
    private final Span pinned;

    /** What one row shows: panels of the same indicator, or the headlines. */
    record Row(String title, List<Picture> pictures) {}

    /** @param ask takes how else the same is to be shown */
    TrajectoryPanels(Consumer<UnaryOperator<Selection>> ask, PinButton pin, Consumer<String> openProvenance) {
        this.pin = pin;
        pinned = new Span(pin);
        scales = new Segmented<Scale>(translate("overview.scale"), chosen -> ask.accept(asked -> asked.scale(chosen)))
                .option(Scale.INDEX, translate("overview.scale.index"))
                .option(Scale.ABSOLUTE, translate("overview.scale.unit"));
        looks = new Segmented<Look>(translate("overview.look"), chosen -> ask.accept(asked -> asked.look(chosen)))
                .option(Look.CHART, translate("overview.look.chart"))
                .option(Look.TABLE, translate("overview.look.table"));
        rows = new Kept<>(key -> new PanelRow(openProvenance), (row, shown) -> row.name(shown.title()));
        add(head(), rows, new ChartKey());
    }

    private Component head() {
        H2 title = new H2(translate("overview.trajectory"));
        title.addClassName("sec");
        says.addClassName("sub");
        Span space = new Span();
        space.addClassName("sp");
        Div head = new Div(title, says, space, pinned, scales, looks);
        head.addClassName("sec-head");
        return head;
    }

    void show(SequencedMap<String, Row> shown, Selection selection) {
        boolean indexed = selection.scale() != Scale.ABSOLUTE;
        boolean table = selection.look() == Look.TABLE;
        scales.press(indexed ? Scale.INDEX : Scale.ABSOLUTE);
        looks.press(table ? Look.TABLE : Look.CHART);
        says.show(translate(indexed ? "overview.trajectory.index" : "overview.trajectory.unit"));
        pinned.setVisible(selection.theme() == null && selection.indicators().size() < 2);
        pin.show(
                new Pin(PinKind.OVERVIEW, selection.without(Member.THEME, Member.FROM, Member.TO, Member.PERIODICITY)));
        rows.show(shown);
        shown.forEach((key, row) -> {
            List<Trajectory> trajectories = row.pictures().stream()
                    .map(Picture::trajectory)
                    .map(each -> indexed ? each.sinceBaseline().indexed() : each)
                    .toList();
            Axes shared = Axes.around(trajectories, numbers);
            rows.child(key)
                    .show(
                            row.pictures(),
                            trajectories,
                            each -> indexed ? shared : Axes.around(List.of(each), numbers),
                            table);
        });
    }
}
