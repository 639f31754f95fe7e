package org.scpmonitor.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scpmonitor.batch.intake.BrokenFiles.Broken;
import org.scpmonitor.batch.world.Monitor;
import org.scpmonitor.submission.Finding;
import org.scpmonitor.submission.FindingTexts;
import org.scpmonitor.submission.Findings;
import org.scpmonitor.submission.Severity;
import org.scpmonitor.submission.Upload;
import org.scpmonitor.world.TestDatabase;
import org.scpmonitor.world.World;

/**
 * Each broken file is sent as a person would send it, and what is told of it, in three languages, is what has been
 * approved by reading it in {@code broken-files.txt}. Where texts change on purpose, the new listing is taken from
 * {@code target/broken-files.txt}.
 */
class BrokenFilesTest {

    private static final String APPROVED = "broken-files.txt";

    private static TestDatabase database;
    private static Monitor monitor;

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        World.in(database)
                .institution("CL-A")
                .institution("CL-B")
                .indicator("CO2", "t", 12, "sum", "sum")
                .dimension("CO2", "SECTOR", "AGUA", "SUELO")
                .indicator("LATE", "t", 12, "sum", "sum");
        monitor = new Monitor(database);
    }

    @AfterAll
    static void close() {
        monitor.close();
        database.close();
    }

    @Test
    void everyBrokenFileIsExplainedInThreeLanguages() throws IOException {
        List<Broken> files = BrokenFiles.all();
        assertThat(files).hasSizeGreaterThanOrEqualTo(40);
        var softly = new SoftAssertions();
        StringBuilder told = new StringBuilder();
        for (Broken file : files) {
            List<Finding> found = sent(file);
            softly.assertThat(found).as(file.story()).extracting(Finding::code).containsExactlyElementsOf(file.codes());
            told.append("# ").append(file.story()).append('\n');
            found.forEach(finding -> tell(finding, told));
            told.append('\n');
        }
        softly.assertAll();
        Files.writeString(Path.of("target", APPROVED), told);
        assertThat(told.toString()).isEqualTo(approved());
    }

    private static List<Finding> sent(Broken file) {
        long submission = monitor.part(Intake.class)
                .receive(new Upload("CL-A", "reporter.CL-A", file.story()), new ByteArrayInputStream(file.bytes()))
                .submission();
        monitor.work(submission);
        assertThat(monitor.state(submission)).as(file.story()).isEqualTo("validated");
        return monitor.part(Findings.class).page(submission, (Severity) null, 0, 50).stream()
                .map(Findings.Kept::finding)
                .toList();
    }

    private static void tell(Finding finding, StringBuilder told) {
        String place = finding.sheet() + (finding.sheet().isEmpty() ? "" : "!") + finding.place();
        told.append(finding.severity()).append(' ').append(finding.code());
        told.append(place.isEmpty() ? "" : " " + place).append('\n');
        for (String language : List.of("es", "en", "de")) {
            FindingTexts texts = FindingTexts.of(finding, Locale.forLanguageTag(language));
            told.append("  ").append(language).append("  ").append(texts.what()).append('\n');
            told.append("      ").append(texts.expected()).append('\n');
            told.append("      ").append(texts.mend()).append('\n');
        }
    }

    private static String approved() throws IOException {
        try (InputStream in = BrokenFilesTest.class.getResourceAsStream(APPROVED)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
