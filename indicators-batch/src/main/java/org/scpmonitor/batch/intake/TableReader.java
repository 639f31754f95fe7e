package org.scpmonitor.batch.intake;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.mapping.Mapping;

/** Reads the long table, or a sender's own, from a file: CSV or XLSX, told apart by what the file holds and never by its name. */
public final class TableReader {

    /**
     * Reads a file from its begin to its end, handing rows and findings to the sink as they come.
     *
     * @param file on disk; read more than once, never changed
     * @param declared the number format that the sender declared; null to have it detected
     * @return how it ended; only {@link Outcome.Read} leaves what the sink was handed valid
     * @throws IOException where the disk fails, or the sink does
     */
    public Outcome read(Path file, @Nullable NumberFormat declared, RowSink sink) throws IOException {
        return read(file, null, declared, sink);
    }

    /**
     * {@link #read(Path, NumberFormat, RowSink)} of a sender's own table.
     *
     * @param mapping how the table is read; null for the long table
     */
    public Outcome read(Path file, @Nullable Mapping mapping, @Nullable NumberFormat declared, RowSink sink)
            throws IOException {
        try (Table table = FileKind.open(file)) {
            sink.begins(table::share);
            return mapping == null
                    ? new LongTable(table, declared, sink).read()
                    : new MappedTable(table, mapping, declared, sink).read();
        } catch (UnreadableException e) {
            return new Outcome.Refused(e.reason());
        }
    }
}
