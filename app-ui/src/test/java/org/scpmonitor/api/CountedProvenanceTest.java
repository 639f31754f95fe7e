package org.scpmonitor.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scpmonitor.batch.schedule.Runner;
import org.scpmonitor.running.RunningMonitor;
import org.scpmonitor.world.World;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Programs are told which entries of the register a counted figure is made of. */
class CountedProvenanceTest {
    private static final int BEFORE = Year.now(ZoneOffset.UTC).getValue() - 1;

    private static RunningMonitor monitor;

    @BeforeAll
    static void start() throws IOException {
        monitor = RunningMonitor.start();
        World.in(monitor.database())
                .institution("CL-A")
                .indicator("SIGNED", "1", 12, "sum", "last")
                .formula("SIGNED", "tally(agreements_signed)")
                .counted("APL", "CL-A", "agreements_signed", BEFORE + "-03-01", 2);
        monitor.createDemoAccounts();
        monitor.part(Runner.class).work(Runner.ALL_FIGURES);
    }

    @AfterAll
    static void stop() throws IOException {
        monitor.close();
    }

    @Test
    void a_counted_figure_names_its_entries_and_to_the_public_nobody() {
        JsonNode tree = json(monitor.anyone().get(path()).body());
        assertThat(tree.get("agrees").booleanValue()).isTrue();
        assertThat(tree.get("sources").get("total").intValue()).isZero();
        assertThat(tree.get("entries").get("total").intValue()).isEqualTo(1);
        JsonNode entry = tree.get("entries").get("items").get(0);
        assertThat(entry.get("kind").asString() + " " + entry.get("code").asString())
                .isEqualTo("event APL");
        assertThat(entry.get("tally").asString()).isEqualTo("agreements_signed");
        assertThat(entry.get("day").asString()).isEqualTo(BEFORE + "-03-01");
        assertThat(entry.get("amount").asString()).isEqualTo("2");
        assertThat(entry.get("author").asString()).isEqualTo("Quien lo registró");
        JsonNode known = json(monitor.as("reviewer").get(path()).body());
        assertThat(known.get("entries").get("items").get(0).get("author").asString())
                .isEqualTo("manager");
    }

    @Test
    void prov_derives_the_figure_from_what_entries_add() {
        JsonNode prov = json(
                monitor.anyone().get(path(), "Accept", "application/prov+json").body());
        String amount = "scp:counted-event-APL-v1-agreements_signed-CL-A-" + BEFORE + "-03-01";
        assertThat(prov.get("entity").get(amount).get("prov:value").asString()).isEqualTo("2");
        assertThat(prov.get("entity")
                        .get("scp:entry-event-APL-v1")
                        .get("prov:label")
                        .asString())
                .isEqualTo("APL es");
        assertThat(prov.get("wasDerivedFrom").toString()).contains(amount);
    }

    private static String path() {
        long figure = monitor.database()
                .sql()
                .fetchSingle(
                        "select id from actual where programme_id is not null and known_until = 'infinity'"
                                + " and period_start = ?",
                        LocalDate.of(BEFORE, 1, 1))
                .get(0, Long.class);
        return "/api/v1/provenance/" + figure;
    }

    private static JsonNode json(String body) {
        return JsonMapper.shared().readTree(body);
    }
}
