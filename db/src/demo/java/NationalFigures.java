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
import java.util.Map;

/** The 672 yearly figures of five countries, sent by their ministries in rounds. */
record NationalFigures(List<Figure> figures) {
    private static final String FIRST_REPORT = "Valor ilustrativo: primera cifra, corregida en una entrega posterior";

    record Figure(String iso3, String indicator, int year, String value, String unit, String source) {}

    private record Reporter(String iso3, String institution, String sentBy, String approvedBy) {}

    private static final List<Reporter> REPORTERS = List.of(
            new Reporter("CHL", "CL-MMA", "reporter.cl", "coordinator.cl"),
            new Reporter("MEX", "MX-SEMARNAT", "reporter.mx", "coordinator.mx"),
            new Reporter("COL", "CO-MADS", "reporter.co", "coordinator.co"),
            new Reporter("PER", "PE-MINAM", "reporter.pe", "coordinator.pe"),
            new Reporter("DEU", "DE-BMZ", "manager", "admin"));

    /** The years sent together and the day on which they were approved: every two years at first, then yearly. */
    private record Round(int first, int last, LocalDate approved) {}

    private static final List<Round> ROUNDS = List.of(
            new Round(2010, 2013, LocalDate.of(2015, 3, 31)),
            new Round(2014, 2015, LocalDate.of(2017, 3, 31)),
            new Round(2016, 2017, LocalDate.of(2019, 3, 29)),
            new Round(2018, 2019, LocalDate.of(2021, 3, 31)),
            new Round(2020, 2021, LocalDate.of(2023, 3, 31)),
            new Round(2022, 2022, LocalDate.of(2024, 3, 28)),
            new Round(2023, 2023, LocalDate.of(2025, 3, 31)),
            new Round(2024, 2024, LocalDate.of(2025, 10, 6)));

    private static final List<Round> GERMAN_ROUNDS = List.of(
            new Round(2010, 2021, LocalDate.of(2023, 3, 31)),
            new Round(2022, 2022, LocalDate.of(2024, 3, 28)),
            new Round(2023, 2023, LocalDate.of(2025, 3, 31)),
            new Round(2024, 2024, LocalDate.of(2025, 10, 6)));

    /** A figure first reported otherwise; the true one follows with the round that covers {@code correctedWith}. */
    private record Revision(String iso3, String indicator, int year, String firstValue, int correctedWith) {}

    /** Chile's correction comes in a file of its own, {@link #CHILE_CORRECTS}. */
    private static final List<Revision> REVISIONS = List.of(
            new Revision("CHL", "GHG-01", 2023, "99.604", 0),
            new Revision("MEX", "GHG-01", 2019, "655.2", 2020),
            new Revision("COL", "GHG-02", 2018, "301.9", 2020));

    private static final Instant CHILE_CORRECTS = Instant.parse("2025-10-20T14:07:00Z");

    /** The last year of a greenhouse gas series is provisional. */
    private static final Map<String, Integer> PROVISIONAL =
            Map.of("GHG-01", 2023, "GHG-02", 2023, "GHG-03", 2023, "GHG-04", 2022);

    static NationalFigures read(Path file) throws IOException {
        List<Figure> figures = new ArrayList<>();
        try (var csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            csv.forEach(row -> figures.add(new Figure(
                    row.getField("iso3"),
                    row.getField("indicator_code"),
                    Integer.parseInt(row.getField("period")),
                    row.getField("value"),
                    row.getField("unit"),
                    row.getField("source_dataset"))));
        }
        if (figures.size() != 672) {
            throw new IllegalStateException("672 observations expected, not " + figures.size());
        }
        return new NationalFigures(figures);
    }

    List<Replay.Submission> write(Path folder) throws IOException {
        List<Replay.Submission> events = new ArrayList<>();
        for (int place = 0; place < REPORTERS.size(); place++) {
            Reporter reporter = REPORTERS.get(place);
            for (Round round : reporter.iso3().equals("DEU") ? GERMAN_ROUNDS : ROUNDS) {
                Instant approved = round.approved()
                        .atTime(LocalTime.of(15, 0))
                        .plusMinutes(place * 11L)
                        .toInstant(ZoneOffset.UTC);
                String years = round.first() == round.last() ? "" + round.first() : round.first() + "-" + round.last();
                events.add(send(folder, reporter, years, rows(reporter, round), approved, "Cifras de " + years));
            }
        }
        Reporter chile = REPORTERS.getFirst();
        List<SubmissionFiles.Row> corrected = figures.stream()
                .filter(figure -> REVISIONS.getFirst().equals(revision(figure)))
                .map(figure -> row(chile, figure, figure.value(), "Corrige la cifra anterior, que era ilustrativa"))
                .toList();
        events.add(send(folder, chile, "2023-correccion", corrected, CHILE_CORRECTS, "Corrección de GHG-01, 2023"));
        return events;
    }

    private static Replay.Submission send(
            Path folder,
            Reporter reporter,
            String name,
            List<SubmissionFiles.Row> rows,
            Instant approved,
            String comment)
            throws IOException {
        String file = reporter.institution().toLowerCase() + "-" + name;
        String format = "";
        switch (reporter.iso3()) {
            case "DEU" -> {
                file += ".csv";
                format = "comma";
                SubmissionFiles.officeCsv(folder.resolve(file), SubmissionFiles.GERMAN, rows);
            }
            case "COL" -> {
                file += ".csv";
                format = "comma";
                SubmissionFiles.officeCsv(folder.resolve(file), SubmissionFiles.SPANISH, rows);
            }
            default -> {
                file += ".xlsx";
                SubmissionFiles.workbook(folder.resolve(file), "Datos", rows);
            }
        }
        return new Replay.Submission(
                approved,
                file,
                reporter.institution(),
                reporter.sentBy(),
                approved.minus(Duration.ofDays(6)),
                reporter.approvedBy(),
                format,
                comment);
    }

    private List<SubmissionFiles.Row> rows(Reporter reporter, Round round) {
        List<SubmissionFiles.Row> rows = new ArrayList<>();
        for (Figure figure : figures) {
            if (!figure.iso3().equals(reporter.iso3())) {
                continue;
            }
            Revision revision = revision(figure);
            boolean now = figure.year() >= round.first() && figure.year() <= round.last();
            if (now && revision != null) {
                rows.add(row(reporter, figure, revision.firstValue(), FIRST_REPORT));
            } else if (now) {
                rows.add(row(reporter, figure, figure.value(), ""));
            } else if (revision != null
                    && revision.correctedWith() >= round.first()
                    && revision.correctedWith() <= round.last()) {
                rows.add(row(reporter, figure, figure.value(), "Corrige la cifra anterior, que era ilustrativa"));
            }
        }
        return rows;
    }

    private static Revision revision(Figure figure) {
        return REVISIONS.stream()
                .filter(r -> r.iso3().equals(figure.iso3())
                        && r.indicator().equals(figure.indicator())
                        && r.year() == figure.year())
                .findAny()
                .orElse(null);
    }

    private static SubmissionFiles.Row row(Reporter reporter, Figure figure, String value, String remark) {
        String status = "";
        if (Integer.valueOf(figure.year()).equals(PROVISIONAL.get(figure.indicator()))) {
            status = "P";
        } else if (figure.iso3().equals("PER") && figure.indicator().equals("WAT-01") && figure.year() == 2021) {
            status = "B";
            remark = "Cambio de serie: no comparable con los años anteriores";
        }
        String comment = remark
                + (remark.isEmpty() ? "" : ". ")
                + (figure.iso3().equals("DEU") ? "Quelle: " : "Fuente: ")
                + figure.source();
        return new SubmissionFiles.Row(
                reporter.institution(),
                figure.indicator(),
                "" + figure.year(),
                value,
                figure.unit(),
                "",
                status,
                comment);
    }
}
