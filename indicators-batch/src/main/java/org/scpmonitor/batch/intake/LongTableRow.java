package org.scpmonitor.batch.intake;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;

/**
 * One row of the long table, as it was read.
 *
 * @param sheet ordinal of the sheet, from 0, as told to {@link RowSink#sheet}
 * @param row row as a spreadsheet numbers it, from 1
 * @param valueColumn column of the value's cell, from 1
 * @param institution code as written, without space around it; empty where the sender's own institution is meant
 * @param indicator code as written, without space around it
 * @param periodText period as written
 * @param period period as read; null in a refused row alone
 * @param valueText the text, or the stored number, that stands in the value's cell
 * @param value exact value; null where the status says that there is none, and in a refused row
 * @param unit unit as written, without space around it
 * @param disaggregation {@code DIMENSION=CODE} pairs joined by {@code ;}, dimensions in order; empty for the total
 * @param status final where a refused row's status is unknown
 * @param comment free text; may be empty
 * @param refused whether an error was found in this row
 */
public record LongTableRow(
        int sheet,
        int row,
        int valueColumn,
        String institution,
        String indicator,
        String periodText,
        @Nullable ReportingPeriod period,
        String valueText,
        @Nullable BigDecimal value,
        String unit,
        String disaggregation,
        Status status,
        String comment,
        boolean refused) {}
