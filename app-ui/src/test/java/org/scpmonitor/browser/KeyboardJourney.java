package org.scpmonitor.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.scpmonitor.browser.Visit.open;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.assertj.core.api.Assertions;

/** From the overview to a cell of a workbook and back, without a mouse. */
final class KeyboardJourney {
    private static final int MOST_STEPS = 120;

    private final Page page;

    KeyboardJourney(String address, Chromium chromium) {
        page = chromium.visitor(address, 1440, ColorScheme.LIGHT);
    }

    void run() {
        open(page, "");
        assertThat(page.locator("main a[href*='indicators/']").first()).isVisible();
        tabTo("main a[href*='indicators/']");
        page.keyboard().press("Enter");
        page.waitForURL("**/indicators/**");
        assertThat(page.locator("main scp-chart").first()).isVisible();
        tabTo("main scp-chart, main scp-chart *");
        page.keyboard().press("Home");
        page.keyboard().press("End");
        page.keyboard().press("ArrowLeft");
        page.keyboard().press("Enter");
        assertThat(page.locator("aside.drawer h2").first()).isVisible();
        assertThat(page.locator("aside.drawer").getByText("SHA-256").first()).isVisible();
        Chromium.keep(page, "keyboard-provenance");
        page.keyboard().press("Escape");
        assertThat(page.locator("aside.drawer")).isHidden();
        Assertions.assertThat(focused("scp-chart, scp-chart *"))
                .as("the focus is back at the chart")
                .isTrue();
        page.context().close();
    }

    /** Goes from stop to stop; each must be seen to have the focus. */
    private void tabTo(String selector) {
        for (int i = 0; i < MOST_STEPS; i++) {
            page.keyboard().press("Tab");
            if (focused(selector)) {
                return;
            }
        }
        throw new AssertionError("Nothing like " + selector + " within " + MOST_STEPS + " stops");
    }

    private boolean focused(String selector) {
        return (Boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector);
    }
}
