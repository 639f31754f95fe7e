package org.scpmonitor.batch.register;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.batch.intake.SheetTexts;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.entry.Field;
import org.scpmonitor.entry.Flaw;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.entry.Shape;
import org.scpmonitor.entry.Writing;
import org.scpmonitor.register.Entries;
import org.scpmonitor.register.Entry;
import org.scpmonitor.register.EntryEdits;
import org.scpmonitor.register.EntryEdits.Wanted;
import org.scpmonitor.register.Shelf;
import org.scpmonitor.submission.Finding;
import org.springframework.stereotype.Component;

/**
 * Takes over a workbook of the register, all of it or nothing. Sheets and columns that the workbook doesn't have leave what
 * stands as it is; a sheet of rows replaces the rows of the entries that the workbook names.
 */
@Component
public class RegisterImport {
    /** How many lines a workbook may have in all. */
    public static final int MOST_ROWS = 20_000;

    private static final int DEEPEST_HEADER = 5;

    private final Entries entries;
    private final EntryEdits edits;

    RegisterImport(Entries entries, EntryEdits edits) {
        this.entries = entries;
        this.edits = edits;
    }

    /** What became of a workbook. */
    public sealed interface Outcome {
        /** @param entries how many it names @param versions how many of them changed, or would */
        record Taken(int entries, int versions) implements Outcome {}

        /** Nothing was stored. */
        record Refused(List<Wrong> wrong) implements Outcome {}

        /** It is no workbook that can be read. */
        record Unreadable(Finding reason) implements Outcome {}
    }

    /** What is wrong with a workbook as a whole, beyond the flaws of entries. */
    public enum Trouble {
        /** A text file, which has no sheets. */
        NO_WORKBOOK,
        /** A sheet that no kind has: the sheet. */
        UNKNOWN_SHEET,
        /** No line whose first cell is {@code code} or {@code of}: the sheet. */
        NO_HEADER,
        /** A column that the sheet's kind doesn't have: the header. */
        UNKNOWN_COLUMN,
        /** A line of a list whose entry isn't in the workbook: the code. */
        NO_SUCH_ENTRY,
        /** More lines than can be taken at once: how many can. */
        TOO_MANY_ROWS,
        /** Nothing to take over. */
        NOTHING,
        /** The viewer may not publish it: the code. */
        OUT_OF_SCOPE
    }

    /**
     * What is wrong at a place.
     *
     * @param cell such as {@code B3}; empty where it isn't one cell's
     * @param flaw of the entry; null where trouble is told
     * @param trouble with the workbook; null where a flaw is told
     * @param argument what the trouble speaks of
     */
    public record Wrong(
            String sheet,
            String cell,
            @Nullable Flaw flaw,
            @Nullable Trouble trouble,
            String argument) {
        static Wrong trouble(String sheet, String cell, Trouble trouble, String argument) {
            return new Wrong(sheet, cell, null, trouble, argument);
        }

        /** What is wrong, and how to mend it. */
        public String in(Locale locale) {
            if (flaw != null) {
                return flaw.in(locale);
            }
            String text = ResourceBundle.getBundle(
                            "org.scpmonitor.batch.register.troubles",
                            locale,
                            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES))
                    .getString(requireNonNull(trouble).name());
            return new MessageFormat(text, locale).format(new Object[] {argument});
        }
    }

    /** @param only whether it is only said what would happen */
    public Outcome take(Viewer viewer, Path file, String reason, boolean only) throws IOException {
        var reading = new Reading();
        Optional<Finding> unreadable = SheetTexts.read(file, reading::next);
        if (unreadable.isPresent()) {
            return new Outcome.Unreadable(unreadable.get());
        }
        reading.end();
        if (!reading.wrong.isEmpty()) {
            return new Outcome.Refused(List.copyOf(reading.wrong));
        }
        List<Draft> drafts = List.copyOf(reading.drafts.values());
        return take(viewer, drafts, reason, only);
    }

    private Outcome take(Viewer viewer, List<Draft> drafts, String reason, boolean only) {
        Map<String, Entry<?>> standing = standing(drafts);
        List<Wanted> wanted = drafts.stream()
                .map(draft -> wanted(draft, Optional.ofNullable(standing.get(key(draft.kind, draft.code)))))
                .toList();
        EntryEdits.Outcome outcome =
                only ? edits.rehearse(viewer, wanted) : edits.publish(viewer, wanted, reason, null);
        return switch (outcome) {
            // What the workbook doesn't speak of is taken from what stands, which has just become something else.
            case EntryEdits.Outcome.ChangedMeanwhile _ -> take(viewer, drafts, reason, only);
            case EntryEdits.Outcome.Published(int versions) -> new Outcome.Taken(wanted.size(), versions);
            case EntryEdits.Outcome.Flawed(var flaws) -> {
                List<Wrong> wrong = new ArrayList<>();
                flaws.forEach((place, found) ->
                        found.forEach(flaw -> wrong.add(drafts.get(place).at(flaw))));
                yield new Outcome.Refused(wrong);
            }
            case EntryEdits.Outcome.OutOfScope(int place) ->
                new Outcome.Refused(List.of(Wrong.trouble(
                        drafts.get(place).kind.code(),
                        drafts.get(place).place(""),
                        Trouble.OUT_OF_SCOPE,
                        drafts.get(place).code)));
            case EntryEdits.Outcome.StillNamed _, EntryEdits.Outcome.NotThere _ ->
                throw new IllegalStateException("Not asked for: " + outcome);
        };
    }

    /** What stands of the drafts' kinds, read at once, by {@link #key}. */
    private Map<String, Entry<?>> standing(List<Draft> drafts) {
        Set<Kind> kinds = drafts.stream().map(draft -> draft.kind).collect(Collectors.toSet());
        Shelf shelf = entries.read(kinds, AsOf.NOW);
        Map<String, Entry<?>> standing = new HashMap<>();
        kinds.forEach(kind -> shelf.all(kind.content()).forEach(entry -> standing.put(key(kind, entry.code()), entry)));
        return standing;
    }

    private static String key(Kind kind, String code) {
        return kind.code() + " " + code;
    }

    /** What stands, with what the workbook says in its place. */
    private static Wanted wanted(Draft draft, Optional<Entry<?>> standing) {
        Map<String, Object> tree = new LinkedHashMap<>();
        standing.ifPresent(entry -> tree.putAll(Writing.tree(entry.content())));
        draft.cells.forEach((column, text) -> column.put(tree, text));
        tree.putAll(draft.rows);
        boolean illustrative = draft.illustrative == null
                ? standing.map(Entry::illustrative).orElse(false)
                : draft.illustrative.equals("true");
        String source = draft.source == null ? standing.map(Entry::source).orElse("") : draft.source;
        int replaces = standing.map(Entry::version).orElse(0);
        return new Wanted(draft.kind, draft.code, tree, illustrative, source, replaces);
    }

    /** One entry of the workbook. */
    private static final class Draft {
        private final Kind kind;
        private final String code;
        private final Map<Columns.Column, String> cells = new LinkedHashMap<>();
        private final Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();
        /** By the flaw's path: sheet and cell. */
        private final Map<String, List<String>> places = new HashMap<>();

        private @Nullable String illustrative;
        private @Nullable String source;

        Draft(Kind kind, String code) {
            this.kind = kind;
            this.code = code;
        }

        String place(String path) {
            List<String> place = places.get(path);
            return place == null ? "" : place.getLast();
        }

        /** A flaw at its cell, or at the nearest one above it in the entry. */
        Wrong at(Flaw flaw) {
            String path = flaw.path();
            while (!path.isEmpty() && !places.containsKey(path)) {
                int end = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
                path = end < 0 ? "" : path.substring(0, end);
            }
            List<String> place = places.getOrDefault(path, List.of(kind.code(), ""));
            return new Wrong(place.getFirst(), place.getLast(), flaw, null, "");
        }
    }

    /** Reads line by line. */
    private static final class Reading {
        private final Map<String, Draft> drafts = new LinkedHashMap<>();
        private final List<Wrong> wrong = new ArrayList<>();
        private final List<Runnable> lists = new ArrayList<>();
        private final List<Consumer<Draft>> emptied = new ArrayList<>();

        private String sheet = "";
        private @Nullable Kind kind;
        private @Nullable Field list;
        private @Nullable List<String> header;
        private boolean known;
        private int first;
        private int rows;

        boolean next(SheetTexts.Row row) {
            if (row.sheet().isEmpty()) {
                wrong.add(Wrong.trouble("", "", Trouble.NO_WORKBOOK, ""));
                return false;
            }
            if (!row.sheet().equals(sheet) || rows == 0) {
                headless();
                begin(row);
            }
            if (++rows > MOST_ROWS) {
                wrong.add(Wrong.trouble(sheet, "", Trouble.TOO_MANY_ROWS, String.valueOf(MOST_ROWS)));
                return false;
            }
            if (!known) {
                return true;
            }
            if (header == null) {
                header(row);
            } else if (!row.at(0).isEmpty()) {
                line(row);
            } else {
                wrong.add(new Wrong(sheet, cell(0, row.number()), Flaw.at("code", Flaw.Code.MISSING), null, ""));
            }
            return true;
        }

        /** Lists come after all entries, whatever the order of the sheets. */
        void end() {
            headless();
            emptied.forEach(drafts.values()::forEach);
            lists.forEach(Runnable::run);
            if (drafts.isEmpty() && wrong.isEmpty()) {
                wrong.add(Wrong.trouble("", "", Trouble.NOTHING, ""));
            }
        }

        private void headless() {
            if (known && header == null && rows > 0) {
                wrong.add(Wrong.trouble(sheet, "A1", Trouble.NO_HEADER, sheet));
            }
        }

        private void begin(SheetTexts.Row row) {
            sheet = row.sheet();
            first = row.number();
            header = null;
            String name = sheet.strip().toLowerCase(Locale.ROOT);
            int dot = name.indexOf('.');
            kind = Kind.find(dot < 0 ? name : name.substring(0, dot)).orElse(null);
            list = kind == null || dot < 0
                    ? null
                    : kind.fields().stream()
                            .filter(field -> field.shape() instanceof Shape.Rows
                                    && field.name().equalsIgnoreCase(name.substring(dot + 1)))
                            .findFirst()
                            .orElse(null);
            known = kind != null && (dot < 0 || list != null);
            if (!known) {
                wrong.add(Wrong.trouble(sheet, "", Trouble.UNKNOWN_SHEET, sheet));
            }
        }

        private void header(SheetTexts.Row row) {
            String wanted = list == null ? RegisterWorkbook.CODE : RegisterWorkbook.OF;
            if (row.at(0).equals(wanted)) {
                header = row.texts();
                if (list != null) {
                    empty(requireNonNull(kind), list);
                }
                Columns columns = columns();
                for (int i = 1; i < row.texts().size(); i++) {
                    String name = row.at(i);
                    boolean envelope = list == null
                            && List.of(RegisterWorkbook.ILLUSTRATIVE, RegisterWorkbook.SOURCE)
                                    .contains(name.toLowerCase(Locale.ROOT));
                    if (!name.isEmpty() && !envelope && columns.find(name) == null) {
                        wrong.add(Wrong.trouble(sheet, cell(i, row.number()), Trouble.UNKNOWN_COLUMN, name));
                    }
                }
            } else if (row.number() - first >= DEEPEST_HEADER) {
                wrong.add(Wrong.trouble(sheet, cell(0, row.number()), Trouble.NO_HEADER, sheet));
                known = false;
            }
        }

        private void empty(Kind of, Field field) {
            emptied.add(draft -> {
                if (draft.kind == of) {
                    draft.rows.put(field.name(), new ArrayList<>());
                }
            });
        }

        private Columns columns() {
            return Columns.of(
                    list != null && list.shape() instanceof Shape.Rows(var _, List<Field> fields)
                            ? fields
                            : requireNonNull(kind).fields());
        }

        private void line(SheetTexts.Row row) {
            if (list == null) {
                entry(row, requireNonNull(kind));
            } else {
                Kind of = requireNonNull(kind);
                Field field = list;
                List<String> names = requireNonNull(header);
                Columns columns = columns();
                lists.add(() -> listed(row, of, field, names, columns));
            }
        }

        private void entry(SheetTexts.Row row, Kind of) {
            Draft draft = new Draft(of, row.at(0));
            if (drafts.putIfAbsent(key(of, row.at(0)), draft) != null) {
                wrong.add(
                        new Wrong(sheet, cell(0, row.number()), Flaw.at("code", Flaw.Code.TWICE, row.at(0)), null, ""));
                return;
            }
            draft.places.put("", List.of(sheet, cell(0, row.number())));
            draft.places.put("code", List.of(sheet, cell(0, row.number())));
            Columns columns = columns();
            List<String> names = requireNonNull(header);
            for (int i = 1; i < names.size(); i++) {
                String name = names.get(i).toLowerCase(Locale.ROOT);
                Columns.@Nullable Column column = columns.find(name);
                if (column != null) {
                    draft.cells.put(column, row.at(i));
                    place(draft, column, "", sheet, cell(i, row.number()));
                } else if (name.equals(RegisterWorkbook.ILLUSTRATIVE)) {
                    draft.illustrative = row.at(i).toLowerCase(Locale.ROOT);
                    if (!List.of("true", "false", "").contains(draft.illustrative)) {
                        wrong.add(new Wrong(
                                sheet,
                                cell(i, row.number()),
                                Flaw.at(name, Flaw.Code.NOT_YES_OR_NO, row.at(i)),
                                null,
                                ""));
                    }
                } else if (name.equals(RegisterWorkbook.SOURCE)) {
                    draft.source = row.at(i);
                }
            }
        }

        private void listed(SheetTexts.Row row, Kind of, Field field, List<String> names, Columns columns) {
            Draft draft = drafts.get(key(of, row.at(0)));
            if (draft == null) {
                wrong.add(Wrong.trouble(row.sheet(), cell(0, row.number()), Trouble.NO_SUCH_ENTRY, row.at(0)));
                return;
            }
            List<Map<String, Object>> all = draft.rows.computeIfAbsent(field.name(), name -> new ArrayList<>());
            Map<String, Object> tree = new LinkedHashMap<>();
            String path = field.name() + "[" + all.size() + "]";
            draft.places.put(path, List.of(row.sheet(), cell(0, row.number())));
            for (int i = 1; i < names.size(); i++) {
                Columns.@Nullable Column column = columns.find(names.get(i));
                if (column != null) {
                    column.put(tree, row.at(i));
                    place(draft, column, path + ".", row.sheet(), cell(i, row.number()));
                }
            }
            all.add(tree);
        }

        private static void place(Draft draft, Columns.Column column, String before, String sheet, String cell) {
            String path = before + column.field().name();
            draft.places.putIfAbsent(path, List.of(sheet, cell));
            if (!column.language().isEmpty()) {
                draft.places.put(path + "." + column.language(), List.of(sheet, cell));
            }
        }

        /** @param column from 0 @param row from 1 */
        private static String cell(int column, int row) {
            StringBuilder letters = new StringBuilder();
            for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
                letters.insert(0, (char) ('A' + (rest - 1) % 26));
            }
            return letters.toString() + row;
        }
    }
}
