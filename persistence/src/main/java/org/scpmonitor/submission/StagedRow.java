package org.scpmonitor.submission;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;

/**
 * A row of a file as it was read, before its references are looked up.
 *
 * @param sheet ordinal of the sheet, from 0
 * @param row of the sheet as a spreadsheet numbers it, from 1
 * @param column of the value's cell, from 1
 * @param institution code as written; empty for the one that the file was sent for
 * @param indicator code as written
 * @param disaggregation in its canonical spelling; empty for the total
 * @param periodText as written
 * @param period null where the text isn't one
 * @param textRead what stands in the value's cell
 * @param value null where there is none or it can't be read
 * @param unit as written
 * @param status one letter of the long table, or empty for a final value
 * @param refused whether reading found an error in the row and told it
 */
public record StagedRow(
        int sheet,
        int row,
        int column,
        String institution,
        String indicator,
        String disaggregation,
        String periodText,
        @Nullable ReportingPeriod period,
        String textRead,
        @Nullable BigDecimal value,
        String unit,
        String status,
        boolean refused,
        String comment) {}
