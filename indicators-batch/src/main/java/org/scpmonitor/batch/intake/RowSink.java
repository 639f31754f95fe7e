package org.scpmonitor.batch.intake;

import java.io.IOException;
import org.scpmonitor.submission.Finding;

/** Takes what a {@link TableReader} reads, in file order. What it throws ends the reading and reaches the caller. */
public interface RowSink {

    /**
     * The file has been opened.
     *
     * @param share gives the part of it that has been read, from 0 to 1; to be asked in the reading thread
     */
    default void begins(Share share) {}

    /** The part of a file that has been read. */
    @FunctionalInterface
    interface Share {
        double get() throws IOException;
    }

    /**
     * The rows and findings that follow are of this sheet. Told of sheets with a header alone.
     *
     * @param ordinal from 0, counting every sheet of the workbook
     * @param name empty for a CSV
     */
    void sheet(int ordinal, String name) throws IOException;

    /** The file was made from this template. Told before everything else. */
    default void template(TemplateMark template) throws IOException {}

    /** Where the sheet just told of has its columns. */
    default void columns(SheetColumns columns) throws IOException {}

    /** A row, after its findings. */
    void row(LongTableRow row) throws IOException;

    /** A finding; of each code the first {@value Tally#MOST_PER_CODE} alone are told. */
    void finding(Finding finding) throws IOException;

    /** Asked after each row, of those read ahead too; true ends the reading with {@link Outcome.Cancelled}. */
    default boolean cancelled() throws IOException {
        return false;
    }
}
