package org.scpmonitor.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scpmonitor.running.Caller;
import org.scpmonitor.running.Form;
import org.scpmonitor.running.RunningMonitor;
import org.scpmonitor.world.World;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What programs do with the register. */
class EntryCallsTest {
    private static final String AT = "/api/v1/register";
    private static final String PRACTICE = "{\"content\":{\"title\":{\"es\":\"Acuerdos\"},\"country\":\"CL\","
            + "\"problem\":\"p\",\"measure\":\"m\",\"result\":\"%s\"},\"source\":\"folleto\",\"reason\":\"%s\"%s}";

    private static RunningMonitor monitor;

    @BeforeAll
    static void start() {
        monitor = RunningMonitor.start();
        World.in(monitor.database()).institution("CL-MMA").institution("PE-MINAM");
        monitor.createDemoAccounts();
    }

    @AfterAll
    static void stop() throws IOException {
        monitor.close();
    }

    @Test
    void an_entry_is_published_changed_and_taken_back_and_its_versions_stay() {
        var coordinator = monitor.as("coordinator.cl");
        assertThat(json(put(coordinator, "/practice/A?dryRun", PRACTICE.formatted("r", "", "")))
                        .get("versions")
                        .intValue())
                .isEqualTo(1);
        assertThat(monitor.anyone().get(AT + "/practice/A").statusCode()).isEqualTo(404);
        assertThat(put(coordinator, "/practice/A", PRACTICE.formatted("r", "folleto", ""))
                        .statusCode())
                .isEqualTo(200);
        assertThat(put(coordinator, "/practice/A", PRACTICE.formatted("otro", "mejor", ",\"replaces\":1"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(put(coordinator, "/practice/A", PRACTICE.formatted("tarde", "", ",\"replaces\":1"))
                        .statusCode())
                .isEqualTo(409);
        JsonNode item = json(monitor.anyone().get(AT + "/practice/A"));
        assertThat(item.get("version").intValue()).isEqualTo(2);
        assertThat(item.get("content").get("result").get("es").asString()).isEqualTo("otro");
        assertThat(item.get("author").asString()).isEmpty();
        assertThat(json(monitor.anyone().get(AT + "?kind=practice&country=CL"))
                        .get("total")
                        .intValue())
                .isPositive();
        assertThat(coordinator
                        .call("DELETE", AT + "/practice/A?reason=falsa", BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(200);
        assertThat(monitor.anyone().get(AT + "/practice/A").statusCode()).isEqualTo(404);
        JsonNode versions = json(coordinator.get(AT + "/practice/A/versions"));
        assertThat(versions.size()).isEqualTo(3);
        assertThat(versions.get(0).get("withdrawn").booleanValue()).isTrue();
        assertThat(versions.get(1).get("author").asString()).isNotEmpty();
    }

    @Test
    void what_is_wrong_is_told_at_its_field_in_the_callers_language() {
        var answer = monitor.as("manager")
                .call(
                        "PUT",
                        AT + "/event/E",
                        BodyPublishers.ofString(
                                "{\"content\":{\"title\":\"Taller\",\"type\":\"party\",\"begins\":\"hoy\"}}"),
                        "Content-Type",
                        "application/json",
                        "Accept-Language",
                        "de");
        assertThat(answer.statusCode()).isEqualTo(422);
        JsonNode errors = json(answer).get("errors");
        assertThat(errors.get(0).get("path").asString()).isEqualTo("type");
        assertThat(errors.get(1).get("code").asString()).isEqualTo("NOT_A_DATE");
        assertThat(errors.get(1).get("message").asString()).contains("kein Datum");
    }

    @Test
    void other_countries_entries_are_not_theirs() {
        assertThat(put(monitor.as("coordinator.pe"), "/practice/B", PRACTICE.formatted("r", "", ""))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_file_goes_with_an_entry_and_says_what_it_is() {
        var manager = monitor.as("manager");
        put(manager, "/practice/F", PRACTICE.formatted("r", "", ""));
        var stored = send(
                manager,
                "/practice/F/files",
                new Form().field("type", "report").field("open", "true"),
                "a.pdf",
                "%PDF-1.7 x");
        assertThat(stored.statusCode()).isEqualTo(201);
        long id = json(stored).get("id").longValue();
        assertThat(monitor.anyone().get(AT + "/practice/F/files/" + id).body()).isEqualTo("%PDF-1.7 x");
        assertThat(send(manager, "/practice/F/files", new Form().field("type", "report"), "b.pdf", "MZ")
                        .statusCode())
                .isEqualTo(415);
        assertThat(send(manager, "/practice/F/files", new Form().field("type", "novel"), "c.pdf", "%PDF-1.7 y")
                        .statusCode())
                .isEqualTo(422);
        assertThat(manager.call("DELETE", AT + "/practice/F/files/" + id, BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(204);
        assertThat(json(monitor.anyone().get(AT + "/practice/F/files")).size()).isZero();
    }

    @Test
    void a_workbook_is_taken_over_whole_or_told_by_its_cells() throws IOException {
        var manager = monitor.as("manager");
        assertThat(sendWorkbook(manager, "procurement").statusCode()).isEqualTo(200);
        assertThat(json(monitor.anyone().get(AT + "/topic/W")).get("title").asString())
                .isEqualTo("Papel");
        var wrong = sendWorkbook(manager, "paper");
        assertThat(wrong.statusCode()).isEqualTo(422);
        JsonNode error = json(wrong).get("errors").get(0);
        assertThat(error.get("sheet").asString() + "!" + error.get("cell").asString())
                .isEqualTo("topic!C2");
    }

    @Test
    void words_are_found() {
        put(monitor.as("manager"), "/practice/S", PRACTICE.formatted("ahorro de energía", "", ""));
        JsonNode found = json(monitor.anyone().get(AT + "/search?q=ahorros"));
        assertThat(found.get("items").get(0).get("code").asString()).isEqualTo("S");
        assertThat(found.get("items").get(0).get("excerpt").asString()).contains("*ahorro*");
    }

    private static HttpResponse<String> sendWorkbook(Caller who, String area) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "test", "1.0")) {
            var sheet = book.newWorksheet("topic");
            String[][] rows = {{"code", "title.es", "area"}, {"W", "Papel", area}};
            for (int i = 0; i < 2; i++) {
                for (int j = 0; j < 3; j++) {
                    sheet.value(i, j, rows[i][j]);
                }
            }
        }
        var form = new Form().field("reason", "taller").file("file", "register.xlsx", bytes.toByteArray());
        return who.call("POST", AT + "/workbook", form.body(), Form.HEADERS);
    }

    private static HttpResponse<String> send(Caller who, String path, Form form, String name, String content) {
        var whole = form.file("file", name, content.getBytes(StandardCharsets.UTF_8));
        return who.call("POST", AT + path, whole.body(), Form.HEADERS);
    }

    private static HttpResponse<String> put(Caller who, String path, String body) {
        return who.call("PUT", AT + path, BodyPublishers.ofString(body), "Content-Type", "application/json");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
