package org.scpmonitor.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scpmonitor.access.AuditTrail;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.world.TestDatabase;

class BoardLinksTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static TestDatabase database;
    private static Viewer ana;
    private static Viewer ben;

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
        ana = account("ana");
        ben = account("ben");
        new Boards(database.sql(), at(NOON)).pin(ana, PinKind.MAP, "indicator=GHG-01");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void whoever_has_the_secret_reads_the_board() {
        String secret = links(NOON).make(ana, null);
        assertThat(links(NOON.plus(Duration.ofDays(1000))).find(secret))
                .get()
                .satisfies(board -> assertThat(board.owner()).isEqualTo("ana"))
                .satisfies(board -> assertThat(board.charts())
                        .singleElement()
                        .satisfies(chart -> assertThat(chart.query()).isEqualTo("indicator=GHG-01")));
        assertThat(links(NOON).find(secret + "x")).isEmpty();
        assertThat(links(NOON).find("")).isEmpty();
    }

    @Test
    void the_secret_itself_is_kept_nowhere() {
        String secret = links(NOON).make(ana, null);
        assertThat(database.sql().fetch("select l::text from board_link l").formatCSV())
                .doesNotContain(secret);
    }

    @Test
    void a_link_ends_when_it_expires() {
        String secret = links(NOON).make(ana, Duration.ofDays(7));
        assertThat(links(NOON.plus(Duration.ofDays(6))).find(secret)).isPresent();
        assertThat(links(NOON.plus(Duration.ofDays(7))).find(secret)).isEmpty();
    }

    @Test
    void its_owner_alone_revokes_it() {
        String secret = links(NOON).make(ana, null);
        int link = links(NOON).list(ana).getFirst().id();
        links(NOON).revoke(ben, link);
        assertThat(links(NOON).find(secret)).isPresent();
        links(NOON).revoke(ana, link);
        assertThat(links(NOON).find(secret)).isEmpty();
        assertThat(links(NOON).list(ana)).noneMatch(each -> each.id() == link);
    }

    @Test
    void nothing_is_shown_of_an_account_that_was_disabled() {
        Viewer gone = account("gone");
        String secret = links(NOON).make(gone, null);
        database.sql().execute("update app_user set enabled = false where username = 'gone'");
        assertThat(links(NOON).find(secret)).isEmpty();
    }

    private static BoardLinks links(Instant now) {
        return new BoardLinks(
                database.sql(), new Boards(database.sql(), at(now)), new AuditTrail(database.sql(), at(now)), at(now));
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
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
