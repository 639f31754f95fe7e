package org.scpmonitor.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkupTest {
    @Test
    void components_are_written_as_a_browser_would_hold_them() {
        Div name = new Div(Pages.link("indicators/CO2?a=1&b=2", "CO2 < 2 & \"more\""));
        name.addClassNames("xxs", "faint");
        Span drawing = new Span(new SvgImage("<svg><path d=\"M0 0\"/></svg>"));
        Span hidden = new Span("hidden");
        hidden.setVisible(false);
        assertThat(Markup.of(List.of(name, drawing, hidden)))
                .isEqualTo("<div class=\"xxs faint\">"
                        + "<a href=\"indicators/CO2?a=1&amp;b=2\" router-link=\"\">CO2 &lt; 2 &amp; &quot;more&quot;</a></div>"
                        + "<span><span><svg><path d=\"M0 0\"/></svg></span></span>");
    }

    @Test
    void what_is_still_is_one_text_and_is_written_anew_where_it_differs() {
        Still<String> still = new Still<>(text -> List.of(new Span(text), new Anchor("#", text)));
        still.show("82");
        String before = still.getElement().getProperty("innerHTML");
        still.show("82");
        assertThat(still.getElement().getProperty("innerHTML")).isSameAs(before);
        still.show("83");
        assertThat(still.getElement().getProperty("innerHTML")).isEqualTo("<span>83</span><a href=\"#\">83</a>");
        assertThat(still.getChildren()).isEmpty();
    }
}
