package org.scpmonitor.ui.indicator;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of the page that is built anew only where what it shows has changed: what stays keeps its focus and its place.
 *
 * @param <T> what it shows, compared by its values
 */
class Slot<T> extends Div {
    private final Function<T, Component> build;
    private @Nullable T shown;

    Slot(Function<T, Component> build) {
        this.build = build;
        setVisible(false);
    }

    /** @param data null for nothing */
    void show(@Nullable T data) {
        if (!Objects.equals(data, shown)) {
            shown = data;
            removeAll();
            setVisible(data != null);
            if (data != null) {
                add(build.apply(data));
            }
        }
    }
}
