package org.scpmonitor.ui.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scpmonitor.access.Accounts;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.batch.intake.Intake;
import org.scpmonitor.batch.schedule.Runner;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.indicator.Breakdown.Contributor;
import org.scpmonitor.indicator.Contributors;
import org.scpmonitor.indicator.Contributors.Order;
import org.scpmonitor.indicator.Contributors.Which;
import org.scpmonitor.indicator.FigureRows;
import org.scpmonitor.running.OwnDatabase;
import org.scpmonitor.running.ScreenTest;
import org.scpmonitor.submission.SubmissionState.Action;
import org.scpmonitor.submission.Submissions;
import org.scpmonitor.submission.Upload;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.progress.Picture;
import org.scpmonitor.world.TestDatabase;
import org.scpmonitor.world.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Which institutions a figure is made of, and the files that tell each of them: the same whatever their kind. */
@ScreenTest
class BehindFiguresTest extends SpringBrowserlessTest {
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ReportingPeriod Y2023 = ReportingPeriod.year(2023);

    @Autowired
    private Contributors contributors;

    @Autowired
    private IndicatorReading reading;

    @Autowired
    private FigureRows rows;

    @Autowired
    private Accounts accounts;

    private Viewer viewer = Viewer.PUBLIC;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) throws IOException {
        OwnDatabase.set(settings, DATABASE);
    }

    /** Of the programme's country are three, of which CL-C isn't in the programme; PE-A is of another. */
    @BeforeAll
    static void report(@Autowired Intake intake, @Autowired Runner runner, @Autowired Submissions submissions)
            throws IOException {
        World.in(DATABASE)
                .institution("CL-A")
                .institution("CL-B")
                .institution("CL-C")
                .institution("PE-A")
                .place("CL-A", "Aysén", "transport")
                .place("CL-B", "Maule", "transport")
                .indicator("CO2", "t", 12, "sum", "sum");
        DATABASE.sql()
                .execute("delete from participation_version where institution_id ="
                        + " (select id from institution where code = 'CL-C')");
        send(intake, runner, submissions, "CL-A", "CL-A,CO2,2022,95.25,t\nCL-A,CO2,2023,82.5,t\n");
        send(intake, runner, submissions, "CL-B", "CL-B,CO2,2023,17.5,t\n");
        send(intake, runner, submissions, "CL-C", "CL-C,CO2,2023,1000,t\n");
        send(intake, runner, submissions, "PE-A", "PE-A,CO2,2023,2000,t\n");
    }

    private static void send(Intake intake, Runner runner, Submissions submissions, String institution, String values)
            throws IOException {
        byte[] file = ("institution,indicator,period,value,unit\n" + values).getBytes(StandardCharsets.UTF_8);
        String reporter = "reporter." + institution;
        long submission = intake.receive(
                        new Upload(institution, reporter, institution + ".csv"), new ByteArrayInputStream(file))
                .submission();
        runner.work(submission);
        submissions.act(submission, Action.SUBMIT, reporter, "");
        submissions.act(submission, Action.APPROVE, "manager", "");
        runner.work(submission);
    }

    @Test
    void only_institutions_of_the_figures_own_programme_contribute() {
        assertThat(listed("", Order.VALUE, true)).containsExactly("CL-A 82.5", "CL-B 17.5");
        assertThat(contributors.count(which(""))).isEqualTo(2);
    }

    @Test
    void contributors_are_ordered_searched_and_paged() {
        assertThat(listed("", Order.VALUE, false)).containsExactly("CL-B 17.5", "CL-A 82.5");
        assertThat(listed("l-b", Order.NAME, false)).containsExactly("CL-B 17.5");
        assertThat(listed("PE", Order.NAME, false)).isEmpty();
        assertThat(contributors.list(which(""), Order.NAME, false, 1, 1))
                .extracting(Contributor::key)
                .containsExactly("CL-B");
    }

    @Test
    void nobody_contributes_to_what_was_not_known_yet() {
        AsOf before = new AsOf(Instant.parse("2001-01-01T00:00:00Z"));
        assertThat(contributors.count(new Which("CL-P", "CO2", Y2023, "", before)))
                .isZero();
    }

    @Test
    void csv_and_workbook_hold_the_same_to_the_last_digit() throws IOException {
        List<List<String>> csv = csv(Selection.NONE);
        assertThat(workbook(Selection.NONE)).isEqualTo(csv);
        assertThat(csv.getFirst().getLast()).startsWith("CO2 · ");
        assertThat(figures(csv)).containsExactly("2022 95.25", "2023 100");
        assertThat(csv)
                .anySatisfy(line -> assertThat(line)
                        .contains("2022", "95.25", "CL-A.csv", "D2")
                        .anyMatch(cell -> cell.matches("[0-9a-f]{64}")));
    }

    @Test
    void files_hold_the_periods_that_are_asked_for() throws IOException {
        Selection late = Selection.of("from=2023");
        assertThat(figures(csv(late))).containsExactly("2023 100");
        assertThat(workbook(late)).isEqualTo(csv(late));
    }

    @Test
    void files_hold_regions_and_sectors_beside_the_programme() throws IOException {
        List<List<String>> csv = csv(Selection.of("from=2023"));
        assertThat(levels(csv, "Región")).containsExactly("Aysén 82.5", "Maule 17.5");
        assertThat(levels(csv, "Sector")).containsExactly("transport 100");
    }

    @Test
    void files_hold_the_institutions_that_the_reader_may_read() throws IOException {
        assertThat(levels(csv(Selection.NONE), "Institución")).isEmpty();
        viewer = accounts.get("reporter.CL-A").viewer();
        assertThat(levels(csv(Selection.NONE), "Institución")).containsExactly("CL-A 95.25", "CL-A 82.5");
        viewer = accounts.get("manager").viewer();
        assertThat(levels(csv(Selection.NONE), "Institución")).containsExactly("CL-A 95.25", "CL-A 82.5", "CL-B 17.5");
        assertThat(workbook(Selection.NONE)).isEqualTo(csv(Selection.NONE));
    }

    /** What is named on one level with its value. */
    private static List<String> levels(List<List<String>> lines, String level) {
        return lines.stream()
                .filter(each -> each.size() > 5 && each.get(1).equals(level))
                .map(each -> (each.get(3).isEmpty() ? each.get(2) : each.get(3)) + " " + each.get(5))
                .toList();
    }

    private static Which which(String search) {
        return new Which("CL-P", "CO2", Y2023, search, AsOf.NOW);
    }

    private List<String> listed(String search, Order order, boolean descending) {
        return contributors.list(which(search), order, descending, 0, 10).stream()
                .map(each -> each.key() + " " + plain(each.value()))
                .toList();
    }

    private FigureFile file(Selection selection) {
        Picture picture = Picture.of(reading.progress("CO2", selection).getFirst(), selection);
        return new FigureFile(
                picture,
                reading.sheet("CO2", selection).orElseThrow(),
                selection,
                Instant.now(),
                "https://monitor.example/indicators/CO2",
                Locale.of("es"));
    }

    private FigureFile.Source source() {
        return new FigureFile.Source(rows, contributors, viewer);
    }

    private List<List<String>> csv(Selection selection) throws IOException {
        var out = new ByteArrayOutputStream();
        file(selection).table(source()).writeCsv(out);
        try (var reader = CsvReader.builder()
                .detectBomHeader(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(new ByteArrayInputStream(out.toByteArray()))) {
            return reader.stream()
                    .map(each -> trimmed(each.getFields()))
                    .filter(each -> !isMoment(each))
                    .toList();
        }
    }

    private List<List<String>> workbook(Selection selection) throws IOException {
        var out = new ByteArrayOutputStream();
        file(selection).table(source()).writeWorkbook(out);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()));
                var lines = workbook.getFirstSheet().openStream()) {
            return lines.map(BehindFiguresTest::cells)
                    .filter(each -> !each.isEmpty() && !isMoment(each))
                    .toList();
        }
    }

    private static List<String> cells(Row row) {
        return trimmed(IntStream.range(0, row.getCellCount())
                .mapToObj(each ->
                        row.getOptionalCell(each).map(BehindFiguresTest::text).orElse(""))
                .toList());
    }

    private static String text(Cell cell) {
        return cell.getType() == CellType.NUMBER ? plain(cell.asNumber()) : cell.getText();
    }

    /** A number without zeros at its end, so that both kinds of file can be held against each other. */
    private static List<String> trimmed(List<String> cells) {
        int last = cells.size();
        while (last > 0 && cells.get(last - 1).isEmpty()) {
            last--;
        }
        return cells.subList(0, last).stream()
                .map(each -> each.matches("-?\\d+\\.\\d+") ? plain(new BigDecimal(each)) : each)
                .toList();
    }

    /** Each file is of its own moment. */
    private static boolean isMoment(List<String> line) {
        return line.size() == 2 && line.getLast().matches(".*\\(\\d{4}-\\d\\d-\\d\\dT.*");
    }

    private static List<String> figures(List<List<String>> lines) {
        return lines.stream()
                .filter(each -> each.getFirst().matches("\\d{4}") && each.get(1).equals("Programa"))
                .map(each -> each.getFirst() + " " + each.get(5))
                .toList();
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
