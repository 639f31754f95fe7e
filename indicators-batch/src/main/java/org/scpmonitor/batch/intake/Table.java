package org.scpmonitor.batch.intake;

import java.io.Closeable;
import java.io.IOException;

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

    /** The sign between fields, or 0 where rows aren't made of fields. Where they are, every row has as many. */
    char separator();

    /** Opens the same table anew, from its begin. */
    Table again() throws IOException;
}
