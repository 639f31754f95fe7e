package org.scpmonitor.board;

import org.jspecify.annotations.Nullable;

/**
 * A chart on a board.
 *
 * @param query the query string that says what it shows
 * @param name what its owner calls it; null where it is called by what it shows
 * @param wide over two columns
 */
public record PinnedChart(
        long id, PinKind kind, String query, @Nullable String name, boolean wide) {}
