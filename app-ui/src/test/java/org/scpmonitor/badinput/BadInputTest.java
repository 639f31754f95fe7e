package org.scpmonitor.badinput;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scpmonitor.running.Caller;
import org.scpmonitor.running.Form;
import org.scpmonitor.world.TestDatabase;
import org.scpmonitor.world.World;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Broken, hostile and huge files: each is answered with what to do, and the server with its small heap lives on. */
class BadInputTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String HEADER = "institution,indicator,period,value,unit,comment\n";

    @TempDir
    private static Path files;

    private static TestDatabase database;
    private static SmallServer server;

    @BeforeAll
    static void start() throws Exception {
        database = TestDatabase.create();
        var world = World.in(database);
        for (int i = 0; i < 100; i++) {
            world.institution("CL-%02d".formatted(i));
        }
        world.indicator("WAS", "t", 1, "sum", "sum");
        server = new SmallServer(database);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
        database.close();
    }

    @AfterEach
    void lives() throws IOException {
        assertThat(server.isAlive())
                .as(() -> {
                    try {
                        return server.log();
                    } catch (IOException e) {
                        return e.toString();
                    }
                })
                .isTrue();
    }

    @Test
    void an_empty_file() throws Exception {
        assertThat(findings(sent("empty.csv", new byte[0]), "es"))
                .singleElement()
                .satisfies(finding -> assertThat(finding).startsWith("EMPTY_FILE"));
    }

    @Test
    void a_missing_column() throws Exception {
        assertThat(findings(
                        sent("column.csv", bytes("institution,indicator,period,value\nCL-00,WAS,2020-01,1\n")), "en"))
                .anySatisfy(finding ->
                        assertThat(finding).startsWith("MISSING_COLUMN").contains("unit"));
    }

    @Test
    void an_image_named_as_a_workbook() throws Exception {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
        assertThat(findings(sent("image.xlsx", png), "de"))
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding).startsWith("NOT_A_TABLE").contains("PNG"));
    }

    @Test
    void a_truncated_workbook() throws Exception {
        byte[] whole = workbook("<worksheet/>");
        assertThat(findings(sent("cut.xlsx", Arrays.copyOf(whole, whole.length / 2)), "es"))
                .singleElement()
                .satisfies(finding -> assertThat(finding).startsWith("DAMAGED_WORKBOOK"));
    }

    @Test
    void a_workbook_with_external_entities() throws Exception {
        byte[] hostile = workbook(
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData>&e;</sheetData></worksheet>");
        assertThat(findings(sent("entities.xlsx", hostile), "es"))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding).startsWith("UNSAFE_WORKBOOK").doesNotContain("root:"));
    }

    @Test
    void a_zip_bomb() throws Exception {
        Path bomb = files.resolve("bomb.xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(bytes("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] blanks = new byte[1 << 20];
            Arrays.fill(blanks, (byte) ' ');
            for (int i = 0; i < 2_000; i++) {
                zip.write(blanks);
            }
        }
        assertThat(findings(sent(bomb), "es"))
                .singleElement()
                .satisfies(finding -> assertThat(finding).startsWith("OVERSIZED_WORKBOOK"));
    }

    @Test
    void two_hundred_megabytes() throws Exception {
        Path large = files.resolve("large.csv");
        String comment = "x".repeat(2_000);
        rowsInto(large, 100_000, comment);
        assertThat(Files.size(large)).isGreaterThan(200_000_000L);
        JsonNode rows = sent(large).path("rows");
        assertThat(rows.path("read").asLong()).isEqualTo(100_000);
        assertThat(rows.path("accepted").asLong())
                .as("one of each institution and month")
                .isEqualTo(30_000);
    }

    @Test
    void a_file_beyond_the_limit() throws Exception {
        Path beyond = files.resolve("beyond.csv");
        byte[] megabyte = new byte[1 << 20];
        Arrays.fill(megabyte, (byte) 'x');
        try (var out = Files.newOutputStream(beyond)) {
            for (int i = 0; i < 270; i++) {
                out.write(megabyte);
            }
        }
        HttpResponse<String> answer = post(beyond);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("256");
    }

    @Test
    void a_million_rows_and_two_uploads_at_once() throws Exception {
        Path million = files.resolve("million.csv");
        int rows = rowsInto(million, 1_000_000, "");
        HttpResponse<String> huge = post(million);
        JsonNode small = sent("small.csv", bytes(HEADER + "CL-01,WAS,1999-01,1,t,\n"));
        assertThat(small.path("state").asString()).isEqualTo("validated");
        JsonNode submission = validated(huge);
        assertThat(submission.path("rows").path("read").asLong()).isEqualTo(rows);
        assertThat(findings(submission, "en"))
                .hasSizeLessThanOrEqualTo(1_000)
                .anySatisfy(finding ->
                        assertThat(finding).startsWith("DUPLICATE_KEY").contains("D"));
    }

    /** Rows of a hundred institutions and all months since 2000; beyond those the keys come again. */
    private static int rowsInto(Path file, int rows, String comment) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(HEADER);
            for (int i = 0; i < rows; i++) {
                int month = (i / 100) % 300;
                out.write("CL-%02d,WAS,%d-%02d,%d.%d,t,%s\n"
                        .formatted(i % 100, 2000 + month / 12, month % 12 + 1, i, i % 10, comment));
            }
        }
        return rows;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] workbook(String sheet) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(bytes("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"));
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write(bytes("<workbook/>"));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(bytes(sheet));
        }
        return bytes.toByteArray();
    }

    private static JsonNode sent(String name, byte[] content) throws Exception {
        return sent(Files.write(files.resolve(name), content));
    }

    private static JsonNode sent(Path file) throws Exception {
        return validated(post(file));
    }

    private static HttpResponse<String> post(Path file) {
        return coordinator()
                .call(
                        "POST",
                        "/api/v1/submissions",
                        new Form()
                                .field("institution", "CL-00")
                                .file("file", file)
                                .body(),
                        Form.HEADERS);
    }

    private static Caller coordinator() {
        return server.as("coordinator.CL");
    }

    private static JsonNode validated(HttpResponse<String> posted) throws Exception {
        assertThat(posted.statusCode()).as(posted.body()).isEqualTo(202);
        String location = posted.headers().firstValue("Location").orElseThrow();
        Instant giveUp = Instant.now().plus(Duration.ofMinutes(3));
        while (Instant.now().isBefore(giveUp) && server.isAlive()) {
            JsonNode submission = JSON.readTree(coordinator()
                    .get(location.replaceFirst("^http://[^/]+", ""))
                    .body());
            if (!submission.path("state").asString().equals("received")) {
                return submission;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("Nobody checked it: " + location + "\n" + server.log());
    }

    /** Code, cell and message of each finding told. */
    private static List<String> findings(JsonNode submission, String language) {
        HttpResponse<String> answer = coordinator()
                .get(
                        "/api/v1/submissions/" + submission.path("id").asString() + "/findings?size=1000",
                        "Accept-Language",
                        language);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        List<String> findings = new ArrayList<>();
        for (JsonNode finding : JSON.readTree(answer.body()).path("items")) {
            assertThat(finding.path("message").asString()).isNotBlank();
            findings.add(
                    finding.path("code").asString() + " " + finding.path("cell").asString("") + " "
                            + finding.path("message").asString());
        }
        return findings;
    }
}
