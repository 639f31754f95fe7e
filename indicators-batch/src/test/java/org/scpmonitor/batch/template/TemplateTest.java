package org.scpmonitor.batch.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scpmonitor.access.Grant;
import org.scpmonitor.access.Role;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.assignment.ReportingSheet;
import org.scpmonitor.assignment.ReportingSheets;
import org.scpmonitor.batch.intake.Intake;
import org.scpmonitor.batch.world.Monitor;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.submission.Scratch;
import org.scpmonitor.submission.Upload;
import org.scpmonitor.world.TestDatabase;
import org.scpmonitor.world.World;

/** A template goes out, is filled in and saved by one program or another, and comes back. */
class TemplateTest {

    private static final ReportingPeriod YEAR = ReportingPeriod.year(2023);
    private static final AtomicInteger FILLED = new AtomicInteger();

    private static TestDatabase database;
    private static Monitor monitor;

    @TempDir
    static Path folder;

    @BeforeAll
    static void someAssignments() {
        database = TestDatabase.create();
        World.in(database)
                .institution("CL-A")
                .institution("CL-B")
                .indicator("GAS", "Mt{CO2e}", 12, "sum", "sum")
                .indicator("SPENT", "{CLP}", 6, "sum", "sum")
                .indicator("WASTE", "t", 12, "sum", "sum")
                .target("WASTE", "2030", "50");
        monitor = new Monitor(database);
        monitor.approved(
                monitor.sent("CL-A", "before.csv", "institution,indicator,period,value,unit\n,WASTE,2022,80.25,kg\n"));
    }

    @AfterAll
    static void close() {
        monitor.close();
        database.close();
    }

    private static ReportingSheet sheet(String institution) {
        Viewer viewer = new Viewer(1, "x", "X", Locale.ENGLISH, Set.of(Grant.everywhere(Role.MANAGER)));
        return monitor.part(ReportingSheets.class)
                .find(viewer, institution, YEAR)
                .orElseThrow();
    }

    private static Parts template() {
        return template("CL-A", Locale.ENGLISH);
    }

    private static Parts template(String institution, Locale locale) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            TemplateWorkbook.write(sheet(institution), locale, monitor.part(Scratch.class), bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return Parts.of(bytes.toByteArray());
    }

    /** Gas of 2023, spending of its first half, not available in the second; each time other values. */
    private static Parts filled(Locale locale) {
        return template("CL-A", locale)
                .number("H6", "12." + FILLED.incrementAndGet())
                .number("H7", "1500000")
                .text("J8", "M")
                .text("K8", "Auditoría en curso");
    }

    private static long sent(byte[] file, String period) {
        var upload = new Upload(
                "CL-A",
                "reporter.CL-A",
                ReportingPeriod.parse(period).orElseThrow(),
                "final (2).xlsx",
                null,
                false,
                null);
        long submission = monitor.part(Intake.class)
                .receive(upload, new ByteArrayInputStream(file))
                .submission();
        monitor.work(submission);
        return submission;
    }

    private static List<String> findings(byte[] file) {
        return monitor.findings(sent(file, "2023"));
    }

    private static void readsWithoutAFinding(byte[] file) {
        long submission = sent(file, "2023");
        assertThat(monitor.findings(submission)).isEmpty();
        assertThat(database.sql()
                        .fetch("select i.code, v.period_start, v.reported_unit, v.status, v.text_read"
                                + " from staging.value_" + submission + " v join indicator i on i.id = v.indicator_id"
                                + " order by v.row_number")
                        .map(row -> row.get(0) + " " + row.get(1) + " " + row.get(2) + " " + row.get(3)))
                .containsExactly("GAS 2023-01-01 Mt CO2e ", "SPENT 2023-01-01 CLP ", "SPENT 2023-07-01 CLP M");
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "en", "de"})
    void comesBackInEachLanguage(String language) {
        readsWithoutAFinding(filled(Locale.of(language)).bytes());
    }

    static List<Named<UnaryOperator<Parts>>> programs() {
        return List.of(
                saved(
                        "a program that shows hidden sheets",
                        book -> book.change(Parts.BOOK, xml -> xml.replace(" state=\"hidden\"", ""))),
                saved(
                        "a program that puts sheets in another order",
                        book -> book.change(
                                Parts.BOOK,
                                xml -> Pattern.compile("(<sheet [^>]*?/>)(<sheet [^>]*?/>)")
                                        .matcher(xml)
                                        .replaceFirst("$2$1"))),
                saved("a program that writes texts into their cells", TemplateTest::inline),
                saved(
                        "a program that drops styles",
                        book -> book.change(Parts.SHEET, xml -> xml.replaceAll(" s=\"\\d+\"", ""))
                                .change("xl/styles.xml", xml -> "<styleSheet/>")),
                saved(
                        "a program that writes whole numbers as 1.0",
                        book -> book.text("A6", "1").number("A7", "2.0").number("G6", "2023.0")),
                saved("a person who writes numbers as text", book -> book.text("H7", "1 500 000,5")),
                saved("a person who puts blank rows between", TemplateTest::spaced),
                saved(
                        "a person who renames the sheet",
                        book -> book.change(Parts.BOOK, xml -> xml.replace("name=\"Report\"", "name=\"Hoja 1\""))),
                saved(
                        "a program that drops the hidden sheet",
                        book -> book.change(Parts.BOOK, xml -> xml.replaceAll("<sheet [^>]*scp_monitor[^>]*/>", ""))));
    }

    private static Named<UnaryOperator<Parts>> saved(String by, UnaryOperator<Parts> change) {
        return Named.of(by, change);
    }

    private static Parts inline(Parts book) {
        List<String> strings = Pattern.compile("<si>(.*?)</si>", Pattern.DOTALL)
                .matcher(book.get("xl/sharedStrings.xml"))
                .results()
                .map(found -> found.group(1))
                .toList();
        UnaryOperator<String> inlined = xml -> Pattern.compile("t=\"s\"><v>(\\d+)</v>")
                .matcher(xml)
                .replaceAll(found -> Matcher.quoteReplacement(
                        "t=\"inlineStr\"><is>" + strings.get(Integer.parseInt(found.group(1))) + "</is>"));
        return book.change(Parts.SHEET, inlined).change(Parts.MARK, inlined);
    }

    private static Parts spaced(Parts book) {
        return book.change(
                Parts.SHEET,
                xml -> Pattern.compile("(<row r=\"|<c r=\"[A-Z]+)(\\d+)\"")
                        .matcher(xml)
                        .replaceAll(found -> {
                            int row = Integer.parseInt(found.group(2));
                            return found.group(1) + (row < 6 ? row : 2 * row) + "\"";
                        }));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void comesBackHoweverItWasSaved(UnaryOperator<Parts> program) {
        readsWithoutAFinding(program.apply(filled(Locale.ENGLISH)).bytes());
    }

    @Test
    void comesBackFromLibreOffice() throws IOException, InterruptedException {
        LibreOffice office = LibreOffice.in(folder);
        Path file =
                Files.write(folder.resolve("filled.xlsx"), filled(Locale.GERMAN).bytes());
        Path again = office.saved(file, "xlsx");
        readsWithoutAFinding(Files.readAllBytes(again));
        assertThat(Parts.of(Files.readAllBytes(again)).get(Parts.SHEET))
                .contains("<sheetProtection", "<dataValidation", "topLeftCell=");
        Path other =
                Files.write(folder.resolve("other.xlsx"), filled(Locale.ENGLISH).bytes());
        Path open = office.saved(other, "ods");
        readsWithoutAFinding(Files.readAllBytes(office.saved(open, "xlsx")));
        Path third = Files.write(
                folder.resolve("third.xlsx"), filled(Locale.of("es")).bytes());
        readsWithoutAFinding(Files.readAllBytes(office.saved(third, "csv:Text - txt - csv (StarCalc):44,34,76,1")));
    }

    @Test
    void showsWhatWasKnownAndIsWanted() {
        String row = template().get(Parts.SHEET);
        assertThat(row).contains("<v>80.25</v>", "<v>50</v>");
        assertThat(template().get("xl/sharedStrings.xml"))
                .contains("kg &#xb7; 2022", "t &#xb7; 2030", "Mt CO2e", "CLP");
    }

    @Test
    void isProtectedWithoutAPasswordAndOpenOnlyWhereItIsFilledIn() {
        assertThat(template().get(Parts.SHEET)).contains("<sheetProtection ").doesNotContain("password");
    }

    @Test
    void isRefusedWhenNothingIsFilledIn() {
        assertThat(findings(template().bytes())).containsExactly("ERROR TEMPLATE_BLANK  «»");
    }

    @Test
    void asksForTheValueWhereOnlyACommentStands() {
        assertThat(findings(template().text("K6", "later").bytes())).containsExactly("ERROR MISSING_VALUE H6 «»");
    }

    @Test
    void tellsALockedCellThatWasChanged() {
        assertThat(findings(filled(Locale.ENGLISH)
                        .text("C6", "NONE")
                        .text("G7", "2022-H1")
                        .bytes()))
                .containsExactly(
                        "ERROR TEMPLATE_CELL_CHANGED C6 «NONE»",
                        "ERROR UNKNOWN_INDICATOR C6 «NONE»",
                        "ERROR PERIOD_NOT_OF_SUBMISSION G7 «2022-H1»",
                        "ERROR TEMPLATE_CELL_CHANGED G7 «2022-H1»");
    }

    @Test
    void knowsATemplateOfAnotherInstitutionOrPeriod() {
        assertThat(findings(template("CL-B", Locale.ENGLISH).number("H6", "1").bytes()))
                .containsExactly("ERROR TEMPLATE_OF_OTHER_INSTITUTION  «»");
        assertThat(monitor.findings(sent(filled(Locale.ENGLISH).bytes(), "2021")))
                .containsExactly("ERROR TEMPLATE_OF_OTHER_PERIOD  «»");
    }

    @Test
    void knowsATemplateThatIsOutdated() {
        byte[] early = filled(Locale.ENGLISH)
                .change(Parts.MARK, xml -> xml.replaceFirst("<row r=\"11\".*?</row>", ""))
                .change("xl/sharedStrings.xml", xml -> xml.replace(sheet("CL-A").version(), "0123456789abcdef"))
                .bytes();
        long submission = sent(early, "2023");
        assertThat(monitor.findings(submission)).containsExactly("QUERY TEMPLATE_OUTDATED  «»");
        assertThat(database.sql()
                        .fetchSingle("select arguments from finding where submission_id = ?", submission)
                        .get(0, String[].class))
                .containsExactly("1", "0", "WASTE 2023");
    }
}
