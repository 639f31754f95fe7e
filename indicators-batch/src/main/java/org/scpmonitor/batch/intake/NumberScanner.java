package org.scpmonitor.batch.intake;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.batch.intake.NumberText.Ambiguous;
import org.scpmonitor.batch.intake.NumberText.Clear;
import org.scpmonitor.batch.intake.NumberText.NoNumber;
import org.scpmonitor.batch.intake.NumberText.OutOfBounds;

/** One pass over a text; never builds a number before its size is known to be sane. */
final class NumberScanner {

    private static final int LONGEST_TEXT = 400;
    private static final char NONE = 0;

    private final String text;
    private int at;

    private boolean negative;
    private int digits;
    private int commas;
    private int points;
    /** Space or apostrophe between digits. */
    private char quietGroup = NONE;

    private int lastComma = -1;
    private int lastPoint = -1;

    NumberScanner(String text) {
        this.text = text;
    }

    NumberText scan() {
        if (text.length() > LONGEST_TEXT) {
            return looksNumeric() ? new OutOfBounds() : new NoNumber();
        }
        sign();
        int start = at;
        if (!mantissa()) {
            return new NoNumber();
        }
        int end = at;
        boolean scientific = at < text.length();
        Integer exponent = scientific ? exponent() : Integer.valueOf(0);
        if (exponent == null || digits == 0) {
            return new NoNumber();
        }
        return read(start, end, exponent, scientific);
    }

    private NumberText read(int start, int end, int exponent, boolean scientific) {
        if (commas == 0 && points == 0) {
            return number(start, end, -1, quietGroup, exponent, null);
        }
        if (commas > 0 && points > 0) {
            NumberFormat format = lastComma > lastPoint ? NumberFormat.COMMA : NumberFormat.POINT;
            int decimals = format == NumberFormat.COMMA ? commas : points;
            return decimals == 1 && quietGroup == NONE
                    ? number(start, end, Math.max(lastComma, lastPoint), format.grouping(), exponent, format)
                    : new NoNumber();
        }
        NumberFormat decimal = commas > 0 ? NumberFormat.COMMA : NumberFormat.POINT;
        if (commas + points > 1) {
            // Several of a kind can only group: 1.234.567 is a number where the comma is decimal.
            return quietGroup == NONE
                    ? number(start, end, -1, decimal.decimal(), exponent, decimal.other())
                    : new NoNumber();
        }
        int separator = Math.max(lastComma, lastPoint);
        NumberText asDecimal = number(start, end, separator, quietGroup, exponent, decimal);
        if (scientific || quietGroup != NONE || !groupsThousands(start, separator, end)) {
            return asDecimal;
        }
        NumberText asGrouped = number(start, end, -1, decimal.decimal(), exponent, decimal.other());
        if (asDecimal instanceof Clear(BigDecimal small, var _)
                && asGrouped instanceof Clear(BigDecimal great, var _)) {
            return decimal == NumberFormat.COMMA ? new Ambiguous(small, great) : new Ambiguous(great, small);
        }
        return asDecimal;
    }

    /** Whether the one separator might group: one to three digits that don't begin with 0, and three behind it. */
    private boolean groupsThousands(int start, int separator, int end) {
        int before = separator - start;
        return before >= 1 && before <= 3 && end - separator == 4 && text.charAt(start) != '0';
    }

    private void sign() {
        if (at < text.length()) {
            char c = text.charAt(at);
            negative = c == '-' || c == '\u2212';
            if (negative || c == '+') {
                at++;
            }
        }
    }

    /** Digits and separators, each of which stands before a digit; false where there is anything else. */
    private boolean mantissa() {
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == 'e' || c == 'E') {
                return true;
            } else if (!separator(c)) {
                return false;
            }
        }
        return true;
    }

    private boolean separator(char c) {
        if (at + 1 >= text.length() || text.charAt(at + 1) < '0' || text.charAt(at + 1) > '9') {
            return false;
        }
        if (c == ',') {
            commas++;
            lastComma = at;
        } else if (c == '.') {
            points++;
            lastPoint = at;
        } else {
            char quiet = c == '\'' || c == '\u2019' ? '\'' : Blanks.isWhite(c) ? ' ' : NONE;
            if (quiet == NONE || digits == 0 || (quietGroup != NONE && quietGroup != quiet)) {
                return false;
            }
            quietGroup = quiet;
        }
        return true;
    }

    /** The power of ten behind {@code e}; null where there is none. One of many digits comes back as one out of bounds. */
    private @Nullable Integer exponent() {
        at++;
        boolean down = "-\u2212".indexOf(peek()) >= 0;
        if (down || peek() == '+') {
            at++;
        }
        if (at == text.length()) {
            return null;
        }
        int power = 0;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c < '0' || c > '9') {
                return null;
            }
            power = Math.min(power * 10 + (c - '0'), 10_000);
        }
        return down ? -power : power;
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : NONE;
    }

    /**
     * The number whose decimals begin behind {@code decimalAt} (-1: none) and whose thousands are set apart by
     * {@code group} (0: none; a space stands for all of them, an apostrophe for both).
     */
    private NumberText number(
            int start, int end, int decimalAt, char group, int exponent, @Nullable NumberFormat format) {
        int wholeEnd = decimalAt < 0 ? end : decimalAt;
        if (group != NONE && !grouped(start, wholeEnd)) {
            return new NoNumber();
        }
        StringBuilder kept = new StringBuilder(end - start);
        int scale = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                kept.append(c);
                scale += decimalAt >= 0 && i > decimalAt ? 1 : 0;
            } else if (decimalAt >= 0 && i > decimalAt) {
                return new NoNumber();
            }
        }
        int first = 0;
        while (first < kept.length() - 1 && kept.charAt(first) == '0') {
            first++;
        }
        int last = kept.length();
        while (last > first + 1 && kept.charAt(last - 1) == '0') {
            last--;
        }
        int magnitude = kept.length() - first - scale + exponent;
        if (last - first > NumberText.MOST_DIGITS
                || Math.abs(exponent) > NumberText.MOST_EXPONENT
                || Math.abs(magnitude) > NumberText.MOST_EXPONENT) {
            return new OutOfBounds();
        }
        return new Clear(decimal(kept.substring(first), scale - exponent), format);
    }

    private BigDecimal decimal(String significant, int scale) {
        BigDecimal magnitude = significant.length() <= 18
                ? BigDecimal.valueOf(Long.parseLong(significant), scale)
                : new BigDecimal(new BigInteger(significant), scale);
        return negative ? magnitude.negate() : magnitude;
    }

    /** Whether the digits stand in one group of one to three and then groups of three. */
    private boolean grouped(int start, int end) {
        int length = 0;
        boolean leading = true;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                length++;
            } else {
                if (leading ? length < 1 || length > 3 : length != 3) {
                    return false;
                }
                leading = false;
                length = 0;
            }
        }
        return leading || length == 3 && text.charAt(start) != '0';
    }

    private boolean looksNumeric() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && "+-\u2212.,eE'\u2019".indexOf(c) < 0 && !Blanks.isWhite(c)) {
                return false;
            }
        }
        return true;
    }
}
