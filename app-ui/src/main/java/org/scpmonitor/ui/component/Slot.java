package org.scpmonitor.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A place on a screen that is drawn anew only where what it shows differs, so that focus and scrolling stay elsewhere.
 *
 * @param <T> everything that is shown; compared by equals
 */
public class Slot<T> extends Div {
    private final Function<T, List<Component>> draw;
    private @Nullable T shown;

    public Slot(Function<T, List<Component>> draw) {
        this.draw = draw;
    }

    public void show(T what) {
        if (!what.equals(shown)) {
            shown = what;
            removeAll();
            draw.apply(what).forEach(this::add);
        }
    }

    /** Shows it, or isn't there where there is nothing to show. */
    public void showAny(@Nullable T what) {
        setVisible(what != null);
        if (what != null) {
            show(what);
        }
    }
}
