package org.scpmonitor.batch.intake;

import java.util.List;
import java.util.regex.Pattern;

/** Recognises the row in which a table adds itself up: a word for a total where a key belongs, and no whole key. */
final class TotalRow {

    private static final Pattern WORDS = Pattern.compile(
            "(?iu)(sub-?|gran |grand )?total(es|s|e)?( general|:|$).*|sumas?( total)?:?|suma total.*|summen?:?"
                    + "|(gesamt|zwischen)(summe)?:?|insgesamt:?|sum:?|∑|Σ");

    private static final List<Column> KEYS = List.of(Column.INSTITUTION, Column.INDICATOR, Column.PERIOD);

    private TotalRow() {}

    /** The word for a total in a row that is one; empty for any other row. */
    static String word(SheetRow row, Header header) {
        String word = "";
        boolean lacksKey = row.width() < header.row().width();
        for (Column key : KEYS) {
            int at = header.at(key);
            String text = at < 0 || at >= row.kept() ? "" : row.text(at);
            boolean total = !text.isEmpty() && row.kind(at) == SheetRow.Kind.TEXT && isWord(text);
            word = total && word.isEmpty() ? text : word;
            lacksKey |= key != Column.INSTITUTION && (text.isEmpty() || total);
        }
        return lacksKey ? word : "";
    }

    static boolean isWord(String text) {
        return WORDS.matcher(text).matches();
    }
}
