package org.scpmonitor.browser;

import static org.scpmonitor.browser.Visit.button;
import static org.scpmonitor.browser.Visit.open;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** An entry of the register as somebody writes it, by what its fields are called in Spanish. */
final class RegisterForm {
    private final Page page;

    /** @param path of the form */
    RegisterForm(Page page, String path) {
        this.page = page;
        open(page, path);
    }

    RegisterForm type(String label, String text) {
        page.locator("main")
                .getByRole(
                        AriaRole.TEXTBOX,
                        new Locator.GetByRoleOptions().setName(label).setExact(true))
                .first()
                .fill(text);
        return this;
    }

    /** @param language such as {@code es} */
    RegisterForm say(String label, String language, String text) {
        page.locator(".words[aria-label='" + label + "'] [lang=" + language + "]")
                .locator("input, textarea")
                .first()
                .fill(text);
        return this;
    }

    RegisterForm select(String label, String choice) {
        page.locator("vaadin-select")
                .filter(new Locator.FilterOptions().setHasText(label))
                .first()
                .click();
        page.locator("vaadin-select-item:visible")
                .filter(new Locator.FilterOptions().setHasText(choice))
                .first()
                .click();
        return this;
    }

    /** @param words of what is looked for */
    RegisterForm choose(String label, String words) {
        page.getByRole(
                        AriaRole.COMBOBOX,
                        new Page.GetByRoleOptions().setName(label).setExact(true))
                .first()
                .fill(words);
        page.locator("vaadin-combo-box-item:visible, vaadin-multi-select-combo-box-item:visible")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first()
                .click();
        page.keyboard().press("Escape");
        return this;
    }

    /** Sees what changes, says why, and is led to the entry. */
    void publish(String reason) {
        button(page, "Publicar").click();
        Locator dialog = page.locator("vaadin-dialog");
        dialog.locator("textarea").fill(reason);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Publicar"))
                .click();
        page.waitForURL(url -> !url.endsWith("/edit") && !url.endsWith("/new"));
    }
}
