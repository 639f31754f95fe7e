package org.scpmonitor.listing;

import java.util.regex.Pattern;

/**
 * Texts in files that people open with a spreadsheet. A cell that begins like a formula would be run by it, whoever wrote
 * the text: an apostrophe before it makes it a text, which spreadsheets hide or show, and never run. Whatever writes CSV
 * passes its texts through here; workbooks mark their texts as such and need it where they are saved as CSV later.
 */
public final class SafeText {

    private static final String BEGINNINGS = "=+-@\t\r\n＝＋－＠";
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+([.,][0-9]+)*([eE][+-]?[0-9]+)?");

    private SafeText() {}

    /** The text as a cell that no spreadsheet runs; a number stays as it is. */
    public static String cell(String text) {
        boolean formula = !text.isEmpty() && BEGINNINGS.indexOf(text.charAt(0)) >= 0;
        return formula && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }
}
