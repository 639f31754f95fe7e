package org.scpmonitor.ui.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scpmonitor.access.Accounts;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.board.BoardLinks;
import org.scpmonitor.board.Boards;
import org.scpmonitor.board.PinKind;
import org.scpmonitor.board.PinnedChart;

/** Charts are pinned, arranged, removed and put back, and shared by a link. */
class BoardStoryTest {
    private static Screens screens;
    private static Viewer ana;

    @BeforeAll
    static void start() {
        screens = new Screens();
        screens.world()
                .institution("CL-A")
                .indicator("CO2", "t", 12, "sum", "sum")
                .baseline("CO2", "2020")
                .target("CO2", "2030", "60");
        ana = account("ana");
        account("ben");
    }

    @AfterAll
    static void stop() throws IOException {
        screens.close();
    }

    @BeforeEach
    void pin() {
        screens.database().sql().execute("delete from pin");
        boards().pin(ana, PinKind.TRAJECTORY, "programme=CL-P&indicator=CO2");
        boards().pin(ana, PinKind.OVERVIEW, "indicator=CO2");
    }

    @Test
    void what_was_pinned_stands_on_the_own_board_and_on_no_other() {
        assertThat(screens.as("ana").opens("board").sees()).contains("Mi tablero", "CO2");
        assertThat(screens.as("ben").opens("board").sees())
                .contains("Todavía no hay gráficos")
                .doesNotContain("CO2");
    }

    @Test
    void a_chart_that_is_removed_can_be_put_back() {
        Person owner = screens.as("ana").opens("board");
        owner.presses("Quitar");
        assertThat(owner.sees()).contains("se quitó del tablero");
        assertThat(queries()).containsExactly("indicator=CO2");
        owner.clicks("Deshacer");
        assertThat(owner.sees()).contains("otra vez en su lugar");
        assertThat(queries()).containsExactly("programme=CL-P&indicator=CO2", "indicator=CO2");
    }

    @Test
    void charts_change_places_and_widths() {
        Person owner = screens.as("ana").opens("board");
        owner.presses("Mover después");
        assertThat(queries()).containsExactly("indicator=CO2", "programme=CL-P&indicator=CO2");
        assertThat(owner.sees()).contains("lugar 2 de 2");
        owner.presses("Cambiar ancho");
        assertThat(boards().list(ana).getFirst().wide()).isTrue();
    }

    @Test
    void whoever_has_the_link_reads_the_board_until_it_is_revoked() {
        BoardLinks links = screens.part(BoardLinks.class);
        String secret = links.make(ana, null);
        Person reader = screens.as("ben").opens("shared/" + secret);
        assertThat(reader.sees()).contains("Tablero de ana", "CO2").doesNotContain("Quitar");
        links.revoke(ana, links.list(ana).getFirst().id());
        assertThat(reader.opens("shared/" + secret).sees())
                .contains("venció o fue revocado")
                .doesNotContain("ana", "CO2");
    }

    private static List<String> queries() {
        return boards().list(ana).stream().map(PinnedChart::query).toList();
    }

    private static Boards boards() {
        return screens.part(Boards.class);
    }

    private static Viewer account(String name) {
        return screens.part(Accounts.class)
                .create(name, name, Locale.of("es"), "", Set.of(), "test")
                .viewer();
    }
}
