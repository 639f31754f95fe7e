package org.scpmonitor.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scpmonitor.batch.schedule.Runner;
import org.scpmonitor.running.Caller;
import org.scpmonitor.running.Form;
import org.scpmonitor.running.RunningMonitor;
import org.scpmonitor.submission.Finding;
import org.scpmonitor.submission.FindingCode;
import org.scpmonitor.submission.Findings;
import org.scpmonitor.world.World;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SubmissionCallsTest {

    private static final String HEADER = "institution,indicator,period,value,unit\n";

    private static RunningMonitor monitor;
    private static Caller reporter;

    @BeforeAll
    static void start() {
        monitor = RunningMonitor.start("scp.max-upload=1MB");
        World.in(monitor.database())
                .institution("CL-MMA")
                .institution("PE-MINAM")
                .indicator("W", "t", 12, "sum", "sum");
        monitor.createDemoAccounts();
        reporter = monitor.as("reporter.cl");
    }

    @AfterAll
    static void stop() throws IOException {
        monitor.close();
    }

    @Test
    void a_file_goes_all_the_way_to_a_figure() {
        var sent = send(reporter, "CL-MMA", HEADER + "CL-MMA,W,2015,12.5,t\n", "2015.csv");
        assertThat(sent.statusCode()).isEqualTo(202);
        String path = sent.headers().firstValue("Location").orElseThrow();
        assertThat(json(sent).get("state").asString()).isEqualTo("received");
        check(sent);

        JsonNode checked = json(reporter.get(path));
        assertThat(checked.get("state").asString()).isEqualTo("validated");
        assertThat(checked.get("rows").get("accepted").intValue()).isEqualTo(1);
        assertThat(checked.get("sha256").asString()).hasSize(64);
        assertThat(step(reporter, path, "submit").statusCode()).isEqualTo(200);
        assertThat(step(monitor.as("coordinator.cl"), path, "approve").statusCode())
                .isEqualTo(200);
        check(sent);

        JsonNode events = json(reporter.get(path)).get("events");
        assertThat(events.valueStream().map(event -> event.get("state").asString()))
                .containsExactly("received", "validated", "submitted", "approved");
        var figure = monitor.anyone().get("/api/v1/actuals?programme=CL-P&from=2015&to=2015");
        assertThat(json(figure).get("items").get(0).get("value").asString()).isEqualTo("12.5");
    }

    @Test
    void the_same_bytes_again_are_the_first_submission() {
        String text = HEADER + "CL-MMA,W,2016,1,t\n";
        var first = send(reporter, "CL-MMA", text, "a.csv");
        var again = send(reporter, "CL-MMA", text, "b.csv");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(json(again).get("fileName").asString()).isEqualTo("a.csv");
    }

    @Test
    void the_file_comes_back_byte_by_byte() {
        String text = HEADER + "CL-MMA,W,2017,1,t\n";
        var sent = send(reporter, "CL-MMA", text, "ñandú.csv");
        var file = reporter.get(sent.headers().firstValue("Location").orElseThrow() + "/file");
        assertThat(file.body()).isEqualTo(text);
        assertThat(file.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;");
    }

    @Test
    void what_is_wrong_inside_is_told_as_findings_in_the_callers_language() {
        var sent = send(reporter, "CL-MMA", HEADER + "CL-MMA,W,2018,doce,t\n", "2018.csv");
        check(sent);
        String path = sent.headers().firstValue("Location").orElseThrow();
        JsonNode finding = json(reporter.get(path + "/findings?severity=error", "Accept-Language", "de"))
                .get("items")
                .get(0);
        assertThat(finding.get("code").asString()).isEqualTo("NOT_A_NUMBER");
        assertThat(finding.get("cell").asString()).isEqualTo("D2");
        assertThat(finding.get("read").asString()).isEqualTo("doce");
        assertThat(finding.get("message").asString()).contains("Zahl");
        assertThat(json(reporter.get(path + "/findings?severity=query"))
                        .get("total")
                        .intValue())
                .isZero();
        assertThat(reporter.get(path + "/findings", "Accept", "text/csv").body())
                .contains(",NOT_A_NUMBER,");

        var submit = step(reporter, path, "submit");
        assertThat(submit.statusCode()).isEqualTo(409);
        assertThat(json(submit).get("code").asString()).isEqualTo("OPEN_ERRORS");
    }

    @Test
    void who_submits_gets_a_receipt_with_the_list_of_values() throws Exception {
        String table = HEADER.strip() + ",comment\nCL-MMA,W,2009,1234.5,t,=1+1\nCL-MMA,W,2010,7,kg,\n";
        var sent = send(reporter, "CL-MMA", table, "=año.csv");
        check(sent);
        String path = sent.headers().firstValue("Location").orElseThrow();
        assertThat(reporter.get(path + "/receipt.pdf").statusCode()).isEqualTo(409);
        step(reporter, path, "submit");

        assertThat(reporter.get(path + "/receipt.csv").body()).isEqualTo("""
                institution,indicator,disaggregation,period,value,unit,status,read,read_unit,sheet,row,column,comment
                CL-MMA,W,"",2009,1234.5,t,"",1234.5,t,"",2,4,'=1+1
                CL-MMA,W,"",2010,0.007,t,"",7,kg,"",3,4,
                """);
        String spanish = pdf(path, "es-CL");
        assertThat(spanish)
                .contains("Acuse de recibo", "=año.csv", "CL-MMA", "2009, 2010", "1.234,5", "0,007", "D3")
                .contains(json(reporter.get(path)).get("sha256").asString());
        assertThat(pdf(path, "de")).contains("Empfangsbestätigung", "Aufschlüsselung", "1.234,5");
        assertThat(pdf(path, "en")).contains("Receipt no.", "1,234.5");
    }

    private static String pdf(String path, String language) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(monitor.address() + path + "/receipt.pdf"))
                .header("Accept-Language", language)
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString("reporter.cl:demo".getBytes(StandardCharsets.UTF_8)))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
            try (var document = Loader.loadPDF(answer.body())) {
                return new PDFTextStripper().getText(document);
            }
        }
    }

    @Test
    void a_query_waits_for_its_explanation() {
        var sent = send(reporter, "CL-MMA", HEADER + "CL-MMA,W,2021,40,t\n", "2021.csv");
        check(sent);
        var jump = Finding.onCell(FindingCode.YEAR_ON_YEAR_JUMP, "", 2, 4, "40", "300", "10", "2020", "t");
        monitor.part(Findings.class).add(json(sent).get("id").longValue(), List.of(jump));
        String path = sent.headers().firstValue("Location").orElseThrow();
        long query = json(reporter.get(path + "/findings?severity=query"))
                .get("items")
                .get(0)
                .get("id")
                .longValue();
        assertThat(json(step(reporter, path, "submit")).get("code").asString()).isEqualTo("OPEN_QUERIES");
        String explanation = path + "/findings/" + query + "/explanation";
        assertThat(post(reporter, explanation, "{\"text\":\" \"}").statusCode()).isEqualTo(422);
        assertThat(post(reporter, explanation, "{\"text\":\"Planta nueva\"}").statusCode())
                .isEqualTo(204);
        assertThat(post(reporter, path + "/findings/999999/explanation", "{\"text\":\"x\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(step(reporter, path, "submit").statusCode()).isEqualTo(200);
    }

    @Test
    void nobody_approves_what_they_sent_or_submitted() {
        var coordinator = monitor.as("coordinator.cl");
        var sent = send(coordinator, "CL-MMA", HEADER + "CL-MMA,W,2009,1,t\n", "2009.csv");
        check(sent);
        String path = sent.headers().firstValue("Location").orElseThrow();
        step(coordinator, path, "submit");
        var own = step(coordinator, path, "approve");
        assertThat(own.statusCode()).isEqualTo(403);
        assertThat(json(own).get("code").asString()).isEqualTo("OWN_SUBMISSION");
        assertThat(step(reporter, path, "approve").statusCode()).isEqualTo(403);
        assertThat(step(monitor.as("manager"), path, "return").statusCode()).isEqualTo(422);
        assertThat(post(monitor.as("manager"), path + "/return", "{\"comment\":\"Falta 2008\"}")
                        .statusCode())
                .isEqualTo(200);
        var again = step(monitor.as("manager"), path, "approve");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("returned", "submitted");
    }

    @Test
    void a_foreign_submission_is_not_there() {
        var sent = send(monitor.as("reporter.pe"), "PE-MINAM", HEADER + "PE-MINAM,W,2015,1,t\n", "pe.csv");
        String path = sent.headers().firstValue("Location").orElseThrow();
        for (String below : new String[] {"", "/findings", "/file"}) {
            assertThat(reporter.get(path + below).statusCode()).as(below).isEqualTo(404);
            assertThat(monitor.as("coordinator.pe").get(path + below).statusCode())
                    .as(below)
                    .isEqualTo(200);
        }
        assertThat(step(reporter, path, "withdraw").statusCode()).isEqualTo(404);
        assertThat(json(reporter.get("/api/v1/submissions?size=1000"))
                        .get("items")
                        .valueStream())
                .allMatch(item -> item.get("institution").asString().equals("CL-MMA"));
        assertThat(reporter.get("/api/v1/submissions?institution=PE-MINAM").statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_wrong_part_is_refused_at_once() {
        assertThat(send(reporter, "PE-MINAM", HEADER, "x.csv").statusCode()).isEqualTo(403);
        assertThat(send(reporter, "XX-NONE", HEADER, "x.csv").statusCode()).isEqualTo(422);
        assertThat(send(monitor.anyone(), "CL-MMA", HEADER, "x.csv").statusCode())
                .isEqualTo(401);
        assertThat(send(monitor.as("reviewer"), "CL-MMA", HEADER, "x.csv").statusCode())
                .isEqualTo(403);
        assertThat(refused(new Form().field("institution", "CL-MMA"))).contains("file");
        assertThat(refused(file().field("period", "soon").field("institution", "CL-MMA")))
                .contains("period");
        assertThat(refused(file().field("numberFormat", "dot").field("institution", "CL-MMA")))
                .contains("comma, point");
        assertThat(refused(file().field("institucion", "CL-MMA").field("institution", "CL-MMA")))
                .contains("institucion");
        assertThat(refused(file())).contains("institution");
        assertThat(post(reporter, "/api/v1/submissions", "{}").statusCode()).isEqualTo(415);
    }

    @Test
    void a_file_over_the_limit_is_refused_and_leaves_nothing() {
        var form = new Form().field("institution", "CL-MMA").file("file", "big.csv", new byte[1_100_000]);
        var answer = reporter.call("POST", "/api/v1/submissions", form.body(), Form.HEADERS);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("1 MB");
        assertThat(json(reporter.get("/api/v1/submissions?size=1000"))
                        .get("items")
                        .valueStream())
                .noneMatch(item -> item.get("fileName").asString().equals("big.csv"));
    }

    @Test
    void a_trial_is_checked_and_never_submitted() {
        var form = new Form()
                .field("institution", "CL-MMA")
                .field("dryRun", "true")
                .field("numberFormat", "point")
                .file("file", "trial.csv", (HEADER + "CL-MMA,W,2019,7,t\n").getBytes(StandardCharsets.UTF_8));
        var sent = reporter.call("POST", "/api/v1/submissions", form.body(), Form.HEADERS);
        check(sent);
        String path = sent.headers().firstValue("Location").orElseThrow();
        assertThat(json(reporter.get(path)).get("rows").get("accepted").intValue())
                .isEqualTo(1);
        assertThat(json(step(reporter, path, "submit")).get("code").asString()).isEqualTo("DRY_RUN");
    }

    private static HttpResponse<String> send(Caller who, String institution, String text, String name) {
        var form =
                new Form().field("institution", institution).file("file", name, text.getBytes(StandardCharsets.UTF_8));
        return who.call("POST", "/api/v1/submissions", form.body(), Form.HEADERS);
    }

    private static Form file() {
        return new Form().file("file", "x.csv", HEADER.getBytes(StandardCharsets.UTF_8));
    }

    private static String refused(Form form) {
        var answer = reporter.call("POST", "/api/v1/submissions", form.body(), Form.HEADERS);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        return answer.body();
    }

    private static void check(HttpResponse<String> sent) {
        monitor.part(Runner.class).work(json(sent).get("id").longValue());
    }

    private static HttpResponse<String> step(Caller who, String path, String step) {
        return who.call("POST", path + "/" + step, BodyPublishers.noBody());
    }

    private static HttpResponse<String> post(Caller who, String path, String body) {
        return who.call("POST", path, BodyPublishers.ofString(body), "Content-Type", "application/json");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    @Test
    void an_own_table_is_read_through_a_saved_mapping_named_with_it() {
        String document = """
                {"sheet":{"position":1},"header":{"first":1,"last":1},"data":{"first":2},"footers":{"rows":0},
                 "columns":[{"header":"Año","position":1,"means":{"is":"year"}},
                            {"header":"Residuos (miles de t)","position":2,
                             "means":{"is":"value","indicator":"W","unit":"miles de t","duration":false}}],
                 "constants":{},"duplicates":"REFUSE"}
                """;
        var wrong = put("/api/v1/mappings/CL-MMA/residuos", document.replace("\"indicator\":\"W\",", ""));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("NO_INDICATOR");
        assertThat(put("/api/v1/mappings/CL-MMA/residuos", document).statusCode())
                .isEqualTo(200);
        assertThat(json(reporter.get("/api/v1/mappings"))
                        .get("items")
                        .get(0)
                        .get("version")
                        .intValue())
                .isEqualTo(1);

        byte[] file = "Año;Residuos (miles de t)\n2013;1,5\n".getBytes(StandardCharsets.UTF_8);
        var unknown = reporter.call(
                "POST", "/api/v1/submissions", mapped("nada", file).body(), Form.HEADERS);
        assertThat(unknown.statusCode()).isEqualTo(422);
        var sent = reporter.call(
                "POST", "/api/v1/submissions", mapped("residuos", file).body(), Form.HEADERS);
        assertThat(sent.statusCode()).isEqualTo(202);
        check(sent);
        JsonNode checked =
                json(reporter.get(sent.headers().firstValue("Location").orElseThrow()));
        assertThat(checked.get("rows").get("accepted").intValue()).isEqualTo(1);
        assertThat(checked.get("mapping").get("name").asString()).isEqualTo("residuos");
    }

    private static Form mapped(String mapping, byte[] file) {
        return new Form()
                .field("institution", "CL-MMA")
                .field("mapping", mapping)
                .file("file", "propio.csv", file);
    }

    private static HttpResponse<String> put(String path, String body) {
        return reporter.call("PUT", path, BodyPublishers.ofString(body), "Content-Type", "application/json");
    }
}
