package org.scpmonitor.batch.intake;

import org.jspecify.annotations.Nullable;

/** Where a sheet has the columns of the long table, from 1; null where its header lacks one. */
public record SheetColumns(
        @Nullable Integer institution,
        @Nullable Integer indicator,
        @Nullable Integer disaggregation,
        @Nullable Integer period,
        @Nullable Integer value,
        @Nullable Integer unit) {}
