package org.scpmonitor.ui.layout;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import org.scpmonitor.ui.component.Icon;

/** Says that these are demonstration data, and on a click what in them is real and what is our proposal. */
class DemoBadge extends NativeButton {
    DemoBadge() {
        addClassNames("tag", "demo");
        add(Icon.INFO.image(), new Span(translate("shell.demo")));
        Paragraph text = new Paragraph(translate("shell.demo.text"));
        text.addClassName("demo-text");
        Popover popover = new Popover(text);
        popover.setTarget(this);
        popover.setAriaLabel(translate("shell.demo"));
    }
}
