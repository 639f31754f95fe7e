package org.scpmonitor.submission;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.scpmonitor.calendar.ReportingPeriod;

/** Streams rows into a staging table by COPY in its text format; the heap holds one buffer. */
final class StagedRowCopy implements AutoCloseable {

    private static final int FLUSH_AT = 1 << 16;

    private final CopyIn copy;
    private byte[] buffer = new byte[FLUSH_AT + 4096];
    private int filled;
    private @Nullable ReportingPeriod lastPeriod;
    private String lastPeriodText = "";
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
        number(row.sheet());
        number(row.row());
        number(row.column());
        text(row.institution());
        text(row.indicator());
        text(row.disaggregation());
        text(row.periodText());
        period(row.period());
        text(row.textRead());
        ascii(row.value() == null ? "\\N" : row.value().toString());
        end('\t');
        text(row.unit());
        text(row.status());
        ascii(row.refused() ? "t" : "f");
        end('\t');
        if (row.comment().isEmpty()) {
            ascii("\\N");
            end('\n');
        } else {
            text(row.comment());
            buffer[filled - 1] = '\n';
        }
        rows++;
        if (filled >= FLUSH_AT) {
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
        try {
            copy.writeToCopy(buffer, 0, filled);
        } catch (SQLException e) {
            throw new DataAccessException("The rows can't be copied to staging", e);
        }
        filled = 0;
    }

    private void number(int number) {
        ascii(Integer.toString(number));
        end('\t');
    }

    /** Start and months; the same as in the row before, more often than not. */
    private void period(@Nullable ReportingPeriod period) {
        if (period == null) {
            ascii("\\N\t\\N");
        } else {
            if (!period.equals(lastPeriod)) {
                lastPeriod = period;
                lastPeriodText = period.start() + "\t" + period.months();
            }
            ascii(lastPeriodText);
        }
        end('\t');
    }

    private void end(char separator) {
        room(1);
        buffer[filled++] = (byte) separator;
    }

    private void ascii(String text) {
        room(text.length());
        for (int i = 0; i < text.length(); i++) {
            buffer[filled++] = (byte) text.charAt(i);
        }
    }

    private void text(String text) {
        room(2 * text.length() + 1);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> escape('\\');
                case '\t' -> escape('t');
                case '\n' -> escape('n');
                case '\r' -> escape('r');
                default -> {
                    if (c == 0 || c >= 0x80) {
                        beyondAscii(text.substring(i));
                        return;
                    }
                    buffer[filled++] = (byte) c;
                }
            }
        }
        buffer[filled++] = '\t';
    }

    private void escape(char c) {
        buffer[filled++] = '\\';
        buffer[filled++] = (byte) c;
    }

    /** The rest of a text from its first other character on; PostgreSQL's text can hold all but NUL. */
    private void beyondAscii(String rest) {
        byte[] bytes = rest.replace('\0', '\uFFFD')
                .replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .getBytes(StandardCharsets.UTF_8);
        room(bytes.length + 1);
        System.arraycopy(bytes, 0, buffer, filled, bytes.length);
        filled += bytes.length;
        buffer[filled++] = '\t';
    }

    private void room(int bytes) {
        if (buffer.length - filled < bytes) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, filled + bytes));
        }
    }

    @Override
    public void close() throws SQLException {
        if (!complete && copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
