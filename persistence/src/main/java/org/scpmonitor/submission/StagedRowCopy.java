package org.scpmonitor.submission;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Streams rows into a staging table by COPY in its text format; the heap holds one buffer. */
final class StagedRowCopy implements AutoCloseable {

    private static final int FLUSH_AT = 1 << 16;

    private final CopyIn copy;
    private final StringBuilder buffer = new StringBuilder(FLUSH_AT + 4096);
    private boolean complete;
    private long rows;

    StagedRowCopy(Connection connection, String table) throws SQLException {
        copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " (sheet, row_number, column_number, institution, indicator, disaggregation,"
                        + " period_text, period_start, period_months, text_read, value, unit, status, refused,"
                        + " comment) from stdin");
    }

    void add(StagedRow row) {
        buffer.append(row.sheet()).append('\t');
        buffer.append(row.row()).append('\t');
        buffer.append(row.column()).append('\t');
        text(row.institution()).append('\t');
        text(row.indicator()).append('\t');
        text(row.disaggregation()).append('\t');
        text(row.periodText()).append('\t');
        value(row.period() == null ? null : row.period().start()).append('\t');
        value(row.period() == null ? null : row.period().months()).append('\t');
        text(row.textRead()).append('\t');
        value(row.value()).append('\t');
        text(row.unit()).append('\t');
        text(row.status()).append('\t');
        buffer.append(row.refused() ? 't' : 'f').append('\t');
        if (row.comment().isEmpty()) {
            value(null);
        } else {
            text(row.comment());
        }
        buffer.append('\n');
        rows++;
        if (buffer.length() >= FLUSH_AT) {
            flush();
        }
    }

    /** Ends the copy and gives the number of rows. */
    long complete() throws SQLException {
        flush();
        copy.endCopy();
        complete = true;
        return rows;
    }

    private void flush() {
        byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException e) {
            throw new DataAccessException("The rows can't be copied to staging", e);
        }
        buffer.setLength(0);
    }

    private StringBuilder value(@Nullable Object value) {
        return value == null ? buffer.append("\\N") : buffer.append(value);
    }

    private StringBuilder text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> buffer.append("\\\\");
                case '\t' -> buffer.append("\\t");
                case '\n' -> buffer.append("\\n");
                case '\r' -> buffer.append("\\r");
                case '\0' -> buffer.append('\uFFFD');
                default -> buffer.append(c);
            }
        }
        return buffer;
    }

    @Override
    public void close() throws SQLException {
        if (!complete && copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
