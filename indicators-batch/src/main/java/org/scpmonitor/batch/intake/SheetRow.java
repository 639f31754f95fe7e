package org.scpmonitor.batch.intake;

import java.util.Arrays;

/** One row of a sheet, reused from row to row. Columns count from 0 here. */
final class SheetRow {

    /** Columns beyond this one are counted and not kept. */
    static final int WIDEST = 256;

    /** What a cell holds. A CSV holds texts alone. */
    enum Kind {
        BLANK,
        TEXT,
        /** A number; the text is the number as stored. */
        NUMBER,
        /** A number shown in per cent; the text is the number as stored. */
        PERCENT,
        /** A day; the text is {@code 2023-04-01}, with the time of day where it has one. */
        DATE,
        /** A time without a day; the text is the number of days as stored. */
        DURATION,
        /** A date shown as a month or a year; the text is {@code 2023-04} or {@code 2023}. */
        PERIOD,
        BOOLEAN,
        /** An error, such as {@code #N/A}. */
        ERROR,
        /** A formula whose result was not stored. */
        UNCOMPUTED
    }

    private final String[] texts = new String[WIDEST];
    private final Kind[] kinds = new Kind[WIDEST];
    private final boolean[] computed = new boolean[WIDEST];
    private int number;
    private int width;
    private int beyond;
    private boolean hidden;

    SheetRow() {
        Arrays.fill(texts, "");
        Arrays.fill(kinds, Kind.BLANK);
    }

    /** Begins the row of this number, from 1, without a cell. */
    void begin(int number) {
        Arrays.fill(texts, 0, Math.min(width, WIDEST), "");
        Arrays.fill(kinds, 0, Math.min(width, WIDEST), Kind.BLANK);
        Arrays.fill(computed, 0, Math.min(width, WIDEST), false);
        this.number = number;
        this.width = 0;
        this.beyond = 0;
        this.hidden = false;
    }

    void set(int column, Kind kind, String text) {
        width = Math.max(width, column + 1);
        if (column < WIDEST) {
            boolean blank = kind == Kind.TEXT && Blanks.isBlank(text);
            kinds[column] = blank ? Kind.BLANK : kind;
            texts[column] = text;
        } else if (beyond == 0 && !Blanks.isBlank(text)) {
            beyond = column + 1;
        }
    }

    /** Remembers that a cell shows the result of a formula. */
    void setComputed(int column) {
        if (column < WIDEST) {
            computed[column] = true;
        }
    }

    /** Whether a cell shows the result of a formula. */
    boolean isComputed(int column) {
        return computed[column];
    }

    /** Remembers that the sheet doesn't show this row. */
    void hide() {
        hidden = true;
    }

    /** Whether the sheet doesn't show this row. */
    boolean isHidden() {
        return hidden;
    }

    /** The first column, from 1, that holds something and isn't kept; 0 where none is. */
    int beyond() {
        return beyond;
    }

    /** Row as a spreadsheet numbers it, from 1. */
    int number() {
        return number;
    }

    /** One more than the last column; of a CSV the number of fields. */
    int width() {
        return width;
    }

    /** Columns of which the content is kept. */
    int kept() {
        return Math.min(width, WIDEST);
    }

    /** The text as it stands; empty where there is no cell. */
    String raw(int column) {
        return texts[column];
    }

    /** The text without space around it. */
    String text(int column) {
        return Blanks.strip(texts[column]);
    }

    Kind kind(int column) {
        return kinds[column];
    }

    boolean isBlank() {
        for (int column = 0; column < kept(); column++) {
            if (kinds[column] != Kind.BLANK) {
                return false;
            }
        }
        return beyond == 0;
    }

    SheetRow copy() {
        SheetRow copy = new SheetRow();
        copy.number = number;
        copy.width = width;
        copy.beyond = beyond;
        copy.hidden = hidden;
        System.arraycopy(texts, 0, copy.texts, 0, kept());
        System.arraycopy(kinds, 0, copy.kinds, 0, kept());
        System.arraycopy(computed, 0, copy.computed, 0, kept());
        return copy;
    }
}
