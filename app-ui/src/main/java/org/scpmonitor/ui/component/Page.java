package org.scpmonitor.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;

/** What a screen is built in: the page's margins, its head, its sections. */
public abstract class Page extends Main {
    protected Page() {
        addClassName("main");
        getElement().setAttribute("tabindex", "-1");
    }

    /** Title, the sentence that answers, and the page's actions at the right. */
    protected static Div head(String title, Component answer, Component... actions) {
        Div text = new Div(new H1(title), answer);
        answer.getElement().getClassList().add("sub");
        Div head = new Div(text);
        head.addClassName("head");
        if (actions.length > 0) {
            Div acts = new Div(actions);
            acts.addClassName("acts");
            head.add(acts);
        }
        return head;
    }

    /** The heading of a section, what it shows in one line, and its controls at the right. */
    public static Div sectionHead(String title, String says, Component... controls) {
        H2 heading = new H2(title);
        heading.addClassName("sec");
        Span sub = new Span(says);
        sub.addClassName("sub");
        Span space = new Span();
        space.addClassName("sp");
        Div head = new Div(heading, sub, space);
        head.addClassName("sec-head");
        head.add(controls);
        return head;
    }

    /** Four columns side by side, two or one where the screen is narrow. */
    protected static Div columns(Component... cards) {
        Div grid = new Div(cards);
        grid.addClassName("g4");
        return grid;
    }
}
