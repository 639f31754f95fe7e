package org.scpmonitor.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scpmonitor.access.AuditAction;
import org.scpmonitor.access.AuditTrail;
import org.scpmonitor.running.Caller;
import org.scpmonitor.running.RunningMonitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CatalogueCallsTest {

    private static RunningMonitor monitor;
    private static String demo;

    @BeforeAll
    static void start() throws IOException {
        monitor = RunningMonitor.start("scp.demo=true");
        try (InputStream file = CatalogueCallsTest.class.getResourceAsStream("/demo/catalogue.json")) {
            demo = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        monitor.close();
    }

    @Test
    void a_catalogue_is_tried_taken_over_and_given_back() {
        var manager = monitor.as("manager");
        JsonNode tried = json(put(manager, "?dryRun", demo));
        assertThat(tried.get("dryRun").booleanValue()).isTrue();
        assertThat(tried.get("changes").size()).isGreaterThan(2_000);
        assertThat(total("/institutions")).isZero();

        JsonNode taken = json(put(manager, "", demo));
        assertThat(taken.get("changes").size()).isEqualTo(tried.get("changes").size());
        assertThat(taken.get("knownFrom").isNull()).isFalse();
        assertThat(total("/institutions")).isEqualTo(2_910);
        var last = monitor.part(AuditTrail.class).listLatest(1).getFirst();
        assertThat(last.action()).isEqualTo(AuditAction.CATALOGUE_CHANGED);
        assertThat(last.actor()).isEqualTo("manager");

        var given = manager.get("/api/v1/catalogue");
        assertThat(given.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(json(put(manager, "", given.body())).get("changes").size()).isZero();
    }

    @Test
    void a_wrong_place_is_named_with_the_mend_and_nothing_is_changed() {
        String wrong = demo.replaceFirst("\"kind\": *\"ministry\"", "\"kind\": \"club\"");
        assertThat(wrong).isNotEqualTo(demo);
        var answer = put(monitor.as("admin"), "", wrong);
        assertThat(answer.statusCode()).isEqualTo(422);
        JsonNode error = json(answer).get("errors").get(0);
        assertThat(error.get("path").asString()).startsWith("$.institutions[");
        assertThat(error.get("read").asString()).contains("club");
        assertThat(error.get("mend").asString()).isNotEmpty();
        assertThat(put(monitor.as("admin"), "", "{").statusCode()).isEqualTo(422);
        assertThat(put(monitor.as("admin"), "?dryRun=maybe", demo).statusCode()).isEqualTo(422);
    }

    @Test
    void only_managers_and_administrators_change_it() {
        assertThat(put(monitor.as("reviewer"), "", demo).statusCode()).isEqualTo(403);
        assertThat(put(monitor.anyone(), "", demo).statusCode()).isEqualTo(401);
    }

    private static HttpResponse<String> put(Caller who, String query, String body) {
        return who.call(
                "PUT",
                "/api/v1/catalogue" + query,
                BodyPublishers.ofString(body),
                "Content-Type",
                "application/json",
                "Accept-Language",
                "en");
    }

    private static int total(String path) {
        return json(monitor.anyone().get("/api/v1" + path)).get("total").intValue();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
