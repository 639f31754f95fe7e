package org.scpmonitor.ui.indicator;

import com.vaadin.flow.component.html.Paragraph;
import org.scpmonitor.narrative.Narrative;

/** The words as they were written, in their own language. */
class NarrativeText extends Paragraph {
    NarrativeText(Narrative narrative) {
        super(narrative.text());
        addClassName("said");
        getElement().setAttribute("lang", narrative.language());
    }
}
