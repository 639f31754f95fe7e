package org.scpmonitor.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Screens, and what is opened on them; each is looked at in three ways. */
final class EveryScreen {
    static final int WIDE = 1440;
    static final int PHONE = 390;

    /** What 200 % zoom leaves of a wide window. */
    static final int ZOOMED = WIDE / 2;

    private EveryScreen() {}

    /**
     * @param path with {@code {submission}} for one of Chile's ministry, {@code {secret}} for that of a board's link
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

    /**
     * Of three languages and three widths, each is looked at; in the widest and the narrowest window also how well texts
     * stand out in the other colour scheme. All languages must fit all widths.
     */
    enum Way {
        ES(WIDE, ColorScheme.LIGHT),
        EN(PHONE, ColorScheme.DARK),
        DE(ZOOMED, ColorScheme.LIGHT);

        private final int width;
        private final ColorScheme scheme;

        Way(int width, ColorScheme scheme) {
            this.width = width;
            this.scheme = scheme;
        }

        String language() {
            return name().toLowerCase(Locale.ROOT);
        }

        int width() {
            return width;
        }

        ColorScheme scheme() {
            return scheme;
        }

        /** Empty where one colour scheme is enough: texts are as wide or as narrow in another way. */
        Optional<ColorScheme> otherScheme() {
            return switch (this) {
                case ES -> Optional.of(ColorScheme.DARK);
                case EN -> Optional.of(ColorScheme.LIGHT);
                case DE -> Optional.empty();
            };
        }
    }

    static Stream<Screen> all() {
        return Stream.of(
                new Screen("overview", ""),
                new Screen("filters", "?country=CL", "", EveryScreen::unfold),
                new Screen("programme", "programmes/PE-ECO"),
                new Screen("indicators", "indicators"),
                new Screen("indicator", "indicators/GHG-01?programme=MX-PEPYCS"),
                new Screen("indicator-table", "indicators/GHG-01?programme=MX-PEPYCS&look=table"),
                new Screen("indicator-metadata", "indicators/GHG-01?programme=MX-PEPYCS&look=metadata"),
                new Screen("indicator-waste", "indicators/WAS-10?programme=PE-ECO"),
                new Screen("provenance", "indicators/GHG-01?programme=CL-PCS", "", EveryScreen::openProvenance),
                new Screen("help", "indicators/GHG-01?programme=CL-PCS", "", EveryScreen::openHelp),
                new Screen("compare", "compare?indicator=GHG-01&indicator=ENE-10&scale=percapita"),
                new Screen("map", "map"),
                new Screen("cooperation", "cooperation"),
                new Screen("cooperation-year", "cooperation/TRI-AP?year=2015"),
                new Screen("cooperation-keeper", "cooperation/TRI-AP", "manager"),
                new Screen("status-quo", "status-quo?instrument=SQ-3"),
                new Screen("methods", "methods"),
                new Screen("register", "register"),
                new Screen("register-drafts", "register?kind=practice", "manager"),
                new Screen("entry", "register/cooperation/TRI-AP"),
                new Screen("entry-practice", "register/practice/CL-MERCADO-PUBLICO"),
                new Screen("entry-survey", "register/survey/CO-2015"),
                new Screen("entry-edit", "register/cooperation/TRI-AP/edit", "manager", EveryScreen::addRow),
                new Screen("entry-new", "register/practice/new", "coordinator.cl"),
                new Screen("procurement", "procurement"),
                new Screen("criterion", "procurement/criterion/CL-FLOTAS"),
                new Screen("selection", "procurement/selection/CL-5", "coordinator.cl"),
                new Screen("agreements", "agreements"),
                new Screen("agreement", "agreements/CL-PAPEL-CERO"),
                new Screen("unknown", "nowhere"),
                new Screen("shared-ended", "shared/unknown"),
                new Screen("shared", "shared/{secret}"),
                new Screen("unsubscribe", "unsubscribe"),
                new Screen("login", "login"),
                new Screen("denied", "operations", "reporter.cl"),
                new Screen("report", "report", "reporter.cl"),
                new Screen("typing", "report/type/CL-MMA/2023", "reporter.cl"),
                new Screen("submission", "report/{submission}", "reporter.cl"),
                new Screen("receipt", "report/{submission}/receipt", "reporter.cl"),
                new Screen("report-period", "report?institution=CL-MMA&period=2022", "coordinator.cl"),
                new Screen("review", "review", "coordinator.cl"),
                new Screen("review-one", "review/{submission}", "coordinator.cl"),
                new Screen("narrative", "indicators/GHG-01?programme=CL-PCS", "coordinator.cl", EveryScreen::write),
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
                new Screen("programmes-settings", "catalogue/programmes", "manager"),
                new Screen("followed", "catalogue/programmes/CL-PCS/GHG-01", "manager"),
                new Screen("publish", "publications", "manager", EveryScreen::openDialog),
                new Screen("factors", "factors", "manager"),
                new Screen("factor", "factors/EF-GRID", "manager"),
                new Screen("board", "board", "manager", EveryScreen::arrange),
                new Screen("board-share", "board", "manager", EveryScreen::share),
                new Screen("operations", "operations", "admin"),
                new Screen("mails", "mails", "admin"));
    }

    /** What there is to see once something was published. */
    static Stream<Screen> published() {
        return Stream.of(new Screen("publications", "publications"), new Screen("publication", "publications/1"));
    }

    /** Fields fold where there is no room for them. */
    private static void unfold(Page page) {
        Locator fold = page.locator("main .filters-m");
        if (fold.isVisible()) {
            fold.click();
            assertThat(page.locator("vaadin-dialog .filters")).isVisible();
        }
    }

    /** The last button of the first rows adds one. */
    private static void addRow(Page page) {
        page.locator("main .rows > vaadin-button").first().click();
        assertThat(page.locator("main .entry-row").first()).isVisible();
    }

    private static void write(Page page) {
        page.locator("main .narrative vaadin-button").last().click();
        assertThat(page.locator("main .narrative textarea")).isVisible();
    }

    private static void openDialog(Page page) {
        page.locator("main .acts vaadin-button").first().click();
        assertThat(page.locator("vaadin-dialog [slot=footer], vaadin-dialog vaadin-button")
                        .first())
                .isVisible();
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
