package org.scpmonitor.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;

/** What everybody does in front of a screen. */
final class Visit {

    private Visit() {}

    static void open(Page page, String path) {
        page.navigate("/" + path);
        assertThat(page.locator("h1").first()).isVisible();
        page.waitForLoadState();
    }

    static void signIn(Page page, String account) {
        open(page, "login");
        button(page, account).click();
        page.waitForURL(url -> !url.contains("/login"));
    }

    static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    static Locator text(Page page, String text) {
        return page.getByText(text).first();
    }

    /** Clicks on what starts a download, and keeps what comes under its own name. */
    static Path download(Page page, Locator link, Path folder) {
        Download download = page.waitForDownload(link::click);
        Path file = folder.resolve(download.suggestedFilename());
        download.saveAs(file);
        return file;
    }
}
