package org.scpmonitor.batch.intake;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which sign separates the decimals in the texts of a file; the other one may group thousands. A file has one format,
 * declared by its sender or detected once for the whole of it, never cell by cell.
 */
public enum NumberFormat {
    /** {@code 1.234,5} */
    COMMA(',', '.'),
    /** {@code 1,234.5} */
    POINT('.', ',');

    private final char decimal;
    private final char grouping;

    NumberFormat(char decimal, char grouping) {
        this.decimal = decimal;
        this.grouping = grouping;
    }

    /** The decimal separator. */
    public char decimal() {
        return decimal;
    }

    /** The separator of thousands, besides spaces and apostrophes, which either format may have. */
    public char grouping() {
        return grouping;
    }

    /** The format of this code, {@code comma} or {@code point}; null for null. */
    public static @Nullable NumberFormat ofCode(@Nullable String code) {
        return code == null ? null : valueOf(code.toUpperCase(Locale.ROOT));
    }

    NumberFormat other() {
        return this == COMMA ? POINT : COMMA;
    }
}
