package org.scpmonitor.batch.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scpmonitor.submission.Severity;

/** The styles of a workbook, with copies of those that marked cells have, in the colour of their findings. */
final class Styles implements SheetPatch.Styling {

    static final String MINIMAL = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
            <fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>\
            <fills count="2"><fill><patternFill patternType="none"/></fill>\
            <fill><patternFill patternType="gray125"/></fill></fills>\
            <borders count="1"><border/></borders>\
            <cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf/></cellXfs></styleSheet>""";

    private static final Pattern FILLS =
            Pattern.compile("<(\\w+:)?fills\\b[^>]*>(.*?)</(\\w+:)?fills\\s*>", Pattern.DOTALL);
    private static final Pattern FILL = Pattern.compile("<(\\w+:)?fill[\\s>/]");
    private static final Pattern FORMATS =
            Pattern.compile("<(\\w+:)?cellXfs\\b[^>]*>(.*?)</(\\w+:)?cellXfs\\s*>", Pattern.DOTALL);
    private static final Pattern FORMAT =
            Pattern.compile("<(\\w+:)?xf\\b[^>]*?(/>|>.*?</(\\w+:)?xf\\s*>)", Pattern.DOTALL);
    private static final Pattern FILL_OF_FORMAT = Pattern.compile("\\s(fillId|applyFill)\\s*=\\s*(\"[^\"]*\"|'[^']*')");

    private final String xml;
    private final Matcher fills;
    private final Matcher formats;
    private final int firstFill;
    private final List<String> own = new ArrayList<>();
    private final List<String> added = new ArrayList<>();
    private final Map<String, Integer> known = new HashMap<>();
    private final boolean usable;

    /** @param xml the part as it is */
    Styles(String xml) {
        this.usable = FILLS.matcher(xml).find() && FORMATS.matcher(xml).find();
        this.xml = usable || FILLS.matcher(xml).find() || FORMATS.matcher(xml).find() ? xml : MINIMAL;
        this.fills = FILLS.matcher(this.xml);
        this.formats = FORMATS.matcher(this.xml);
        boolean both = fills.find() & formats.find();
        int count = 0;
        if (both) {
            Matcher fill = FILL.matcher(fills.group(2));
            while (fill.find()) {
                count++;
            }
            Matcher format = FORMAT.matcher(formats.group(2));
            while (format.find()) {
                own.add(format.group());
            }
        }
        this.firstFill = count;
    }

    @Override
    public int of(int style, Severity severity) {
        if (own.isEmpty()) {
            // A part that can't be understood stays as it is: the cells keep their styles and get their comments.
            return style;
        }
        int base = style < own.size() ? style : 0;
        return known.computeIfAbsent(severity + " " + base, key -> {
            String plain = FILL_OF_FORMAT.matcher(own.get(base)).replaceAll("");
            int at = plain.indexOf("xf") + 2;
            int fill = firstFill + (severity == Severity.ERROR ? 0 : 1);
            added.add(plain.substring(0, at) + " fillId=\"" + fill + "\" applyFill=\"1\"" + plain.substring(at));
            return own.size() + added.size() - 1;
        });
    }

    /** The part with what was added. */
    String patched() {
        if (added.isEmpty()) {
            return xml;
        }
        String p = fills.group(1) == null ? "" : fills.group(1);
        String moreFills = fill(p, "FFFBD5D0") + fill(p, "FFFFE9B8");
        String first = counted("fills", p, firstFill + 2) + fills.group(2) + moreFills + "</" + p + "fills>";
        String second = counted("cellXfs", p, own.size() + added.size()) + formats.group(2) + String.join("", added)
                + "</" + p + "cellXfs>";
        boolean inOrder = fills.start() < formats.start();
        Matcher one = inOrder ? fills : formats;
        Matcher other = inOrder ? formats : fills;
        return xml.substring(0, one.start())
                + (inOrder ? first : second)
                + xml.substring(one.end(), other.start())
                + (inOrder ? second : first)
                + xml.substring(other.end());
    }

    private static String counted(String name, String prefix, int count) {
        return "<" + prefix + name + " count=\"" + count + "\">";
    }

    private static String fill(String p, String colour) {
        return "<" + p + "fill><" + p + "patternFill patternType=\"solid\"><" + p + "fgColor rgb=\"" + colour + "\"/><"
                + p + "bgColor indexed=\"64\"/></" + p + "patternFill></" + p + "fill>";
    }
}
