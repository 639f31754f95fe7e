package org.scpmonitor.ui.provenance;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import org.scpmonitor.ui.component.Icon;

/** One station on the way from a figure to its cell. */
class Step extends ListItem {
    Step(Icon icon, String name, Component... content) {
        add(icon.image(), new H3(name));
        add(content);
    }

    /** @param strong what the station says first; the rest is set back */
    Component line(String text, boolean strong) {
        Paragraph line = new Paragraph(text);
        line.addClassNames(strong ? "b" : "muted", "num");
        add(line);
        return line;
    }
}
