package org.scpmonitor.batch.intake;

/** White space as people see it: no-break, thin and zero-width spaces and the byte order mark are white too. */
final class Blanks {

    private Blanks() {}

    static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isWhite(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isWhite(text.charAt(start))) {
            start++;
        }
        while (start < end && isWhite(text.charAt(end - 1))) {
            end--;
        }
        return end - start == text.length() ? text : text.substring(start, end);
    }

    static boolean isWhite(char c) {
        if (c > ' ' && c < '\u00a0') {
            return false;
        }
        return c <= ' ' || Character.isSpaceChar(c) || c == '\u200b' || c == '\ufeff';
    }
}
