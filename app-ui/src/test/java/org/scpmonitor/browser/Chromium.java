package org.scpmonitor.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A Chromium without a window: the one of {@code SCP_BROWSER}, else the one that Playwright fetches. */
public final class Chromium implements AutoCloseable {

    /** Pixels that show most of any page, since pages scroll inside their shell. */
    private static final int TALL = 2_000;

    private static final Path SHOTS = Path.of("target", "screenshots");

    private static final String AXE = """
            async () => (await axe.run(document, {
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
                resultTypes: ['violations'], preload: false}))
                .violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 200)}`))""";

    private static final String CONTRAST =
            AXE.replaceFirst("runOnly: \\[.*]", "runOnly: {type: 'rule', values: ['color-contrast']}");

    private final Playwright playwright;
    private final Browser browser;

    public Chromium() {
        Optional<String> installed = Optional.ofNullable(System.getenv("SCP_BROWSER"))
                .filter(path -> !path.isBlank())
                .or(() -> List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome").stream()
                        .filter(path -> Path.of(path).toFile().canExecute())
                        .findFirst());
        playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(installed.isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of()));
        var options = new BrowserType.LaunchOptions()
                .setArgs(List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync"));
        installed.map(Path::of).ifPresent(options::setExecutablePath);
        browser = playwright.chromium().launch(options);
    }

    /** Someone in front of a screen of their own, with nothing remembered. */
    public Page visitor(String address, int width, ColorScheme scheme) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(address)
                .setViewportSize(width, 1000)
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("es-CL"));
        Page page = context.newPage();
        page.setDefaultTimeout(30_000);
        return page;
    }

    /** Keeps what is to be seen, whole, among the build's output. */
    static void keep(Page page, String name) {
        page.setViewportSize(page.viewportSize().width, TALL);
        picture(page, name);
    }

    /** Keeps what is to be seen in the window. */
    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")));
    }

    /** What axe-core finds against WCAG 2.2 AA, a line each. Only what it finds wrong is told, which is much quicker. */
    static List<String> barriers(Page page) {
        page.evaluate(AxeBuilder.getAxeScript());
        return found(page, AXE);
    }

    /** Of a page whose {@link #barriers} were looked for: texts too faint to read. */
    static List<String> faint(Page page) {
        return found(page, CONTRAST);
    }

    private static List<String> found(Page page, String rules) {
        return ((List<?>) page.evaluate(rules)).stream().map(String::valueOf).toList();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
