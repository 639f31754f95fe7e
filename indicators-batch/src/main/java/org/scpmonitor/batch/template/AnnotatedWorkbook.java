package org.scpmonitor.batch.template;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.batch.intake.SentContent;
import org.scpmonitor.batch.intake.SentContent.Sheet;
import org.scpmonitor.batch.intake.TemplateMark;
import org.scpmonitor.submission.Finding;
import org.scpmonitor.submission.Scratch;

/**
 * A workbook as it was sent, with what was found in it: marked cells in colour, with a comment that says what is wrong
 * and how to mend it, and a sheet in front that lists everything. Its parts are copied one by one, and only those that
 * have to change are changed; a CSV becomes a workbook of its texts first. Heap is bounded however many rows there are.
 */
public final class AnnotatedWorkbook {

    /** Parts that are changed as a whole, such as styles, are held in memory, and are no longer than this. */
    private static final int LONGEST_PART = 32 << 20;

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String RELATION_ID = "scpFindings";
    private static final String LIST_PART = "xl/scp-findings.xml";
    private static final String STYLES_PART = "xl/scp-styles.xml";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

    private static final Pattern RELATION = Pattern.compile("<(?:\\w+:)?Relationship\\b[^>]*>");
    private static final Pattern SHEET = Pattern.compile("<(\\w+:)?sheet\\s[^>]*>");
    private static final Pattern LOCAL = Pattern.compile("localSheetId=\"(\\d+)\"");
    private static final Pattern VIEW = Pattern.compile("<(\\w+:)?workbookView\\b[^>]*?(/?)>");
    private static final Pattern ACTIVE = Pattern.compile("activeTab=\"(\\d+)\"");
    private static final Pattern DRAWING = Pattern.compile("<(?:\\w+:)?legacyDrawing\\s[^>]*>");

    private final ZipFile in;
    private final ZipOutputStream out;
    private final Locale locale;
    private final Map<String, String> changed = new LinkedHashMap<>();
    private final StringBuilder types = new StringBuilder();

    private AnnotatedWorkbook(ZipFile in, ZipOutputStream out, Locale locale) {
        this.in = in;
        this.out = out;
        this.locale = locale;
    }

    /**
     * Writes the workbook with its marks; the stream stays open.
     *
     * @param file as it was sent; stays the caller's
     * @param list what was found, for the cells and for the list in front
     */
    public static void write(Path file, FindingList list, Locale locale, Scratch scratch, OutputStream out)
            throws IOException {
        try (SentContent content = SentContent.of(file)) {
            switch (content) {
                case SentContent.Book book -> write(book, name -> name, list, locale, out);
                case SentContent.Lines lines -> {
                    Path plain = scratch.file("annotated");
                    try {
                        boolean whole;
                        try (OutputStream spooled = new BufferedOutputStream(Files.newOutputStream(plain), 1 << 16)) {
                            whole = PlainWorkbook.of(lines, list.sheetOfRows(locale), spooled);
                        }
                        if (whole) {
                            rewrite(plain, list, locale, out);
                        } else {
                            PlainWorkbook.ofList(list, locale, out);
                        }
                    } finally {
                        Files.delete(plain);
                    }
                }
                case SentContent.Unreadable nothing -> PlainWorkbook.ofList(list, locale, out);
            }
        }
    }

    private static void rewrite(Path plain, FindingList list, Locale locale, OutputStream out) throws IOException {
        try (SentContent content = SentContent.of(plain)) {
            if (content instanceof SentContent.Book book) {
                // In a CSV no sheet has a name.
                write(book, name -> "", list, locale, out);
            } else {
                throw new IOException("The workbook that was written of the rows can't be read");
            }
        }
    }

    /** How findings call a sheet. */
    private interface Naming {
        String of(String sheet);
    }

    private static void write(SentContent.Book book, Naming naming, FindingList list, Locale locale, OutputStream out)
            throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        new AnnotatedWorkbook(book.zip(), zip, locale).copy(book, naming, list);
        zip.finish();
    }

    private void copy(SentContent.Book book, Naming naming, FindingList list) throws IOException {
        Set<String> done = new HashSet<>(Set.of("[Content_Types].xml"));
        Styles styles = new Styles(book.styles() == null ? Styles.MINIMAL : text(book.styles()));
        int number = 0;
        for (Sheet sheet : book.sheets()) {
            var marks = list.marks().of(naming.of(sheet.name()));
            if (!marks.isEmpty() && done.add(sheet.part())) {
                sheet(sheet.part(), marks, styles, ++number);
            }
        }
        listInFront(book, list, styles);
        if (book.styles() == null) {
            changed.put(STYLES_PART, styles.patched());
            relate(book.main(), "scpStyles", "styles", STYLES_PART);
            override(STYLES_PART, "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml");
        } else {
            changed.put(book.styles(), styles.patched());
        }
        changed.put("[Content_Types].xml", within(text("[Content_Types].xml"), "Types", types.toString()));
        for (Map.Entry<String, String> part : changed.entrySet()) {
            done.add(part.getKey());
            out.putNextEntry(new ZipEntry(part.getKey()));
            out.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
        for (ZipEntry entry : Collections.list(in.entries())) {
            if (done.add(entry.getName())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream part = in.getInputStream(entry)) {
                    part.transferTo(out);
                }
                out.closeEntry();
            }
        }
    }

    private void sheet(
            String part, NavigableMap<Integer, NavigableMap<Integer, List<Finding>>> marks, Styles styles, int number)
            throws IOException {
        String theirs = related(part, "comments", null);
        String theirComments = theirs == null ? null : text(theirs);
        String drawingId = related(part, "vmlDrawing", null) == null ? null : drawingOf(part);
        String theirBoxes = drawingId == null ? null : related(part, "vmlDrawing", drawingId);
        @Nullable String drawing = null;
        if (theirComments == null || Notes.canAdd(theirComments)) {
            String comments = theirs == null ? "xl/scp-comments" + number + ".xml" : theirs;
            changed.put(comments, Notes.comments(theirComments, marks, locale));
            if (theirs == null) {
                relate(part, "scpComments", "comments", comments);
                override(comments, "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml");
            }
            String boxes = theirBoxes == null ? "xl/scp-boxes" + number + ".vml" : theirBoxes;
            changed.put(boxes, Notes.boxes(theirBoxes == null ? null : text(theirBoxes), theirComments, marks));
            if (theirBoxes == null) {
                relate(part, "scpBoxes", "vmlDrawing", boxes);
                override(boxes, "application/vnd.openxmlformats-officedocument.vmlDrawing");
                drawing = "legacyDrawing xmlns:r=\"" + RELATIONS + "\" r:id=\"scpBoxes\"";
            }
        }
        out.putNextEntry(new ZipEntry(part));
        try (InputStream xml = in.getInputStream(in.getEntry(part))) {
            new SheetPatch(marks, styles, drawing).copy(xml, out);
        }
        out.closeEntry();
    }

    /** Which relation the sheet's comments are drawn by; null where it has none. */
    private @Nullable String drawingOf(String part) throws IOException {
        byte[] buffer = new byte[1 << 16];
        String rest = "";
        try (InputStream xml = new BufferedInputStream(in.getInputStream(in.getEntry(part)))) {
            for (int read = xml.read(buffer); read >= 0; read = xml.read(buffer)) {
                String text = rest + new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
                Matcher found = DRAWING.matcher(text);
                if (found.find()) {
                    return qualifiedId(found.group());
                }
                rest = text.substring(Math.max(0, text.length() - 500));
            }
        }
        return null;
    }

    private static @Nullable String qualifiedId(String tag) {
        Matcher id = Pattern.compile("\\w+:id\\s*=\\s*[\"']([^\"']*)[\"']").matcher(tag);
        return id.find() ? id.group(1) : null;
    }

    /** Puts the list before the other sheets, or in the place of an earlier list. */
    private void listInFront(SentContent.Book book, FindingList list, Styles styles) throws IOException {
        String main = text(book.main());
        Matcher first = SHEET.matcher(main);
        String content = list.sheet(locale, styles);
        int highest = 0;
        int count = 0;
        String prefix = "";
        int at = -1;
        while (first.find()) {
            if (at < 0) {
                at = first.start();
                prefix = Objects.requireNonNullElse(first.group(1), "");
            }
            count++;
            highest = Math.max(highest, number(SheetPatch.attribute(first.group(), "sheetId")));
            if (TemplateMark.FINDINGS_SHEET.equals(SheetPatch.attribute(first.group(), "name"))) {
                String earlier = relatedById(book.main(), qualifiedId(first.group()));
                if (earlier != null) {
                    changed.put(earlier, content);
                    return;
                }
            }
        }
        if (at < 0 || count == 0) {
            return;
        }
        String sheet = "<" + prefix + "sheet xmlns:r=\"" + RELATIONS + "\" name=\"" + TemplateMark.FINDINGS_SHEET
                + "\" sheetId=\"" + (highest + 1) + "\" r:id=\"" + RELATION_ID + "\"/>";
        String more = main.substring(0, at) + sheet + main.substring(at);
        more = LOCAL.matcher(more).replaceAll(id -> "localSheetId=\"" + (Integer.parseInt(id.group(1)) + 1) + "\"");
        changed.put(book.main(), sameTabActive(more, prefix));
        changed.put(LIST_PART, content);
        relate(book.main(), RELATION_ID, "worksheet", LIST_PART);
        override(LIST_PART, "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml");
    }

    /** The tab that people left open stays the open one: two selected tabs would be edited together. */
    private static String sameTabActive(String main, String prefix) {
        Matcher view = VIEW.matcher(main);
        if (!view.find()) {
            String views =
                    "<" + prefix + "bookViews><" + prefix + "workbookView activeTab=\"1\"/></" + prefix + "bookViews>";
            int sheets = main.indexOf("<" + prefix + "sheets");
            return sheets < 0 ? main : main.substring(0, sheets) + views + main.substring(sheets);
        }
        String tag = view.group();
        Matcher active = ACTIVE.matcher(tag);
        String next = active.find()
                ? active.replaceFirst("activeTab=\"" + (Integer.parseInt(active.group(1)) + 1) + "\"")
                : tag.substring(0, tag.length() - 1 - view.group(2).length()) + " activeTab=\"1\"" + view.group(2)
                        + ">";
        return main.substring(0, view.start()) + next + main.substring(view.end());
    }

    private static int number(@Nullable String text) {
        return text == null ? 0 : Integer.parseInt(text);
    }

    /** The part of a kind that another one refers to; null where there is none. @param id null for the first */
    private @Nullable String related(String part, String kind, @Nullable String id) throws IOException {
        for (String relation : relations(part)) {
            String type = SheetPatch.attribute(relation, "Type");
            if (type != null
                    && type.endsWith("/" + kind)
                    && (id == null || id.equals(SheetPatch.attribute(relation, "Id")))) {
                return target(part, relation);
            }
        }
        return null;
    }

    private @Nullable String relatedById(String part, @Nullable String id) throws IOException {
        for (String relation : relations(part)) {
            if (Objects.equals(id, SheetPatch.attribute(relation, "Id"))) {
                return target(part, relation);
            }
        }
        return null;
    }

    private List<String> relations(String part) throws IOException {
        List<String> relations = new ArrayList<>();
        String name = relationsOf(part);
        if (in.getEntry(name) != null) {
            RELATION.matcher(text(name)).results().forEach(found -> relations.add(found.group()));
        }
        return relations;
    }

    private @Nullable String target(String part, String relation) {
        String target = SheetPatch.attribute(relation, "Target");
        if (target == null || "External".equals(SheetPatch.attribute(relation, "TargetMode"))) {
            return null;
        }
        String resolved = target.startsWith("/")
                ? target.substring(1)
                : Path.of("/" + part)
                        .resolveSibling(target)
                        .normalize()
                        .toString()
                        .substring(1);
        return in.getEntry(resolved) == null ? null : resolved;
    }

    private static String relationsOf(String part) {
        int name = part.lastIndexOf('/') + 1;
        return part.substring(0, name) + "_rels/" + part.substring(name) + ".rels";
    }

    private void relate(String part, String id, String kind, String target) throws IOException {
        String name = relationsOf(part);
        String before = changed.containsKey(name)
                ? changed.get(name)
                : in.getEntry(name) == null
                        ? "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><Relationships xmlns=\""
                                + PACKAGE + "relationships\"></Relationships>"
                        : text(name);
        changed.put(
                name,
                within(
                        Objects.requireNonNull(before),
                        "Relationships",
                        "<%1$sRelationship Id=\"" + id + "\" Type=\"" + RELATIONS + "/" + kind + "\" Target=\"/"
                                + target + "\"/>"));
    }

    private void override(String part, String type) {
        types.append("<%1$sOverride PartName=\"/")
                .append(part)
                .append("\" ContentType=\"")
                .append(type)
                .append("\"/>");
    }

    /** Puts elements behind the last one of the root. @param more with {@code %s} where the root's prefix belongs */
    private static String within(String xml, String root, String more) {
        Matcher end = Pattern.compile("</(\\w+:)?" + root + "\\s*>").matcher(xml);
        if (end.find()) {
            String prefix = Objects.requireNonNullElse(end.group(1), "");
            return xml.substring(0, end.start()) + more.formatted(prefix) + xml.substring(end.start());
        }
        Matcher empty = Pattern.compile("<(\\w+:)?" + root + "\\b([^>]*)/>").matcher(xml);
        if (empty.find()) {
            String prefix = Objects.requireNonNullElse(empty.group(1), "");
            return xml.substring(0, empty.start()) + "<" + prefix + root + empty.group(2) + ">" + more.formatted(prefix)
                    + "</" + prefix + root + ">" + xml.substring(empty.end());
        }
        return xml;
    }

    private String text(String part) throws IOException {
        try (InputStream bytes = in.getInputStream(in.getEntry(part))) {
            byte[] text = bytes.readNBytes(LONGEST_PART + 1);
            if (text.length > LONGEST_PART) {
                throw new IOException("The part " + part + " is too long to be changed");
            }
            return new String(text, StandardCharsets.UTF_8);
        }
    }
}
