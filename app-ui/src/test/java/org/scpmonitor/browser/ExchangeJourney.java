package org.scpmonitor.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.scpmonitor.browser.Visit.open;
import static org.scpmonitor.browser.Visit.signIn;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

/** Chile learns from Mexico: an exchange is recorded, a practice taken over, and what everybody sees of it changes. */
final class ExchangeJourney {
    /** Seconds, and what opening the page takes. */
    private static final int LONGEST_WAIT = 60;

    private final Page anyone;
    private final Page coordinator;

    /** @param address of the monitor */
    ExchangeJourney(String address, Chromium chromium) {
        this.anyone = chromium.visitor(address, 1440, ColorScheme.LIGHT);
        this.coordinator = chromium.visitor(address, 1440, ColorScheme.LIGHT);
    }

    void run() {
        signIn(coordinator, "coordinator.cl");
        seeNothingTakenOver();
        recordExchange();
        recordAdoption();
        seeBothInMatrix();
        seeItCounted();
        seeThePast();
    }

    private void seeNothingTakenOver() {
        open(anyone, "cooperation");
        assertThat(learnt()).containsText("Estrategia y desarrollo del programa ambiental");
        assertThat(learnt()).not().containsText("Adoptada");
        assertThat(counted()).hasCount(0);
    }

    private void recordExchange() {
        new RegisterForm(coordinator, "register/event/new")
                .say("Título", "es", "Seminario de estrategia, Santiago")
                .select("Tipo", "Taller")
                .type("Desde", "2026-09-14")
                .choose("Cooperación", "Integración regional")
                .choose("Países que ofrecen", "México")
                .choose("Países que aprenden", "Chile")
                .publish("Realizado");
        assertThat(coordinator.locator("h1")).containsText("Seminario de estrategia");
    }

    private void recordAdoption() {
        new RegisterForm(coordinator, "register/adoption/new")
                .choose("Buena práctica", "Programa Especial")
                .choose("País que ofrece", "México")
                .choose("Institución", "Ministerio del Medio Ambiente")
                .type("Desde", "2026-10")
                .select("Estado", "Adoptada")
                .type("Código", "CL-PROGRAMA")
                .publish("Acordada en el seminario");
        assertThat(coordinator.locator("h1")).containsText("Chile");
    }

    private void seeBothInMatrix() {
        open(anyone, "cooperation");
        assertThat(learnt()).containsText("Seminario de estrategia, Santiago");
        assertThat(learnt())
                .containsText("Adoptada: Programa Especial de Producción y Consumo Sustentable (MMA, desde oct 2026)");
        Chromium.keep(anyone, "exchange-1-matrix");
    }

    /** A page that is opened once the figures have followed has the figure, and where it is from. */
    private void seeItCounted() {
        for (int second = 0; second < LONGEST_WAIT && counted().count() == 0; second++) {
            anyone.waitForTimeout(1_000);
            open(anyone, "cooperation");
        }
        Locator figure = counted().locator("button");
        assertThat(figure).hasText("1");
        figure.click();
        Locator drawer = anyone.locator(".drawer");
        assertThat(drawer).containsText("Programa Especial");
        Chromium.keep(anyone, "exchange-2-counted");
        drawer.locator("a[href$='register/adoption/CL-PROGRAMA']").first().click();
        assertThat(anyone.locator("h1")).containsText("Programa Especial");
    }

    private void seeThePast() {
        open(anyone, "cooperation?year=2015");
        assertThat(learnt()).not().containsText("Adoptada");
    }

    private Locator learnt() {
        return anyone.locator(".learn td[data-label='Chile aprende de México']");
    }

    /** Chile's practices taken over. */
    private Locator counted() {
        return anyone.locator(".counted article")
                .filter(new Locator.FilterOptions().setHasText("COO-02"))
                .locator("li")
                .filter(new Locator.FilterOptions().setHasText("Chile"));
    }
}
