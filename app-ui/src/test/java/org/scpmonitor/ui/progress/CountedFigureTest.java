package org.scpmonitor.ui.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scpmonitor.ui.progress.Shown.textOf;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.VaadinSession;
import java.io.IOException;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scpmonitor.batch.schedule.Runner;
import org.scpmonitor.running.OwnDatabase;
import org.scpmonitor.running.ScreenTest;
import org.scpmonitor.ui.component.Figure;
import org.scpmonitor.ui.provenance.ProvenanceDrawer;
import org.scpmonitor.world.TestDatabase;
import org.scpmonitor.world.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A result that the register counts is a figure like any other, and leads to its entries. */
@ScreenTest
class CountedFigureTest extends SpringBrowserlessTest {
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final int BEFORE = Year.now(ZoneOffset.UTC).getValue() - 1;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) throws IOException {
        OwnDatabase.set(settings, DATABASE);
    }

    @BeforeAll
    static void count(@Autowired Runner runner) {
        World.in(DATABASE)
                .institution("CL-A")
                .institution("CL-B")
                .indicator("SIGNED", "1", 12, "sum", "last")
                .indicator("EMPTY", "1", 12, "sum", "last")
                .formula("SIGNED", "tally(agreements_signed)")
                .formula("EMPTY", "tally(practices_adopted)")
                .counted("APL", "CL-A", "agreements_signed", BEFORE + "-03-01", 2)
                .counted("TWO", "CL-B", "agreements_signed", BEFORE + "-04-01", 3);
        runner.work(Runner.ALL_FIGURES);
    }

    @Test
    void a_counted_figure_leads_to_the_entries_that_it_counts() {
        open("indicators/SIGNED");
        test(find(Figure.class).all().getFirst()).click();
        ProvenanceDrawer drawer = find(ProvenanceDrawer.class).single();

        assertThat(textOf(drawer))
                .contains("Recalculada desde lo registrado (2): 5 = 5", "Contado en el registro · aportes: 2")
                .contains("SIGNED = tally(agreements_signed)", "Acuerdos firmados: 2 · CL-A", "APL, versión 1")
                .doesNotContain("manager", "CSV");
        assertThat(anchors(drawer)).contains("register/event/APL", "register/event/TWO");
    }

    @Test
    void an_indicator_that_nothing_counts_for_yet_has_no_figure() {
        open("indicators/EMPTY");
        assertThat(find(Figure.class).all()).isEmpty();
        open("programmes/CL-P");
        assertThat(textOf((Component) getCurrentView())).contains("EMPTY", "SIGNED");
    }

    private void open(String address) {
        VaadinSession.getCurrent().setLocale(Locale.of("es", "CL"));
        UI.getCurrent().setLocale(Locale.of("es", "CL"));
        UI.getCurrent().navigate(address);
    }

    private static Stream<String> anchors(Component within) {
        return Stream.concat(
                within instanceof Anchor anchor ? Stream.of(anchor.getHref()) : Stream.empty(),
                within.getChildren().flatMap(CountedFigureTest::anchors));
    }
}
