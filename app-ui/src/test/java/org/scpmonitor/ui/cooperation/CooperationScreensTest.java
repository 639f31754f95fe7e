package org.scpmonitor.ui.cooperation;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scpmonitor.register.DemoRegister;
import org.scpmonitor.running.OwnDatabase;
import org.scpmonitor.running.ScreenTest;
import org.scpmonitor.running.Statements;
import org.scpmonitor.world.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The cooperation and the status quo, as the demonstration's register tells them. */
@ScreenTest
class CooperationScreensTest extends SpringBrowserlessTest {
    private static final TestDatabase DATABASE = TestDatabase.create();

    @Autowired
    private DSLContext dsl;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) throws IOException {
        OwnDatabase.set(settings, DATABASE);
    }

    @BeforeAll
    static void load() {
        DemoRegister.load(DATABASE);
    }

    @Test
    void the_cooperation_tells_the_brochure() {
        open("cooperation");
        assertThat(text())
                .contains("oct 2014 – 2016", "1.049.000 EUR", "300.000 (28,6 %)", "749.000 (71,4 %)")
                .contains("sin desglosar en la fuente")
                .contains("AGCID", "SEMARNAT", "MINCIT", "MINAM", "BMZ", "GIZ")
                .contains("Conferencia del PNUMA, Lima", "jun 2013")
                .contains("24 participantes de 5 instituciones, 13 mujeres")
                .contains("Ley 20.416, art. 10", "DS 009-2009-MINAM", "De 2,7 % (2009) a 10,5 % (2011)")
                .contains("Por cada EUR de Alemania, los demás ponen 2,50 EUR: 749.000 entre 300.000")
                .contains("1 EUR = 3,53 PEN, 2015")
                .contains("sin tipo de cambio");
    }

    @Test
    void what_was_taken_over_stands_in_the_matrix_from_its_year_on() {
        open("cooperation?year=2015");
        assertThat(text())
                .contains("Adoptada: Acuerdos de producción limpia (MINCIT, desde nov 2015)")
                .doesNotContain("Adoptada: Programa Especial");
        open("cooperation/TRI-AP?year=2016");
        assertThat(text()).contains("Adoptada: Programa Especial");
    }

    @Test
    void readers_are_not_asked_to_write() {
        open("cooperation");
        assertThat(text()).doesNotContain("Registrar");
    }

    @Test
    void the_status_quo_compares_rounds() {
        open("status-quo?instrument=SQ-3");
        assertThat(text())
                .contains("44,7", "62,3", "+17,7 puntos desde la línea base")
                .contains("2 de 4 respondidas", "Evidencia: Un acuerdo firmado en 2015.");
    }

    @Test
    void the_status_quo_is_taken_along_with_scores_and_answers() throws IOException {
        open("status-quo?instrument=SQ-3");
        Anchor csv = find(Anchor.class).all().stream()
                .filter(each -> each.getElement().hasAttribute("download"))
                .findFirst()
                .orElseThrow();
        var out = new ByteArrayOutputStream();
        test(csv).download(out);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("CO-2015,Colombia,2015-06,Sí,ilustrativo,Producción sostenible,44.66")
                .contains("P2,¿Hay acuerdos de producción limpia entre el sector público y el privado?,no,")
                .contains("status-quo?instrument=SQ-3&asOf=");
    }

    @Test
    void the_questionnaires_of_the_sustainable_development_goals_are_ready() {
        open("status-quo?instrument=ODS-12.7.1");
        assertThat(text()).contains("A × (B + C + D + E + F)", "condición de las demás", "46,0");
        open("status-quo?instrument=ODS-12.1.1");
        assertThat(text()).contains("SG_SCP_*", "Alemania", "sin respuesta");
    }

    @ParameterizedTest
    @CsvSource({
        "es,¿Hay una política,no,22 %,1 de 4,en parte",
        "en,Is there a national policy,no,22 %,1 of 4,partly",
        "de,Gibt es eine nationale Politik,nein,22 %,1 von 4,teilweise"
    })
    void a_surveys_page_asks_in_the_readers_language_and_says_what_its_answers_mean(
            String language, String question, String no, String percent, String scale, String partly) {
        open("register/survey/CO-2015", Locale.of(language));
        assertThat(text()).contains(question, no, percent, scale, partly).doesNotContain("yes_partly_no");
    }

    @ParameterizedTest
    @CsvSource({"en,Who learns what from whom,Not stated", "de,Wer lernt was von wem,Ohne Angabe"})
    void speaks_the_readers_language(String language, String heading, String unstated) {
        open("cooperation", Locale.of(language));
        assertThat(text()).contains(heading, unstated);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cooperation", "status-quo?instrument=SQ-3", "register/survey/CO-2015"})
    void costs_at_most_three_statements(String address) {
        open(address);
        String again = address + (address.contains("?") ? "&" : "?") + "year=2015";
        assertThat(Statements.of(dsl).duringHere(() -> open(again))).isBetween(1, 3);
    }

    private static void open(String address) {
        open(address, Locale.of("es", "CL"));
    }

    private static void open(String address, Locale locale) {
        String[] parts = address.split("\\?", 2);
        VaadinSession.getCurrent().setLocale(locale);
        UI.getCurrent().setLocale(locale);
        UI.getCurrent()
                .navigate(parts[0], parts.length == 1 ? QueryParameters.empty() : QueryParameters.fromString(parts[1]));
    }

    private String text() {
        return find(Main.class).single().getElement().getTextRecursively().replace('\u00a0', ' ');
    }
}
