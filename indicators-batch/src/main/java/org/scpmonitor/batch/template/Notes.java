package org.scpmonitor.batch.template;

import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.submission.Finding;

/** The comments of a sheet: their texts, and the boxes that spreadsheets draw them in. */
final class Notes {

    static final String AUTHOR = "SCP Monitor";

    private static final Pattern AUTHORS =
            Pattern.compile("<(\\w+:)?author\\b[^>]*?(/>|>(.*?)</(\\w+:)?author>)", Pattern.DOTALL);
    private static final Pattern END_OF_AUTHORS = Pattern.compile("</(\\w+:)?authors\\s*>");
    private static final Pattern END_OF_LIST = Pattern.compile("</(\\w+:)?commentList\\s*>");
    private static final Pattern BOX = Pattern.compile("<v:shape\\b.*?</v:shape>", Pattern.DOTALL);
    private static final Pattern PLACE = Pattern.compile(
            "ObjectType=\"Note\".*?<x:Row>(\\d+)</x:Row>.*?<x:Column>(\\d+)</x:Column>", Pattern.DOTALL);
    private static final String TYPE = """
            <v:shapetype id="scp_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">\
            <v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>""";

    private Notes() {}

    /**
     * The comments, behind those that people have written. What an earlier marking wrote is taken out.
     *
     * @param existing the sheet's comments as they are; null where it has none
     */
    static String comments(
            @Nullable String existing,
            NavigableMap<Integer, NavigableMap<Integer, List<Finding>>> marks,
            Locale locale) {
        String base = existing == null
                ? "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><comments xmlns=\""
                        + "http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><authors></authors>"
                        + "<commentList></commentList></comments>"
                : existing;
        String prefix = prefix(base);
        int mine = own(base);
        if (mine < 0) {
            mine = (int) AUTHORS.matcher(base).results().count();
            base = before(END_OF_AUTHORS, base, "<" + prefix + "author>" + AUTHOR + "</" + prefix + "author>");
        } else {
            base = withoutOwn(base);
        }
        Set<String> theirCells = cells(base);
        StringBuilder list = new StringBuilder();
        for (var row : marks.entrySet()) {
            for (var cell : row.getValue().entrySet()) {
                String reference = Finding.cell(row.getKey(), cell.getKey());
                String text = Xml.text(Marks.note(cell.getValue(), locale));
                String p = prefix;
                if (theirCells.contains(reference)) {
                    Matcher theirs = Pattern.compile(
                                    "<(\\w+:)?comment\\b[^>]*ref=\"" + reference + "\"[^>]*>.*?(</(\\w+:)?text>)",
                                    Pattern.DOTALL)
                            .matcher(base);
                    if (!theirs.find()) {
                        continue;
                    }
                    base = base.substring(0, theirs.start(2)) + "<" + p + "r><" + p
                            + "t xml:space=\"preserve\">&#10;&#10;" + text + "</" + p + "t></" + p + "r>"
                            + base.substring(theirs.start(2));
                } else {
                    list.append('<')
                            .append(p)
                            .append("comment ref=\"")
                            .append(reference)
                            .append("\" authorId=\"")
                            .append(mine)
                            .append("\"><")
                            .append(p)
                            .append("text><")
                            .append(p)
                            .append("t xml:space=\"preserve\">")
                            .append(text)
                            .append("</")
                            .append(p)
                            .append("t></")
                            .append(p)
                            .append("text></")
                            .append(p)
                            .append("comment>");
                }
            }
        }
        return before(END_OF_LIST, base, list.toString());
    }

    /** The cells that have a comment. */
    private static Set<String> cells(String comments) {
        return Pattern.compile("\\sref=\"([A-Z]+[0-9]+)\"")
                .matcher(comments)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static String prefix(String xml) {
        Matcher root = Pattern.compile("<(\\w+:)?comments\\b").matcher(xml);
        return root.find() && root.group(1) != null ? root.group(1) : "";
    }

    private static String before(Pattern end, String xml, String more) {
        Matcher found = end.matcher(xml);
        return found.find() ? xml.substring(0, found.start()) + more + xml.substring(found.start()) : xml;
    }

    /** Whether a sheet's comments can be added to. */
    static boolean canAdd(String comments) {
        return END_OF_AUTHORS.matcher(comments).find()
                && END_OF_LIST.matcher(comments).find();
    }

    /**
     * The boxes, behind those that are there.
     *
     * @param existing the sheet's drawing as it is; null where it has none
     * @param theirs the sheet's comments as they were, which have boxes already
     */
    static String boxes(
            @Nullable String existing,
            @Nullable String theirs,
            NavigableMap<Integer, NavigableMap<Integer, List<Finding>>> marks) {
        Set<String> theirCells = theirs == null ? Set.of() : cells(withoutOwn(theirs));
        StringBuilder boxes = new StringBuilder();
        int number = 0;
        for (var row : marks.entrySet()) {
            for (int column : row.getValue().keySet()) {
                if (!theirCells.contains(Finding.cell(row.getKey(), column))) {
                    boxes.append(box(++number, row.getKey(), column));
                }
            }
        }
        if (existing == null) {
            return "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\""
                    + " xmlns:x=\"urn:schemas-microsoft-com:office:excel\">" + TYPE + boxes + "</xml>";
        }
        String without = BOX.matcher(existing)
                .replaceAll(box -> isOf(box.group(), theirCells) ? Matcher.quoteReplacement(box.group()) : "");
        int end = without.lastIndexOf("</xml>");
        String type = without.contains("scp_t202") ? "" : TYPE;
        return end < 0 ? existing : without.substring(0, end) + type + boxes + without.substring(end);
    }

    /** Whether a box isn't a comment's, or is one of these cells'. */
    private static boolean isOf(String box, Set<String> cells) {
        Matcher place = PLACE.matcher(box);
        return !place.find()
                || cells.contains(
                        Finding.cell(Integer.parseInt(place.group(1)) + 1, Integer.parseInt(place.group(2)) + 1));
    }

    /** Which of the authors an earlier marking was; -1 where none is. */
    private static int own(String comments) {
        Matcher authors = AUTHORS.matcher(comments);
        for (int author = 0; authors.find(); author++) {
            if (AUTHOR.equals(authors.group(3))) {
                return author;
            }
        }
        return -1;
    }

    private static String withoutOwn(String comments) {
        int own = own(comments);
        return own < 0
                ? comments
                : Pattern.compile(
                                "<(\\w+:)?comment\\b[^>]*authorId=\"" + own + "\"[^>]*>.*?</(\\w+:)?comment>",
                                Pattern.DOTALL)
                        .matcher(comments)
                        .replaceAll("");
    }

    private static String box(int number, int row, int column) {
        int top = Math.max(row - 2, 0);
        return "<v:shape id=\"scp_" + number + "\" type=\"#scp_t202\" style=\"position:absolute;visibility:hidden\""
                + " fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/>"
                + "<v:shadow color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/>"
                + "<v:textbox style=\"mso-direction-alt:auto\"/><x:ClientData ObjectType=\"Note\"><x:MoveWithCells/>"
                + "<x:SizeWithCells/><x:Anchor>" + column + ", 15, " + top + ", 2, " + (column + 4) + ", 15, "
                + (top + 7)
                + ", 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>" + (row - 1) + "</x:Row><x:Column>"
                + (column - 1)
                + "</x:Column></x:ClientData></v:shape>";
    }
}
