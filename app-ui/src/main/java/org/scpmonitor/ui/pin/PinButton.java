package org.scpmonitor.ui.pin;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.board.Boards;
import org.scpmonitor.board.Boards.Pinning;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Pages;

/**
 * Pins the chart beside it to the board of whoever is signed in, and leads there then. The public, who have no board,
 * don't see it. Made by {@link PinButtons}.
 */
public class PinButton extends Span {
    private final Boards boards;
    private final CurrentViewer viewers;
    private final Button button = new Button(translate("board.pin"), Icon.PIN.small());
    private final Span told = new Span();
    private Pin pin;

    PinButton(Boards boards, CurrentViewer viewers, Pin pin) {
        this.boards = boards;
        this.viewers = viewers;
        this.pin = pin;
        addClassNames("row", "pin-button", "no-print");
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.addClickListener(click -> pin());
        told.getElement().setAttribute("role", "status");
        told.addClassNames("xs", "muted");
        add(button, told);
        setVisible(!viewers.get().isPublic());
    }

    /** From now on this is what is pinned: the chart beside it shows something else. */
    public void show(Pin shown) {
        if (!shown.equals(pin)) {
            pin = shown;
            told.removeAll();
            button.setVisible(true);
        }
    }

    private void pin() {
        Viewer viewer = viewers.get();
        if (viewer.isPublic()) {
            return;
        }
        Pinning became = boards.pin(viewer, pin.kind(), pin.query());
        told.removeAll();
        told.add(
                new Span(translate("board.pin." + became.name()) + " "),
                Pages.link(Pages.BOARD, translate("board.pin.see")));
        button.setVisible(became == Pinning.FULL);
    }
}
