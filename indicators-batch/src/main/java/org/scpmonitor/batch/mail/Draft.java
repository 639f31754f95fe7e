package org.scpmonitor.batch.mail;

import java.util.List;

/** A mail's body as plain text and as HTML, written at once. */
public final class Draft {

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();

    public Draft paragraph(String words) {
        text.append(words).append("\r\n\r\n");
        html.append("<p>").append(escaped(words)).append("</p>\n");
        return this;
    }

    public Draft list(List<String> items) {
        html.append("<ul>\n");
        for (String item : items) {
            text.append("- ").append(item).append("\r\n");
            html.append("<li>").append(escaped(item)).append("</li>\n");
        }
        text.append("\r\n");
        html.append("</ul>\n");
        return this;
    }

    public Draft link(String words, String address) {
        text.append(words).append(":\r\n").append(address).append("\r\n\r\n");
        html.append("<p><a href=\"")
                .append(escaped(address))
                .append("\">")
                .append(escaped(words))
                .append("</a></p>\n");
        return this;
    }

    /** What stands below the mail itself. */
    public Draft rule() {
        text.append("--\r\n");
        html.append("<hr>\n");
        return this;
    }

    public String text() {
        return text.toString();
    }

    public String html(String language) {
        return "<!DOCTYPE html>\n<html lang=\"" + language + "\">\n<body style=\"font-family:sans-serif\">\n" + html
                + "</body>\n</html>\n";
    }

    static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
