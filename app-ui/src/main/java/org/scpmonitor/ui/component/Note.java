package org.scpmonitor.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A remark that stays where it belongs: beside the field, the row or the figure. */
public class Note extends Div {
    /** What kind of remark it is. */
    public enum Kind {
        PLAIN("", Icon.INFO),
        OK("ok", Icon.CHECK),
        QUERY("query", Icon.QUERY),
        DISAGREEMENT("query", Icon.SCALE),
        ERROR("error", Icon.STOP);

        private final String style;
        private final Icon icon;

        Kind(String style, Icon icon) {
            this.style = style;
            this.icon = icon;
        }
    }

    public Note(Kind kind, Component... content) {
        addClassName("note");
        if (!kind.style.isEmpty()) {
            addClassName(kind.style);
        }
        add(kind.icon.small(), new Span(content));
    }

    public Note(Kind kind, String text) {
        this(kind, new Span(text));
    }
}
