package org.scpmonitor.bench;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.batch.bench.Bench;
import org.scpmonitor.batch.bench.BenchServer;
import org.scpmonitor.browser.Chromium;

/** How long a browser that knows nothing of the monitor takes to draw its charts, and to draw them anew. */
record DashboardBrowser(String address) {

    private static final int ROUNDS = 7;
    private static final int CHARTS = 4;

    void run() {
        try (var chromium = new Chromium()) {
            List<Double> four = new ArrayList<>();
            List<Double> one = new ArrayList<>();
            List<Double> changed = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                one.add(drawn(chromium, "/indicators/" + BenchServer.indicator(0) + "?programme=CL-P", 1, null));
                four.add(drawn(chromium, "/", CHARTS, changed));
            }
            Bench.figure("dashboard.browser.overview", Bench.median(four), "ms", Bench.median(one));
            Bench.figure("dashboard.browser.change", Bench.median(changed), "ms", Bench.median(four));
        }
    }

    /** Milliseconds from the navigation to the last chart's drawing. */
    private double drawn(Chromium chromium, String path, int charts, @Nullable List<Double> changed) {
        Page page = chromium.visitor(address, 1440, ColorScheme.LIGHT);
        page.navigate(path);
        page.waitForFunction("number => performance.getEntriesByName('scp-chart-drawn').length >= number", charts);
        double took = mark(page, "scp-chart-drawn");
        if (changed != null) {
            changed.add(change(page));
        }
        page.context().close();
        return took;
    }

    /** From the click on another periodicity until the last chart shows it, as the page itself sees both. */
    private static double change(Page page) {
        page.locator(".period vaadin-button:visible").click();
        page.locator("vaadin-select:visible")
                .filter(new Locator.FilterOptions().setHasText("Periodicidad"))
                .click();
        Locator quarterly =
                page.locator("vaadin-select-item:visible").filter(new Locator.FilterOptions().setHasText("Trimestral"));
        quarterly.waitFor();
        page.evaluate("addEventListener('click', () => window.asked = performance.now(), {capture: true, once: true})");
        quarterly.click();
        page.waitForFunction(
                "() => [...document.querySelectorAll('scp-chart')].every(chart => +chart.dataset.drawn > window.asked)");
        return ((Number) page.evaluate("() => Math.max(...[...document.querySelectorAll('scp-chart')]"
                        + ".map(chart => +chart.dataset.drawn)) - window.asked"))
                .doubleValue();
    }

    private static double mark(Page page, String name) {
        return ((Number) page.evaluate(
                        "name => Math.max(...performance.getEntriesByName(name).map(mark => mark.startTime))", name))
                .doubleValue();
    }
}
