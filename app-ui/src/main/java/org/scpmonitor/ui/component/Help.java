package org.scpmonitor.ui.component;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;

/** A question mark beside a term: pressed, it says in a sentence what the term means, and where the method stands. */
public class Help extends Span {

    /** What can be asked, with its method's place in the page of methods. Texts are {@code methods.help.} and the name. */
    public enum Term {
        COVERAGE("coverage"),
        PROVISIONAL("asof"),
        SCORE("linear"),
        AS_OF("asof"),
        METHOD("cuts"),
        PROJECTION("forecast"),
        UNCERTAINTY("uncertainty"),
        ESTIMATE("estimates"),
        RANKING("ranking"),
        SENSITIVITY("sensitivity"),
        UPTAKE("uptake"),
        CHAIN("chain"),
        WHATIF("whatif"),
        COUNTED("counted"),
        LEARNING("learning"),
        LEVERAGE("money"),
        SURVEY("survey");

        private final String anchor;

        Term(String anchor) {
            this.anchor = anchor;
        }
    }

    public Help(Term term) {
        addClassNames("help", "no-print");
        String name = translate("methods.help." + term.name());
        NativeButton button = new NativeButton();
        button.add(Icon.HELP.small());
        button.getElement().setAttribute("aria-label", translate("methods.help", name));
        Span heading = new Span(name);
        heading.addClassName("help-term");
        Anchor more = new Anchor(Pages.METHODS + "#" + term.anchor, translate("methods.help.more"));
        Div body = new Div(heading, new Paragraph(translate("methods.help." + term.name() + ".says")), more);
        body.addClassName("help-body");
        Popover popover = new Popover(body);
        popover.setTarget(button);
        popover.setAriaLabel(translate("methods.help", name));
        add(button, popover);
    }
}
