package org.scpmonitor.ui.board;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.scpmonitor.board.PinKind;
import org.scpmonitor.board.PinnedChart;
import org.scpmonitor.ui.pin.Pin;
import org.scpmonitor.ui.pin.PinDrawing;
import org.scpmonitor.ui.pin.PinDrawing.Drawn;
import org.springframework.stereotype.Component;

/** Draws boards: the charts of each kind by whoever has them, all of a kind at once. */
@Component
class Drawings {
    private final List<PinDrawing> kinds;

    Drawings(List<PinDrawing> kinds) {
        this.kinds = kinds;
    }

    /** By the numbers of the pins. */
    Map<Long, Drawn> read(List<PinnedChart> board) {
        Map<Long, Drawn> drawn = new HashMap<>();
        for (PinDrawing kind : kinds) {
            List<PinnedChart> charts =
                    board.stream().filter(each -> each.kind() == kind.kind()).toList();
            if (!charts.isEmpty()) {
                List<Drawn> all = kind.read(charts.stream()
                        .map(each -> Pin.of(each.kind(), each.query()).selection())
                        .toList());
                for (int i = 0; i < charts.size(); i++) {
                    drawn.put(charts.get(i).id(), all.get(i));
                }
            }
        }
        return drawn;
    }

    /** Whether charts of this kind can be drawn. */
    boolean knows(PinKind kind) {
        return kinds.stream().anyMatch(each -> each.kind() == kind);
    }
}
