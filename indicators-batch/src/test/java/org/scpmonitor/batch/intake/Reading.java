package org.scpmonitor.batch.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.mapping.Mapping;
import org.scpmonitor.submission.Finding;

/** A file read to its end, told in short lines. */
final class Reading implements RowSink {

    static final String HEADER = "institution,indicator,period,value,unit\n";

    final List<LongTableRow> rows = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();
    final List<String> sheets = new ArrayList<>();
    private Outcome outcome = new Outcome.Cancelled();

    /** Reads a CSV in UTF-8. */
    static Reading of(String csv) {
        return of(csv.getBytes(StandardCharsets.UTF_8), null);
    }

    static Reading of(String csv, Charset charset) {
        return of(csv.getBytes(charset), null);
    }

    static Reading of(String csv, NumberFormat declared) {
        return of(csv.getBytes(StandardCharsets.UTF_8), declared);
    }

    /** Reads a sender's own table. */
    static Reading mapped(byte[] bytes, Mapping mapping) {
        return onDisk(bytes, file -> of(file, mapping, null));
    }

    static Reading of(byte[] bytes, @Nullable NumberFormat declared) {
        return onDisk(bytes, file -> of(file, null, declared));
    }

    private interface Read {
        Reading of(Path file) throws IOException;
    }

    private static Reading onDisk(byte[] bytes, Read read) {
        try {
            Path file = Files.createTempFile("reading", "");
            try {
                Files.write(file, bytes);
                return read.of(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reading of(Path file, @Nullable NumberFormat declared) throws IOException {
        return of(file, null, declared);
    }

    private static Reading of(Path file, @Nullable Mapping mapping, @Nullable NumberFormat declared)
            throws IOException {
        Reading reading = new Reading();
        reading.outcome = new TableReader().read(file, mapping, declared, reading);
        return reading;
    }

    /** One row below the usual header of a comma-separated file. */
    static Reading ofRow(String row) {
        return of(HEADER + row);
    }

    Outcome outcome() {
        return outcome;
    }

    Outcome.Read done() {
        if (outcome instanceof Outcome.Read read) {
            return read;
        }
        throw new AssertionError("not read but " + outcome);
    }

    /** Each finding as {@code D2 NOT_A_NUMBER[arguments] «read»}, the sheet before it where it has a name. */
    List<String> found() {
        return findings.stream().map(Reading::tell).toList();
    }

    /** The code and arguments for which the file was refused as a whole. */
    String refusal() {
        if (outcome instanceof Outcome.Refused(Finding reason)) {
            return tell(reason);
        }
        throw new AssertionError("not refused but " + outcome + found());
    }

    /** Each row as {@code 2 CL-MMA GHG-01 2023 | 1.5 t | …}. */
    List<String> told() {
        return rows.stream().map(Reading::tell).toList();
    }

    List<String> values() {
        return rows.stream()
                .map(row -> row.value() == null ? "–" : row.value().toPlainString())
                .toList();
    }

    private static String tell(Finding finding) {
        String arguments =
                finding.arguments().isEmpty() ? "" : finding.arguments().toString();
        String read = finding.read().isEmpty() ? "" : " «" + finding.read() + "»";
        String sheet = finding.sheet().isEmpty() ? "" : finding.sheet() + "!";
        return (sheet + finding.place() + " " + finding.code() + arguments + read).strip();
    }

    private static String tell(LongTableRow row) {
        String value = row.value() == null ? "–" : row.value().toPlainString();
        return "%d %s %s %s | %s %s | %s %s %s"
                .formatted(
                        row.row(),
                        row.institution(),
                        row.indicator(),
                        row.period(),
                        value,
                        row.unit(),
                        row.disaggregation(),
                        row.status(),
                        row.comment())
                .strip()
                .concat(row.refused() ? " refused" : "");
    }

    @Override
    public void sheet(int ordinal, String name) {
        sheets.add(ordinal + name);
    }

    @Override
    public void row(LongTableRow row) {
        rows.add(row);
    }

    @Override
    public void finding(Finding finding) {
        findings.add(finding);
    }
}
