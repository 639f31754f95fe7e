package org.scpmonitor.batch.template;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.submission.Finding;
import org.scpmonitor.submission.Severity;

/**
 * A worksheet's XML copied tag by tag, in which the cells to mark get another style and everything else stays byte for
 * byte. Cells and rows that the sheet lacks are put in where they belong.
 */
final class SheetPatch {

    /** What stands behind the reference to the comments' drawing in a worksheet (ECMA-376 part 1, 18.3.1.99). */
    private static final Set<String> BEHIND_DRAWING = Set.of(
            "legacyDrawingHF",
            "drawingHF",
            "picture",
            "oleObjects",
            "controls",
            "AlternateContent",
            "webPublishItems",
            "tableParts",
            "extLst");

    private static final int LONGEST_TAG = 8 << 20;

    private final NavigableMap<Integer, NavigableMap<Integer, List<Finding>>> marks;
    private final Styling styling;
    private final @Nullable String drawing;

    private String prefix = "";
    private int row;
    private int column;
    private int depth;
    private boolean drawn;
    private @Nullable Iterator<Map.Entry<Integer, NavigableMap<Integer, List<Finding>>>> rows;
    private Map.@Nullable Entry<Integer, NavigableMap<Integer, List<Finding>>> nextRow;
    private NavigableMap<Integer, List<Finding>> cells = new TreeMap<>();
    private boolean inRows;

    /** Which style a marked cell gets in the place of its own. */
    interface Styling {
        int of(int style, Severity severity);
    }

    /** @param drawing the reference to the comments' drawing to put in; null where the sheet has one or needs none */
    SheetPatch(
            NavigableMap<Integer, NavigableMap<Integer, List<Finding>>> marks,
            Styling styling,
            @Nullable String drawing) {
        this.marks = marks;
        this.styling = styling;
        this.drawing = drawing;
    }

    /** Copies the sheet with its marks. */
    void copy(InputStream from, OutputStream to) throws IOException {
        InputStream in = new BufferedInputStream(from, 1 << 16);
        OutputStream out = new BufferedOutputStream(to, 1 << 16);
        rows = marks.entrySet().iterator();
        advance();
        ByteArrayOutputStream tag = new ByteArrayOutputStream(256);
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b != '<') {
                out.write(b);
                continue;
            }
            tag.reset();
            readTag(in, tag);
            byte[] bytes = tag.toByteArray();
            if (bytes[1] == '?' || bytes[1] == '!') {
                out.write(bytes);
            } else {
                tag(new String(bytes, StandardCharsets.ISO_8859_1), out);
            }
        }
        out.flush();
    }

    /** Reads a tag, comment, instruction or CDATA section up to its end. */
    private static void readTag(InputStream in, ByteArrayOutputStream tag) throws IOException {
        tag.write('<');
        int quote = 0;
        while (true) {
            int b = in.read();
            if (b < 0 || tag.size() > LONGEST_TAG) {
                throw new EOFException("The sheet ends within a tag");
            }
            tag.write(b);
            if (quote != 0) {
                quote = b == quote ? 0 : quote;
            } else if ((b == '"' || b == '\'') && !isSection(tag)) {
                quote = b;
            } else if (b == '>' && isClosed(tag)) {
                return;
            }
        }
    }

    private static boolean isSection(ByteArrayOutputStream tag) {
        return tag.size() > 3 && tag.toString(StandardCharsets.ISO_8859_1).startsWith("<!");
    }

    private static boolean isClosed(ByteArrayOutputStream tag) {
        if (!isSection(tag)) {
            return true;
        }
        String text = tag.toString(StandardCharsets.ISO_8859_1);
        return text.startsWith("<!--")
                ? text.length() > 6 && text.endsWith("-->")
                : !text.startsWith("<![CDATA[") || text.endsWith("]]>");
    }

    /** Latin-1 on purpose: every byte of the tag is one character and goes out as it came in. */
    private void tag(String tag, OutputStream out) throws IOException {
        boolean closing = tag.charAt(1) == '/';
        boolean empty = tag.charAt(tag.length() - 2) == '/';
        String name = name(tag, closing ? 2 : 1);
        if (!closing && depth == 0) {
            prefix = prefix(tag);
        }
        String text = closing ? closing(name, tag) : opening(name, tag, empty);
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        if (closing) {
            depth--;
        } else if (!empty) {
            depth++;
        }
    }

    private String opening(String name, String tag, boolean empty) {
        if (inRows && name.equals("row")) {
            row = number(attribute(tag, "r"), row + 1);
            column = 0;
            String before = rowsBefore(row);
            cells = nextRow != null && nextRow.getKey() == row ? new TreeMap<>(nextRow.getValue()) : new TreeMap<>();
            if (nextRow != null && nextRow.getKey() == row) {
                advance();
            }
            if (empty && !cells.isEmpty()) {
                String open = tag.substring(0, tag.length() - 2) + ">";
                return before + open + cellsBefore(Integer.MAX_VALUE) + end("row");
            }
            return before + tag;
        }
        if (inRows && name.equals("c")) {
            column = columnOf(attribute(tag, "r"), column + 1);
            String before = cellsBefore(column);
            List<Finding> here = cells.remove(column);
            return before + (here == null ? tag : styled(tag, Marks.severity(here)));
        }
        if (name.equals("sheetData") && depth == 1) {
            inRows = true;
            if (empty) {
                inRows = false;
                String open = tag.substring(0, tag.length() - 2) + ">";
                String missing = rowsBefore(Integer.MAX_VALUE);
                return missing.isEmpty() ? tag : open + missing + end("sheetData");
            }
        }
        if (depth == 1 && BEHIND_DRAWING.contains(name)) {
            return drawingIfMissing() + tag;
        }
        return tag;
    }

    private String closing(String name, String tag) {
        if (inRows && name.equals("row")) {
            return cellsBefore(Integer.MAX_VALUE) + tag;
        }
        if (inRows && name.equals("sheetData")) {
            inRows = false;
            return rowsBefore(Integer.MAX_VALUE) + tag;
        }
        return depth == 1 ? drawingIfMissing() + tag : tag;
    }

    private String drawingIfMissing() {
        if (drawing == null || drawn) {
            return "";
        }
        drawn = true;
        return "<" + prefix + drawing + "/>";
    }

    private void advance() {
        nextRow = rows != null && rows.hasNext() ? rows.next() : null;
    }

    private String rowsBefore(int number) {
        StringBuilder missing = new StringBuilder();
        while (nextRow != null && nextRow.getKey() < number) {
            int at = nextRow.getKey();
            missing.append('<').append(prefix).append("row r=\"").append(at).append("\">");
            nextRow.getValue().forEach((column, here) -> missing.append(blank(at, column, here)));
            missing.append(end("row"));
            advance();
        }
        return missing.toString();
    }

    private String cellsBefore(int number) {
        StringBuilder missing = new StringBuilder();
        while (!cells.isEmpty() && cells.firstKey() < number) {
            Map.Entry<Integer, List<Finding>> here = cells.pollFirstEntry();
            missing.append(blank(row, here.getKey(), here.getValue()));
        }
        return missing.toString();
    }

    private String blank(int row, int column, List<Finding> here) {
        return "<" + prefix + "c r=\"" + Finding.cell(row, column) + "\" s=\"" + styling.of(0, Marks.severity(here))
                + "\"/>";
    }

    private String end(String name) {
        return "</" + prefix + name + ">";
    }

    private static final Pattern STYLE = Pattern.compile("(\\ss\\s*=\\s*)(\"(\\d+)\"|'(\\d+)')");

    private static final Pattern REFERENCE = Pattern.compile("\\sr\\s*=\\s*(\"[^\"]*\"|'[^']*')");

    private String styled(String tag, Severity severity) {
        Matcher style = STYLE.matcher(tag);
        if (style.find()) {
            int old = Integer.parseInt(style.group(3) == null ? style.group(4) : style.group(3));
            return style.replaceFirst(
                    Matcher.quoteReplacement(style.group(1) + "\"" + styling.of(old, severity) + "\""));
        }
        Matcher reference = REFERENCE.matcher(tag);
        int at = reference.find() ? reference.end() : 1 + prefix.length() + 1;
        return tag.substring(0, at) + " s=\"" + styling.of(0, severity) + "\"" + tag.substring(at);
    }

    private static String name(String tag, int from) {
        int end = from;
        int begin = from;
        while (end < tag.length() && " \t\r\n/>".indexOf(tag.charAt(end)) < 0) {
            if (tag.charAt(end) == ':') {
                begin = end + 1;
            }
            end++;
        }
        return tag.substring(begin, end);
    }

    private static String prefix(String tag) {
        int colon = tag.indexOf(':');
        int space = tag.indexOf(' ');
        return colon > 0 && (space < 0 || colon < space) ? tag.substring(1, colon + 1) : "";
    }

    static @Nullable String attribute(String tag, String name) {
        int usual = tag.indexOf(" " + name + "=\"");
        if (usual >= 0) {
            int begin = usual + name.length() + 3;
            return tag.substring(begin, tag.indexOf('"', begin));
        }
        Matcher found = Pattern.compile("\\s" + Pattern.quote(name) + "\\s*=\\s*(\"([^\"]*)\"|'([^']*)')")
                .matcher(tag);
        return found.find() ? found.group(2) == null ? found.group(3) : found.group(2) : null;
    }

    private static int number(@Nullable String text, int otherwise) {
        return text == null ? otherwise : Integer.parseInt(text.strip());
    }

    private static int columnOf(@Nullable String reference, int otherwise) {
        if (reference == null) {
            return otherwise;
        }
        int column = 0;
        for (int i = 0; i < reference.length() && reference.charAt(i) >= 'A' && reference.charAt(i) <= 'Z'; i++) {
            column = column * 26 + (reference.charAt(i) - 'A' + 1);
        }
        return column;
    }
}
