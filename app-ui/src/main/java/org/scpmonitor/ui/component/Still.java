package org.scpmonitor.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Slot} for what is only looked at, links included: it is sent as markup, so that a window with hundreds of such
 * places keeps a text for each in the server rather than a tree of components.
 *
 * @param <T> everything that is shown; compared by equals
 */
public class Still<T> extends Div {
    private final Function<T, List<Component>> draw;
    private @Nullable T shown;

    /** @param draw makes components that nobody listens to */
    public Still(Function<T, List<Component>> draw) {
        this.draw = draw;
    }

    public void show(T what) {
        if (!what.equals(shown)) {
            shown = what;
            getElement().setProperty("innerHTML", Markup.of(draw.apply(what)));
        }
    }
}
