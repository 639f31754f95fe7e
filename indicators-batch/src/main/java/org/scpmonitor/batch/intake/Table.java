package org.scpmonitor.batch.intake;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.submission.Finding;

/** A file as sheets of rows, read once from its begin to its end. */
interface Table extends Closeable {

    /** Goes to the next visible sheet; false after the last. */
    boolean nextSheet() throws IOException;

    /** Ordinal of the sheet, from 0, counting hidden ones. */
    int sheet();

    /** The sheet's name; empty for a CSV. */
    String sheetName();

    /** Reads the next row of the sheet; false after the last. */
    boolean nextRow(SheetRow into) throws IOException;

    /** What is to be said of the file as a whole; told once, before its rows. */
    default List<Finding> remarks() {
        return List.of();
    }

    /** The sheets that the file hides, as a table of their own; null where it hides none. */
    default @Nullable Table hidden() throws IOException {
        return null;
    }

    /** Whether the sheet doesn't show this column, from 0. */
    default boolean isHidden(int column) {
        return false;
    }

    /** The merged range, such as {@code C2:C9}, of which a cell is part and not the first; empty where there is none. */
    default String merged(int row, int column) throws IOException {
        return "";
    }

    /** The part of the file that has been read, from 0 to 1, by bytes. */
    double share() throws IOException;

    /** The sign between fields, or 0 where rows aren't made of fields. Where they are, every row has as many. */
    char separator();

    /** What the file says of the template that it was made from; empty where it says nothing. */
    default Optional<TemplateMark> template() {
        return Optional.empty();
    }

    /** Opens the same table anew, from its begin. */
    Table again() throws IOException;
}
