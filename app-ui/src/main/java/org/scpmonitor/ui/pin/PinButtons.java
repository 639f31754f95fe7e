package org.scpmonitor.ui.pin;

import org.scpmonitor.board.Boards;
import org.scpmonitor.security.CurrentViewer;
import org.springframework.stereotype.Component;

/** Makes the buttons that pin. */
@Component
public class PinButtons {
    private final Boards boards;
    private final CurrentViewer viewers;

    PinButtons(Boards boards, CurrentViewer viewers) {
        this.boards = boards;
        this.viewers = viewers;
    }

    /** One that pins this, until it is {@linkplain PinButton#show told otherwise}. */
    public PinButton of(Pin pin) {
        return new PinButton(boards, viewers, pin);
    }
}
