package org.scpmonitor.provenance;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.submission.Finding;

/**
 * An accepted value with the place that it was read from.
 *
 * @param institution its acronym, or its code where it has none
 * @param value in the indicator's unit
 * @param reportedValue as sent, in the unit as sent
 * @param status empty for final, P provisional, E estimated, B new series
 * @param parts how many cells it sums; 0 where it stands in one
 * @param explanation what the sender answered where the value was asked about; null where it was not
 * @param replaces when the value became known that this one took the place of; null if it is the first
 * @param typed who typed it; null where it was read from a file that somebody else made
 */
public record Source(
        String institutionCode,
        String institution,
        String institutionName,
        String indicator,
        ReportingPeriod period,
        @Nullable BigDecimal value,
        String unit,
        @Nullable BigDecimal reportedValue,
        String reportedUnit,
        String status,
        @Nullable String comment,
        @Nullable String explanation,
        Instant knownFrom,
        @Nullable Instant replaces,
        Cell cell,
        Submission submission,
        @Nullable Typed typed,
        int parts) {

    /**
     * A value that was typed at a screen; the file is made of what was typed.
     *
     * @param by what the account is shown as
     * @param written as it was typed, in the number format of whoever typed it
     */
    public record Typed(String by, Instant at, String written) {}

    /**
     * One of the cells that a value sums.
     *
     * @param value in the indicator's unit
     * @param reportedValue as sent, in the unit as sent
     */
    public record Part(Cell cell, BigDecimal value, BigDecimal reportedValue, String reportedUnit) {}

    /**
     * @param sheet its name; empty for a CSV
     * @param row from 1
     * @param column from 1
     * @param text exactly as it stood there
     */
    public record Cell(int sheetNumber, String sheet, int row, int column, String text) {
        /** As a spreadsheet names it: {@code F45}. */
        public String name() {
            return Finding.cell(row, column);
        }
    }

    /**
     * @param numberFormat of text: comma or point; null where only numbers were read
     * @param approvedBy null where the approval has no event
     */
    public record Submission(
            long id,
            int revision,
            String fileName,
            String sha256,
            @Nullable String numberFormat,
            @Nullable Long rows,
            String sentBy,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt) {}
}
