package org.scpmonitor.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.scpmonitor.browser.Visit.open;
import static org.scpmonitor.browser.Visit.signIn;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/**
 * Screens, and how each is looked at: in three languages, in light and dark, at 1440 and 390 pixels and at 200 % zoom (which
 * is half the pixels). A screen is loaded once for each language, and light, dark and widths are changed in place; each
 * account signs in once.
 */
final class EveryScreen {
    private static final int WIDE = 1440;
    private static final int PHONE = 390;
    private static final int ZOOMED = WIDE / 2;

    private static final String SETTLED = """
            () => new Promise(done => requestAnimationFrame(() => Promise.allSettled(document.getAnimations()
                .filter(each => each.effect.getComputedTiming().endTime !== Infinity)
                .map(each => each.finished)).then(() => done())))""";

    private final String address;
    private final Chromium chromium;
    private final Map<String, Page> windows = new HashMap<>();

    EveryScreen(String address, Chromium chromium) {
        this.address = address;
        this.chromium = chromium;
    }

    /**
     * @param account empty for the public
     * @param opening what is opened on the screen before it is looked at: a drawer, a dialog
     */
    record Screen(String name, String path, String account, Consumer<Page> opening) {
        Screen(String name, String path) {
            this(name, path, "");
        }

        Screen(String name, String path, String account) {
            this(name, path, account, page -> {});
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Of the three languages, each is looked at whole in one width; all of them must fit into every width. */
    enum Way {
        ES(WIDE, ColorScheme.LIGHT, ColorScheme.DARK),
        EN(PHONE, ColorScheme.LIGHT, ColorScheme.DARK),
        DE(ZOOMED, ColorScheme.DARK, ColorScheme.LIGHT);

        private final int width;
        private final ColorScheme scheme;
        private final ColorScheme other;

        Way(int width, ColorScheme scheme, ColorScheme other) {
            this.width = width;
            this.scheme = scheme;
            this.other = other;
        }

        String language() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    void look(Screen screen, Way way) {
        Page page = windows.computeIfAbsent(screen.account, this::window);
        scheme(page, way.scheme);
        page.setViewportSize(way.width, 1000);
        open(page, screen.path + (screen.path.contains("?") ? "&" : "?") + "lang=" + way.language());
        assertThat(page.locator("html")).hasAttribute("lang", way.language());
        screen.opening.accept(page);
        Chromium.keep(
                page,
                screen.name + "-" + way.language() + "-" + way.width + "-"
                        + way.scheme.name().toLowerCase(Locale.ROOT));
        Assertions.assertThat(Chromium.barriers(page)).isEmpty();
        scheme(page, way.other);
        Assertions.assertThat(Chromium.pale(page)).as("in " + way.other).isEmpty();
        for (int width : List.of(PHONE, ZOOMED)) {
            page.setViewportSize(width, 1000);
            Assertions.assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("nothing is cut off or scrolls sideways at " + width)
                    .isTrue();
        }
    }

    private Page window(String account) {
        Page page = chromium.visitor(address, WIDE, ColorScheme.LIGHT);
        if (!account.isEmpty()) {
            signIn(page, account);
        }
        return page;
    }

    /** Colours that change by and by have changed when this is done. */
    private static void scheme(Page page, ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.evaluate(SETTLED);
    }

    void close() {
        windows.values().forEach(page -> page.context().close());
        windows.clear();
    }

    static Stream<Screen> all() {
        return Stream.of(
                new Screen("overview", ""),
                new Screen("programme", "programmes/PE-ECO"),
                new Screen("indicators", "indicators"),
                new Screen("indicator", "indicators/GHG-01?programme=MX-PEPYCS"),
                new Screen("indicator-waste", "indicators/WAS-10?programme=PE-ECO"),
                new Screen("provenance", "indicators/GHG-01?programme=CL-PCS", "", EveryScreen::openProvenance),
                new Screen("help", "indicators/GHG-01?programme=CL-PCS", "", EveryScreen::openHelp),
                new Screen("compare", "compare?indicator=GHG-01&indicator=ENE-10&scale=percapita"),
                new Screen("map", "map"),
                new Screen("methods", "methods"),
                new Screen("unknown", "nowhere"),
                new Screen("shared-ended", "shared/unknown"),
                new Screen("login", "login"),
                new Screen("denied", "operations", "reporter.cl"),
                new Screen("report", "report", "reporter.cl"),
                new Screen("typing", "report/type/CL-MMA/2023", "reporter.cl"),
                new Screen("report-period", "report?institution=CL-MMA&period=2022", "coordinator.cl"),
                new Screen("review", "review", "coordinator.cl"),
                new Screen("assignments", "assignments", "coordinator.cl"),
                new Screen("extensions", "assignments?part=extensions", "coordinator.cl"),
                new Screen("completeness", "completeness", "coordinator.cl"),
                new Screen("notices", "notices", "coordinator.cl"),
                new Screen("account", "account", "coordinator.cl"),
                new Screen("calendar", "assignments?part=calendar", "manager"),
                new Screen("catalogue", "catalogue", "manager"),
                new Screen("definition", "catalogue/GHG-10", "manager"),
                new Screen("definition-edit", "catalogue/GHG-10/edit", "manager"),
                new Screen("formula", "catalogue/GHG-10/formula", "manager"),
                new Screen("files", "catalogue/files", "manager"),
                new Screen("programme-settings", "catalogue/programmes/CL-PCS", "manager"),
                new Screen("factors", "factors", "manager"),
                new Screen("factor", "factors/EF-GRID", "manager"),
                new Screen("board", "board", "manager", EveryScreen::arrange),
                new Screen("board-share", "board", "manager", EveryScreen::share),
                new Screen("operations", "operations", "admin"),
                new Screen("mails", "mails", "admin"));
    }

    private static void openProvenance(Page page) {
        page.locator("main button.prov").first().click();
        assertThat(page.locator("aside.drawer h2").first()).isVisible();
    }

    private static void openHelp(Page page) {
        page.locator("main .help button >> visible=true").first().click();
        assertThat(page.locator(".help-term >> visible=true").first()).isVisible();
    }

    /** The first button at the page's head begins to arrange. */
    private static void arrange(Page page) {
        page.locator("main .acts vaadin-button").first().click();
    }

    private static void share(Page page) {
        page.locator("main .acts vaadin-button").last().click();
        page.locator(".share vaadin-button[theme~=primary], vaadin-dialog vaadin-button[theme~=primary]")
                .first()
                .click();
        assertThat(page.locator("vaadin-text-field[readonly]")).isVisible();
    }
}
