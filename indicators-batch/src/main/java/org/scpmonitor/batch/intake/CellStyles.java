package org.scpmonitor.batch.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.submission.FindingCode;

/**
 * Which styles of a workbook show a number as a date or in per cent: a cell holds 45017 and shows "abr 2023". Built-in
 * formats by their number, others by their code (ECMA-376 part 1, 18.8.30).
 */
final class CellStyles {

    /** How a number is shown. */
    enum Shown {
        NUMBER,
        PERCENT,
        /** A time without a day: {@code h:mm}, {@code [h]:mm:ss}. */
        DURATION,
        /** With a day. */
        DATE,
        MONTH,
        YEAR
    }

    /** The format allows for some 65,000. */
    private static final int MOST_STYLES = 100_000;

    /** Hours, minutes or seconds that go on beyond 24 and 60. */
    private static final Pattern ELAPSED = Pattern.compile("(?i)h+|m+|s+");

    private final List<Shown> styles = new ArrayList<>();

    static CellStyles none() {
        return new CellStyles();
    }

    /** Reads all of a part. */
    static CellStyles read(XmlPart part) throws IOException {
        CellStyles read = new CellStyles();
        Map<Integer, Shown> custom = new HashMap<>();
        boolean inCells = false;
        while (part.next()) {
            if (part.isStart("numFmt") && custom.size() < MOST_STYLES) {
                String code = part.attribute("formatCode");
                custom.put(number(part.attribute("numFmtId")), code == null ? Shown.NUMBER : of(code));
            } else if (part.isStart("cellXfs")) {
                inCells = true;
            } else if (part.isEnd("cellXfs")) {
                inCells = false;
            } else if (inCells && part.isStart("xf")) {
                int format = number(part.attribute("numFmtId"));
                if (read.styles.size() == MOST_STYLES) {
                    throw new UnreadableException(FindingCode.DAMAGED_WORKBOOK);
                }
                read.styles.add(custom.getOrDefault(format, builtIn(format)));
            }
        }
        return read;
    }

    Shown shown(@Nullable String style) {
        int index = number(style);
        return index >= 0 && index < styles.size() ? styles.get(index) : Shown.NUMBER;
    }

    private static int number(@Nullable String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static Shown builtIn(int format) {
        if (format == 9 || format == 10) {
            return Shown.PERCENT;
        }
        if (format == 17 || format == 55) {
            return Shown.MONTH;
        }
        if (format >= 18 && format <= 21 || format >= 45 && format <= 47) {
            return Shown.DURATION;
        }
        boolean date = format >= 14 && format <= 22 || format >= 27 && format <= 36 || format >= 50 && format <= 58;
        return date ? Shown.DATE : Shown.NUMBER;
    }

    /** By the letters of the format's first section that aren't literal: {@code mmm yy "of" [$-es]} has m and y. */
    static Shown of(String code) {
        boolean time = false;
        boolean day = false;
        boolean month = false;
        boolean year = false;
        for (int i = 0; i < code.length() && code.charAt(i) != ';'; i++) {
            char c = Character.toLowerCase(code.charAt(i));
            switch (c) {
                case '"' -> i = end(code, i, '"');
                case '[' -> {
                    int end = end(code, i, ']');
                    time |= ELAPSED.matcher(code.substring(Math.min(i + 1, end), end))
                            .matches();
                    i = end;
                }
                case '\\', '_', '*' -> i++;
                case '%' -> {
                    return Shown.PERCENT;
                }
                case 'h', 's' -> time = true;
                case 'd' -> day = true;
                case 'm' -> month = true;
                case 'y' -> year = true;
                case 'g' -> {
                    if (code.regionMatches(true, i, "general", 0, 7)) {
                        i += 6;
                    }
                }
                default -> {
                    // a digit's place, a separator, a sign
                }
            }
        }
        if (time && !day && !year) {
            return Shown.DURATION;
        }
        if (time || day || month && !year) {
            return Shown.DATE;
        }
        return month ? Shown.MONTH : year ? Shown.YEAR : Shown.NUMBER;
    }

    private static int end(String code, int from, char sign) {
        int end = code.indexOf(sign, from + 1);
        return end < 0 ? code.length() : end;
    }
}
