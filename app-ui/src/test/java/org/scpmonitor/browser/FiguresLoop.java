package org.scpmonitor.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.scpmonitor.browser.Visit.button;
import static org.scpmonitor.browser.Visit.download;
import static org.scpmonitor.browser.Visit.link;
import static org.scpmonitor.browser.Visit.open;
import static org.scpmonitor.browser.Visit.signIn;
import static org.scpmonitor.browser.Visit.text;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** A manager's calculated indicator, from its definition to a published figure that a corrected factor revises. */
final class FiguresLoop {

    private static final String FORMULA = "ENE-10 * EF-GRID * 1.05";

    /** How the programme follows it. */
    private static final String FOLLOWED = """
            {"indicator": "GHG-90",
             "baseline": {"period": "2014", "note": {"es": "Inicio", "en": "Start", "de": "Beginn"}},
             "targets": [{"code": "CL-GHG-90", "version": 1, "period": "2030", "value": "10", "decidedOn": "2025-01-01",
                          "illustrative": true, "statement": {"es": "Emitir menos", "en": "Emit less", "de": "Weniger ausstoßen"},
                          "source": {"title": "Acuerdo del programa"}}]}
            """;

    /** Seconds, and what opening the page takes. */
    private static final int LONGEST_WAIT = 120;

    private final Path folder;
    private final Page manager;

    /** @param address of the monitor */
    FiguresLoop(String address, Chromium chromium, Path folder) {
        this.folder = folder;
        this.manager = chromium.visitor(address, 1440, ColorScheme.LIGHT);
    }

    void run() throws IOException {
        signIn(manager, "manager");
        Path before = export("before.json");
        makeIndicator();
        seeWhatTheGateMisses();
        haveItFollowed();
        activate();
        typeFormula();
        seeFigure("24,8");
        publish();
        correctFactor();
        seeFigure("26,3");
        seeProvenance();
        seeRevision();
        compare(before, export("after.json"));
    }

    private Path export(String name) throws IOException {
        open(manager, "catalogue/files");
        return Files.move(download(manager, link(manager, "Catálogo (JSON)"), folder), folder.resolve(name));
    }

    private void makeIndicator() {
        open(manager, "catalogue");
        button(manager, "Nuevo indicador").click();
        fill("code", "GHG-90");
        choose("theme", "Gases");
        choose("level", "Impacto");
        fill("name-es", "Emisiones de la electricidad con pérdidas");
        fill("name-en", "Emissions of electricity with losses");
        fill("name-de", "Emissionen des Stroms mit Verlusten");
        fill("unit", "Mt de CO2");
        choose("aggregationOverInstitutions", "Suma");
        choose("aggregationOverTime", "Suma");
        assertThat(text(manager, "Borrador guardado")).isVisible();
        button(manager, "Ver qué cambiaría").click();
        assertThat(text(manager, "campos no están bien")).isVisible();
        assertThat(text(manager, "«Mt de CO2» no es una unidad UCUM.")).isVisible();
        Chromium.keep(manager, "figures-1-refused");
        fill("unit", "Mt{CO2e}");
        choose("direction", "Menos");
        fill("verification-es", "Cálculo a partir de ENE-10");
        fill("verification-en", "Calculated from ENE-10");
        fill("verification-de", "Berechnet aus ENE-10");
        fill("definition-es", "Emisiones de la electricidad que llega a quien la usa.");
        fill("definition-en", "Emissions of the electricity that reaches its users.");
        fill("definition-de", "Emissionen des Stroms, der bei den Verbrauchern ankommt.");
        confirm("Ver qué cambiaría", "Indicador nuevo del programa");
        manager.waitForURL("**/catalogue/GHG-90");
    }

    private void seeWhatTheGateMisses() {
        assertThat(text(manager, "Para activarlo")).isVisible();
        assertThat(link(manager, "un programa que lo siga")).isVisible();
        assertThat(link(manager, "Calcularlo con una fórmula")).isVisible();
        Chromium.keep(manager, "figures-2-gate");
    }

    private void haveItFollowed() throws IOException {
        Path file = export("followed.json");
        JsonMapper json = JsonMapper.shared();
        JsonNode document = json.readTree(file);
        for (JsonNode programme : document.get("programmes")) {
            if (programme.get("code").asString().equals("CL-PCS")) {
                ((ArrayNode) programme.get("indicators")).add(json.readTree(FOLLOWED));
            }
        }
        json.writeValue(file, document);
        manager.locator("vaadin-upload input[type=file]").first().setInputFiles(file);
        assertThat(button(manager, "Tomar estos cambios")).isVisible();
        Chromium.keep(manager, "figures-3-file");
        button(manager, "Tomar estos cambios").click();
        assertThat(text(manager, "Tomado")).isVisible();
    }

    private void activate() {
        open(manager, "catalogue/GHG-90");
        assertThat(text(manager, "No falta nada")).isVisible();
        confirm("Activar", "Completo");
        assertThat(text(manager, "Vigente")).isVisible();
    }

    private void typeFormula() {
        open(manager, "catalogue/GHG-90/formula");
        Locator typed = manager.locator("scp-formula textarea");
        Locator proposals = manager.locator("scp-formula [role=listbox]");
        typed.pressSequentially("ENE-1");
        assertThat(proposals).isVisible();
        Chromium.keep(manager, "figures-4-completion");
        typed.press("Enter");
        assertThat(typed).hasValue(Pattern.compile("ENE-10\\s*"));
        typed.fill("ENE-10 * EF-GRID + ENE-10");
        assertThat(manager.locator("scp-formula u").first()).isVisible();
        assertThat(typed).hasAttribute("aria-invalid", "true");
        assertThat(button(manager, "Guardar")).isDisabled();
        Chromium.keep(manager, "figures-5-underlined");
        typed.fill(FORMULA);
        assertThat(typed).hasAttribute("aria-invalid", "false");
        manager.locator("vaadin-combo-box input").first().fill("CL-MMA");
        manager.locator("vaadin-combo-box-item:visible").first().click();
        assertThat(manager.locator(".formula-result")).containsText("24,8");
        button(manager, "Ver qué cambiaría").click();
        assertThat(text(manager, "Cifras de programas que cambian")).isVisible();
        Chromium.keep(manager, "figures-6-formula");
        button(manager, "Guardar").click();
        assertThat(text(manager, "Escriba la razón del cambio")).isVisible();
        manager.getByLabel("Razón del cambio").fill("Con las pérdidas de la red");
        button(manager, "Guardar").click();
        assertThat(text(manager, "se calculan de nuevo")).isVisible();
    }

    /** The figure comes by the refresh that the change asks for. */
    private void seeFigure(String shown) {
        Locator figure = figure(shown);
        for (int i = 0; i < LONGEST_WAIT; i++) {
            open(manager, "indicators/GHG-90?programme=CL-PCS");
            if (figure.count() > 0) {
                break;
            }
            manager.waitForTimeout(1_000);
        }
        assertThat(figure).isVisible();
    }

    private Locator figure(String shown) {
        return manager.locator("button, [role=button]")
                .filter(new Locator.FilterOptions().setHasText(shown))
                .first();
    }

    private void publish() {
        open(manager, "publications");
        button(manager, "Publicar cifras").click();
        Locator dialog = manager.getByRole(AriaRole.DIALOG);
        dialog.locator("vaadin-select").click();
        manager.locator("vaadin-select-item")
                .filter(new Locator.FilterOptions().setHasText("Producción limpia y compras"))
                .click();
        dialog.getByLabel("Período").fill("2024");
        dialog.getByLabel("Nota").fill("Informe de 2024");
        assertThat(text(manager, "Se publican")).isVisible();
        Chromium.keep(manager, "figures-7-publish");
        manager.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Publicar").setExact(true))
                .click();
        manager.waitForURL(Pattern.compile(".*/publications/\\d+"));
        assertThat(text(manager, "el archivo tiene los mismos bytes")).isVisible();
        assertThat(text(manager, "Ninguna cifra ha cambiado")).isVisible();
    }

    private void correctFactor() {
        open(manager, "factors");
        manager.getByLabel("Nombre o código").fill("EF-GRID");
        link(manager, "Electricidad de la red, promedio de la generación").click();
        manager.waitForURL("**/factors/EF-GRID");
        manager.getByRole(
                        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Corregir Chile.*2024")))
                .first()
                .click();
        Locator dialog = manager.getByRole(AriaRole.DIALOG);
        assertThat(button(manager, "Guardar como versión nueva")).isDisabled();
        dialog.getByLabel("Valor", new Locator.GetByLabelOptions().setExact(true))
                .fill("275,5");
        button(manager, "Ver efecto").click();
        assertThat(dialog.getByText("Escriba por qué se corrige.")).isVisible();
        dialog.getByLabel("Motivo").fill("Ember revisó 2024");
        button(manager, "Ver efecto").click();
        assertThat(dialog.getByText("GHG-90").first()).isVisible();
        Chromium.keep(manager, "figures-8-factor");
        button(manager, "Guardar como versión nueva").click();
        assertThat(text(manager, "Ember revisó 2024")).isVisible();
    }

    private void seeProvenance() {
        figure("26,3").click();
        assertThat(text(manager, "GHG-90 = " + FORMULA)).isVisible();
        assertThat(text(manager, "EF-GRID: 275,5")).isVisible();
        assertThat(text(manager, "cl-mma-electricidad-2024.csv")).isVisible();
        assertThat(text(manager, "D2")).isVisible();
        Chromium.keep(manager, "figures-9-provenance");
    }

    private void seeRevision() {
        open(manager, "publications");
        link(manager, "CL-PCS").click();
        manager.waitForURL(Pattern.compile(".*/publications/\\d+"));
        assertThat(text(manager, "Factor corregido: EF-GRID")).isVisible();
        assertThat(text(manager, "Ember revisó 2024")).isVisible();
        assertThat(text(manager, "el archivo tiene los mismos bytes")).isVisible();
        Chromium.keep(manager, "figures-10-revision");
    }

    private void compare(Path before, Path after) {
        Locator files = manager.locator("vaadin-upload input[type=file]");
        files.nth(1).setInputFiles(before);
        files.nth(2).setInputFiles(after);
        assertThat(manager.locator("td")
                        .filter(new Locator.FilterOptions().setHasText("GHG-90"))
                        .first())
                .isVisible();
        Chromium.keep(manager, "figures-11-compared");
        Assertions.assertThat(after).content().contains("\"275.5\"").contains(FORMULA);
    }

    private void fill(String field, String value) {
        Locator input =
                manager.locator("#field-" + field).locator("input, textarea").first();
        input.fill(value);
        input.blur();
    }

    private void choose(String field, String value) {
        Locator input = manager.locator("#field-" + field + " input");
        input.fill(value);
        manager.locator("vaadin-combo-box-item:visible")
                .filter(new Locator.FilterOptions().setHasText(value))
                .first()
                .click();
    }

    /** Sees what a change would do and takes it over with its reason. */
    private void confirm(String press, String reason) {
        button(manager, press).click();
        Locator dialog = manager.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Motivo").fill(reason);
        button(manager, "Confirmar").click();
        assertThat(dialog).isHidden();
    }
}
