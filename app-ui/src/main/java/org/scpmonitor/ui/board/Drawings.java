package org.scpmonitor.ui.board;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.board.PinKind;
import org.scpmonitor.board.PinnedChart;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.comparison.ComparisonQueries;
import org.scpmonitor.progress.ProgressQueries;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.pin.Pin;
import org.scpmonitor.ui.pin.PinDrawing;
import org.scpmonitor.ui.pin.PinDrawing.Drawn;
import org.scpmonitor.ui.pin.PinFigures;
import org.scpmonitor.ui.pin.Wanted;
import org.springframework.stereotype.Component;

/**
 * Draws boards, each kind of chart by whoever has it. However many charts there are, what they need is read in two
 * statements for each moment that is asked for: progress, and figures of countries.
 */
@Component
class Drawings {
    private final Map<PinKind, PinDrawing> kinds = new EnumMap<>(PinKind.class);
    private final ProgressQueries progress;
    private final ComparisonQueries comparisons;

    Drawings(List<PinDrawing> kinds, ProgressQueries progress, ComparisonQueries comparisons) {
        kinds.forEach(each -> this.kinds.put(each.kind(), each));
        this.progress = progress;
        this.comparisons = comparisons;
    }

    private record Asked(long pin, PinDrawing drawing, Selection selection) {}

    /** By the numbers of the pins. */
    Map<Long, Drawn> read(List<PinnedChart> board) {
        Map<AsOf, List<Asked>> moments = new LinkedHashMap<>();
        for (PinnedChart each : board) {
            @Nullable PinDrawing drawing = kinds.get(each.kind());
            if (drawing != null) {
                Selection selection = Pin.of(each.kind(), each.query()).selection();
                moments.computeIfAbsent(selection.moment(), moment -> new ArrayList<>())
                        .add(new Asked(each.id(), drawing, selection));
            }
        }
        Map<Long, Drawn> drawn = new HashMap<>();
        moments.forEach((moment, asked) -> {
            Wanted wanted = asked.stream()
                    .map(each -> each.drawing().wanted(each.selection()))
                    .reduce(Wanted.NOTHING, Wanted::and);
            PinFigures figures = figures(wanted, moment);
            asked.forEach(each -> drawn.put(each.pin(), each.drawing().draw(each.selection(), figures)));
        });
        return drawn;
    }

    private PinFigures figures(Wanted wanted, AsOf moment) {
        boolean noProgress = !wanted.headlines() && wanted.progress().isEmpty();
        return new PinFigures(
                noProgress ? List.of() : progress.list(wanted.headlines(), wanted.progress(), moment),
                wanted.compared().isEmpty() ? List.of() : comparisons.list(wanted.compared(), moment));
    }

    /** Whether charts of this kind can be drawn. */
    boolean knows(PinKind kind) {
        return kinds.containsKey(kind);
    }
}
