import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The order of events, with illustrative times: what became known when. */
final class Replay {
    private Replay() {}

    /** What happens at a knowledge time; no two events share one. */
    sealed interface Event {
        Instant at();

        String json();
    }

    /** The catalogue becomes known with the targets decided and the factors published by then. */
    record Catalogue(Instant at, String comment) implements Event {
        @Override
        public String json() {
            return "{\"at\": \"%s\", \"kind\": \"catalogue\", \"comment\": \"%s\"}".formatted(at, comment);
        }
    }

    /** The register holds what was known of the cooperation by then. */
    record Register(Instant at, String comment) implements Event {
        @Override
        public String json() {
            return "{\"at\": \"%s\", \"kind\": \"register\", \"comment\": \"%s\"}".formatted(at, comment);
        }
    }

    /**
     * A file received and later approved.
     *
     * @param at when it was approved, the knowledge time of its values
     * @param numberFormat {@code comma}, {@code point}, or empty for a workbook
     * @param mapping name of the mapping that the file is read with; empty for the long table
     */
    record Submission(
            Instant at,
            String file,
            String institution,
            String sentBy,
            Instant receivedAt,
            String approvedBy,
            String numberFormat,
            String mapping,
            String comment)
            implements Event {

        Submission(
                Instant at,
                String file,
                String institution,
                String sentBy,
                Instant receivedAt,
                String approvedBy,
                String numberFormat,
                String comment) {
            this(at, file, institution, sentBy, receivedAt, approvedBy, numberFormat, "", comment);
        }

        @Override
        public String json() {
            String format = (numberFormat.isEmpty() ? "" : ", \"numberFormat\": \"" + numberFormat + '"')
                    + (mapping.isEmpty() ? "" : ", \"mapping\": \"" + mapping + '"');
            return ("{\"at\": \"%s\", \"kind\": \"submission\", \"file\": \"submissions/%s\", \"institution\": \"%s\", "
                            + "\"sentBy\": \"%s\", \"receivedAt\": \"%s\", \"approvedBy\": \"%s\"%s, \"comment\": \"%s\"}")
                    .formatted(at, file, institution, sentBy, receivedAt, approvedBy, format, comment);
        }
    }

    /** One at the start of the cooperation, then one on each day on which a target was decided, or factors came out. */
    static List<Catalogue> catalogue() {
        return List.of(
                new Catalogue(Instant.parse("2014-10-01T12:00:00Z"), "Inicio de la cooperación triangular"),
                new Catalogue(Instant.parse("2015-03-30T12:00:00Z"), "CDN de México, 2015"),
                new Catalogue(Instant.parse("2019-06-17T12:00:00Z"), "Economía circular de Colombia"),
                new Catalogue(Instant.parse("2020-04-09T12:00:00Z"), "CDN de Chile, 2020"),
                new Catalogue(Instant.parse("2020-12-18T12:00:00Z"), "CDN del Perú, 2020"),
                new Catalogue(Instant.parse("2020-12-30T12:00:00Z"), "CDN de México y de Colombia, 2020"),
                new Catalogue(Instant.parse("2021-07-01T12:00:00Z"), "Hoja de ruta de Chile"),
                new Catalogue(Instant.parse("2022-11-17T12:00:00Z"), "CDN de México, actualización de 2022"),
                new Catalogue(Instant.parse("2023-06-16T12:00:00Z"), "Factores de la red eléctrica de 2022"),
                new Catalogue(Instant.parse("2024-06-17T12:00:00Z"), "Factores de la red eléctrica de 2023"),
                new Catalogue(Instant.parse("2025-06-16T12:00:00Z"), "Factores de la red eléctrica de 2024"),
                new Catalogue(Instant.parse("2025-11-14T12:00:00Z"), "Factores de la red eléctrica, serie revisada"));
    }

    static List<Register> register() {
        return List.of(
                new Register(Instant.parse("2014-10-01T12:30:00Z"), "La cooperación como la cuenta el folleto"),
                new Register(Instant.parse("2015-12-31T12:00:00Z"), "Lo hecho en 2015"),
                new Register(Instant.parse("2016-12-31T12:00:00Z"), "Lo hecho en 2016"),
                new Register(Instant.parse("2020-10-19T12:00:00Z"), "Cuestionarios de los ODS"),
                new Register(Instant.parse("2024-12-31T12:00:00Z"), "Acuerdos y mediciones de 2024"));
    }

    static String json(List<? extends Event> events) {
        List<? extends Event> ordered =
                events.stream().sorted(Comparator.comparing(Event::at)).toList();
        if (ordered.stream().map(Event::at).distinct().count() < ordered.size()) {
            throw new IllegalStateException("Two events at one moment");
        }
        return """
                {
                  "schema": "scp-replay/1",
                  "illustrative": true,
                  "explanation": "Ilustrativo: la cifra consta así en la fuente publicada.",
                  "grants": [
                %s
                  ],
                  "events": [
                %s
                  ]
                }
                """.formatted(lines(grants()), lines(ordered.stream().map(Event::json)));
    }

    /** What the accounts must be allowed to do for the replay. */
    private static Stream<String> grants() {
        return Stream.of(
                grant("reporter.cl", "reporter", "\"institution\": \"CL-MMA\""),
                grant("reporter.mx", "reporter", "\"institution\": \"MX-SEMARNAT\""),
                grant("reporter.co", "reporter", "\"institution\": \"CO-MADS\""),
                grant("reporter.pe", "reporter", "\"institution\": \"PE-MINAM\""),
                grant("coordinator.cl", "coordinator", "\"country\": \"CL\""),
                grant("coordinator.mx", "coordinator", "\"country\": \"MX\""),
                grant("coordinator.co", "coordinator", "\"country\": \"CO\""),
                grant("coordinator.pe", "coordinator", "\"country\": \"PE\""),
                grant("manager", "reporter", "\"institution\": \"DE-BMZ\""),
                grant("admin", "coordinator", ""));
    }

    private static String grant(String account, String role, String scope) {
        return "{\"account\": \"%s\", \"role\": \"%s\"%s}"
                .formatted(account, role, scope.isEmpty() ? "" : ", " + scope);
    }

    private static String lines(Stream<String> items) {
        return items.map(item -> "    " + item).collect(Collectors.joining(",\n"));
    }
}
