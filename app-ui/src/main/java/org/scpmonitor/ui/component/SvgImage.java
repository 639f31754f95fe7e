package org.scpmonitor.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;

/** A drawing whose markup is ours alone; texts from elsewhere are passed through {@link #escaped}. */
@Tag("span")
public class SvgImage extends Component implements HasStyle {
    public SvgImage(String markup) {
        getElement().setProperty("innerHTML", markup);
    }

    /** The text as it may stand in markup, between tags or in a quoted attribute. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
