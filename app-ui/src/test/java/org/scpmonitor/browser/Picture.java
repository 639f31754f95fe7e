package org.scpmonitor.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.scpmonitor.browser.Visit.open;

import com.microsoft.playwright.Page;
import java.util.Locale;
import java.util.function.Consumer;

/** What the README shows. */
enum Picture {
    OVERVIEW("", page -> assertThat(page.locator("main scp-chart").first()).isVisible()),
    INDICATOR("indicators/GHG-01?programme=CL-PCS", page -> {
        page.locator("main button.prov").first().click();
        assertThat(page.locator("aside.drawer").getByText("SHA-256").first()).isVisible();
    }),
    PROGRAMME(
            "programmes/CL-PCS",
            page -> assertThat(page.locator("main scp-chart, main svg").first()).isVisible());

    private final String path;
    private final Consumer<Page> until;

    Picture(String path, Consumer<Page> until) {
        this.path = path;
        this.until = until;
    }

    /** @param page of the size that the picture is to have */
    void take(Page page) {
        open(page, path + (path.contains("?") ? "&" : "?") + "lang=en");
        until.accept(page);
        Chromium.picture(page, "readme-" + name().toLowerCase(Locale.ROOT));
    }
}
