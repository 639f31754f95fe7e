package org.scpmonitor.batch.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.submission.FindingCode;

/**
 * An XLSX file: which sheets it has, where they lie, and what its cells refer to.
 *
 * <p>Parts are found by the relationships between them (ECMA-376 part 2), so that both dialects of the format, and
 * writers with names of their own, can be read.
 */
record Workbook(ZipFile zip, List<Listed> sheets, SharedStrings strings, CellStyles styles, boolean since1904) {

    private static final int MOST_SHEETS = 1_000;
    private static final int MOST_PARTS = 10_000;

    /** A visible sheet of cells. */
    record Listed(int ordinal, String name, String part) {}

    /** A part that another one refers to. */
    private record Related(String type, String part) {}

    static Table open(Path file) throws IOException {
        ZipFile zip = ZipGuard.open(file);
        try {
            return new WorkbookTable(read(zip), true);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static Workbook read(ZipFile zip) throws IOException {
        String main = main(zip);
        Map<String, Related> related = related(zip, main);
        List<Listed> sheets = new ArrayList<>();
        boolean since1904 = false;
        try (XmlPart part = XmlPart.open(zip, main)) {
            for (int ordinal = 0; part.next(); ) {
                if (part.isStart("workbookPr")) {
                    String date1904 = part.attribute("date1904");
                    since1904 = "1".equals(date1904) || "true".equals(date1904);
                } else if (part.isStart("sheet") && ordinal < MOST_SHEETS) {
                    Related target = related.get(part.qualifiedAttribute("id"));
                    String name = part.attribute("name");
                    String state = part.attribute("state");
                    boolean visible = state == null || state.equals("visible");
                    if (visible && target != null && target.type.equals("worksheet")) {
                        sheets.add(new Listed(ordinal, name == null ? "" : name, target.part));
                    }
                    ordinal++;
                }
            }
        }
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
            }
        }
        return new Workbook(zip, List.copyOf(sheets), strings, styles, since1904);
    }

    /** The part that lists the sheets. */
    private static String main(ZipFile zip) throws IOException {
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

    /** What a part refers to, by the reference's id; the empty name stands for the file as a whole. */
    private static Map<String, Related> related(ZipFile zip, String part) throws IOException {
        String folder = part.substring(0, part.lastIndexOf('/') + 1);
        String name = part.substring(folder.length());
        Map<String, Related> related = new HashMap<>();
        try (XmlPart rels = XmlPart.open(zip, find(zip, folder + "_rels/" + name + ".rels"))) {
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
