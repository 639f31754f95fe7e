package org.scpmonitor.batch.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scpmonitor.access.Grant;
import org.scpmonitor.access.Role;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.assignment.ReportingSheets;
import org.scpmonitor.batch.intake.Intake;
import org.scpmonitor.batch.world.Monitor;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.submission.Scratch;
import org.scpmonitor.submission.Upload;
import org.scpmonitor.world.TestDatabase;
import org.scpmonitor.world.World;

/** A file with mistakes comes back marked, is mended where it is marked, and goes in again. */
class AnnotatedTest {

    private static TestDatabase database;
    private static Monitor monitor;

    @TempDir
    static Path folder;

    @BeforeAll
    static void someAssignments() {
        database = TestDatabase.create();
        World.in(database)
                .institution("CL-A")
                .indicator("GAS", "Mt{CO2e}", 12, "sum", "sum")
                .indicator("WASTE", "t", 12, "sum", "sum");
        monitor = new Monitor(database);
    }

    @AfterAll
    static void close() {
        monitor.close();
        database.close();
    }

    private static Parts template() throws IOException {
        var viewer = new Viewer(1, "x", "X", Locale.ENGLISH, Set.of(Grant.everywhere(Role.MANAGER)));
        var bytes = new ByteArrayOutputStream();
        TemplateWorkbook.write(
                monitor.part(ReportingSheets.class)
                        .find(viewer, "CL-A", ReportingPeriod.year(2023))
                        .orElseThrow(),
                Locale.ENGLISH,
                monitor.part(Scratch.class),
                bytes);
        return Parts.of(bytes.toByteArray());
    }

    private static long sent(byte[] file, String name) {
        long submission = monitor.part(Intake.class)
                .receive(new Upload("CL-A", "reporter.CL-A", name), new ByteArrayInputStream(file))
                .submission();
        monitor.work(submission);
        return submission;
    }

    private static byte[] annotated(long submission, Locale locale) throws IOException {
        var bytes = new ByteArrayOutputStream();
        monitor.part(AnnotatedFiles.class).write(submission, "sent", locale, bytes);
        return bytes.toByteArray();
    }

    @Test
    void aTemplateComesBackMarkedAndGoesInAgainWhenItIsMended() throws IOException {
        Parts sent = template().text("H6", "doce").text("J7", "Z").number("H7", "3");
        long submission = sent(sent.bytes(), "filled.xlsx");
        assertThat(monitor.findings(submission))
                .containsExactly("ERROR NOT_A_NUMBER H6 «doce»", "ERROR UNKNOWN_STATUS J7 «Z»");
        Parts back = Parts.of(annotated(submission, Locale.GERMAN));
        assertThat(back.get("xl/scp-comments1.xml"))
                .contains("ref=\"H6\"", "ref=\"J7\"", "„doce“ ist keine Zahl", "authorId=\"0\"");
        assertThat(back.get("xl/scp-findings.xml")).contains("SCP Monitor · sent", "Fehler", "H6", "„doce“");
        for (String same : new String[] {Parts.MARK, "xl/sharedStrings.xml", "docProps/core.xml"}) {
            assertThat(back.get(same)).as(same).isEqualTo(sent.get(same));
        }
        assertThat(marksTakenOut(back.get(Parts.SHEET))).isEqualTo(marksTakenOut(sent.get(Parts.SHEET)));
        byte[] mended = back.number("H6", "12").text("J7", "P").bytes();
        assertThat(monitor.findings(sent(mended, "mended.xlsx"))).isEmpty();
    }

    /** The sheet without what marking may touch: the styles of the two cells, and the comments' drawing. */
    private static String marksTakenOut(String sheet) {
        return sheet.replaceAll("<c r=\"(H6|J7)\" s=\"\\d+\"", "<c r=\"$1\"").replaceAll("<legacyDrawing[^>]*/>", "");
    }

    @Test
    void aCsvComesBackAsAWorkbookOfItsTexts() throws IOException {
        String csv = "institution;indicator;period;value;unit\n;GAS;2023;=1+1;Mt CO2e\n\n;WASTE;2023;1.234,5;t\n";
        long submission = sent(csv.getBytes(StandardCharsets.UTF_8), "rows.csv");
        assertThat(monitor.findings(submission)).containsExactly("ERROR NOT_A_NUMBER D2 «=1+1»");
        Parts back = Parts.of(annotated(submission, Locale.ENGLISH));
        assertThat(back.get(Parts.SHEET))
                .contains("<t xml:space=\"preserve\">=1+1</t>", "<t xml:space=\"preserve\">1.234,5</t>")
                .doesNotContain("<f");
        assertThat(monitor.findings(sent(back.text("D2", "11,5").bytes(), "mended.xlsx")))
                .isEmpty();
    }

    @Test
    void aFileThatCannotBeReadComesBackAsTheListOfItsFindings() throws IOException {
        long submission = sent("not a table".getBytes(StandardCharsets.UTF_8), "odd.csv");
        assertThat(Parts.of(annotated(submission, Locale.of("es"))).get("xl/scp-findings.xml"))
                .contains("No se encontró el encabezado");
        long picture = sent(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0}, "image.png");
        assertThat(Parts.of(annotated(picture, Locale.ENGLISH)).get(Parts.SHEET))
                .contains("PNG");
    }

    @Test
    void whatPeopleHaveWrittenBesideCellsStays() throws IOException {
        Parts sent = template().text("H6", "doce").number("H7", "4");
        Parts once = Parts.of(annotated(sent(sent.bytes(), "once.xlsx"), Locale.ENGLISH));
        Parts theirs = once.change(
                "xl/scp-comments1.xml",
                xml -> xml.replace("<author>SCP Monitor</author>", "<author>Ana</author>")
                        .replaceAll("(<t xml:space=\"preserve\">).*?</t>", "$1Ask Luis</t>"));
        Parts again = Parts.of(annotated(sent(theirs.bytes(), "again.xlsx"), Locale.ENGLISH));
        assertThat(again.get("xl/scp-comments1.xml")).contains("Ask Luis", "“doce” is not a number");
        assertThat(Pattern.compile("<sheet ").matcher(again.get(Parts.BOOK)).results())
                .hasSize(3);
    }

    @Test
    void libreOfficeOpensItAndKeepsItsComments() throws IOException, InterruptedException {
        LibreOffice office = LibreOffice.in(folder);
        Parts sent = template().text("H6", "trece").number("H7", "5");
        Path marked = Files.write(
                folder.resolve("marked.xlsx"), annotated(sent(sent.bytes(), "filled.xlsx"), Locale.ENGLISH));
        Path saved = office.saved(marked, "xlsx");
        Parts book = Parts.of(Files.readAllBytes(saved));
        assertThat(book.get("xl/comments2.xml")).contains("“trece” is not a number");
        assertThat(book.get("xl/styles.xml")).contains("FFFBD5D0");
        byte[] mended = book.change("xl/sharedStrings.xml", xml -> xml.replaceFirst(">trece<", ">13,5<"))
                .bytes();
        assertThat(monitor.findings(sent(mended, "mended.xlsx"))).isEmpty();
    }
}
