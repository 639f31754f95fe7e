package org.scpmonitor.text;

import java.text.Normalizer;
import java.util.Locale;

/** How names and codes that people write are compared: case, accents and the number of blanks don't matter. */
public final class Spelling {

    private Spelling() {}

    /** The text in lower case without accents, each run of white space as one blank and none around it. */
    public static String plain(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (c <= ' ' || Character.isSpaceChar(c) || c == '\u200b' || c == '\ufeff') {
                if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
                    plain.append(' ');
                }
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                plain.append(c);
            }
        }
        int end = plain.length();
        return plain.substring(0, end > 0 && plain.charAt(end - 1) == ' ' ? end - 1 : end);
    }
}
