package org.scpmonitor.ui.layout;

import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.VaadinRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;

/** The colour scheme that somebody chose over the system's; a cookie keeps it, so that a page never flashes. */
enum ColorChoice {
    LIGHT(ColorScheme.Value.LIGHT),
    DARK(ColorScheme.Value.DARK);

    static final String COOKIE = "scp-theme";

    final ColorScheme.Value value;

    ColorChoice(ColorScheme.Value value) {
        this.value = value;
    }

    static Optional<ColorChoice> remembered(VaadinRequest request) {
        return Language.cookie(request, COOKIE).flatMap(ColorChoice::parse);
    }

    static Optional<ColorChoice> parse(String name) {
        return Arrays.stream(values()).filter(each -> each.key().equals(name)).findFirst();
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    void paint(Document page) {
        page.selectXpath("/html")
                .attr("theme", value.getThemeValue())
                .attr("style", "color-scheme: " + value.getValue());
    }
}
