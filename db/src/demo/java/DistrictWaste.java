import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Household waste by fraction, and the urban population it comes from, of Peru's 1,890 districts in 2019 to 2022. */
record DistrictWaste(List<Year> reports) {
    /** The dimension's codes in the order of the columns behind QRESIDUOS_DOM. */
    private static final List<String> FRACTIONS = List.of(
            "FOOD",
            "GARDEN",
            "OTHER_ORGANIC",
            "PAPER_WHITE",
            "PAPER_NEWS",
            "PAPER_MIXED",
            "CARDBOARD_WHITE",
            "CARDBOARD_BROWN",
            "CARDBOARD_MIXED",
            "GLASS_CLEAR",
            "GLASS_COLOURED",
            "GLASS_OTHER",
            "PET",
            "HDPE",
            "LDPE",
            "PP",
            "PS",
            "PVC",
            "BEVERAGE_CARTON",
            "TINPLATE",
            "FERROUS",
            "ALUMINIUM",
            "OTHER_METAL",
            "PLASTIC_BAGS",
            "SANITARY",
            "BATTERIES",
            "EPS",
            "INERT",
            "TEXTILES",
            "RUBBER_LEATHER",
            "MEDICINES",
            "WRAPPERS",
            "OTHER");

    private static final Map<String, Integer> DISTRICTS =
            new TreeMap<>(Map.of("2019", 1874, "2020", 1874, "2021", 1890, "2022", 1890));

    private static final Map<String, String> APPROVED = Map.of(
            "2019", "2021-06-30T16:00:00Z",
            "2020", "2022-06-30T16:00:00Z",
            "2021", "2023-06-30T16:00:00Z",
            "2022", "2024-06-28T16:00:00Z");

    private static final Pattern PARTICLE = Pattern.compile("De|Del|La|Las|El|Los|Y");

    /** @param fractions tonnes in the order of {@link #FRACTIONS}, each text as the original has it */
    record Year(
            String ubigeo,
            String district,
            String province,
            String department,
            String year,
            String urbanPopulation,
            String tonnes,
            List<String> fractions) {}

    static DistrictWaste read(Path file) throws IOException {
        List<Year> reports = new ArrayList<>();
        try (var csv = CsvReader.builder().fieldSeparator(';').ofCsvRecord(file, Charset.forName("windows-1252"))) {
            var rows = csv.iterator();
            List<String> header = rows.next().getFields();
            int total = header.indexOf("QRESIDUOS_DOM");
            while (rows.hasNext()) {
                CsvRecord row = rows.next();
                if (!row.getField(header.indexOf("UBIGEO")).isBlank()) {
                    reports.add(new Year(
                            row.getField(header.indexOf("UBIGEO")),
                            row.getField(header.indexOf("DISTRITO")),
                            row.getField(header.indexOf("PROVINCIA")),
                            row.getField(header.indexOf("DEPARTAMENTO")),
                            row.getField(header.indexOf("PERIODO")),
                            row.getField(header.indexOf("POB_URBANA")),
                            row.getField(total),
                            List.copyOf(row.getFields().subList(total + 1, total + 1 + FRACTIONS.size()))));
                }
            }
        }
        return new DistrictWaste(reports);
    }

    List<Replay.Submission> write(Path folder) throws IOException {
        List<Replay.Submission> events = new ArrayList<>();
        for (var expected : DISTRICTS.entrySet()) {
            String year = expected.getKey();
            List<Year> ofYear = reports.stream()
                    .filter(report -> report.year().equals(year))
                    .toList();
            if (ofYear.size() != expected.getValue()) {
                throw new IllegalStateException("%s: %d districts".formatted(year, ofYear.size()));
            }
            String file = "pe-minam-distritos-" + year + ".csv.gz";
            SubmissionFiles.compressedCsv(
                    folder.resolve(file),
                    ofYear.stream().flatMap(report -> rows(report).stream()).toList());
            Instant approved = Instant.parse(APPROVED.get(year));
            events.add(new Replay.Submission(
                    approved,
                    file,
                    "PE-MINAM",
                    "coordinator.pe",
                    approved.minusSeconds(9 * 86_400L),
                    "admin",
                    "point",
                    "Residuos domiciliarios de los distritos, " + year));
        }
        return events;
    }

    private static List<SubmissionFiles.Row> rows(Year report) {
        List<SubmissionFiles.Row> rows = new ArrayList<>();
        rows.add(row(report, "POP-01", report.urbanPopulation(), "hab", ""));
        rows.add(row(report, "WAS-10", report.tonnes(), "t", ""));
        for (int i = 0; i < FRACTIONS.size(); i++) {
            rows.add(row(report, "WAS-10", report.fractions().get(i), "t", "WASTE_FRACTION=" + FRACTIONS.get(i)));
        }
        return rows;
    }

    private static SubmissionFiles.Row row(
            Year report, String indicator, String value, String unit, String disaggregation) {
        return new SubmissionFiles.Row(
                "PE-" + report.ubigeo(), indicator, report.year(), value, unit, disaggregation, "", "");
    }

    /** The districts as catalogue lines, by UBIGEO. */
    List<String> institutions() {
        var lines = new TreeSet<String>();
        reports.forEach(report -> lines.add(
                "    {\"code\": \"PE-%s\", \"country\": \"PE\", \"kind\": \"municipality\", \"name\": \"%s\", \"region\": \"%s, %s\"}"
                        .formatted(
                                report.ubigeo(),
                                capitalised(report.district()),
                                capitalised(report.province()),
                                capitalised(report.department()))));
        if (lines.size() != 1890) {
            throw new IllegalStateException("1,890 districts expected, not " + lines.size());
        }
        return List.copyOf(lines);
    }

    /** {@code SAN JUAN DE LA VIRGEN} as {@code San Juan de la Virgen}; accents stay as the original has them. */
    private static String capitalised(String upperCase) {
        var name = new StringBuilder();
        for (String word : upperCase.strip().split("(?<=[ -])")) {
            String written = word.substring(0, 1) + word.substring(1).toLowerCase(Locale.ROOT);
            boolean particle =
                    !name.isEmpty() && PARTICLE.matcher(written.strip()).matches();
            name.append(particle ? written.toLowerCase(Locale.ROOT) : written);
        }
        return name.toString();
    }
}
