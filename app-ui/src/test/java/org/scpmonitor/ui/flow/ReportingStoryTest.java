package org.scpmonitor.ui.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scpmonitor.batch.schedule.Runner;
import org.scpmonitor.submission.Finding;
import org.scpmonitor.submission.FindingCode;
import org.scpmonitor.submission.Findings;

class ReportingStoryTest {

    private static final String HEADER = "institución;indicador;periodo;valor;unidad\n";

    private static Screens screens;

    @BeforeAll
    static void start() {
        screens = new Screens();
        screens.administrator("admin")
                .world()
                .institution("CL-A")
                .institution("CL-B")
                .institution("CL-C")
                .institution("CL-D")
                .institution("CL-E")
                .institution("CL-F")
                .institution("CL-G")
                .institution("PE-A")
                .indicator("WAS", "t", 12, "sum", "sum")
                .expert("expert");
    }

    @AfterAll
    static void stop() throws IOException {
        screens.close();
    }

    private static String row(String institution, String value) {
        return HEADER + institution + ";WAS;2023;" + value + ";t\n";
    }

    @Test
    void from_a_broken_file_to_a_changed_figure() {
        Person reporter = screens.as("reporter.CL-A").opens("report");
        assertThat(reporter.sees()).contains("CL-A").contains("Subir un archivo");
        reporter.sends("residuos.csv", HEADER + "CL-A;WAS;2023;doce;t\nCL-A;WAS;2022;5;bushel\n");
        assertThat(reporter.sees()).contains("Espera su turno").contains("residuos.csv");

        reporter.waitsForTheWork();
        assertThat(reporter.sees()).contains("2 errores").contains("Subir el archivo corregido");
        assertThat(reporter.rows("Hallazgos"))
                .satisfiesExactlyInAnyOrder(
                        row -> assertThat(row).startsWith("Error | D2 | doce").contains("número"),
                        row -> assertThat(row).startsWith("Error | E3 | bushel").contains("unidad"));
        assertThat(reporter.buttonTexts()).doesNotContain("Enviar a revisión");

        reporter.sends("residuos.csv", HEADER + "CL-A;WAS;2023;12;t\nCL-A;WAS;2022;5;t\n")
                .waitsForTheWork();
        assertThat(reporter.sees())
                .contains("Revisión 2")
                .contains("Puede enviarlo")
                .contains("2 filas leídas");
        reporter.clicks("Enviar a revisión");
        assertThat(reporter.sees()).contains("Enviada");
        long submission = reporter.submission();

        Person stranger = screens.as("reporter.CL-B").opens("report");
        assertThat(stranger.rows("Entregas")).noneMatch(row -> row.contains("CL-A"));
        assertThat(stranger.opens("report/" + submission).sees()).doesNotContain("residuos.csv");
        Person abroad = screens.as("coordinator.PE").opens("review");
        assertThat(abroad.sees()).doesNotContain("residuos.csv");
        assertThat(abroad.opens("review/" + submission).sees()).doesNotContain("residuos.csv");

        Person coordinator = screens.as("coordinator.CL").opens("review");
        assertThat(coordinator.sees()).contains("residuos.csv");
        coordinator.opens("review/" + submission);
        assertThat(coordinator.sees()).contains("Cambian 0").contains("Nuevos 2");
        assertThat(coordinator.rows("Qué cambia"))
                .satisfiesExactly(
                        row -> assertThat(row).contains("WAS").contains("2023").contains("12"),
                        row -> assertThat(row).contains("WAS").contains("2022").contains("5"));
        coordinator.clicks("Aprobar revisión 2").confirms();
        assertThat(coordinator.sees()).contains("Aprobada").contains("Qué pasó después");
        coordinator.waitsForTheWork();
        assertThat(coordinator.sees()).contains("CL-P · WAS").contains("2 cifras");
    }

    @Test
    void two_people_decide_and_one_value_is_left_out() {
        screens.world().secondApproval("expert");
        try {
            Person reporter = screens.as("reporter.CL-F")
                    .opens("report")
                    .sends("f.csv", row("CL-F", "10") + "CL-F;WAS;2024;11;t\n");
            reporter.waitsForTheWork().clicks("Enviar a revisión");
            long submission = reporter.submission();
            screens.part(Runner.class).work(submission);

            Person coordinator = screens.as("coordinator.CL").opens("review/" + submission);
            assertThat(coordinator.sees())
                    .contains("Primera aprobación")
                    .contains("Segunda aprobación")
                    .contains("Cambiarían 2 cifras de programas");
            coordinator.marks("Qué cambia", 1).clicks("Aprobar sin 1 valor");
            coordinator.fills("Motivo o comentario para D3", "falta el anexo").clicks("Aprobar sin 1 valor");
            coordinator.confirms();
            assertThat(coordinator.sees())
                    .contains("La primera aprobación es suya")
                    .contains("falta el anexo");
            assertThat(screens.as("coordinator.CL").opens("notices").sees()).contains("f.csv");

            Person expert = screens.as("expert").opens("notices");
            assertThat(expert.sees()).contains("f.csv, revisión 1, espera su decisión (aprobación 2 de 2)");
            expert.opens("review/" + submission)
                    .clicks("Aprobar revisión 1")
                    .confirms()
                    .waitsForTheWork();
            assertThat(expert.sees()).contains("CL-P · WAS").contains("1 cifra");
            assertThat(reporter.opens("notices").sees()).contains("apartó valores: 1");
            assertThat(reporter.opens("report/" + submission).sees())
                    .contains("Apartado")
                    .contains("falta el anexo")
                    .contains("Pedir una revisión");
            reporter.fills("Motivo", "llegó el anexo").clicks("Pedir una revisión");
            assertThat(reporter.sees()).contains("Se pidió una revisión").contains("Subir el archivo corregido");
        } finally {
            screens.world().secondApproval(null);
        }
    }

    @Test
    void what_changes_stands_beside_what_is_known() {
        Person reporter = screens.as("reporter.CL-B").opens("report").sends("b.csv", row("CL-B", "10"));
        reporter.waitsForTheWork().clicks("Enviar a revisión");
        Person manager = screens.as("manager").opens("review/" + reporter.submission());
        manager.clicks("Aprobar revisión 1").confirms().waitsForTheWork();
        reporter.opens("report")
                .sends("b.csv", row("CL-B", "12,5"))
                .waitsForTheWork()
                .clicks("Enviar a revisión");
        screens.part(Runner.class).work(reporter.submission());
        assertThat(manager.opens("review?country=PE&by=effect").sees()).doesNotContain("b.csv");
        assertThat(manager.opens("review?country=CL&programme=CL-P").sees())
                .contains("b.csv")
                .containsPattern("WAS +[0-9.,]+ → [0-9.,]+ t");
        manager.opens("review/" + reporter.submission());
        assertThat(manager.sees()).contains("Cambian 1").contains("Nuevos 0");
        assertThat(manager.rows("Qué cambia"))
                .singleElement()
                .satisfies(row -> assertThat(row).contains("| 10 | 12,5 | +25,0\u00a0% |"));

        manager.clicks("Devolver");
        assertThat(manager.sees()).contains("Enviada");
        manager.writes("D2 no cuadra con el anexo").clicks("Devolver");
        assertThat(manager.sees()).contains("Devuelta");
        assertThat(reporter.opens("report/" + reporter.submission()).sees())
                .contains("D2 no cuadra con el anexo")
                .contains("Subir el archivo corregido");

        reporter.sends("b.csv", HEADER + "CL-B;WAS;2023;15;t\nCL-B;WAS;2022;3;t\n")
                .waitsForTheWork();
        assertThat(reporter.sees())
                .contains("Cambian 1")
                .contains("Agregados 1")
                .contains("Ya no están 0")
                .contains("Iguales 0")
                .contains("Historial de revisiones")
                .contains("Se emite al enviar");
        assertThat(reporter.rows("Diferencia con la revisión anterior"))
                .singleElement()
                .satisfies(row -> assertThat(row).contains("| 12,5 | 15 | +20,0\u00a0% |"));
    }

    @Test
    void one_cause_that_repeats_is_told_once() {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int year = 2001; year <= 2024; year++) {
            rows.append("CL-G;WAS;").append(year).append(year < 2024 ? ";5;bushel\n" : ";doce;t\n");
        }
        Person reporter = screens.as("reporter.CL-G").opens("report").sends("g.csv", rows.toString());
        reporter.waitsForTheWork();
        assertThat(reporter.sees()).contains("24 errores").contains("23 ×").contains("1 ×");
        reporter.clicks("Ver las celdas desde E2");
        assertThat(reporter.rows("Hallazgos"))
                .hasSize(23)
                .allSatisfy(row -> assertThat(row).contains("bushel"));
    }

    @Test
    void the_same_bytes_open_the_first_submission() {
        Person reporter = screens.as("reporter.CL-C").opens("report").sends("c.csv", row("CL-C", "7"));
        long first = reporter.submission();
        reporter.opens("report").sends("otro-nombre.csv", row("CL-C", "7"));
        assertThat(reporter.submission()).isEqualTo(first);
        assertThat(reporter.sees()).contains("ya se enviaron");
    }

    @Test
    void an_ambiguous_number_is_settled_for_the_whole_file() {
        Person reporter = screens.as("reporter.CL-C").opens("report").sends("d.csv", row("CL-C", "1.234"));
        reporter.waitsForTheWork();
        long first = reporter.submission();
        assertThat(reporter.sees()).contains("1 error");
        reporter.clicksInRow("Hallazgos", 0, "Punto decimal en todo el archivo");
        assertThat(reporter.submission()).isNotEqualTo(first);
        reporter.waitsForTheWork();
        assertThat(reporter.sees()).contains("punto decimal").contains("Puede enviarlo");
    }

    @Test
    void a_trial_is_checked_and_then_sent_for_real() {
        Person reporter = screens.as("reporter.CL-D").opens("report");
        reporter.ticks("Solo probar: se revisa y no se entrega").sends("e.csv", row("CL-D", "3"));
        reporter.waitsForTheWork();
        assertThat(reporter.sees()).contains("Prueba sin errores");
        reporter.clicks("Entregar de verdad").waitsForTheWork();
        assertThat(reporter.buttonTexts()).contains("Enviar a revisión");
    }

    @Test
    void queries_are_confirmed_or_explained_before_sending() {
        Person reporter = screens.as("reporter.CL-E").opens("report").sends("f.csv", row("CL-E", "9"));
        reporter.waitsForTheWork();
        long submission = reporter.submission();
        Findings findings = screens.part(Findings.class);
        findings.add(
                submission,
                List.of(
                        Finding.onCell(FindingCode.PERCENT_CELL, "", 2, 4, "9", "900", "9"),
                        Finding.onCell(FindingCode.CUMULATIVE_FALL, "", 2, 4, "9", "10", "2022", "t")));
        findings.count(submission, Map.of(FindingCode.PERCENT_CELL, 1L, FindingCode.CUMULATIVE_FALL, 1L));
        reporter.opens("report/" + submission);
        assertThat(reporter.sees()).contains("2 consultas");
        assertThat(reporter.buttonTexts()).doesNotContain("Enviar a revisión");
        reporter.clicksInRow("Hallazgos", 0, "Confirmar");
        assertThat(reporter.sees()).contains("1 consulta");
        reporter.clicksInRow("Hallazgos", 1, "Explicar")
                .writes("Cambio de método")
                .clicks("Guardar");
        assertThat(reporter.rows("Hallazgos").getLast()).contains("«Cambio de método»");
        assertThat(reporter.buttonTexts()).contains("Enviar a revisión");
    }

    @Test
    void nobody_decides_on_their_own() {
        Person coordinator = screens.as("coordinator.PE").opens("report").sends("g.csv", row("PE-A", "2"));
        coordinator.waitsForTheWork().clicks("Enviar a revisión");
        coordinator.opens("review/" + coordinator.submission());
        assertThat(coordinator.sees()).contains("La envió usted").contains("Usted tomó parte");
        assertThat(coordinator.buttonTexts()).doesNotContain("Aprobar revisión 1", "Devolver");
    }

    @Test
    void values_lost_in_a_crash_are_read_again() {
        Person reporter = screens.as("reporter.CL-F").opens("report").sends("h.csv", row("CL-F", "4"));
        reporter.waitsForTheWork().clicks("Enviar a revisión");
        long submission = reporter.submission();
        screens.database().sql().execute("truncate staging.row_" + submission + ", staging.value_" + submission);
        Person manager = screens.as("manager").opens("review/" + submission);
        assertThat(manager.sees()).contains("se perdieron");
        assertThat(manager.buttonTexts()).doesNotContain("Aprobar revisión 1").contains("Devolver");
        manager.clicks("Leer el archivo otra vez");
        assertThat(manager.sees()).contains("Se está leyendo");
        manager.waitsForTheWork();
        assertThat(manager.sees()).contains("Nuevos 1");
        assertThat(manager.buttonTexts()).contains("Aprobar revisión 1");
    }

    @Test
    void a_received_file_can_be_cancelled() {
        Person reporter = screens.as("reporter.CL-D").opens("report").sends("i.csv", row("CL-D", "8"));
        reporter.clicks("Cancelar");
        assertThat(reporter.sees()).contains("Cancelada");
        assertThat(reporter.waitsForTheWork().sees()).contains("Cancelada");
    }

    @Test
    void a_failed_job_is_seen_and_restarted() {
        Person reporter = screens.as("reporter.CL-F").opens("report").sends("j.csv", row("CL-F", "5"));
        screens.database().sql().execute("alter table submission_file rename to gone");
        reporter.waitsForTheWork();
        screens.database().sql().execute("alter table gone rename to submission_file");
        Person operator = screens.as("admin").opens("operations");
        assertThat(operator.sees()).contains(Long.toString(reporter.submission()));
        assertThat(operator.rows("Trabajos").getFirst())
                .contains("Revisar una entrega CL-F · j.csv")
                .contains("Con error")
                .contains("Reiniciar");
        assertThat(operator.opensRow("Trabajos", 0)).contains("submission_file").contains("Leer");
        operator.clicksInRow("Trabajos", 0, "Reiniciar");
        operator.waitsUntil(() -> operator.rows("Trabajos").getFirst().contains("Terminado"));
        assertThat(operator.opensRow("Trabajos", 0)).contains("1 rows");
        reporter.listens();
        assertThat(reporter.sees()).contains("Puede enviarlo");

        operator.clicks("Recalcular todas las cifras").confirms();
        assertThat(operator.sees()).contains("El recálculo está pedido").contains("1 recálculo");
    }
}
