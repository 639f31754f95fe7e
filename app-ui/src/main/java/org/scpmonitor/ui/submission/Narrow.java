package org.scpmonitor.ui.submission;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.page.Page;
import com.vaadin.flow.shared.Registration;
import java.util.function.Consumer;

/** What lists do in a window as narrow as a phone's. */
public final class Narrow {
    private static final int WIDE_FROM = 860;

    private Narrow() {}

    private static void follow(Component shown, Consumer<Boolean> isNarrow) {
        shown.addAttachListener(attached -> begin(attached, isNarrow));
    }

    /** Shows one column for all of a row where the window is narrow, and every other column where it is wide. */
    public static void stack(Grid<?> grid, Grid.Column<?> stacked) {
        stacked.setVisible(false);
        follow(grid, narrow -> {
            grid.setClassName("narrow", narrow);
            grid.getColumns().forEach(column -> column.setVisible(narrow == (column == stacked)));
        });
    }

    private static void begin(AttachEvent attached, Consumer<Boolean> isNarrow) {
        Page page = attached.getUI().getPage();
        page.retrieveExtendedClientDetails(window -> isNarrow.accept(isNarrow(window.getWindowInnerWidth())));
        Registration resizing =
                page.addBrowserWindowResizeListener(resized -> isNarrow.accept(isNarrow(resized.getWidth())));
        attached.getSource().addDetachListener(detached -> {
            detached.unregisterListener();
            resizing.remove();
        });
    }

    private static boolean isNarrow(int width) {
        return width > 0 && width <= WIDE_FROM;
    }
}
