package org.scpmonitor.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.scpmonitor.browser.Visit.button;
import static org.scpmonitor.browser.Visit.open;
import static org.scpmonitor.browser.Visit.signIn;
import static org.scpmonitor.browser.Visit.text;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scpmonitor.access.Accounts;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.entry.Criterion;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.entry.Selection;
import org.scpmonitor.entry.Writing;
import org.scpmonitor.register.Entries;
import org.scpmonitor.register.EntryEdits;
import org.scpmonitor.register.EntryEdits.Wanted;
import org.scpmonitor.running.RunningMonitor;

/** From scored products to an impact on the programme's page: weights moved, five chosen, a criterion, purchases, approval. */
class ProcurementJourneyTest {
    private static RunningMonitor monitor;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        monitor = RunningMonitor.start("scp.demo=true", "scp.role=all", "scp.database.connections=16");
        chromium = new Chromium();
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    }

    @AfterAll
    static void stop() throws IOException {
        chromium.close();
        monitor.close();
    }

    @Test
    void from_scored_products_to_an_impact_with_its_provenance() {
        Page coordinator = chromium.visitor(monitor.address(), 1440, ColorScheme.LIGHT);
        Page manager = chromium.visitor(monitor.address(), 1440, ColorScheme.LIGHT);
        signIn(coordinator, "coordinator.cl");
        signIn(manager, "manager");
        chooseFive(coordinator);
        setCriterion();
        reportPurchases(coordinator, manager);
        seeImpact(coordinator);
    }

    private static void chooseFive(Page coordinator) {
        open(coordinator, "procurement/selection/CL-5");
        coordinator.locator("#weight-WILL").focus();
        coordinator.locator("#weight-WILL").press("ArrowRight");
        coordinator.waitForURL(url -> url.contains("weights=3-3-3-2"));
        button(coordinator, "Elegir los 5 primeros").click();
        coordinator
                .getByLabel("Funciones de quienes deciden")
                .fill("Dirección de compras y división de economía circular");
        Chromium.keep(coordinator, "procurement-1-selection");
        button(coordinator, "Publicar la decisión").click();
        assertThat(text(coordinator, "Dirección de compras y división de economía circular"))
                .isVisible();
        Selection decided = (Selection) monitor.part(Entries.class)
                .find(Kind.SELECTION, "CL-5", AsOf.NOW)
                .orElseThrow()
                .content();
        Assertions.assertThat(decided.chosen()).hasSize(5);
        Assertions.assertThat(decided.will()).isEqualByComparingTo("2");
    }

    /** A stricter version takes the place of the one in force, for what is bought from then on. */
    private static void setCriterion() {
        var entry = monitor.part(Entries.class)
                .find(Kind.CRITERION, "CL-FLOTAS", AsOf.NOW)
                .orElseThrow();
        Map<String, Object> tree = new LinkedHashMap<>(Writing.tree((Criterion) entry.content()));
        tree.put("requirement", Map.of("es", "Al menos 1,5 L/100 km menos que el promedio de su clase."));
        tree.put("validFrom", "2025-01");
        var outcome = monitor.part(EntryEdits.class)
                .publish(
                        monitor.part(Accounts.class).get("coordinator.cl").viewer(),
                        new Wanted(Kind.CRITERION, "CL-FLOTAS", tree, true, entry.source(), entry.version()),
                        "Nueva exigencia");
        Assertions.assertThat(outcome).isInstanceOf(EntryEdits.Outcome.Published.class);
    }

    private static void reportPurchases(Page coordinator, Page manager) {
        open(coordinator, "report?institution=CL-CHILECOMPRA&period=2025");
        String file = """
                institution,indicator,period,value,unit
                CL-CHILECOMPRA,PRO-01,2025,6000,1
                CL-CHILECOMPRA,PRO-02,2025,2000,1
                """;
        coordinator
                .locator("vaadin-upload input[type=file]")
                .first()
                .setInputFiles(new FilePayload("compras-2025.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        coordinator.waitForURL(url -> url.matches(".*/report/\\d+.*"));
        button(coordinator, "Enviar a revisión").click();
        assertThat(text(coordinator, "Enviada")).isVisible();
        open(manager, "review/" + coordinator.url().replaceAll(".*/report/(\\d+).*", "$1"));
        manager.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Aprobar")))
                .first()
                .click();
        manager.locator("vaadin-button[slot='confirm-button']").click();
        assertThat(text(manager, "Progreso evaluado")).isVisible();
    }

    /** 2,000 vehicles × 180 L × 0.84 kg/L × 3.2354361 t CO2e/t = 978.4 t CO2e. */
    private static void seeImpact(Page coordinator) {
        open(coordinator, "programmes/CL-PCS");
        Locator row = coordinator
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText("GHG-20"))
                .first();
        Locator figure = row.locator("button.prov").filter(new Locator.FilterOptions().setHasText("978,4"));
        assertThat(figure).isVisible();
        figure.click();
        Locator drawer = coordinator.locator(".drawer");
        assertThat(drawer).containsText("FUEL-SAVED-VEHICLE");
        assertThat(drawer).containsText("compras-2025.csv");
        Chromium.keep(coordinator, "procurement-2-impact");
        open(coordinator, "procurement/criterion/CL-FLOTAS");
        assertThat(text(coordinator, "antes: Al menos 1,2 L/100 km")).isVisible();
        assertThat(text(coordinator, "978 t CO₂e")
                        .or(text(coordinator, "978,4 t CO₂e"))
                        .first())
                .isVisible();
        for (String width : List.of("share=100&year=2030", "share=10&year=2040")) {
            open(coordinator, "procurement/criterion/CL-FLOTAS?" + width);
            Assertions.assertThat(coordinator.locator("scp-chart").count()).isPositive();
        }
        Chromium.keep(coordinator, "procurement-3-criterion");
        Assertions.assertThat(Set.of(coordinator.locator(".chain > li").count()))
                .doesNotContain(0);
    }
}
