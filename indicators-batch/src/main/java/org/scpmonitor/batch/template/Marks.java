package org.scpmonitor.batch.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.submission.Finding;
import org.scpmonitor.submission.FindingTexts;
import org.scpmonitor.submission.Severity;

/** Which cells of a workbook are to be marked, and what is to be written beside them. */
final class Marks {

    /** As many cells are marked; a sheet with more comments can hardly be opened. */
    static final int MOST = 10_000;

    /** Excel holds no longer comment. */
    private static final int LONGEST_NOTE = 4_000;

    private final Map<String, NavigableMap<Integer, NavigableMap<Integer, List<Finding>>>> sheets = new HashMap<>();
    private int cells;

    /** Marks the finding's cell, or the first one of its row; nothing where it is on a sheet or the file. */
    void add(Finding finding) {
        @Nullable Integer row = finding.row();
        if (row == null) {
            return;
        }
        @Nullable Integer column = finding.column();
        NavigableMap<Integer, List<Finding>> cellsOfRow = sheets.computeIfAbsent(
                        finding.sheet(), name -> new TreeMap<>())
                .computeIfAbsent(row, number -> new TreeMap<>());
        int at = column == null ? 1 : column;
        if (!cellsOfRow.containsKey(at) && cells == MOST) {
            return;
        }
        List<Finding> here = cellsOfRow.computeIfAbsent(at, number -> new ArrayList<>());
        if (here.isEmpty()) {
            cells++;
        }
        here.add(finding);
    }

    /** By row and column, both from 1; empty where the sheet has none. */
    NavigableMap<Integer, NavigableMap<Integer, List<Finding>>> of(String sheet) {
        return sheets.getOrDefault(sheet, new TreeMap<>());
    }

    /** The heavier severity of those in one cell. */
    static Severity severity(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)
                ? Severity.ERROR
                : Severity.QUERY;
    }

    /** What is wrong in a cell and how to mend it. */
    static String note(List<Finding> findings, Locale locale) {
        StringBuilder note = new StringBuilder();
        for (Finding finding : findings) {
            FindingTexts texts = FindingTexts.of(finding, locale);
            note.append(note.isEmpty() ? "" : "\n\n")
                    .append(texts.what())
                    .append('\n')
                    .append(texts.mend());
        }
        return note.length() <= LONGEST_NOTE ? note.toString() : note.substring(0, LONGEST_NOTE - 1) + "…";
    }
}
