package org.scpmonitor.publication;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;

/**
 * The file of a publication: a row for each figure as comma-separated values in UTF-8, lines ended by CRLF. The same
 * figures make the same bytes: codes, exact decimals and instants only, in one order, with nothing of today in it.
 *
 * @param figures how many rows it has
 * @param partial how many of them are marked partial
 */
record PublicationFile(byte[] bytes, int figures, int partial) {

    private static final String HEADER =
            "programme,country,indicator,disaggregation,period,value,unit,status,uncertainty,"
                    + "coverageReported,coverageExpected,coverageShare,partial,gwpSet,carriedFactor,estimation,estimatedValue,"
                    + "estimatedInstitutions,knownFrom,figure";

    static PublicationFile of(Result<? extends Record> figures) {
        String text = Stream.concat(Stream.of(HEADER), figures.stream().map(PublicationFile::line))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
        return new PublicationFile(text.getBytes(UTF_8), figures.size(), (int) figures.stream()
                .filter(row -> row.get("partial", Boolean.class))
                .count());
    }

    private static String line(Record row) {
        return Stream.of(
                        row.get("programme", String.class),
                        row.get("country", String.class),
                        row.get("indicator", String.class),
                        row.get("disaggregation", String.class),
                        ReportingPeriod.of(
                                row.get("period_start", LocalDate.class), row.get("period_months", Integer.class)),
                        row.get("value", BigDecimal.class),
                        row.get("unit", String.class),
                        row.get("status", String.class),
                        row.get("uncertainty", BigDecimal.class),
                        row.get("reported", Integer.class),
                        row.get("expected", Integer.class),
                        row.get("volume_share", BigDecimal.class),
                        row.get("partial", Boolean.class),
                        row.get("gwp_set", String.class),
                        row.get("carried", Boolean.class),
                        row.get("estimation", String.class),
                        row.get("estimated_value", BigDecimal.class),
                        row.get("estimated", Integer.class),
                        row.get("known_from", Instant.class),
                        row.get("id", Long.class))
                .map(PublicationFile::cell)
                .collect(Collectors.joining(","));
    }

    private static String cell(@Nullable Object value) {
        String text = switch (value) {
            case null -> "";
            case BigDecimal decimal -> decimal.toPlainString();
            case Instant instant -> DateTimeFormatter.ISO_INSTANT.format(instant);
            default -> Objects.toString(value);
        };
        return text.contains(",") || text.contains("\"") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    String sha256() {
        return sha256(bytes);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
