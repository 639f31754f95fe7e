package org.scpmonitor.ui.typed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.assignment.ReportingSheet;
import org.scpmonitor.assignment.ReportingSheet.Row;
import org.scpmonitor.draft.Draft;
import org.scpmonitor.draft.TypedValue;
import org.scpmonitor.draft.TypedValue.Slot;

/** What stands in one window: the rows that are asked for, what was typed in them, and what of it isn't on disk yet. */
class TypedSheet {
    private final ReportingSheet asked;
    private final Map<Slot, Row> rows = new LinkedHashMap<>();
    private final Map<Slot, TypedValue> values = new HashMap<>();
    private final Map<Slot, TypedValue> unsaved = new LinkedHashMap<>();
    private final Deque<List<TypedValue>> earlier = new ArrayDeque<>();
    private @Nullable Long draft;
    private int version;

    TypedSheet(ReportingSheet asked, @Nullable Draft begun) {
        this.asked = asked;
        asked.rows().forEach(row -> rows.put(slot(row), row));
        if (begun != null) {
            take(begun);
        }
    }

    static Slot slot(Row row) {
        return new Slot(row.indicator(), row.disaggregation(), row.period());
    }

    ReportingSheet asked() {
        return asked;
    }

    /** The value of a row; an empty one where nothing has been typed. */
    TypedValue value(Row row) {
        return values.computeIfAbsent(slot(row), slot -> new TypedValue(slot, "", null, row.usualUnit(), "", ""));
    }

    /** Everything that says something of what is asked, in the order of the rows. */
    List<TypedValue> said() {
        return asked.rows().stream()
                .map(this::value)
                .filter(value -> !value.isOpen())
                .toList();
    }

    int unfinished() {
        return (int) said().stream().filter(TypedValue::isUnfinished).count();
    }

    /** Takes changes and remembers how to undo them together. */
    void change(List<TypedValue> changed) {
        List<TypedValue> before = new ArrayList<>();
        changed.forEach(value -> {
            Row row = rows.get(value.slot());
            if (row != null) {
                before.add(value(row));
            }
        });
        earlier.push(before);
        put(changed);
    }

    private void put(List<TypedValue> changed) {
        changed.forEach(value -> {
            values.put(value.slot(), value);
            unsaved.put(value.slot(), value);
        });
    }

    boolean canUndo() {
        return !earlier.isEmpty();
    }

    /** Brings back what stood there before the last change. */
    void undo() {
        put(earlier.pop());
    }

    List<TypedValue> unsaved() {
        return List.copyOf(unsaved.values());
    }

    void saved(long id, int newVersion) {
        draft = id;
        version = newVersion;
        unsaved.clear();
    }

    /** The draft on disk; null where there is none yet. */
    @Nullable
    Long draft() {
        return draft;
    }

    int version() {
        return version;
    }

    /** Shows what somebody else left, and forgets one's own changes that aren't on disk. */
    void takeTheirs(Draft theirs) {
        values.clear();
        unsaved.clear();
        earlier.clear();
        take(theirs);
    }

    /** Puts one's own unsaved changes above what somebody else left. */
    void putMineAbove(Draft theirs) {
        List<TypedValue> mine = unsaved();
        values.clear();
        earlier.clear();
        take(theirs);
        put(mine);
    }

    /** Begins a new draft with everything that stands here. */
    void beginAnew() {
        draft = null;
        version = 0;
        put(said());
    }

    private void take(Draft found) {
        draft = found.id();
        version = found.version();
        found.values().forEach(value -> values.put(value.slot(), value));
    }
}
