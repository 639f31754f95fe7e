package org.scpmonitor.ui.component;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.NativeButton;

/** A published figure: dotted underline, and a click that opens where it comes from. */
public class Figure extends NativeButton {
    public Figure(String text, Runnable openProvenance) {
        super(text, click -> openProvenance.run());
        addClassNames("prov", "num");
        setTitle(translate("shell.figure.provenance"));
    }

    /** In the size of a headline. */
    public static Figure headline(String text, Runnable openProvenance) {
        Figure figure = new Figure(text, openProvenance);
        figure.addClassName("fig");
        return figure;
    }
}
