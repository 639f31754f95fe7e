package org.scpmonitor.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.scpmonitor.browser.Visit.button;
import static org.scpmonitor.browser.Visit.open;
import static org.scpmonitor.browser.Visit.signIn;
import static org.scpmonitor.browser.Visit.text;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** From scored products to an impact on the programme's page: weights moved, five chosen, a criterion, purchases, approval. */
final class ProcurementJourney {
    private final Page coordinator;
    private final Page manager;

    /** @param address of the monitor */
    ProcurementJourney(String address, Chromium chromium) {
        this.coordinator = chromium.visitor(address, 1440, ColorScheme.LIGHT);
        this.manager = chromium.visitor(address, 1440, ColorScheme.LIGHT);
    }

    void run() {
        signIn(coordinator, "coordinator.cl");
        signIn(manager, "manager");
        chooseFive();
        setCriterion();
        reportPurchases();
        seeImpact();
        seeWhatIf();
    }

    /** The first five by the weights: computers take the place of roads. */
    private void chooseFive() {
        open(coordinator, "procurement/selection/CL-5");
        assertThat(chosen()).containsText(new String[] {"Papel", "Flotas", "Iluminación", "limpieza", "calles"});
        coordinator.locator("#weight-WILL").focus();
        coordinator.locator("#weight-WILL").press("ArrowRight");
        assertThat(text(coordinator, "4,73")).isVisible();
        button(coordinator, "Elegir los 5 primeros").click();
        seeComputersChosen();
        coordinator
                .getByLabel("Funciones de quienes deciden")
                .fill("Dirección de compras y división de economía circular");
        Chromium.keep(coordinator, "procurement-1-selection");
        button(coordinator, "Publicar la decisión").click();
        assertThat(text(coordinator, "La decisión está publicada")).isVisible();
        open(coordinator, "procurement/selection/CL-5");
        assertThat(text(coordinator, "Dirección de compras y división de economía circular"))
                .isVisible();
        seeComputersChosen();
    }

    private void seeComputersChosen() {
        assertThat(chosen()).containsText(new String[] {"Papel", "Flotas", "Iluminación", "limpieza", "Computadores"});
    }

    private Locator chosen() {
        return coordinator
                .locator("main tr")
                .filter(new Locator.FilterOptions().setHas(coordinator.locator("vaadin-checkbox[checked]")));
    }

    /** A stricter version takes the place of the one in force, for what is bought from then on. */
    private void setCriterion() {
        new RegisterForm(coordinator, "register/criterion/CL-FLOTAS/edit")
                .say("Requisito", "es", "Al menos 1,5 L/100 km menos que el promedio de su clase.")
                .say("Requisito", "en", "At least 1.5 L/100 km less than the average of their class.")
                .say("Requisito", "de", "Mindestens 1,5 L/100 km weniger als der Durchschnitt ihrer Klasse.")
                .type("Vigente desde", "2025-01")
                .publish("Nueva exigencia");
        assertThat(text(coordinator, "Al menos 1,5 L/100 km")).isVisible();
    }

    private void reportPurchases() {
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
    private void seeImpact() {
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
    }

    private void seeWhatIf() {
        open(coordinator, "procurement/criterion/CL-FLOTAS");
        assertThat(text(coordinator, "antes: Al menos 1,2 L/100 km")).isVisible();
        assertThat(text(coordinator, "978 t CO₂e")
                        .or(text(coordinator, "978,4 t CO₂e"))
                        .first())
                .isVisible();
        for (String question : List.of("share=100&year=2030", "share=10&year=2040")) {
            open(coordinator, "procurement/criterion/CL-FLOTAS?" + question);
            assertThat(coordinator.locator("scp-chart").first()).isVisible();
        }
        Chromium.keep(coordinator, "procurement-3-criterion");
        assertThat(coordinator.locator(".chain > li").first()).isVisible();
    }
}
