package org.scpmonitor.submission;

import org.jspecify.annotations.Nullable;

/**
 * A sheet of a file and where its header has each column, from 1; null where it has none.
 *
 * @param sheet ordinal, from 0
 * @param name as the workbook calls it; empty for a CSV
 */
public record StagedSheet(
        int sheet,
        String name,
        @Nullable Integer institutionColumn,
        @Nullable Integer indicatorColumn,
        @Nullable Integer disaggregationColumn,
        @Nullable Integer periodColumn,
        @Nullable Integer valueColumn,
        @Nullable Integer unitColumn) {}
