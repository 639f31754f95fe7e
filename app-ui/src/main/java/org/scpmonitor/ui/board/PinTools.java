package org.scpmonitor.ui.board;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import org.scpmonitor.ui.component.Icon;

/** What an owner does to one chart while arranging. Everything that dragging does is done by these buttons, too. */
class PinTools extends Div {

    /** Takes the steps. */
    interface Steps {
        void move(PinCard card, int by);

        void widen(PinCard card, boolean wide);

        void rename(PinCard card);

        void remove(PinCard card);
    }

    PinTools(PinCard card, Steps steps) {
        addClassNames("row", "wrap", "pin-tools", "no-print");
        getElement().setAttribute("role", "group").setAttribute("aria-label", translate("board.arrange"));
        add(
                button("earlier", Icon.LEFT, () -> steps.move(card, -1)),
                button("later", Icon.RIGHT, () -> steps.move(card, 1)),
                button(
                        "width",
                        Icon.WIDTH,
                        () -> steps.widen(card, !card.pinned().wide())),
                button("rename", Icon.PEN, () -> steps.rename(card)),
                button("remove", Icon.BIN, () -> steps.remove(card)));
    }

    private static Component button(String step, Icon icon, Runnable taken) {
        Button button = new Button(icon.small(), click -> taken.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ICON);
        button.setTooltipText(translate("board." + step));
        button.setAriaLabel(translate("board." + step));
        return button;
    }
}
