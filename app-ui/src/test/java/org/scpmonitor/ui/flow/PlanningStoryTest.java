package org.scpmonitor.ui.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scpmonitor.submission.FindingCode;
import org.scpmonitor.submission.Findings;
import org.scpmonitor.submission.SubmissionState.Action;
import org.scpmonitor.submission.Submissions;

/** Who is to report what and until when, as those who coordinate set it at their screens. */
class PlanningStoryTest {
    private static final int YEAR = LocalDate.now(ZoneOffset.UTC).getYear();
    private static final String LAST_YEAR = Integer.toString(YEAR - 1);
    private static final LocalDate BEGIN = LocalDate.of(YEAR - 1, 1, 1);

    private static Screens screens;

    @BeforeAll
    static void start() {
        screens = new Screens();
        screens.world()
                .indicator("WAS", "t", 12, "sum", "sum")
                .indicator("GAS", "t", 12, "sum", "sum")
                .institution("CL-A")
                .institution("CL-B")
                .institution("PE-A");
    }

    @AfterAll
    static void stop() throws IOException {
        screens.close();
    }

    @Test
    void a_group_is_assigned_and_its_duty_ends() {
        Person coordinator = screens.as("coordinator.CL").opens("assignments").clicks("Asignar");
        assertThat(coordinator.readsDialog()).contains("Elija al menos un indicador");
        assertThat(coordinator.buttonTexts()).doesNotContain("Crear asignaciones");
        coordinator.picks("Indicadores", "GAS").enters("Desde", BEGIN);
        assertThat(coordinator.readsDialog()).contains("2 instituciones: se crean 2 asignaciones; 0 ya existen");
        assertThat(coordinator.rows("Asignaciones")).noneMatch(row -> row.contains("GAS"));
        coordinator.clicks("Crear asignaciones");
        assertThat(coordinator.rows("Asignaciones"))
                .filteredOn(row -> row.contains("GAS"))
                .satisfiesExactly(
                        row -> assertThat(row).startsWith("CL-A").contains("Anual | Desde el"),
                        row -> assertThat(row).startsWith("CL-B"));
        Person reporter = screens.as("reporter.CL-B").opens("report");
        assertThat(reporter.sees()).contains("Informe anual " + LAST_YEAR).contains("GAS");
        assertThat(screens.as("coordinator.PE").opens("assignments").rows("Asignaciones"))
                .noneMatch(row -> row.contains("GAS"));

        int row = row(coordinator, "CL-B", "GAS");
        coordinator.clicksInRow("Asignaciones", row, "Terminar").enters("Primer día sin obligación", BEGIN);
        coordinator.clicks("Terminar ese día");
        assertThat(coordinator.rows("Asignaciones"))
                .filteredOn(each -> each.contains("GAS"))
                .singleElement()
                .satisfies(each -> assertThat(each).startsWith("CL-A"));
        assertThat(reporter.opens("report").sees()).doesNotContain("GAS");
    }

    private static int row(Person person, String... words) {
        List<String> rows = person.rows("Asignaciones");
        return IntStream.range(0, rows.size())
                .filter(row -> Stream.of(words).allMatch(rows.get(row)::contains))
                .findFirst()
                .orElseThrow(() -> new AssertionError("None of " + rows));
    }

    @Test
    void a_closed_period_opens_again_for_one_institution() {
        Person coordinator = screens.as("coordinator.CL").opens("assignments").clicks("Asignar");
        coordinator.picks("Indicadores", "WAS").enters("Desde", BEGIN).clicks("Crear asignaciones");
        coordinator.clicks("Calendario");
        assertThat(coordinator.buttonTexts()).doesNotContain("Añadir regla");

        Person manager =
                screens.as("manager").opens("assignments").clicks("Calendario").clicks("Añadir regla");
        manager.enters("Indicador", "WAS").enters("Días a tiempo", 0).enters("Días hasta el cierre", 0);
        assertThat(manager.readsDialog())
                .contains("2 pasarían a estar fuera de plazo")
                .contains("2 quedarían cerrados");
        manager.clicks("Guardar");
        assertThat(manager.rows("Calendario")).singleElement().isEqualTo("WAS | Todos los demás | 0 | 0 | Cambiar");

        Person reporter = screens.as("reporter.CL-A").opens("report");
        assertThat(reporter.sees()).contains("Cerrado");
        assertThat(refusals("CL-A")).contains(FindingCode.PERIOD_CLOSED);
        assertThat(reporter.opens("report?institution=CL-A&period=" + LAST_YEAR).buttonTexts())
                .doesNotContain("Fijar otras fechas");

        coordinator.opens("report?institution=CL-A&period=" + LAST_YEAR).clicks("Fijar otras fechas");
        coordinator.clicks("Conceder prórroga");
        assertThat(coordinator.readsDialog()).contains("Escriba el motivo");
        coordinator
                .enters("A tiempo hasta", LocalDate.of(2999, 1, 1))
                .writes("Inundación del archivo")
                .clicks("Conceder prórroga");
        assertThat(coordinator.readsDialog()).contains("El cierre no puede ser anterior");
        coordinator.enters("Cierra", LocalDate.of(2999, 2, 1)).clicks("Conceder prórroga");
        assertThat(coordinator.sees()).contains("Con prórroga").contains("2999");
        assertThat(reporter.opens("report").sees()).contains("Con prórroga").contains("2999");
        assertThat(refusals("CL-A")).doesNotContain(FindingCode.PERIOD_CLOSED);

        coordinator.opens("assignments").clicks("Prórrogas");
        assertThat(coordinator.rows("Prórrogas"))
                .singleElement()
                .satisfies(
                        row -> assertThat(row).contains("CL-A · " + LAST_YEAR).contains("Inundación del archivo"));
        coordinator.clicksInRow("Prórrogas", 0, "Retirar").confirms();
        assertThat(coordinator.rows("Prórrogas")).isEmpty();
        assertThat(refusals("CL-A")).contains(FindingCode.PERIOD_CLOSED);
    }

    /** What is told of a file of last year's waste, which is taken back. */
    private static List<FindingCode> refusals(String institution) {
        Person reporter = screens.as("reporter." + institution).opens("report");
        reporter.sends(
                        "residuos.csv",
                        "institución;indicador;periodo;valor;unidad\n" + institution + ";WAS;" + LAST_YEAR + ";12;t\n")
                .waitsForTheWork();
        long sent = reporter.submission();
        screens.part(Submissions.class).act(sent, Action.WITHDRAW, "reporter." + institution, "");
        return screens.part(Findings.class).page(sent, null, 0, 10).stream()
                .map(kept -> kept.finding().code())
                .toList();
    }
}
