package org.scpmonitor.submission;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a check found at one place of a file.
 *
 * @param severity whether it stops the submission; usually {@link FindingCode#severity()}
 * @param code what was found
 * @param sheet name of the sheet; empty for a CSV and for a finding on the whole file
 * @param row row of the sheet as a spreadsheet numbers it, from 1; null for a finding on a sheet or file
 * @param column column of the sheet, from 1 (column A); null for a finding on a row, sheet or file
 * @param read the text that stands there, cut to {@value #LONGEST_READ} characters; empty where nothing stands
 * @param arguments one for each of {@link FindingCode#arguments()}, in that order
 */
public record Finding(
        Severity severity,
        FindingCode code,
        String sheet,
        @Nullable Integer row,
        @Nullable Integer column,
        String read,
        List<String> arguments) {

    /** The most characters of a cell that a finding repeats. */
    public static final int LONGEST_READ = 200;

    /** @throws IllegalArgumentException where the arguments aren't those that the code takes */
    public Finding {
        arguments = List.copyOf(arguments);
        if (arguments.size() != code.arguments().size()) {
            throw new IllegalArgumentException(code + " takes " + code.arguments() + ", not " + arguments);
        }
        if (read.length() > LONGEST_READ) {
            int end = Character.isHighSurrogate(read.charAt(LONGEST_READ - 2)) ? LONGEST_READ - 2 : LONGEST_READ - 1;
            read = read.substring(0, end) + "…";
        }
    }

    /** A finding on one cell, of the code's own severity. */
    public static Finding onCell(
            FindingCode code, String sheet, int row, int column, String read, String... arguments) {
        return new Finding(code.severity(), code, sheet, row, column, read, List.of(arguments));
    }

    /** A finding on a whole row, of the code's own severity. */
    public static Finding onRow(FindingCode code, String sheet, int row, String read, String... arguments) {
        return new Finding(code.severity(), code, sheet, row, null, read, List.of(arguments));
    }

    /** A finding on a whole sheet, of the code's own severity. */
    public static Finding onSheet(FindingCode code, String sheet, String read, String... arguments) {
        return new Finding(code.severity(), code, sheet, null, null, read, List.of(arguments));
    }

    /** A finding on the whole file, of the code's own severity. */
    public static Finding onFile(FindingCode code, String... arguments) {
        return new Finding(code.severity(), code, "", null, null, "", List.of(arguments));
    }

    /** Where it stands, as a spreadsheet writes it: {@code F6}, {@code 6} for a row, empty for a sheet or file. */
    public String place() {
        return cell(row, column);
    }

    /**
     * The name of a cell as a spreadsheet writes it: {@code cell(6, 6)} is {@code F6}, {@code cell(6, null)} the row
     * {@code 6}, {@code cell(null, 6)} the column {@code F}.
     *
     * @param row from 1
     * @param column from 1
     */
    public static String cell(@Nullable Integer row, @Nullable Integer column) {
        StringBuilder name = new StringBuilder();
        for (int rest = column == null ? 0 : column; rest > 0; rest = (rest - 1) / 26) {
            name.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return name.append(Objects.requireNonNullElse(row, "")).toString();
    }
}
