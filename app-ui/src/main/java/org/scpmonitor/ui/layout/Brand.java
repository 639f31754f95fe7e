package org.scpmonitor.ui.layout;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import org.scpmonitor.ui.component.SvgImage;

/** The product's sign and name; leads home. */
class Brand extends Anchor {
    private static final String SIGN = "<svg viewBox=\"0 0 24 24\" aria-hidden=\"true\">"
            + "<path d=\"M12 2.5a9.5 9.5 0 1 1-9.5 9.5\" fill=\"none\" stroke=\"var(--scp-accent)\" stroke-width=\"2.2\" stroke-linecap=\"round\"/>"
            + "<path d=\"M7.5 15.5V12M12 15.5V8M16.5 15.5V10\" stroke=\"var(--scp-ink)\" stroke-width=\"2.2\" stroke-linecap=\"round\"/></svg>";

    Brand() {
        super("");
        addClassName("brand");
        getElement().setAttribute("router-link", true);
        SvgImage sign = new SvgImage(SIGN);
        sign.addClassName("row");
        add(sign, new Span("SCP Monitor"));
    }
}
