import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Makes the outlines of the map screen from the countries of Natural Earth at 1:110 million, as the package
 * {@code world-atlas} 2.0.2 carries them in TopoJSON. Projected once, by Lambert's azimuthal equal-area projection around
 * 78° W 12° S, Germany around its own middle at the same scale, so that areas can be compared. One unit is 10 km.
 *
 * <p>Run from the project's root, with the jars that the build has fetched:
 *
 * <pre>{@code
 * java -cp JACKSON_CORE:JACKSON_ANNOTATIONS:JACKSON_DATABIND app-ui/src/demo/java/MakeOutlines.java \
 *     countries-110m.json app-ui/src/main/resources/org/scpmonitor/ui/map/outlines.properties
 * }</pre>
 */
class MakeOutlines {
    private static final double EARTH = 637.1;
    private static final int MARGIN = 12;

    private static final Map<String, String> COUNTRIES =
            Map.of("152", "CL", "484", "MX", "170", "CO", "604", "PE", "276", "DE");
    private static final Set<String> NEIGHBOURS = Set.of(
            "Argentina",
            "Bolivia",
            "Brazil",
            "Ecuador",
            "Venezuela",
            "Paraguay",
            "Uruguay",
            "Guyana",
            "Suriname",
            "Guatemala",
            "Belize",
            "Honduras",
            "El Salvador",
            "Nicaragua",
            "Costa Rica",
            "Panama",
            "Cuba",
            "Haiti",
            "Dominican Rep.",
            "Jamaica",
            "Trinidad and Tobago",
            "Puerto Rico");

    /** Where the middle of Germany's own piece of map lies, in units from the left and the upper edge. */
    private static final double[] INSET = {735, 95};

    record Point(double x, double y) {}

    public static void main(String[] args) throws Exception {
        JsonNode world = new ObjectMapper().readTree(Path.of(args[0]).toFile());
        List<List<double[]>> arcs = arcs(world);
        Map<String, List<List<Point>>> outlines = new LinkedHashMap<>();
        for (JsonNode country : world.path("objects").path("countries").path("geometries")) {
            String code = COUNTRIES.get(country.path("id").asText());
            String name = country.path("properties").path("name").asText();
            if (code != null || NEIGHBOURS.contains(name)) {
                double[] middle = "DE".equals(code) ? new double[] {10.3, 51.1} : new double[] {-78, -12};
                List<List<Point>> rings =
                        outlines.computeIfAbsent(code == null ? "neighbours" : code, key -> new ArrayList<>());
                for (JsonNode ring : rings(country)) {
                    rings.add(projected(ring, arcs, middle));
                }
            }
        }
        List<Point> drawn = outlines.entrySet().stream()
                .filter(each -> !each.getKey().equals("DE"))
                .flatMap(each -> each.getValue().stream())
                .flatMap(List::stream)
                .toList();
        double left = drawn.stream().mapToDouble(Point::x).min().orElseThrow() - MARGIN;
        double top = drawn.stream().mapToDouble(Point::y).min().orElseThrow() - MARGIN;
        double width = drawn.stream().mapToDouble(Point::x).max().orElseThrow() + MARGIN - left;
        double height = drawn.stream().mapToDouble(Point::y).max().orElseThrow() + MARGIN - top;
        StringBuilder text = new StringBuilder("""
                # Outlines of countries, made by app-ui/src/demo/java/MakeOutlines.java from Natural Earth 1:110m (public domain),
                # by way of world-atlas 2.0.2 (github.com/topojson/world-atlas, a912c0a; ISC, (c) 2013-2019 Michael Bostock).
                # Lambert azimuthal equal area, one unit is 10 km; Germany beside at the same scale.
                """);
        text.append("size=%.0f %.0f\n".formatted(width, height));
        outlines.forEach((code, rings) -> {
            boolean inset = code.equals("DE");
            text.append(code).append('=');
            rings.forEach(ring -> text.append(path(ring, inset ? -INSET[0] : left, inset ? -INSET[1] : top)));
            text.append('\n');
        });
        Files.writeString(Path.of(args[1]), text);
    }

    private static List<List<double[]>> arcs(JsonNode world) {
        JsonNode scale = world.path("transform").path("scale");
        JsonNode shift = world.path("transform").path("translate");
        List<List<double[]>> arcs = new ArrayList<>();
        for (JsonNode arc : world.path("arcs")) {
            List<double[]> points = new ArrayList<>();
            double x = 0;
            double y = 0;
            for (JsonNode step : arc) {
                x += step.get(0).asDouble();
                y += step.get(1).asDouble();
                points.add(new double[] {
                    x * scale.get(0).asDouble() + shift.get(0).asDouble(),
                    y * scale.get(1).asDouble() + shift.get(1).asDouble()
                });
            }
            arcs.add(points);
        }
        return arcs;
    }

    private static List<JsonNode> rings(JsonNode country) {
        List<JsonNode> rings = new ArrayList<>();
        if (country.path("type").asText().equals("Polygon")) {
            country.path("arcs").forEach(rings::add);
        } else {
            country.path("arcs").forEach(polygon -> polygon.forEach(rings::add));
        }
        return rings;
    }

    private static List<Point> projected(JsonNode ring, List<List<double[]>> arcs, double[] middle) {
        List<Point> points = new ArrayList<>();
        for (JsonNode each : ring) {
            int index = each.asInt();
            List<double[]> arc = index >= 0 ? arcs.get(index) : arcs.get(~index).reversed();
            // Each arc begins where the one before it ends.
            arc.subList(points.isEmpty() ? 0 : 1, arc.size()).forEach(point -> points.add(project(point, middle)));
        }
        return points;
    }

    private static Point project(double[] degrees, double[] middle) {
        double longitude = Math.toRadians(degrees[0] - middle[0]);
        double latitude = Math.toRadians(degrees[1]);
        double centre = Math.toRadians(middle[1]);
        double k = Math.sqrt(2
                / (1
                        + Math.sin(centre) * Math.sin(latitude)
                        + Math.cos(centre) * Math.cos(latitude) * Math.cos(longitude)));
        return new Point(
                EARTH * k * Math.cos(latitude) * Math.sin(longitude),
                -EARTH
                        * k
                        * (Math.cos(centre) * Math.sin(latitude)
                                - Math.sin(centre) * Math.cos(latitude) * Math.cos(longitude)));
    }

    private static String path(List<Point> ring, double left, double top) {
        StringBuilder path = new StringBuilder();
        ring.forEach(each -> path.append(path.isEmpty() ? 'M' : 'L')
                .append(String.format(Locale.ROOT, "%.1f %.1f", each.x() - left, each.y() - top)));
        return path.append('Z').toString();
    }
}
