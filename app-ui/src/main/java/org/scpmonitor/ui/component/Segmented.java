package org.scpmonitor.ui.component;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Two or three buttons in one frame, of which one is pressed.
 *
 * @param <T> what is chosen
 */
public class Segmented<T> extends Span {
    private final Map<T, NativeButton> buttons = new LinkedHashMap<>();
    private final Consumer<T> onChoice;

    /** @param name what is chosen here, for those who can't see the frame */
    public Segmented(String name, Consumer<T> onChoice) {
        this.onChoice = onChoice;
        addClassName("seg");
        getElement().setAttribute("role", "group").setAttribute("aria-label", name);
    }

    public Segmented<T> option(T choice, String text) {
        NativeButton button = new NativeButton(text, click -> {
            press(choice);
            onChoice.accept(choice);
        });
        buttons.put(choice, button);
        add(button);
        return this;
    }

    /** Shows the choice as taken, without telling of it. */
    public Segmented<T> press(T choice) {
        buttons.forEach((each, button) ->
                button.getElement().setAttribute("aria-pressed", Boolean.toString(each.equals(choice))));
        return this;
    }

    /** The button of this choice, for what only one of them needs. */
    public NativeButton button(T choice) {
        NativeButton button = buttons.get(choice);
        if (button == null) {
            throw new IllegalArgumentException("No such option: " + choice);
        }
        return button;
    }
}
