import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The inhabitants of five countries from 2010 to 2024, sent by their ministries at once. */
record Inhabitants(List<Figure> figures) {

    record Figure(String iso3, int year, String value) {}

    private record Reporter(String iso3, String institution, String sentBy, String approvedBy) {}

    private static final List<Reporter> REPORTERS = List.of(
            new Reporter("CHL", "CL-MMA", "reporter.cl", "coordinator.cl"),
            new Reporter("MEX", "MX-SEMARNAT", "reporter.mx", "coordinator.mx"),
            new Reporter("COL", "CO-MADS", "reporter.co", "coordinator.co"),
            new Reporter("PER", "PE-MINAM", "reporter.pe", "coordinator.pe"),
            new Reporter("DEU", "DE-BMZ", "admin", "manager"));

    private record Round(int first, int last, LocalDate approved) {}

    private static final List<Round> ROUNDS = List.of(new Round(2010, 2024, LocalDate.of(2025, 10, 8)));

    static Inhabitants read(Path file) throws IOException {
        List<Figure> figures = new ArrayList<>();
        try (var csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            csv.forEach(row -> {
                int year = Integer.parseInt(row.getField("year"));
                if (row.getField("series").equals("pop") && year >= 2010 && year <= 2024) {
                    figures.add(new Figure(row.getField("iso3"), year, row.getField("value")));
                }
            });
        }
        if (figures.size() != 5 * 15) {
            throw new IllegalStateException("75 figures expected, not " + figures.size());
        }
        return new Inhabitants(figures);
    }

    List<Replay.Submission> write(Path folder) throws IOException {
        List<Replay.Submission> events = new ArrayList<>();
        for (int place = 0; place < REPORTERS.size(); place++) {
            Reporter reporter = REPORTERS.get(place);
            boolean german = reporter.iso3().equals("DEU");
            for (Round round : ROUNDS) {
                String years = round.first() == round.last() ? "" + round.first() : round.first() + "-" + round.last();
                String file = reporter.institution().toLowerCase() + "-poblacion-" + years + ".csv";
                SubmissionFiles.officeCsv(
                        folder.resolve(file),
                        german ? SubmissionFiles.GERMAN : SubmissionFiles.SPANISH,
                        figures.stream()
                                .filter(figure -> figure.iso3().equals(reporter.iso3())
                                        && figure.year() >= round.first()
                                        && figure.year() <= round.last())
                                .map(figure -> new SubmissionFiles.Row(
                                        reporter.institution(),
                                        "POP-02",
                                        "" + figure.year(),
                                        figure.value(),
                                        "hab",
                                        "",
                                        "",
                                        (german ? "Quelle: " : "Fuente: ") + "gapminder (pop v8)"))
                                .toList());
                Instant approved = round.approved()
                        .atTime(LocalTime.of(15, 0))
                        .plusMinutes(place * 11L)
                        .toInstant(ZoneOffset.UTC);
                events.add(new Replay.Submission(
                        approved,
                        file,
                        reporter.institution(),
                        reporter.sentBy(),
                        approved.minus(Duration.ofDays(6)),
                        reporter.approvedBy(),
                        "comma",
                        "Población total, " + years));
            }
        }
        return events;
    }
}
