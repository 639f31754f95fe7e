package org.scpmonitor.ui.component;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.NativeButton;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A published figure; clicking it asks where it comes from. */
public class Figure extends NativeButton {
    private @Nullable String key;

    public Figure(String text, Runnable openProvenance) {
        super(text, click -> openProvenance.run());
        look();
    }

    /** Without a figure yet: {@link #show} gives it one, and another later. */
    public Figure(Consumer<String> openProvenance) {
        addClickListener(click -> {
            if (key != null) {
                openProvenance.accept(key);
            }
        });
        look();
    }

    /** In the size of a headline. */
    public static Figure headline(String text, Runnable openProvenance) {
        Figure figure = new Figure(text, openProvenance);
        figure.addClassName("fig");
        return figure;
    }

    /** @param figure by which its provenance is asked for */
    public void show(String text, String figure) {
        key = figure;
        setText(text);
    }

    private void look() {
        addClassNames("prov", "num");
        setTitle(translate("shell.figure.provenance"));
    }
}
