package org.scpmonitor.ui.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scpmonitor.provenance.ProvenanceQueries;
import org.scpmonitor.provenance.Source;

class TypingStoryTest {

    private static Screens screens;

    @BeforeAll
    static void start() {
        screens = new Screens();
        screens.world()
                .institution("CL-A")
                .institution("CL-B")
                .indicator("WAS", "t", 12, "sum", "sum")
                .indicator("GAS", "t{CO2e}", 12, "sum", "sum");
    }

    @AfterAll
    static void stop() throws IOException {
        screens.close();
    }

    @Test
    void from_a_typed_mistake_to_a_figure_that_names_the_typist() {
        Person reporter = screens.as("reporter.CL-A").opens("report/type/CL-A/2023");
        assertThat(reporter.sees()).contains("Digitar: 2023").contains("0 de 2 listos");
        assertThat(reporter.buttonTexts()).doesNotContain("Revisar y enviar", "Descartar borrador");

        reporter.types("Valor de WAS", "doce");
        assertThat(reporter.reads("Valor de WAS")).startsWith("doce | ").contains("número");
        assertThat(reporter.sees()).contains("1 error");
        reporter.types("Valor de WAS", "-12");
        assertThat(reporter.reads("Valor de WAS")).contains("negativo");
        reporter.types("Valor de WAS", "1.234");
        assertThat(reporter.reads("Valor de WAS"))
                .isEqualTo("1.234 | Se lee 1234, sin decimales. Si son decimales, escriba 1,234.");
        reporter.clicks("Deshacer");
        assertThat(reporter.reads("Valor de WAS")).startsWith("-12 | ");
        reporter.types("Valor de WAS", "12,5").chooses("Estado de GAS", "Confidencial");
        assertThat(reporter.reads("Comentario o motivo de GAS")).contains("Escriba por qué no hay valor");
        assertThat(reporter.buttonTexts()).doesNotContain("Revisar y enviar");
        reporter.types("Comentario o motivo de GAS", "Secreto estadístico");
        assertThat(reporter.sees()).contains("2 de 2 listos").contains("Borrador guardado");

        assertThat(reporter.opens("report").sees())
                .contains("Borradores digitados")
                .contains("2 valores");
        reporter.opens("report/type/CL-A/2023");
        assertThat(reporter.reads("Valor de WAS")).isEqualTo("12,5");

        reporter.clicks("Revisar y enviar").waitsForTheWork().clicks("Enviar a revisión");
        long submission = reporter.submission();
        Person manager = screens.as("manager").opens("review/" + submission);
        assertThat(manager.rows("Qué cambia"))
                .anySatisfy(row -> assertThat(row).contains("confidencial").contains("Secreto"));
        manager.writes("Falta un decimal").clicks("Devolver");

        reporter.opens("report/" + submission);
        assertThat(reporter.sees()).contains("Valores digitados en pantalla").contains("Falta un decimal");
        reporter.clicks("Editar otra vez");
        assertThat(reporter.sees()).contains("Digitar: 2023").contains("Falta un decimal");
        assertThat(reporter.reads("Valor de WAS")).isEqualTo("12,5");
        reporter.types("Valor de WAS", "12,56")
                .clicks("Revisar y enviar")
                .waitsForTheWork()
                .clicks("Enviar a revisión");
        assertThat(reporter.sees()).contains("Revisión 2");
        manager.opens("review/" + reporter.submission())
                .clicks("Aprobar revisión 2")
                .confirms()
                .waitsForTheWork();

        assertThat(manager.opens("indicators/WAS").sees()).doesNotContain("Valores que faltan");
        assertThat(manager.opens("indicators/GAS").sees())
                .contains("Valores que faltan")
                .contains("CL-A · 2023 confidencial «Secreto estadístico»");
        long figure = screens.database()
                .sql()
                .fetchSingle(
                        "select max(a.id) from actual a join indicator i on i.id = a.indicator_id where i.code = 'WAS'")
                .get(0, Long.class);
        assertThat(screens.part(ProvenanceQueries.class).listSources(figure, 0, 1))
                .singleElement()
                .satisfies(source -> {
                    assertThat(source.value()).isEqualByComparingTo("12.56");
                    assertThat(source.typed())
                            .extracting(Source.Typed::by, Source.Typed::written)
                            .isEqualTo(List.of("reporter.CL-A", "12,56"));
                });
    }

    @Test
    void whose_values_stay_is_chosen_where_two_type() {
        Person reporter = screens.as("reporter.CL-B").opens("report/type/CL-B/2023");
        Person coordinator = screens.as("coordinator.CL").opens("report/type/CL-B/2023");
        reporter.types("Valor de WAS", "1");
        coordinator.types("Valor de WAS", "2");
        assertThat(coordinator.sees())
                .contains("reporter.CL-B cambió este borrador")
                .contains("Un valor suyo");
        assertThat(coordinator.buttonTexts()).doesNotContain("Revisar y enviar");
        coordinator.clicks("Guardar los míos sobre ese borrador");
        assertThat(coordinator.sees()).doesNotContain("cambió este borrador");
        reporter.types("Valor de GAS", "3").clicks("Tomar el otro y dejar los míos");
        assertThat(reporter.reads("Valor de WAS")).isEqualTo("2");
        assertThat(reporter.reads("Valor de GAS")).isEmpty();

        coordinator.clicks("Revisar y enviar");
        reporter.types("Valor de GAS", "4");
        assertThat(reporter.sees()).contains("se envió entre tanto");
        assertThat(screens.as("reporter.CL-A").opens("report/type/CL-B/2023").sees())
                .startsWith("Aquí no hay nada");
    }
}
