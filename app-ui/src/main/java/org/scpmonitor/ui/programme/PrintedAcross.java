package org.scpmonitor.ui.programme;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;

/** While it is on a page, that page is printed across: a rule for paper can't be bound to a screen in one stylesheet. */
@Tag("link")
class PrintedAcross extends Component {
    PrintedAcross() {
        getElement().setAttribute("rel", "stylesheet").setAttribute("href", "scp/across.css");
    }
}
