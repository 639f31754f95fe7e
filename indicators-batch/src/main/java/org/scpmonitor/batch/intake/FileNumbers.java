package org.scpmonitor.batch.intake;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;
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

    /** Shows the texts of the cells of a table that hold values, in their order, while they are asked for. */
    interface ValueTexts {
        void show(Table table, Predicate<String> more) throws IOException;
    }

    private final Table table;
    private final ValueTexts values;
    private @Nullable NumberFormat format;
    private boolean settled;

    FileNumbers(Table table, ValueTexts values, @Nullable NumberFormat declared) {
        this.table = table;
        this.values = values;
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

    private @Nullable NumberFormat detect(Table anew) throws IOException {
        Votes votes = new Votes();
        values.show(anew, votes::count);
        return votes.winner();
    }

    private static final class Votes {

        private final Map<NumberFormat, Integer> votes = new EnumMap<>(NumberFormat.class);
        private @Nullable NumberFormat first;

        /** Whether more have to be counted. */
        boolean count(String text) {
            if (NumberText.of(text) instanceof Clear(var _, NumberFormat vote) && vote != null) {
                first = first == null ? vote : first;
                return votes.merge(vote, 1, Integer::sum) <= ENOUGH / 2;
            }
            return true;
        }

        @Nullable
        NumberFormat winner() {
            if (first == null) {
                return null;
            }
            int against = votes.getOrDefault(first.other(), 0);
            return votes.getOrDefault(first, 0) >= against ? first : first.other();
        }
    }
}
