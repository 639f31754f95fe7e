package org.scpmonitor.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.scpmonitor.schema.Tables.ENTRY_TALLY;
import static org.scpmonitor.schema.Tables.KNOWLEDGE;
import static org.scpmonitor.schema.Tables.REBUILD_REQUEST;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scpmonitor.access.Grant;
import org.scpmonitor.access.Role;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.entry.Flaw;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.entry.Topic;
import org.scpmonitor.register.EntryEdits.Outcome;
import org.scpmonitor.register.EntryEdits.Wanted;
import org.scpmonitor.world.TestDatabase;
import org.scpmonitor.world.World;

class EntryEditsTest {
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final Viewer MANAGER = viewer("manager", Grant.everywhere(Role.MANAGER));
    private static final Viewer COORDINATOR_CL = viewer("coordinator.CL", Grant.inCountry(Role.COORDINATOR, "CL"));
    private static final Viewer COORDINATOR_PE = viewer("coordinator.PE", Grant.inCountry(Role.COORDINATOR, "PE"));
    private static final Outcome PUBLISHED = new Outcome.Published(1);

    private final Entries entries = RegisterForTests.entries(DATABASE.sql());
    private final EntryEdits edits = RegisterForTests.edits(DATABASE.sql());
    private final EntryDrafts drafts = RegisterForTests.drafts(DATABASE.sql());

    @BeforeAll
    static void world() {
        World.in(DATABASE)
                .institution("CL-A")
                .institution("CL-B")
                .indicator("TRAINED", "1", 12, "sum", "last")
                .formula("TRAINED", "tally(officials_trained)");
    }

    @BeforeEach
    void emptyRegister() {
        RegisterForTests.empty(DATABASE.sql());
        DATABASE.sql().execute("delete from rebuild_reach");
        DATABASE.sql().execute("delete from rebuild_request");
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void a_change_is_another_version_and_the_past_stays_readable() {
        assertThat(edits.publish(MANAGER, topic("Compras"), "folleto")).isEqualTo(PUBLISHED);
        Instant before = entries.find(Kind.TOPIC, "T", AsOf.NOW).orElseThrow().knownFrom();
        assertThat(edits.publish(MANAGER, topic("Compras públicas"), "más claro"))
                .isEqualTo(PUBLISHED);
        assertThat(titles(AsOf.NOW)).containsExactly("Compras públicas");
        assertThat(titles(new AsOf(before))).containsExactly("Compras");
        assertThat(entries.history(Kind.TOPIC, "T", AsOf.NOW))
                .extracting(Entry::version, Entry::reason)
                .containsExactly(tuple(2, "más claro"), tuple(1, "folleto"));
    }

    @Test
    void what_stands_just_so_stays_as_it_is() {
        edits.publish(MANAGER, topic("Compras"), "");
        assertThat(edits.publish(MANAGER, topic("Compras"), "")).isEqualTo(new Outcome.Published(0));
    }

    @Test
    void whoever_overlooked_another_change_is_told() {
        edits.publish(MANAGER, topic("Compras"), "");
        edits.publish(MANAGER, topic("Compras públicas"), "");
        assertThat(edits.publish(
                        MANAGER, new Wanted(Kind.TOPIC, "T", topic("Otra").tree(), false, "", 1), ""))
                .isEqualTo(new Outcome.ChangedMeanwhile(0, 2));
        assertThat(titles(AsOf.NOW)).containsExactly("Compras públicas");
    }

    @Test
    void entries_that_name_each_other_come_together_or_not_at_all() {
        List<Wanted> both = List.of(practice("Acuerdos limpios", "T"), topic("Producción"));
        assertThat(edits.publish(MANAGER, both, "", null)).isEqualTo(new Outcome.Published(2));
        List<Wanted> wrong = List.of(topic("Nada"), practice("Otra", "NOPE"));
        assertThat(edits.publish(MANAGER, wrong, "", null))
                .isEqualTo(new Outcome.Flawed(Map.of(1, List.of(Flaw.at("topic", Flaw.Code.NOT_FOUND, "NOPE")))));
        assertThat(titles(AsOf.NOW)).containsExactly("Producción");
    }

    @Test
    void what_another_names_can_not_be_taken_back_before_it() {
        edits.publish(MANAGER, List.of(practice("Acuerdos limpios", "T"), topic("Producción")), "", null);
        assertThat(edits.withdraw(MANAGER, Kind.TOPIC, "T", "")).isInstanceOf(Outcome.StillNamed.class);
        assertThat(edits.withdraw(MANAGER, Kind.PRACTICE, "P", "falsa")).isEqualTo(PUBLISHED);
        assertThat(edits.withdraw(MANAGER, Kind.TOPIC, "T", "")).isEqualTo(PUBLISHED);
        assertThat(titles(AsOf.NOW)).isEmpty();
        assertThat(entries.history(Kind.TOPIC, "T", AsOf.NOW)).hasSize(2);
        assertThat(edits.publish(MANAGER, topic("Producción"), "sí era")).isEqualTo(PUBLISHED);
        assertThat(titles(AsOf.NOW)).containsExactly("Producción");
    }

    @Test
    void titles_follow_the_names_that_they_are_made_of() {
        edits.publish(MANAGER, List.of(practice("Acuerdos", "T"), topic("Producción"), adoption()), "", null);
        edits.publish(MANAGER, practice("Acuerdos de producción limpia", "T"), "");
        assertThat(entries.find(Kind.ADOPTION, "A", AsOf.NOW)
                        .orElseThrow()
                        .title()
                        .in(Locale.ENGLISH))
                .isEqualTo("PE takes over from CL: Acuerdos de producción limpia");
    }

    @Test
    void coordinators_write_what_their_country_keeps() {
        edits.publish(MANAGER, topic("Producción"), "");
        assertThat(edits.publish(COORDINATOR_CL, topic("Mía"), "")).isEqualTo(new Outcome.OutOfScope(0));
        assertThat(edits.publish(COORDINATOR_PE, practice("Ajena", "T"), "")).isEqualTo(new Outcome.OutOfScope(0));
        assertThat(edits.publish(COORDINATOR_CL, practice("Propia", "T"), "")).isEqualTo(PUBLISHED);
        assertThat(edits.publish(Viewer.PUBLIC, practice("Nadie", "T"), "")).isEqualTo(new Outcome.OutOfScope(0));
        Wanted moved = wanted(Kind.PRACTICE, "P", with(practice("Robada", "T").tree(), "country", "PE"));
        assertThat(edits.publish(COORDINATOR_PE, moved, "")).isEqualTo(new Outcome.OutOfScope(0));
        assertThat(edits.withdraw(COORDINATOR_PE, Kind.PRACTICE, "P", "")).isEqualTo(new Outcome.OutOfScope(0));
    }

    @Test
    void who_reports_drafts_and_proposes_and_the_coordinator_publishes() {
        edits.publish(MANAGER, topic("Producción"), "");
        int institution = DATABASE.sql()
                .fetchSingle("select id from institution where code = 'CL-A'")
                .get(0, Integer.class);
        Viewer reporter = viewer("reporter.CL-A", Grant.atInstitution(Role.REPORTER, institution, "CL-A"));
        Wanted wanted = practice("Borrador", "T");
        assertThat(drafts.keep(reporter, wanted, true)).isTrue();
        assertThat(edits.publish(reporter, wanted, "")).isEqualTo(new Outcome.OutOfScope(0));
        assertThat(drafts.list(COORDINATOR_PE, null)).isEmpty();
        assertThat(drafts.discard(COORDINATOR_PE, Kind.PRACTICE, "P")).isFalse();
        assertThat(drafts.keep(COORDINATOR_PE, wanted(Kind.PRACTICE, "P", with(wanted.tree(), "country", "PE")), false))
                .isFalse();
        assertThat(drafts.list(COORDINATOR_CL, null))
                .extracting(EntryDrafts.Draft::code, EntryDrafts.Draft::proposed)
                .containsExactly(tuple("P", true));
        assertThat(edits.publish(COORDINATOR_CL, wanted, "")).isEqualTo(PUBLISHED);
        assertThat(drafts.list(COORDINATOR_CL, null)).isEmpty();
    }

    @Test
    void what_counts_is_kept_beside_the_version() {
        edits.publish(MANAGER, List.of(practice("Acuerdos", "T"), topic("Producción"), event("4", "3")), "", null);
        assertThat(tallies()).containsExactly("events_attended 1", "officials_trained 7", "women_trained 4");
    }

    @Test
    void what_changes_nothing_takes_no_moment() {
        edits.publish(MANAGER, topic("Compras"), "");
        int moments = DATABASE.sql().fetchCount(KNOWLEDGE);
        edits.publish(MANAGER, topic("Compras"), "");
        edits.publish(MANAGER, practice("Otra", "NOPE"), "");
        edits.publish(COORDINATOR_CL, topic("Mía"), "");
        edits.rehearse(MANAGER, List.of(topic("Compras públicas")));
        edits.withdraw(MANAGER, Kind.TOPIC, "NOPE", "");
        assertThat(DATABASE.sql().fetchCount(KNOWLEDGE)).isEqualTo(moments);
    }

    @Test
    void others_entries_that_stay_as_they_are_hinder_nobody() {
        Wanted theirs = wanted(Kind.PRACTICE, "X", with(practice("Otra", "T").tree(), "country", "PE"));
        edits.publish(MANAGER, List.of(topic("Compras"), theirs), "", null);
        drafts.keep(COORDINATOR_PE, wanted(Kind.PRACTICE, "X", with(theirs.tree(), "title", "Mejor")), false);
        assertThat(edits.publish(COORDINATOR_CL, List.of(theirs, practice("Mía", "T")), "", null))
                .isEqualTo(PUBLISHED);
        assertThat(drafts.list(COORDINATOR_PE, null)).hasSize(1);
    }

    @Test
    void a_rehearsal_tells_what_would_happen_and_changes_nothing() {
        assertThat(edits.rehearse(MANAGER, List.of(topic("Compras")))).isEqualTo(PUBLISHED);
        assertThat(titles(AsOf.NOW)).isEmpty();
    }

    @Test
    void indicators_that_count_are_asked_for_anew_when_what_counts_changes() {
        edits.publish(MANAGER, List.of(practice("Acuerdos", "T"), topic("Producción"), event("4", "3")), "", null);
        assertThat(asked()).containsExactly("register: practice P");
        edits.publish(MANAGER, wanted(Kind.EVENT, "E", with(event("4", "3").tree(), "title", "Curso")), "");
        assertThat(asked()).hasSize(1);
        edits.publish(MANAGER, event("4", "2"), "");
        assertThat(asked()).hasSize(2);
        edits.withdraw(MANAGER, Kind.EVENT, "E", "doble");
        assertThat(asked()).hasSize(3).last().isEqualTo("register: event E");
    }

    private static List<String> asked() {
        return DATABASE.sql()
                .selectFrom(REBUILD_REQUEST)
                .orderBy(REBUILD_REQUEST.ID)
                .fetch(REBUILD_REQUEST.CAUSE);
    }

    @Test
    void what_is_kept_has_the_shape_of_its_kind() {
        edits.publish(MANAGER, topic("Producción"), "");
        assertThat(entries.read(Set.of(Kind.TOPIC), AsOf.NOW).all(Topic.class))
                .extracting(entry -> entry.content().title().es())
                .containsExactly("Producción");
    }

    private static List<String> tallies() {
        return DATABASE.sql()
                .selectFrom(ENTRY_TALLY)
                .orderBy(ENTRY_TALLY.TALLY)
                .fetch(row -> row.getTally() + " " + row.getAmount());
    }

    private List<String> titles(AsOf asOf) {
        return entries.read(Set.of(Kind.TOPIC), asOf).all(Topic.class).stream()
                .map(entry -> entry.title().in(Locale.of("es")))
                .toList();
    }

    private static Wanted topic(String title) {
        return wanted(Kind.TOPIC, "T", Map.of("title", Map.of("es", title), "area", "production"));
    }

    private static Wanted practice(String title, String topic) {
        return wanted(
                Kind.PRACTICE,
                "P",
                Map.of(
                        "title", Map.of("es", title),
                        "country", "CL",
                        "topic", topic,
                        "problem", "p",
                        "measure", "m",
                        "result", "r"));
    }

    private static Wanted adoption() {
        return wanted(
                Kind.ADOPTION,
                "A",
                Map.of(
                        "practice", "P",
                        "giver", "CL",
                        "country", "PE",
                        "institution", "CL-B",
                        "since", "2015",
                        "status", "adopted"));
    }

    private static Wanted event(String women, String men) {
        return wanted(
                Kind.EVENT,
                "E",
                Map.of(
                        "title", "Taller",
                        "type", "workshop",
                        "begins", "2015-03",
                        "participants",
                                List.of(Map.of("institution", "CL-A", "women", women, "men", men, "unstated", "0"))));
    }

    private static Wanted wanted(Kind kind, String code, Map<String, ?> tree) {
        return new Wanted(kind, code, tree, false, "", null);
    }

    private static Map<String, ?> with(Map<String, ?> tree, String field, String value) {
        Map<String, Object> other = new HashMap<>(tree);
        other.put(field, value);
        return other;
    }

    private static Viewer viewer(String name, Grant grant) {
        return new Viewer(1, name, name, Locale.of("es"), Set.of(grant));
    }
}
