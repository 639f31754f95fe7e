package org.scpmonitor.ui.board;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.board.PinKind;
import org.scpmonitor.ui.chart.TrajectoryChart;
import org.scpmonitor.ui.chart.TrajectoryTable;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.component.StatusBadge;
import org.scpmonitor.ui.component.UnitText;
import org.scpmonitor.ui.pin.PinDrawing;
import org.scpmonitor.ui.pin.PinFigures;
import org.scpmonitor.ui.pin.Wanted;
import org.scpmonitor.ui.progress.Picture;

/** One indicator in one programme on its way to its target. */
@org.springframework.stereotype.Component
class TrajectoryPins implements PinDrawing {
    @Override
    public PinKind kind() {
        return PinKind.TRAJECTORY;
    }

    @Override
    public Wanted wanted(Selection pinned) {
        return Wanted.ofProgress(Objects.requireNonNullElse(pinned.indicator(), ""));
    }

    @Override
    public Drawn draw(Selection pinned, PinFigures figures) {
        return new OneTrajectory(
                pinned,
                figures.progressOf(Objects.requireNonNullElse(pinned.indicator(), "")).stream()
                        .filter(each -> each.programme().code().equals(pinned.programme()))
                        .findFirst()
                        .map(each -> Picture.of(each, Optional.ofNullable(pinned.method()))));
    }

    private record OneTrajectory(Selection selection, Optional<Picture> picture) implements Drawn {
        @Override
        public String title() {
            return picture.map(each -> each.progress().name().in(UI.getCurrent().getLocale()) + " · "
                            + each.progress()
                                    .programme()
                                    .countryName()
                                    .in(UI.getCurrent().getLocale()))
                    .orElseGet(() -> Optional.ofNullable(selection.indicator()).orElse(""));
        }

        @Override
        public List<Component> about() {
            return picture.map(each -> Stream.of(
                                    Stream.of(UnitText.of(each.progress().unit()))
                                            .filter(unit -> !unit.isEmpty())
                                            .<Component>map(Span::new),
                                    each.verdict().stream().<Component>map(verdict -> {
                                        StatusBadge badge = StatusBadge.plain(verdict.status());
                                        badge.setTitle(translate("method." + each.method()));
                                        return badge;
                                    }))
                            .flatMap(parts -> parts)
                            .toList())
                    .orElseGet(List::of);
        }

        @Override
        public String address() {
            return Pages.indicator(Optional.ofNullable(selection.indicator()).orElse(""), selection);
        }

        @Override
        public Component show(boolean asTable, @Nullable Component before, Consumer<String> openProvenance) {
            if (picture.isEmpty() || picture.get().progress().points().isEmpty()) {
                Div empty = new Div(translate("board.nothing"));
                empty.addClassName("empty");
                return empty;
            }
            String sentence = picture.get().sentence();
            if (asTable) {
                return new TrajectoryTable(picture.get().trajectory(), sentence, openProvenance);
            }
            TrajectoryChart chart = before instanceof TrajectoryChart same
                    ? same
                    : TrajectoryChart.panel().onOpen(openProvenance);
            chart.show(picture.get().trajectory(), sentence);
            return chart;
        }
    }
}
