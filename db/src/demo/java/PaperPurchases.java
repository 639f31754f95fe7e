import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What 223 Chilean public bodies ordered in printing paper from January to October 2024, by month. */
record PaperPurchases(List<Order> orders) {
    private static final List<String> MONTHS =
            List.of("Enero", "Febrero", "Marzo", "Abril", "Mayo", "Junio", "Julio", "Agosto", "Septiembre", "Octubre");

    private record Quarter(String name, int firstMonth, int lastMonth, Instant approved) {}

    private static final List<Quarter> QUARTERS = List.of(
            new Quarter("2024-T1", 1, 3, Instant.parse("2024-04-30T15:00:00Z")),
            new Quarter("2024-T2", 4, 6, Instant.parse("2024-07-31T15:00:00Z")),
            new Quarter("2024-T3", 7, 9, Instant.parse("2024-10-31T15:00:00Z")),
            new Quarter("2024-10", 10, 10, Instant.parse("2024-11-29T15:00:00Z")));

    /** @param pesos whole Chilean pesos */
    record Order(String buyer, int month, BigInteger pesos) {}

    static PaperPurchases read(Path file) throws IOException {
        List<Order> orders = new ArrayList<>();
        try (var csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            csv.forEach(row -> {
                String[] period = row.getField("Periodo").split("/");
                if (!period[1].equals("2024")) {
                    throw new IllegalStateException("Another year: " + row);
                }
                orders.add(new Order(
                        row.getField("Institución Padre").strip().replaceAll("\\s+", " "),
                        MONTHS.indexOf(period[0]) + 1,
                        new BigInteger(row.getField("Gasto"))));
            });
        }
        BigInteger sum = orders.stream().map(Order::pesos).reduce(BigInteger.ZERO, BigInteger::add);
        if (!sum.equals(BigInteger.valueOf(1_643_029_369)) || orders.stream().anyMatch(order -> order.month() == 0)) {
            throw new IllegalStateException("1,643,029,369 pesos expected, not " + sum);
        }
        return new PaperPurchases(orders);
    }

    List<Replay.Submission> write(Path folder) throws IOException {
        Map<String, String> codes = codes();
        List<Replay.Submission> events = new ArrayList<>();
        for (Quarter quarter : QUARTERS) {
            String file = "cl-chilecompra-papel-" + quarter.name() + ".csv";
            SubmissionFiles.portalCsv(folder.resolve(file), rows(quarter, codes));
            events.add(new Replay.Submission(
                    quarter.approved(),
                    file,
                    "CL-CHILECOMPRA",
                    "coordinator.cl",
                    quarter.approved().minusSeconds(12 * 86_400L),
                    "admin",
                    "point",
                    "Compras de papel, " + quarter.name()));
        }
        return events;
    }

    private List<SubmissionFiles.Row> rows(Quarter quarter, Map<String, String> codes) {
        SortedMap<String, List<Order>> byMonthAndBuyer = new TreeMap<>();
        orders.stream()
                .filter(order -> order.month() >= quarter.firstMonth() && order.month() <= quarter.lastMonth())
                .forEach(order -> byMonthAndBuyer
                        .computeIfAbsent(
                                "2024-%02d %s".formatted(order.month(), codes.get(order.buyer())),
                                key -> new ArrayList<>())
                        .add(order));
        List<SubmissionFiles.Row> rows = new ArrayList<>();
        byMonthAndBuyer.forEach((key, placed) -> rows.add(new SubmissionFiles.Row(
                key.substring(8),
                "PRC-01",
                key.substring(0, 7),
                placed.stream()
                        .map(Order::pesos)
                        .reduce(BigInteger.ZERO, BigInteger::add)
                        .toString(),
                "CLP",
                "",
                "",
                placed.size() == 1 ? "1 orden de compra" : placed.size() + " órdenes de compra")));
        return rows;
    }

    /** The buyers as catalogue lines. */
    List<String> institutions() {
        List<String> lines = new ArrayList<>();
        codes().forEach((name, code) ->
                lines.add("    {\"code\": \"%s\", \"country\": \"CL\", \"kind\": \"buyer\", \"name\": \"%s\"}"
                        .formatted(code, name)));
        return lines;
    }

    /** {@code CL-B001} and on, by name in the order of its characters. */
    SortedMap<String, String> codes() {
        var names = new TreeSet<String>();
        orders.forEach(order -> names.add(order.buyer()));
        if (names.size() != 223) {
            throw new IllegalStateException("223 buyers expected, not " + names.size());
        }
        SortedMap<String, String> codes = new TreeMap<>();
        names.forEach(name -> codes.put(name, "CL-B%03d".formatted(codes.size() + 1)));
        return codes;
    }
}
