package org.scpmonitor.batch.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.submission.FileName;
import org.scpmonitor.submission.FindingCode;

/**
 * An XLSX file: which sheets it has, where they lie, and what its cells refer to.
 *
 * <p>Parts are found by the relationships between them (ECMA-376 part 2), so that both dialects of the format, and
 * writers with names of their own, can be read.
 */
record Workbook(
        ZipFile zip,
        List<Listed> sheets,
        List<Listed> hidden,
        List<String> links,
        SharedStrings strings,
        CellStyles styles,
        boolean since1904,
        @Nullable TemplateMark template) {

    private static final int MOST_SHEETS = 1_000;
    private static final int MOST_PARTS = 10_000;

    private static final Set<String> MACROS = Set.of("vbaProject", "xlMacrosheet", "xlIntlMacrosheet");

    /**
     * A sheet of cells.
     *
     * @param merges whether some of its cells are merged
     */
    record Listed(int ordinal, String name, String part, boolean merges) {}

    /** A part that another one refers to. */
    private record Related(String type, String part) {}

    static Table open(Path file) throws IOException {
        ZipGuard.Checked checked = ZipGuard.open(file);
        ZipFile zip = checked.zip();
        try {
            return new WorkbookTable(read(zip, checked.merging()), true);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /** The same workbook as if its hidden sheets were all that it has. */
    Workbook ofHidden() {
        return showing(hidden, List.of(), null);
    }

    /**
     * The same workbook with what its template's hidden sheet says, and without that sheet, which some programs save as a
     * visible one, and without the list of what was found in it before.
     */
    private Workbook recognised() throws IOException {
        List<Listed> others = new ArrayList<>();
        TemplateMark mark = null;
        for (Listed each : Stream.concat(hidden.stream(), sheets.stream()).toList()) {
            try (WorkbookTable first = only(each);
                    WorkbookTable table = only(each)) {
                if (first.nextSheet() && TemplateMark.listsFindings(first)) {
                    others.add(each);
                } else if (table.nextSheet() && TemplateMark.begins(table)) {
                    others.add(each);
                    mark = TemplateMark.read(table).orElse(mark);
                }
            } catch (UnreadableException e) {
                // A sheet that can't be read names no template; where it holds rows, that is told when they're read.
                continue;
            }
        }
        return others.isEmpty() ? this : showing(without(others, sheets), without(others, hidden), mark);
    }

    private WorkbookTable only(Listed sheet) {
        return new WorkbookTable(showing(List.of(sheet), List.of(), null), false);
    }

    private static List<Listed> without(List<Listed> some, List<Listed> sheets) {
        return sheets.stream().filter(each -> !some.contains(each)).toList();
    }

    private Workbook showing(List<Listed> shown, List<Listed> unshown, @Nullable TemplateMark mark) {
        return new Workbook(zip, shown, unshown, links, strings, styles, since1904, mark);
    }

    private static Workbook read(ZipFile zip, Set<String> merging) throws IOException {
        String main = main(zip);
        Map<String, Related> related = related(zip, main);
        if (related.values().stream().anyMatch(each -> MACROS.contains(each.type))) {
            throw new UnreadableException(FindingCode.MACRO_WORKBOOK);
        }
        List<Listed> sheets = new ArrayList<>();
        List<Listed> hidden = new ArrayList<>();
        int ordinal = 0;
        boolean since1904 = false;
        try (XmlPart part = XmlPart.open(zip, main)) {
            while (part.next()) {
                if (part.isStart("workbookPr")) {
                    String date1904 = part.attribute("date1904");
                    since1904 = "1".equals(date1904) || "true".equals(date1904);
                } else if (part.isStart("sheet")) {
                    Related target = related.get(part.qualifiedAttribute("id"));
                    String name = part.attribute("name");
                    String state = part.attribute("state");
                    boolean visible = state == null || state.equals("visible");
                    if (target != null && target.type.equals("worksheet")) {
                        (visible ? sheets : hidden)
                                .add(new Listed(
                                        ordinal, name == null ? "" : name, target.part, merging.contains(target.part)));
                    }
                    ordinal++;
                }
            }
        }
        if (ordinal > MOST_SHEETS) {
            throw new UnreadableException(
                    FindingCode.CROWDED_WORKBOOK, Integer.toString(ordinal), Integer.toString(MOST_SHEETS));
        }
        List<String> links = new ArrayList<>();
        SharedStrings strings = SharedStrings.none();
        CellStyles styles = CellStyles.none();
        for (Related each : related.values()) {
            if (each.type.equals("sharedStrings")) {
                try (XmlPart part = XmlPart.open(zip, each.part)) {
                    strings = SharedStrings.read(part);
                }
            } else if (each.type.equals("styles")) {
                try (XmlPart part = XmlPart.open(zip, each.part)) {
                    styles = CellStyles.read(part);
                }
            } else if (each.type.equals("externalLink")) {
                links.add(outside(zip, each.part));
            }
        }
        return new Workbook(
                        zip,
                        List.copyOf(sheets),
                        List.copyOf(hidden),
                        List.copyOf(links),
                        strings,
                        styles,
                        since1904,
                        null)
                .recognised();
    }

    /** The part that lists the sheets. */
    static String main(ZipFile zip) throws IOException {
        if (find(zip, "_rels/.rels") == null) {
            boolean openDocument = find(zip, "content.xml") != null && find(zip, "mimetype") != null;
            throw openDocument
                    ? new UnreadableException(FindingCode.OPEN_DOCUMENT)
                    : new UnreadableException(FindingCode.NOT_A_TABLE, "ZIP");
        }
        String main = related(zip, "").values().stream()
                .filter(each -> each.type.equals("officeDocument"))
                .map(Related::part)
                .findFirst()
                .orElse("");
        if (main.startsWith("word/")) {
            throw new UnreadableException(FindingCode.NOT_A_TABLE, "DOCX");
        } else if (main.startsWith("ppt/")) {
            throw new UnreadableException(FindingCode.NOT_A_TABLE, "PPTX");
        } else if (main.endsWith(".bin")) {
            throw new UnreadableException(FindingCode.BINARY_WORKBOOK);
        } else if (main.isEmpty()) {
            throw new UnreadableException(FindingCode.NOT_A_TABLE, "ZIP");
        }
        return main;
    }

    /** The part that holds the styles; null where there is none. */
    static @Nullable String stylesOf(ZipFile zip, String main) throws IOException {
        return related(zip, main).values().stream()
                .filter(each -> each.type.equals("styles"))
                .map(Related::part)
                .findFirst()
                .orElse(null);
    }

    /** What a part refers to, by the reference's id; the empty name stands for the file as a whole. */
    private static Map<String, Related> related(ZipFile zip, String part) throws IOException {
        String folder = part.substring(0, part.lastIndexOf('/') + 1);
        Map<String, Related> related = new HashMap<>();
        try (XmlPart rels = XmlPart.open(zip, find(zip, relations(part)))) {
            while (related.size() < MOST_PARTS && rels.nextStart("Relationship")) {
                String id = rels.attribute("Id");
                String type = rels.attribute("Type");
                String target = rels.attribute("Target");
                boolean outside = "External".equals(rels.attribute("TargetMode"));
                String found = target == null || outside ? null : find(zip, resolve(folder, target));
                if (id != null && type != null && found != null) {
                    related.put(id, new Related(type.substring(type.lastIndexOf('/') + 1), found));
                }
            }
        }
        return related;
    }

    private static String relations(String part) {
        int name = part.lastIndexOf('/') + 1;
        return part.substring(0, name) + "_rels/" + part.substring(name) + ".rels";
    }

    /** The name of the file outside to which a part leads, without its folders; the part's own where it isn't told. */
    private static String outside(ZipFile zip, String part) throws IOException {
        String relations = find(zip, relations(part));
        if (relations != null) {
            try (XmlPart rels = XmlPart.open(zip, relations)) {
                while (rels.nextStart("Relationship")) {
                    String target = rels.attribute("Target");
                    if (target != null && "External".equals(rels.attribute("TargetMode"))) {
                        return FileName.plain(target);
                    }
                }
            }
        }
        return FileName.plain(part);
    }

    private static String resolve(String folder, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        String base = folder;
        String rest = target;
        while (rest.startsWith("../") && !base.isEmpty()) {
            base = base.substring(0, base.lastIndexOf('/', base.length() - 2) + 1);
            rest = rest.substring(3);
        }
        return base + (rest.startsWith("./") ? rest.substring(2) : rest);
    }

    /** The part of this name, whatever its case and slashes; null where there is none. */
    private static @Nullable String find(ZipFile zip, String name) {
        if (zip.getEntry(name) != null) {
            return name;
        }
        String plain = name.toLowerCase(Locale.ROOT);
        return Collections.list(zip.entries()).stream()
                .map(ZipEntry::getName)
                .filter(each -> each.replace('\\', '/').toLowerCase(Locale.ROOT).equals(plain))
                .findFirst()
                .orElse(null);
    }
}
