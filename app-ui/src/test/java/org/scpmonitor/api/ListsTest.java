package org.scpmonitor.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scpmonitor.batch.intake.Intake;
import org.scpmonitor.batch.schedule.Runner;
import org.scpmonitor.running.RunningMonitor;
import org.scpmonitor.running.Statements;
import org.scpmonitor.submission.SubmissionState.Action;
import org.scpmonitor.submission.Submissions;
import org.scpmonitor.submission.Upload;
import org.scpmonitor.world.World;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ListsTest {

    private static RunningMonitor monitor;

    @BeforeAll
    static void start() {
        monitor = RunningMonitor.start();
        World.in(monitor.database())
                .institution("CL-MMA")
                .institution("CL-AGCID")
                .institution("PE-MINAM")
                .indicator("W", "t", 12, "sum", "sum")
                .baseline("W", "2014")
                .target("W", "2030", "60");
        monitor.createDemoAccounts();
        approved("CL-MMA", "reporter.CL-MMA", "W,2014,100.50", "W,2023,80.125");
        approved("CL-AGCID", "reporter.CL-AGCID", "W,2014,10");
    }

    @AfterAll
    static void stop() throws IOException {
        monitor.close();
    }

    private static void approved(String institution, String sender, String... rows) {
        StringBuilder csv = new StringBuilder("institution,indicator,period,value,unit\n");
        for (String row : rows) {
            csv.append(institution).append(',').append(row).append(",t\n");
        }
        var bytes = new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8));
        long id = monitor.part(Intake.class)
                .receive(new Upload(institution, sender, institution + ".csv"), bytes)
                .submission();
        monitor.part(Runner.class).work(id);
        monitor.part(Submissions.class).act(id, Action.SUBMIT, sender, "");
        monitor.part(Submissions.class).act(id, Action.APPROVE, "manager", "");
        monitor.part(Runner.class).work(id);
    }

    @Test
    void figures_are_public_and_carry_every_digit_as_text() {
        JsonNode figures = read("/actuals?programme=CL-P&indicator=W&from=2014&to=2014");
        assertThat(figures.get("total").intValue()).isEqualTo(1);
        JsonNode figure = figures.get("items").get(0);
        assertThat(figure.get("period").asString()).isEqualTo("2014");
        assertThat(figure.get("value").isString()).isTrue();
        assertThat(figure.get("value").asString()).isEqualTo("110.50");
        assertThat(figure.get("coverage").get("reported").intValue()).isEqualTo(2);
        assertThat(figure.get("partial").booleanValue()).isFalse();
    }

    @Test
    void several_codes_are_asked_for_at_once() {
        assertThat(read("/actuals?country=CL,PE&indicator=W&indicator=W&programme=CL-P")
                        .get("total")
                        .intValue())
                .isEqualTo(2);
        var answer = monitor.anyone().get("/api/v1/actuals?country=CL,XX&indicator=W", "Accept-Language", "en");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("country", "XX");
        assertThat(monitor.anyone().get("/api/v1/actuals?indicator=").statusCode())
                .isEqualTo(422);
    }

    @Test
    void figures_take_two_statements_and_their_number_one_more() {
        var statements = Statements.of(monitor.part(DSLContext.class));
        assertThat(statements.during(() -> read("/actuals?country=CL,PE&indicator=W&programme=CL-P&periodicity=year")))
                .isEqualTo(2);
        assertThat(statements.during(() -> read("/actuals"))).isEqualTo(1);
        assertThat(statements.during(
                        () -> assertThat(read("/actuals?size=1").get("total").intValue())
                                .isGreaterThan(1)))
                .isEqualTo(2);
        assertThat(read("/actuals?size=1&page=999").get("total").intValue()).isGreaterThan(1);
    }

    @Test
    void progress_is_told_by_all_three_methods() {
        JsonNode progress = read("/progress?programme=CL-P&indicator=W&period=2023");
        assertThat(progress.get("items")
                        .valueStream()
                        .map(item -> item.get("method").asString()))
                .containsExactly("linear", "growth", "un");
        JsonNode linear = progress.get("items").get(0);
        assertThat(linear.get("baseline").get("value").asString()).isEqualTo("110.5");
        assertThat(linear.get("target").get("period").asString()).isEqualTo("2030");
        assertThat(linear.get("target").get("version").intValue()).isEqualTo(1);
        assertThat(linear.get("status").asString()).isEqualTo("ON_TRACK");
        assertThat(linear.get("reason").isNull()).isTrue();
        assertThat(read("/progress?programme=CL-P").get("total").intValue()).isEqualTo(3);
    }

    @Test
    void an_observation_names_its_cell() {
        var answer = monitor.as("reviewer").get("/api/v1/observations?institution=CL-MMA&from=2023");
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode value = json(answer.body()).get("items").get(0);
        assertThat(value.get("value").asString()).isEqualTo("80.125");
        assertThat(value.get("source").get("cell").asString()).isEqualTo("D3");
        assertThat(value.get("source").get("textRead").asString()).isEqualTo("80.125");
        assertThat(value.get("knownUntil").isNull()).isTrue();
    }

    @Test
    void observations_are_the_own_scopes() {
        assertThat(total("reporter.cl", "/observations")).isEqualTo(2);
        assertThat(total("coordinator.cl", "/observations")).isEqualTo(3);
        assertThat(total("coordinator.pe", "/observations")).isZero();
        assertThat(total("reviewer", "/observations")).isEqualTo(3);
        assertThat(monitor.as("reporter.cl")
                        .get("/api/v1/observations?institution=CL-AGCID")
                        .statusCode())
                .isEqualTo(403);
        assertThat(monitor.anyone().get("/api/v1/observations").statusCode()).isEqualTo(401);
    }

    @Test
    void a_past_moment_knows_only_what_was_known_then() {
        assertThat(read("/actuals?asOf=2020-01-01").get("total").intValue()).isZero();
        assertThat(read("/actuals?programme=CL-P&asOf=2999-12-31T00:00:00Z")
                        .get("total")
                        .intValue())
                .isEqualTo(2);
    }

    @Test
    void pages_meet_without_gap_or_overlap() {
        var all = read("/actuals?size=1000")
                .get("items")
                .valueStream()
                .map(item -> item.get("id").longValue())
                .toList();
        var byPage = IntStream.range(0, all.size())
                .mapToObj(page -> read("/actuals?size=1&page=" + page)
                        .get("items")
                        .get(0)
                        .get("id")
                        .longValue())
                .toList();
        assertThat(byPage).isEqualTo(all);
        assertThat(read("/actuals?size=1&page=" + all.size()).get("items").size())
                .isZero();
    }

    @Test
    void a_list_comes_as_csv_for_whom_asks() {
        var answer = monitor.anyone().get("/api/v1/actuals?programme=CL-P&to=2014", "Accept", "text/csv");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(answer.body().lines().toList()).hasSize(2);
        assertThat(answer.body()).startsWith("id,programme,country,indicator").contains(",2014,110.50,t,");
    }

    @Test
    void the_catalogue_is_told_in_the_callers_language() {
        assertThat(read("/programmes").get("items").get(0).get("name").asString())
                .isEqualTo("Programa");
        var german = monitor.anyone().get("/api/v1/programmes", "Accept-Language", "fr, de-CH;q=0.8");
        assertThat(json(german.body()).get("items").get(0).get("name").asString())
                .isEqualTo("Programm");
        assertThat(read("/institutions?country=CL&kind=ministry").get("total").intValue())
                .isEqualTo(2);
        assertThat(read("/indicators")
                        .get("items")
                        .get(0)
                        .get("aggregation")
                        .get("overTime")
                        .asString())
                .isEqualTo("sum");
    }

    @Test
    void a_wrong_parameter_is_named_with_the_mend() {
        assertThat(problem("/actuals?programme=XX", "es")).contains("\"programme\"", "«XX»", "catálogo");
        assertThat(problem("/actuals?progamme=CL-P", "en"))
                .contains("progamme", "Remove it, or use one of these", "asOf");
        assertThat(problem("/actuals?asOf=yesterday", "de")).contains("asOf", "Zeitpunkt", "yesterday");
        assertThat(problem("/actuals?from=2023-13", "en")).contains("from", "2023-13");
        assertThat(problem("/actuals?periodicity=week", "en")).contains("month, quarter, half-year, year, fiscal-year");
        assertThat(problem("/actuals?size=1001", "de")).contains("size", "1 bis 1000");
        assertThat(problem("/actuals?page=-1", "es")).contains("page");
        assertThat(problem("/progress?period=soon", "es")).contains("2023-Q2");
        assertThat(problem("/progress?method=magic", "en")).contains("linear, growth, un");
        assertThat(problem("/institutions?kind=club", "en")).contains("ministry, agency, municipality, buyer");
    }

    @Test
    void what_cannot_be_given_is_said() {
        assertThat(monitor.anyone()
                        .get("/api/v1/actuals", "Accept", "image/png")
                        .statusCode())
                .isEqualTo(406);
        var answer = monitor.as("reviewer")
                .call("DELETE", "/api/v1/actuals", java.net.http.HttpRequest.BodyPublishers.noBody());
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET");
    }

    @Test
    void a_figure_leads_back_to_its_cells_and_names_nobody_to_the_public() {
        String path = "/api/v1/provenance/" + figure2014();
        JsonNode tree = json(monitor.anyone().get(path).body());
        assertThat(tree.get("agrees").booleanValue()).isTrue();
        assertThat(tree.get("sources").get("total").intValue()).isEqualTo(2);
        JsonNode source = tree.get("sources").get("items").get(0);
        assertThat(source.get("institutionCode").asString()).isEqualTo("CL-MMA");
        assertThat(source.get("cell").get("text").asString()).isEqualTo("100.50");
        assertThat(source.get("submission").get("sha256").asString()).hasSize(64);
        assertThat(source.get("submission").get("sentBy").asString()).isEqualTo("Quien informa");
        assertThat(source.get("submission").get("approvedBy").asString()).isEqualTo("Quien aprueba");
        JsonNode known = json(monitor.as("reviewer").get(path).body())
                .get("sources")
                .get("items")
                .get(0);
        assertThat(known.get("submission").get("sentBy").asString()).isEqualTo("reporter.CL-MMA");
        assertThat(monitor.anyone().get("/api/v1/provenance/999999999").statusCode())
                .isEqualTo(404);
        assertThat(monitor.anyone().get("/api/v1/provenance/abc").statusCode()).isEqualTo(404);
    }

    @Test
    void provenance_speaks_prov_to_whom_asks() {
        var answer = monitor.anyone().get("/api/v1/provenance/" + figure2014(), "Accept", "application/prov+json");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/prov+json");
        JsonNode prov = json(answer.body());
        assertThat(prov.get("entity")
                        .get("scp:actual-" + figure2014())
                        .get("prov:value")
                        .asString())
                .isEqualTo("110.50");
        assertThat(prov.get("wasDerivedFrom").size()).isEqualTo(6);
        assertThat(answer.body()).doesNotContain("reporter.CL-MMA", "manager");
    }

    private static long figure2014() {
        return read("/actuals?programme=CL-P&indicator=W&to=2014")
                .get("items")
                .get(0)
                .get("id")
                .longValue();
    }

    @Test
    void the_calls_describe_themselves() {
        var answer = monitor.anyone().get("/api/v1/openapi");
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode call = json(answer.body()).get("paths").get("/api/v1/actuals").get("get");
        assertThat(call.get("parameters")
                        .valueStream()
                        .map(parameter -> parameter.get("name").asString() + " "
                                + parameter.get("schema").path("type").asString("?")))
                .containsExactlyInAnyOrder(
                        "programme array",
                        "country array",
                        "indicator array",
                        "from string",
                        "to string",
                        "periodicity string",
                        "partOf string",
                        "asOf string",
                        "page integer",
                        "size integer");
    }

    private static String problem(String path, String language) {
        var answer = monitor.anyone().get("/api/v1" + path, "Accept-Language", language);
        assertThat(answer.statusCode()).as(path).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = json(answer.body());
        assertThat(problem.get("status").intValue()).isEqualTo(422);
        assertThat(problem.get("mend").asString()).isNotEmpty();
        return answer.body();
    }

    private static int total(String account, String path) {
        return json(monitor.as(account).get("/api/v1" + path).body())
                .get("total")
                .intValue();
    }

    private static JsonNode read(String path) {
        var answer = monitor.anyone().get("/api/v1" + path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer.body());
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
