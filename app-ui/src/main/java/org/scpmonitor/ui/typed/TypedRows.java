package org.scpmonitor.ui.typed;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.scpmonitor.approval.ValueRemarks.Told;
import org.scpmonitor.assignment.ReportingSheet.Row;
import org.scpmonitor.batch.intake.Status;
import org.scpmonitor.draft.TypedValue;
import org.scpmonitor.draft.TypedValue.Slot;
import org.scpmonitor.submission.Finding;
import org.scpmonitor.ui.submission.Counted;

/**
 * The values to type, {@value #AT_ONCE} at once. Enter and the arrows move on from value to value; a column pasted from a
 * spreadsheet fills the values below, over the end of the page too.
 */
class TypedRows extends Div {
    private static final int AT_ONCE = 50;

    private final TypedSheet sheet;
    private final Map<Slot, List<Told>> remarks;
    private final Consumer<List<TypedValue>> changed;
    private final Locale locale = UI.getCurrent().getLocale();
    private final NativeTable table = new NativeTable();
    private final Div pager = new Div();
    private final List<TypedRow> shown = new ArrayList<>();
    private Map<Slot, List<Finding>> found = Map.of();
    private int first;

    /**
     * @param remarks what reviewers wrote to single values
     * @param changed is told of what somebody typed, pasted or filled in here
     */
    TypedRows(TypedSheet sheet, Map<Slot, List<Told>> remarks, Consumer<List<TypedValue>> changed) {
        this.sheet = sheet;
        this.remarks = remarks;
        this.changed = changed;
        addClassNames("card", "flush");
        table.addClassName("typed");
        table.getElement().setAttribute("aria-label", translate("typed.table"));
        NativeTableRow head = table.getHead().addRow();
        Stream.of("indicator", "before", "target", "value", "unit", "status", "comment")
                .forEach(column -> head.add(headCell(column)));
        table.getElement()
                .addEventListener(
                        "typed-paste",
                        pasted -> paste(
                                pasted.getEventData().get("event.detail.row").asInt(),
                                pasted.getEventData().get("event.detail.text").asString()))
                .addEventData("event.detail.row")
                .addEventData("event.detail.text");
        pager.addClassName("sumrow");
        add(table, pager);
        show(0);
    }

    private static NativeTableHeaderCell headCell(String column) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(translate("typed." + column));
        cell.getElement().setAttribute("scope", "col");
        if (column.equals("before") || column.equals("target")) {
            cell.addClassName("n");
        }
        return cell;
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        table.getElement().executeJs(KEYS);
    }

    private void show(int from) {
        first = from;
        shown.clear();
        table.getBody().removeAll();
        List<Row> rows = sheet.asked().rows();
        for (Row row : rows.subList(from, Math.min(from + AT_ONCE, rows.size()))) {
            TypedRow line = new TypedRow(row, sheet.asked().period(), locale, value -> changed.accept(List.of(value)));
            remarks.getOrDefault(TypedSheet.slot(row), List.of()).forEach(line::remark);
            line.show(sheet.value(row));
            shown.add(line);
            table.getBody().add(line);
        }
        tell();
        pager.removeAll();
        pager.setVisible(rows.size() > AT_ONCE);
        pager.add(
                new Span(translate(
                        "typed.page",
                        Counted.number(from + 1L),
                        Counted.number(from + shown.size()),
                        Counted.number(rows.size()))),
                turn("typed.page.before", from - AT_ONCE),
                turn("typed.page.after", from + AT_ONCE));
    }

    private Button turn(String key, int to) {
        Button button = new Button(translate(key), click -> show(to));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setEnabled(to >= 0 && to < sheet.asked().rows().size());
        return button;
    }

    /** Shows the draft anew: it was changed elsewhere than in the fields. */
    void refresh() {
        shown.forEach(line -> line.show(sheet.value(line.row())));
        tell();
    }

    /** Shows what was found. */
    void tell(Map<Slot, List<Finding>> now) {
        found = now;
        tell();
    }

    private void tell() {
        shown.forEach(line -> {
            TypedValue value = sheet.value(line.row());
            line.tell(value, found.getOrDefault(value.slot(), List.of()));
        });
    }

    /** Goes to the first value that isn't filled in. */
    void openFirstMissing() {
        List<Row> rows = sheet.asked().rows();
        for (int i = 0; i < rows.size(); i++) {
            TypedValue value = sheet.value(rows.get(i));
            if (value.isOpen() || value.isUnfinished()) {
                show(i / AT_ONCE * AT_ONCE);
                shown.get(i - first).focus();
                return;
            }
        }
    }

    /** The first column of what was copied, a line for each value; an empty line leaves its value as it is. */
    private void paste(int row, String text) {
        List<Row> rows = sheet.asked().rows();
        List<TypedValue> filled = new ArrayList<>();
        int at = first + row;
        for (String line : text.replace("\r", "").split("\n", -1)) {
            String cell = line.split("\t", 2)[0].strip();
            if (at >= 0 && at < rows.size() && !cell.isEmpty()) {
                TypedValue now = sheet.value(rows.get(at));
                filled.add(new TypedValue(
                        now.slot(),
                        cell,
                        ValueField.read(cell, locale),
                        now.unit(),
                        now.saysNone() ? Status.FINAL.code() : now.status(),
                        now.comment()));
            }
            at++;
        }
        if (!filled.isEmpty()) {
            changed.accept(filled);
            refresh();
        }
    }

    /** Both events are taken before the fields see them. */
    private static final String KEYS = """
            const table = this;
            if (table.typing) return;
            table.typing = true;
            const fields = () => [...table.querySelectorAll('vaadin-text-field.typed-value')];
            const field = event => event.target.closest('vaadin-text-field.typed-value');
            table.addEventListener('keydown', event => {
                const here = field(event);
                const step = {Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1}[event.key];
                if (!here || !step || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
                const all = fields().filter(each => !each.disabled);
                const next = all[all.indexOf(here) + step];
                if (next) { event.preventDefault(); next.focus(); }
            });
            table.addEventListener('paste', event => {
                const here = field(event);
                const text = event.clipboardData ? event.clipboardData.getData('text/plain') : '';
                if (!here || !/[\\n\\t]/.test(text.replace(/[\\r\\n]+$/, ''))) return;
                event.preventDefault();
                event.stopPropagation();
                table.dispatchEvent(new CustomEvent('typed-paste', {detail: {row: fields().indexOf(here), text}}));
            }, true);
            """;
}
