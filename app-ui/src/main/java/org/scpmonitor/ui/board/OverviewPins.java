package org.scpmonitor.ui.board;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.board.PinKind;
import org.scpmonitor.progress.IndicatorProgress;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.pin.PinDrawing;
import org.scpmonitor.ui.pin.PinFigures;
import org.scpmonitor.ui.pin.Wanted;
import org.scpmonitor.ui.progress.Picture;

/** The programmes side by side: by their headlines, or by one indicator. */
@org.springframework.stereotype.Component
class OverviewPins implements PinDrawing {
    @Override
    public PinKind kind() {
        return PinKind.OVERVIEW;
    }

    @Override
    public Wanted wanted(Selection pinned) {
        String indicator = pinned.indicator();
        return indicator == null ? Wanted.ofHeadlines() : Wanted.ofProgress(indicator);
    }

    @Override
    public Drawn draw(Selection pinned, PinFigures figures) {
        String indicator = pinned.indicator();
        List<IndicatorProgress> all = indicator == null ? figures.headlines() : figures.progressOf(indicator);
        return new Programmes(
                pinned,
                all.stream()
                        .filter(each -> pinned.countries().isEmpty()
                                || pinned.countries().contains(each.programme().country()))
                        .filter(each -> pinned.programme() == null
                                || each.programme().code().equals(pinned.programme()))
                        .map(each -> Picture.of(each, Optional.ofNullable(pinned.method())))
                        .toList());
    }

    private record Programmes(Selection selection, List<Picture> pictures) implements Drawn {
        @Override
        public String title() {
            return selection.indicator() == null || pictures.isEmpty()
                    ? translate("overview.trajectory")
                    : pictures.getFirst().progress().name().in(UI.getCurrent().getLocale());
        }

        @Override
        public List<Component> about() {
            return List.of(new Span(translate(isIndexed() ? "overview.trajectory.index" : "overview.trajectory.unit")));
        }

        private boolean isIndexed() {
            return selection.scale() != Selection.Scale.ABSOLUTE;
        }

        @Override
        public String address() {
            return Pages.overview(selection);
        }

        @Override
        public Component show(boolean asTable, @Nullable Component before, Consumer<String> openProvenance) {
            SideBySide panels = before instanceof SideBySide same ? same : new SideBySide(openProvenance);
            panels.show(pictures, isIndexed(), asTable);
            return panels;
        }
    }
}
