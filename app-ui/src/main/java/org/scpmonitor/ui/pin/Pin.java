package org.scpmonitor.ui.pin;

import org.scpmonitor.board.PinKind;
import org.scpmonitor.ui.component.Selection;

/** A chart that can be pinned: its kind, and everything that it was asked for. */
public record Pin(PinKind kind, Selection selection) {

    /** One indicator in one programme; the selection names both. */
    public static Pin trajectory(String programme, String indicator, Selection selection) {
        return new Pin(PinKind.TRAJECTORY, selection.ofProgramme(programme).ofIndicator(indicator));
    }

    /** As it is kept. */
    String query() {
        return selection.query();
    }

    /** As it was kept. */
    public static Pin of(PinKind kind, String query) {
        return new Pin(kind, Selection.of(query));
    }
}
