package org.scpmonitor.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.board.Boards.Pinning;
import org.scpmonitor.world.TestDatabase;

class BoardsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    private static TestDatabase database;
    private static Viewer ana;
    private static Viewer ben;
    private static Boards boards;

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
        boards = new Boards(database.sql(), CLOCK);
        ana = account("ana");
        ben = account("ben");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void clear() {
        database.sql().execute("delete from pin");
    }

    @Test
    void charts_stand_in_the_order_in_which_they_were_pinned_until_they_are_arranged() {
        pin("a", "b", "c");
        assertThat(board(ana)).containsExactly("a", "b", "c");
        List<Long> ids = boards.list(ana).stream().map(PinnedChart::id).toList();
        boards.arrange(ana, ids.reversed());
        assertThat(board(ana)).containsExactly("c", "b", "a");
    }

    @Test
    void the_same_chart_is_pinned_once() {
        pin("a");
        assertThat(boards.pin(ana, PinKind.TRAJECTORY, "a")).isEqualTo(Pinning.THERE_ALREADY);
        assertThat(boards.pin(ana, PinKind.MAP, "a")).isEqualTo(Pinning.PINNED);
    }

    @Test
    void a_full_board_takes_no_more() {
        IntStream.range(0, Boards.MOST).forEach(each -> pin("q" + each));
        assertThat(boards.pin(ana, PinKind.TRAJECTORY, "one more")).isEqualTo(Pinning.FULL);
    }

    @Test
    void what_is_removed_can_be_put_back_where_it_was() {
        pin("a", "b", "c");
        long second = boards.list(ana).get(1).id();
        boards.remove(ana, second);
        assertThat(board(ana)).containsExactly("a", "c");
        boards.restore(ana, second);
        assertThat(board(ana)).containsExactly("a", "b", "c");
    }

    @Test
    void what_was_removed_can_be_pinned_anew() {
        pin("a", "b");
        boards.remove(ana, boards.list(ana).getFirst().id());
        pin("a");
        assertThat(board(ana)).containsExactly("b", "a");
    }

    @Test
    void nobody_touches_another_ones_board() {
        pin("a", "b");
        List<PinnedChart> before = boards.list(ana);
        long first = before.getFirst().id();
        boards.rename(ben, first, "mine");
        boards.widen(ben, first, true);
        boards.remove(ben, first);
        boards.arrange(ben, before.stream().map(PinnedChart::id).toList().reversed());
        assertThat(boards.list(ana)).isEqualTo(before);
        assertThat(board(ben)).isEmpty();
    }

    @Test
    void a_chart_is_called_and_sized_as_its_owner_wants() {
        pin("a");
        long id = boards.list(ana).getFirst().id();
        boards.rename(ana, id, "Residuos");
        boards.widen(ana, id, true);
        assertThat(boards.list(ana)).containsExactly(new PinnedChart(id, PinKind.TRAJECTORY, "a", "Residuos", true));
    }

    private void pin(String... queries) {
        for (String query : queries) {
            assertThat(boards.pin(ana, PinKind.TRAJECTORY, query)).isEqualTo(Pinning.PINNED);
        }
    }

    private List<String> board(Viewer viewer) {
        return boards.list(viewer).stream().map(PinnedChart::query).toList();
    }

    private static Viewer account(String name) {
        int id = database.sql()
                .fetchSingle(
                        "insert into app_user (username, password_hash, display_name) values (?, '', ?) returning id",
                        name,
                        name)
                .get(0, Integer.class);
        return new Viewer(id, name, name, Locale.of("es"), Set.of());
    }
}
