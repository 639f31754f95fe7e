import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/**
 * How many suppliers led by women and by men offered to 1,010 Chilean public bodies in 2022 and 2023, and how many were
 * awarded. What is sent has each figure in the cell in which the original has it: one file for each year, for the second
 * one is provisional.
 */
record SuppliersBySex(List<Body> bodies) {
    /** As the original calls it. */
    private static final String SHEET = "20231218_data_index_inst (2)";

    private static final int NAME = 0;
    private static final int CODE = 11;
    private static final int STATUS = 12;

    /** This line of the original, from 0, bears a person's name, which is nobody's business here. */
    private static final int PERSON = 328;

    private static final String OMITTED = "Comprador con nombre de persona (omitido)";

    private static final Map<String, String> AGENCIES = Map.of(
            "DIRECCION DE COMPRAS Y CONTRATACION PUBLICA", "CL-CHILECOMPRA",
            "AGENCIA CHILENA DE COOPERACION INTERNACIONAL PARA EL DESARROLLO", "CL-AGCID");

    /** @param column of the original, from 0 */
    private record Column(String name, int column, int sum) {}

    private record Year(int year, String status, Instant approved, List<Column> columns) {}

    private static final List<Year> YEARS = List.of(
            new Year(
                    2022,
                    "",
                    Instant.parse("2024-01-26T15:00:00Z"),
                    List.of(
                            new Column("Oferta Hombres 2022", 1, 1_104_389),
                            new Column("Oferta Mujeres 2022", 3, 294_439),
                            new Column("Adjudican Hombres 2022", 7, 305_350),
                            new Column("Adjudican Mujeres 2022", 9, 95_637))),
            new Year(
                    2023,
                    "P",
                    Instant.parse("2024-01-26T15:11:00Z"),
                    List.of(
                            new Column("Oferta Hombres 2023", 2, 1_551_860),
                            new Column("Oferta Mujeres 2023", 4, 531_782),
                            new Column("Adjudican Hombres 2023", 8, 299_589),
                            new Column("Adjudican Mujeres 2023", 10, 117_224))));

    /**
     * @param line of the original, from 0
     * @param counts by column; one that is empty there is absent here
     */
    record Body(int line, String name, Map<Integer, Integer> counts) {
        String told() {
            return line == PERSON ? OMITTED : name;
        }
    }

    static SuppliersBySex read(Path file) throws IOException {
        List<Column> columns =
                YEARS.stream().flatMap(year -> year.columns().stream()).toList();
        List<Body> bodies = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file);
                var workbook = new ReadableWorkbook(in);
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            rows.forEach(row -> {
                if (row.getRowNum() == 1) {
                    for (Column column : columns) {
                        if (!row.getCellText(column.column()).equals(column.name())) {
                            throw new IllegalStateException("Another header: " + row);
                        }
                    }
                    return;
                }
                Map<Integer, Integer> counts = new HashMap<>();
                for (Column column : columns) {
                    String count = row.getCellText(column.column());
                    if (!count.isEmpty()) {
                        counts.put(column.column(), Integer.valueOf(count));
                    }
                }
                bodies.add(new Body(
                        row.getRowNum() - 1, row.getCellText(NAME).strip().replaceAll("\\s+", " "), counts));
            });
        }
        for (Column column : columns) {
            int sum = bodies.stream()
                    .mapToInt(body -> body.counts().getOrDefault(column.column(), 0))
                    .sum();
            if (sum != column.sum()) {
                throw new IllegalStateException(column + " expected, not " + sum);
            }
        }
        if (bodies.size() != 1_010) {
            throw new IllegalStateException("1,010 bodies expected, not " + bodies.size());
        }
        return new SuppliersBySex(bodies);
    }

    /** @param buyers codes by name of those that are institutions already */
    List<Replay.Submission> write(Path folder, Map<String, String> buyers) throws IOException {
        Map<String, String> codes = codes(buyers);
        List<Replay.Submission> events = new ArrayList<>();
        for (Year year : YEARS) {
            String file = "cl-chilecompra-proveedores-" + year.year() + ".xlsx";
            try (OutputStream out = Files.newOutputStream(folder.resolve(file));
                    var workbook = new Workbook(out, "SCP Monitor", "1.0")) {
                write(workbook.newWorksheet(SHEET), year, codes);
            }
            SubmissionFiles.forgetTimes(folder.resolve(file));
            events.add(new Replay.Submission(
                    year.approved(),
                    file,
                    "CL-CHILECOMPRA",
                    "coordinator.cl",
                    year.approved().minusSeconds(8 * 86_400L),
                    "manager",
                    "",
                    "Proveedores por sexo " + year.year(),
                    "Proveedores por sexo, " + year.year()));
        }
        return events;
    }

    private void write(Worksheet sheet, Year year, Map<String, String> codes) {
        sheet.value(0, NAME, "Organismo comprador");
        year.columns().forEach(column -> sheet.value(0, column.column(), column.name()));
        sheet.value(0, CODE, "Código");
        sheet.freezePane(0, 1);
        if (!year.status().isEmpty()) {
            sheet.value(0, STATUS, "Estado");
        }
        for (Body body : bodies) {
            sheet.value(body.line(), NAME, body.told());
            sheet.value(body.line(), CODE, codes.get(body.name()));
            for (Column column : year.columns()) {
                Integer count = body.counts().get(column.column());
                if (count != null) {
                    sheet.value(body.line(), column.column(), new BigDecimal(count));
                }
            }
            if (!year.status().isEmpty()) {
                sheet.value(body.line(), STATUS, year.status());
            }
        }
    }

    /** Those that are no institutions yet, as catalogue lines. */
    List<String> institutions(Map<String, String> buyers) {
        List<String> lines = new ArrayList<>();
        Map<String, String> told = bodies.stream().collect(Collectors.toMap(Body::name, Body::told));
        codes(buyers).forEach((name, code) -> {
            if (!AGENCIES.containsValue(code) && !buyers.containsValue(code)) {
                lines.add("    {\"code\": \"%s\", \"country\": \"CL\", \"kind\": \"buyer\", \"name\": \"%s\"}"
                        .formatted(code, told.get(name).replace("\"", "\\\"")));
            }
        });
        return lines;
    }

    /** Known ones by their names but for accents; the others follow on the last buyer, by name in the order of its characters. */
    private SortedMap<String, String> codes(Map<String, String> buyers) {
        Map<String, String> known = new HashMap<>(AGENCIES);
        buyers.forEach((name, code) -> known.put(plain(name), code));
        SortedMap<String, String> codes = new TreeMap<>();
        bodies.forEach(body -> codes.put(body.name(), known.getOrDefault(plain(body.name()), "")));
        long matched = codes.values().stream().filter(code -> !code.isEmpty()).count();
        if (codes.size() != bodies.size() || matched != buyers.size() + AGENCIES.size()) {
            throw new IllegalStateException("225 known bodies expected, not " + matched);
        }
        int last = buyers.size();
        for (Map.Entry<String, String> each : codes.entrySet()) {
            if (each.getValue().isEmpty()) {
                each.setValue("CL-B%03d".formatted(++last));
            }
        }
        return codes;
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]+", " ")
                .strip();
    }
}
