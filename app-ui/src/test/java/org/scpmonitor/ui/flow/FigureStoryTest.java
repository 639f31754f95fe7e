package org.scpmonitor.ui.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scpmonitor.batch.intake.Intake;
import org.scpmonitor.batch.schedule.Runner;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.calendar.Periodicity;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.progress.IndicatorProgress;
import org.scpmonitor.progress.ProgressQueries;
import org.scpmonitor.progress.ProgressQuestion;
import org.scpmonitor.submission.SubmissionState.Action;
import org.scpmonitor.submission.Submissions;
import org.scpmonitor.submission.Upload;
import org.scpmonitor.ui.progress.SharedProgress;

/** What is said of a figure is written where it stands, and a page that is open follows its figures. */
class FigureStoryTest {
    private static Screens screens;

    @BeforeAll
    static void start() throws IOException {
        screens = new Screens();
        screens.world()
                .institution("CL-A")
                .institution("CL-B")
                .indicator("CO2", "t", 12, "sum", "sum")
                .indicator("WAS", "t", 12, "sum", "sum")
                .baseline("CO2", "2020")
                .target("CO2", "2030", "60");
        screens.database()
                .sql()
                .execute("update programme_indicator set responsible_institution_id ="
                        + " (select id from institution where code = 'CL-A')");
        approve("CL-A", "CL-A,CO2,2020,100,t\nCL-A,CO2,2022,95,t\nCL-A,WAS,2022,7,t\n");
    }

    @AfterAll
    static void stop() throws IOException {
        screens.close();
    }

    @Test
    void the_institution_that_is_responsible_says_and_changes_what_a_figure_means() {
        Person reporter = screens.as("reporter.CL-A").opens("indicators/WAS");
        assertThat(reporter.sees()).contains("Nadie ha comentado aún la cifra de 2022");
        reporter.clicks("Comentar esta cifra")
                .enters("Texto para 2022", "Menos residuos por la obra terminada.")
                .clicks("Guardar");
        assertThat(reporter.sees())
                .contains("Menos residuos por la obra terminada.", "Cambiar")
                .doesNotContain("Guardar", "Versiones");

        reporter.clicks("Cambiar")
                .enters("Texto para 2022", "Menos residuos: terminó la obra.")
                .clicks("Guardar");
        assertThat(reporter.sees())
                .contains("Menos residuos: terminó la obra.", "Versiones")
                .doesNotContain("por la obra terminada");

        Person other = screens.as("reporter.CL-B").opens("indicators/WAS");
        assertThat(other.sees())
                .contains("Menos residuos: terminó la obra.")
                .doesNotContain("Cambiar", "Comentar otro periodo");
    }

    @Test
    void a_figure_that_somebody_approves_changes_the_page_that_another_has_open() throws IOException {
        Person reader = screens.as("coordinator.CL").opens("indicators/CO2");

        assertThat(reader.sees()).contains("95,0").doesNotContain("82,5");
        approve("CL-A", "CL-A,CO2,2023,82.5,t\n");
        reader.waitsUntil(() -> reader.sees().contains("82,5"));

        assertThat(reader.sees()).contains("De 100,0 (2020) a 82,5");
    }

    @Test
    void what_many_ask_is_read_again_once_for_all_and_only_where_it_differs() throws IOException {
        SharedProgress shared = screens.part(SharedProgress.class);
        ProgressQueries read = screens.part(ProgressQueries.class);
        ProgressQuestion all = ProgressQuestion.at(AsOf.NOW);
        List<ProgressQuestion> questions = List.of(
                all,
                all.ofProgramme("CL-P"),
                all.ofHeadlines(),
                all.ofCountries(List.of("CL")),
                all.ofIndicators(List.of("CO2")),
                all.ofIndicators(List.of("WAS")),
                all.until(ReportingPeriod.year(2021)),
                all.every(Periodicity.MONTH));
        Person reader = screens.as("coordinator.CL").opens("indicators/CO2");
        reader.waitsUntil(() -> isKept(shared, all));
        IndicatorProgress waste = shared.list(questions.get(5)).getFirst();
        questions.forEach(shared::list);

        approve("CL-A", "CL-A,CO2,2021,97,t\n");
        reader.waitsUntil(
                () -> questions.stream().allMatch(each -> shared.list(each).equals(read.list(each))));

        assertThat(shared.list(questions.get(6))
                        .getFirst()
                        .latest()
                        .orElseThrow()
                        .value())
                .isEqualByComparingTo("97");
        assertThat(shared.list(questions.get(5)).getFirst()).isSameAs(waste);
    }

    private static boolean isKept(SharedProgress shared, ProgressQuestion question) {
        List<IndicatorProgress> first = shared.list(question);
        return shared.list(question) == first;
    }

    private static void approve(String institution, String values) throws IOException {
        byte[] file = ("institution,indicator,period,value,unit\n" + values).getBytes(StandardCharsets.UTF_8);
        String reporter = "reporter." + institution;
        long submission = screens.part(Intake.class)
                .receive(new Upload(institution, reporter, "values.csv"), new ByteArrayInputStream(file))
                .submission();
        screens.part(Runner.class).work(submission);
        screens.part(Submissions.class).act(submission, Action.SUBMIT, reporter, "");
        screens.part(Submissions.class).act(submission, Action.APPROVE, "manager", "");
        screens.part(Runner.class).work(submission);
    }
}
