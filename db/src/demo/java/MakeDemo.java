import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the demo's files again from the originals: the submissions that institutions send, the order in which they are
 * replayed, and the institutions that only data name (districts, buyers) in {@code catalogue.json}. Everything else in
 * the catalogue is written by hand and stays as it is. The same originals give the same bytes.
 *
 * <p>Run from the project's root, with the jars that the build has fetched:
 *
 * <pre>{@code
 * M=~/.m2/repository
 * D=org/dhatim; C=org/apache/commons
 * java -cp "$(cd $M; ls -d $PWD/{de/siegmar/fastcsv/4.4.0,$D/fastexcel/0.20.2,com/github/rzymek/opczip/1.2.0,\
 * $D/fastexcel-reader/0.20.2,com/fasterxml/aalto-xml/1.4.0,org/codehaus/woodstox/stax2-api/4.3.0,\
 * $C/commons-compress/1.28.0,$C/commons-lang3/3.18.0,commons-io/commons-io/2.20.0}/*.jar | paste -sd:)" \
 *     db/src/demo/java/MakeDemo.java ORIGINALS db/src/main/resources/demo
 * }</pre>
 *
 * <p>ORIGINALS holds the folders {@code demo_scenario}, {@code energy_institute}, {@code gcp_co2_gapminder},
 * {@code pe_minam_residuos}, {@code cl_chilecompra_papel_2024} and {@code chile_procurement_by_institution}
 * that {@code SOURCE.md} beside the made files describes. The program checks the sums it knows and stops when an
 * original is another one.
 */
class MakeDemo {
    public static void main(String[] args) throws Exception {
        Path originals = Path.of(args[0]);
        Path demo = Path.of(args[1]);
        Path submissions = Files.createDirectories(demo.resolve("submissions"));

        var national = NationalFigures.read(originals.resolve("demo_scenario/demo_observations.csv"));
        var electricity = GeneratedElectricity.read(
                originals.resolve("energy_institute/energy_institute_CL_MX_CO_PE_DE_2000_2024.csv"));
        var inhabitants =
                Inhabitants.read(originals.resolve("gcp_co2_gapminder/gcp_co2_population_5_countries_2000_2024.csv"));
        var districts = DistrictWaste.read(originals.resolve(
                "pe_minam_residuos/D. Composición Anual de residuos domiciliarios_Distrital_2019_2022.csv"));
        var purchases = PaperPurchases.read(
                originals.resolve("cl_chilecompra_papel_2024/filtered_dataset_2024_v4_gastos_papel.csv"));
        var suppliers = SuppliersBySex.read(
                originals.resolve("chile_procurement_by_institution/data_por_instituciones_20232112.xlsx"));

        List<Replay.Event> events = new ArrayList<>(Replay.catalogue());
        events.addAll(Replay.register());
        events.addAll(national.write(submissions));
        events.addAll(electricity.write(submissions));
        events.addAll(inhabitants.write(submissions));
        events.addAll(districts.write(submissions));
        events.addAll(purchases.write(submissions));
        events.addAll(suppliers.write(submissions, purchases.codes()));
        Files.writeString(demo.resolve("replay.json"), Replay.json(events));

        List<String> named = new ArrayList<>(districts.institutions());
        named.addAll(purchases.institutions());
        named.addAll(suppliers.institutions(purchases.codes()));
        replaceInstitutions(demo.resolve("catalogue.json"), named);
    }

    /** Puts the institutions, one a line, behind those written by hand. */
    private static void replaceInstitutions(Path catalogue, List<String> institutions) throws Exception {
        List<String> lines = Files.readAllLines(catalogue, StandardCharsets.UTF_8);
        lines.removeIf(line -> line.matches("    \\{\"code\": \"(PE-\\d{6}|CL-B\\d{3,4})\".*"));
        int start = lines.indexOf("  \"institutions\": [");
        int end = start + lines.subList(start, lines.size()).indexOf("  ],");
        String last = lines.get(end - 1);
        lines.set(end - 1, last.endsWith(",") ? last : last + ",");
        lines.addAll(end, List.of(String.join(",\n", institutions).split("\n")));
        Files.write(catalogue, lines);
    }
}
