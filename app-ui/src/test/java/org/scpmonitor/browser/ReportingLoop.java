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
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.scpmonitor.batch.template.LibreOffice;

/** A ministry's annual report, from what is due to the matrix that shows it complete. */
final class ReportingLoop {

    private static final int INDICATOR = 2;
    private static final int VALUE = 7;
    private static final int UNIT = 8;
    private static final int BEFORE = 11;

    private final Path folder;
    private final LibreOffice office;
    private final Page reporter;
    private final Page coordinator;

    /** @param address of the monitor */
    ReportingLoop(String address, Chromium chromium, Path folder) {
        this.folder = folder;
        this.office = LibreOffice.in(folder);
        this.reporter = chromium.visitor(address, 1440, ColorScheme.LIGHT);
        this.coordinator = chromium.visitor(address, 1440, ColorScheme.LIGHT);
    }

    void run() throws IOException, InterruptedException {
        signIn(reporter, "reporter.cl");
        signIn(coordinator, "coordinator.cl");
        int asked = takeTemplate();
        sendWithThreeMistakes();
        mendAnnotatedWorkbook();
        submit();
        sendBack();
        revise();
        approve();
        seeComplete(asked);
    }

    private int takeTemplate() throws IOException, InterruptedException {
        open(reporter, "report");
        link(reporter, "Informe anual 2025").click();
        Locator template = link(reporter, "CL-MMA_2025.xlsx");
        assertThat(template).isVisible();
        Chromium.keep(reporter, "loop-1-due");
        Path file = download(reporter, template, folder);
        FlatSheet sheet = inOffice(file);
        int asked = 0;
        for (int row = 5; row < sheet.rows(); row++) {
            String before = sheet.text(row, INDICATOR).isEmpty() ? "" : sheet.number(row, BEFORE);
            if (!before.isEmpty()) {
                sheet.fillNumber(row, VALUE, before);
                asked++;
            }
        }
        sheet.fill(sheet.rowWith(INDICATOR, "GHG-01"), VALUE, "noventa y siete");
        sheet.fill(sheet.rowWith(INDICATOR, "ENE-01"), UNIT, "t");
        int jumping = sheet.rowWith(INDICATOR, "GHG-03");
        sheet.fillNumber(jumping, VALUE, twice(sheet.number(jumping, BEFORE)));
        save(sheet, file);
        return asked;
    }

    private static String twice(String number) {
        return new BigDecimal(number).multiply(BigDecimal.TWO).toPlainString();
    }

    private void sendWithThreeMistakes() {
        send("CL-MMA_2025.xlsx");
        assertThat(text(reporter, "noventa y siete")).isVisible();
        Chromium.keep(reporter, "loop-2-findings");
        assertThat(text(reporter, "2 errores")).isVisible();
        assertThat(text(reporter, "2 consultas")).isVisible();
    }

    private void mendAnnotatedWorkbook() throws IOException, InterruptedException {
        Path marked = download(reporter, link(reporter, "Libro con los hallazgos marcados"), folder);
        FlatSheet sheet = inOffice(marked);
        Assertions.assertThat(sheet.text(sheet.rowWith(INDICATOR, "GHG-01"), VALUE))
                .as("the comment stands at the cell, with what was read")
                .contains("noventa y siete");
        sheet.fillNumber(sheet.rowWith(INDICATOR, "GHG-01"), VALUE, "96.5");
        sheet.fill(sheet.rowWith(INDICATOR, "ENE-01"), UNIT, unitBefore(sheet, "ENE-01"));
        save(sheet, marked);
        send(marked.getFileName().toString());
        assertThat(text(reporter, "2 consultas")).isVisible();
        assertThat(button(reporter, "Enviar a revisión")).isDisabled();
        button(reporter, "Explicar").first().click();
        reporter.locator("vaadin-dialog textarea").fill("Nuevo inventario de metano");
        button(reporter, "Guardar").click();
        button(reporter, "Confirmar").first().click();
        assertThat(button(reporter, "Enviar a revisión")).isEnabled();
        Chromium.keep(reporter, "loop-3-explained");
    }

    /** The unit stands before the period that the last value is of. */
    private static String unitBefore(FlatSheet sheet, String indicator) {
        return sheet.text(sheet.rowWith(INDICATOR, indicator), BEFORE + 1).split(" · ", 2)[0];
    }

    private void submit() throws IOException {
        button(reporter, "Enviar a revisión").click();
        assertThat(text(reporter, "Enviada")).isVisible();
        link(reporter, "Acuse de recibo").click();
        assertThat(text(reporter, "Nuevo inventario de metano")).isVisible();
        Assertions.assertThat(reporter.content()).containsPattern("[0-9a-f]{64}");
        Chromium.keep(reporter, "loop-4-receipt");
        Path pdf = download(reporter, link(reporter, "PDF"), folder);
        Assertions.assertThat(Files.readAllBytes(pdf)).startsWith('%', 'P', 'D', 'F');
        reporter.goBack();
        assertThat(text(reporter, "Enviada")).isVisible();
    }

    private void sendBack() {
        open(coordinator, "review/" + submission());
        assertThat(text(coordinator, "Nuevo inventario de metano")).isVisible();
        coordinator.locator("vaadin-text-area textarea").last().fill("GHG-03: falta el metano de rellenos");
        Chromium.keep(coordinator, "loop-5-review");
        button(coordinator, "Devolver").click();
        Locator confirm = coordinator.locator("vaadin-button[slot='confirm-button']");
        confirm.or(text(coordinator, "Devuelta")).first().waitFor();
        if (confirm.isVisible()) {
            confirm.click();
        }
        assertThat(text(coordinator, "Devuelta")).isVisible();
    }

    private void revise() throws IOException, InterruptedException {
        open(reporter, "report");
        assertThat(text(reporter, "Devuelto para corregir")).isVisible();
        link(reporter, "Informe anual 2025").click();
        link(reporter, "Ver qué se pidió corregir").click();
        assertThat(text(reporter, "falta el metano de rellenos")).isVisible();
        Path sent = download(reporter, link(reporter, "Archivo enviado"), folder);
        FlatSheet sheet = inOffice(sent);
        int row = sheet.rowWith(INDICATOR, "GHG-03");
        sheet.fillNumber(row, VALUE, sheet.number(row, BEFORE));
        save(sheet, sent);
        send(sent.getFileName().toString());
        assertThat(button(reporter, "Enviar a revisión")).isEnabled();
        Chromium.keep(reporter, "loop-6-revision");
        button(reporter, "Enviar a revisión").click();
        assertThat(text(reporter, "Enviada")).isVisible();
    }

    private void approve() {
        open(coordinator, "review/" + submission());
        coordinator
                .getByRole(
                        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Aprobar revisión \\d")))
                .click();
        coordinator.locator("vaadin-button[slot='confirm-button']").click();
        assertThat(text(coordinator, "Progreso evaluado")).isVisible();
    }

    private void seeComplete(int asked) {
        open(coordinator, "completeness?by=institution&q=CL-MMA&months=12");
        Locator cell = coordinator.getByLabel(Pattern.compile(", 2025: .*Recibidos " + asked + " de \\d+"));
        assertThat(cell).isVisible();
        Chromium.keep(coordinator, "loop-7-matrix");
        cell.click();
        assertThat(text(coordinator, "aprobado el")).isVisible();
    }

    /** Whose page the reporter has open. */
    private String submission() {
        return reporter.url().replaceAll(".*/report/(\\d+).*", "$1");
    }

    private void send(String file) {
        String before = reporter.url();
        reporter.locator("vaadin-upload input[type=file]").first().setInputFiles(folder.resolve(file));
        reporter.waitForURL(url -> url.matches(".*/report/\\d+.*") && !url.equals(before));
    }

    private FlatSheet inOffice(Path workbook) throws IOException, InterruptedException {
        return FlatSheet.read(office.saved(workbook, "fods"), "Informe");
    }

    /** LibreOffice opens what was typed and saves it as the workbook that it was. */
    private void save(FlatSheet sheet, Path workbook) throws IOException, InterruptedException {
        String name = workbook.getFileName().toString();
        Path typed = folder.resolve(name.replace(".xlsx", ".fods"));
        sheet.write(typed);
        Files.move(office.saved(typed, "xlsx"), workbook, StandardCopyOption.REPLACE_EXISTING);
    }
}
