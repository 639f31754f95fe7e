package org.scpmonitor.batch.intake;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.batch.intake.NumberText.Clear;

/**
 * The number format of one file. A declared one holds. Else, at the first text that isn't a plain whole number, the file
 * is looked through once from its begin, and the majority of the first {@value #ENOUGH} texts that are a number in one
 * format alone settles it for the whole file; at a tie the format that came first. A file that never needs a format is
 * read once; one that settles it early is read a little more than once. A number that contradicts the majority is an
 * error, and an error anywhere keeps the submission from being submitted, so that no ambiguous text is ever accepted
 * under a format that its file contradicts.
 */
final class FileNumbers {

    private static final int ENOUGH = 1_000;

    private final Table table;
    private @Nullable NumberFormat format;
    private boolean settled;

    FileNumbers(Table table, @Nullable NumberFormat declared) {
        this.table = table;
        this.format = declared;
        this.settled = declared != null;
    }

    /** The format so far: null where none was needed yet, or nothing settled it. */
    @Nullable
    NumberFormat format() {
        return format;
    }

    /** The file's format, looked for where it isn't known yet; null where nothing settles it. */
    @Nullable
    NumberFormat settle() throws IOException {
        if (!settled) {
            try (Table anew = table.again()) {
                format = detect(anew);
            }
            settled = true;
        }
        return format;
    }

    private static @Nullable NumberFormat detect(Table table) throws IOException {
        Map<NumberFormat, Integer> votes = new EnumMap<>(NumberFormat.class);
        NumberFormat first = null;
        SheetRow row = new SheetRow();
        while (table.nextSheet()) {
            Header.Search search = Header.search(table);
            if (search.header().isEmpty() || search.header().get().at(Column.VALUE) < 0) {
                continue;
            }
            Header header = search.header().get();
            for (SheetRow next = search.below().poll();
                    next != null || table.nextRow(row);
                    next = search.below().poll()) {
                NumberFormat vote = vote(table, header, next == null ? row : next);
                if (vote != null) {
                    first = first == null ? vote : first;
                    if (votes.merge(vote, 1, Integer::sum) > ENOUGH / 2) {
                        return vote;
                    }
                }
            }
        }
        if (first == null) {
            return null;
        }
        int against = votes.getOrDefault(first.other(), 0);
        return votes.getOrDefault(first, 0) >= against ? first : first.other();
    }

    private static @Nullable NumberFormat vote(Table table, Header header, SheetRow row) {
        int at = header.at(Column.VALUE);
        boolean shifted = table.separator() != 0 && row.width() != header.row().width();
        return !shifted
                        && row.kind(at) == SheetRow.Kind.TEXT
                        && NumberText.of(row.text(at)) instanceof Clear(var _, NumberFormat format)
                ? format
                : null;
    }
}
