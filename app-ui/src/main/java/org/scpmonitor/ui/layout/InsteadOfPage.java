package org.scpmonitor.ui.layout;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Page;

/** What stands where a page can't: what happened, what was kept, and the ways on. */
abstract class InsteadOfPage extends Page implements HasDynamicTitle {
    private String title = "";

    /** @param ways links and buttons that lead on */
    void say(Icon icon, String name, String what, Component... ways) {
        title = name;
        Span drawing = new Span(icon.image());
        drawing.addClassName("instead-icon");
        Div actions = new Div(ways);
        actions.addClassNames("row", "wrap");
        Div card = new Div(drawing, new H1(name), new Paragraph(what), actions);
        card.addClassNames("card", "stack", "instead");
        removeAll();
        add(card);
    }

    @Override
    public String getPageTitle() {
        return title + " · SCP Monitor";
    }
}
