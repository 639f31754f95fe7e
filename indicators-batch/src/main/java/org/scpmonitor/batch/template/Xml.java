package org.scpmonitor.batch.template;

/** Texts as XML. */
final class Xml {

    private Xml() {}

    /** The text for an element or an attribute in double quotes; characters that XML can't hold become a blank box. */
    static String text(String text) {
        StringBuilder xml = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                case '\n' -> xml.append("&#10;");
                case '\t' -> xml.append("&#9;");
                case '\r' -> xml.append("&#13;");
                default -> {
                    boolean allowed = c >= 0x20 && c <= 0xd7ff || c >= 0xe000 && c <= 0xfffd || c >= 0x10000;
                    xml.appendCodePoint(allowed ? c : 0x25a1);
                }
            }
        }
        return xml.toString();
    }

    /** A cell that holds a text, which no spreadsheet takes for a formula. */
    static String cell(String reference, int style, String text) {
        return "<c r=\"" + reference + "\"" + (style == 0 ? "" : " s=\"" + style + "\"")
                + " t=\"inlineStr\"><is><t xml:space=\"preserve\">" + text(text) + "</t></is></c>";
    }
}
