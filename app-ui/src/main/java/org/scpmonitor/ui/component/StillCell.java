package org.scpmonitor.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTableCell;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a table with what a {@link Still} holds.
 *
 * @param <T> everything that is shown; compared by equals
 */
public class StillCell<T> extends NativeTableCell {
    private final Function<T, List<Component>> draw;
    private @Nullable T shown;

    /** @param draw makes components that nobody listens to */
    public StillCell(Function<T, List<Component>> draw) {
        this.draw = draw;
    }

    public StillCell<T> styled(String... names) {
        addClassNames(names);
        return this;
    }

    public void show(T what) {
        if (!what.equals(shown)) {
            shown = what;
            getElement().setProperty("innerHTML", "<div>" + Markup.of(draw.apply(what)) + "</div>");
        }
    }
}
