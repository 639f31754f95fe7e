package org.scpmonitor.ui.pin;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.board.PinKind;
import org.scpmonitor.ui.component.Selection;

/** How charts of one kind are drawn on a board. Whoever has charts that can be pinned provides one. */
public interface PinDrawing {
    PinKind kind();

    /** What a chart that was pinned so needs, of the moment that it asks for. */
    Wanted wanted(Selection pinned);

    /** @param figures at least what is {@linkplain #wanted wanted} */
    Drawn draw(Selection pinned, PinFigures figures);

    /** A chart as it is known now. */
    interface Drawn {
        /** What the chart is called where its owner gave it no name. */
        String title();

        /** What is said of it above the chart where the chart itself doesn't: the unit, the status. */
        default List<Component> about() {
            return List.of();
        }

        /** Where it stands as a page of its own, with everything that it was asked for. */
        String address();

        /**
         * The chart, or its equivalent table, or what is said where there is nothing to draw.
         *
         * @param before what this method gave for the same chart the last time; it is changed in place and given again
         *     where that is possible
         * @param openProvenance takes the key of a figure
         */
        Component show(boolean asTable, @Nullable Component before, Consumer<String> openProvenance);
    }
}
