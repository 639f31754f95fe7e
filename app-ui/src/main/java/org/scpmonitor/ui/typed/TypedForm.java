package org.scpmonitor.ui.typed;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.approval.ValueRemarks.Told;
import org.scpmonitor.draft.Draft;
import org.scpmonitor.draft.Saved;
import org.scpmonitor.draft.Sent;
import org.scpmonitor.draft.TypedValue;
import org.scpmonitor.draft.TypedValue.Slot;
import org.scpmonitor.submission.Finding;
import org.scpmonitor.submission.Severity;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Tag;
import org.scpmonitor.ui.submission.Counted;

/** The values with what is said of all of them: how many are filled in, what was found, whether they are on disk. */
class TypedForm extends Div {
    private final Typing typing;
    private final TypedSheet sheet;
    private final Runnable again;
    private final TypedRows rows;
    private final Div problem = new Div();
    private final Span counts = new Span();
    private final Span saved = new Span();
    private final Button undo = new Button(translate("typed.undo"), click -> undo());
    private final Button discard = new Button(translate("typed.discard"), click -> askToDiscard());
    private final Button missing = new Button(translate("typed.missing"));
    private final Button send = new Button(translate("typed.send"), click -> send());
    private boolean choosing;

    /**
     * @param remarks what reviewers wrote to single values
     * @param again shows the page anew
     */
    TypedForm(Typing typing, TypedSheet sheet, Map<Slot, List<Told>> remarks, Runnable again) {
        this.typing = typing;
        this.sheet = sheet;
        this.again = again;
        addClassName("stack");
        rows = new TypedRows(sheet, remarks, this::change);
        problem.getElement().setAttribute("role", "alert");
        counts.addClassNames("row", "wrap");
        saved.addClassNames("xs", "muted");
        saved.getElement().setAttribute("role", "status");
        undo.setIcon(Icon.REDO.small());
        missing.addClickListener(click -> rows.openFirstMissing());
        discard.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        missing.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.setDisableOnClick(true);
        Div actions = new Div(missing, undo, discard, send);
        actions.addClassNames("row", "wrap");
        Div bar = new Div(new Div(counts, saved), actions);
        bar.addClassNames("card", "typed-bar");
        add(problem, bar, rows);
        typing.draft(sheet.asked()).ifPresent(this::tellWhen);
        check();
    }

    private void tellWhen(Draft draft) {
        saved.setText(translate("typed.saved.by", draft.changedBy(), moment(draft.changedAt())));
    }

    private void change(List<TypedValue> changed) {
        sheet.change(changed);
        save();
    }

    private void undo() {
        sheet.undo();
        rows.refresh();
        save();
    }

    /** Keeps what isn't on disk yet, unless somebody has to choose first whose values stay. */
    private void save() {
        if (!choosing && !sheet.unsaved().isEmpty()) {
            switch (typing.save(sheet.asked(), sheet.version(), sheet.unsaved())) {
                case Saved.Done(long draft, int version, Instant at) -> {
                    sheet.saved(draft, version);
                    saved.setText(translate("typed.saved", moment(at)));
                }
                case Saved.Conflict(Draft theirs) -> choose(theirs);
                case Saved.Gone(@Nullable Long submission) -> gone(submission);
            }
        }
        check();
    }

    private void check() {
        Map<Slot, List<Finding>> found = typing.check(sheet.asked(), sheet.said());
        rows.tell(found);
        int of = sheet.asked().rows().size();
        int unfinished = sheet.unfinished();
        int filled = sheet.said().size() - unfinished;
        long errors = unfinished + count(found, Severity.ERROR);
        long queries = count(found, Severity.QUERY);
        counts.removeAll();
        counts.add(new Span(translate("typed.filled", Counted.number(filled), Counted.number(of))));
        if (errors > 0) {
            counts.add(new Tag(Icon.STOP, Counted.of("submission.errors", errors), Tag.Tone.ERROR));
        }
        if (queries > 0) {
            counts.add(new Tag(Icon.QUERY, Counted.of("submission.queries", queries), Tag.Tone.QUERY));
        }
        undo.setEnabled(sheet.canUndo() && !choosing);
        discard.setEnabled(sheet.draft() != null && !choosing);
        missing.setEnabled(filled < of);
        send.setEnabled(sheet.draft() != null && filled > 0 && errors == 0 && !choosing);
    }

    private static long count(Map<Slot, List<Finding>> found, Severity severity) {
        return found.values().stream()
                .flatMap(List::stream)
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /** Somebody else changed the draft: nothing is kept before it is said whose values stay. */
    private void choose(Draft theirs) {
        choosing = true;
        Button mine = new Button(translate("typed.conflict.mine"), click -> {
            sheet.putMineAbove(theirs);
            chosen();
        });
        Button other = new Button(translate("typed.conflict.theirs"), click -> {
            sheet.takeTheirs(theirs);
            tellWhen(theirs);
            chosen();
        });
        mine.addThemeVariants(ButtonVariant.LUMO_SMALL);
        other.addThemeVariants(ButtonVariant.LUMO_SMALL);
        Div buttons = new Div(mine, other);
        buttons.addClassNames("row", "wrap");
        ask(
                new Span(translate("typed.conflict", theirs.changedBy(), moment(theirs.changedAt()))),
                new Span(" "
                        + Counted.of("typed.conflict.unsaved", sheet.unsaved().size())),
                buttons);
    }

    private void gone(@Nullable Long submission) {
        choosing = true;
        Button anew = new Button(translate("typed.gone.anew"), click -> {
            sheet.beginAnew();
            chosen();
        });
        anew.addThemeVariants(ButtonVariant.LUMO_SMALL);
        Div actions = new Div(anew);
        actions.addClassNames("row", "wrap");
        if (submission != null) {
            actions.add(Pages.link(Pages.report(submission), translate("typed.sent.open")));
        }
        ask(new Span(translate(submission == null ? "typed.gone.discarded" : "typed.gone.sent")), actions);
    }

    private void ask(Component... content) {
        problem.removeAll();
        problem.add(new Note(Note.Kind.QUERY, content));
    }

    private void chosen() {
        choosing = false;
        problem.removeAll();
        rows.refresh();
        save();
    }

    private void askToDiscard() {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(translate("typed.discard.ask"));
        dialog.setText(translate("typed.discard.says"));
        dialog.setCancelable(true);
        dialog.setCancelText(translate("typed.discard.no"));
        dialog.setConfirmText(translate("typed.discard"));
        dialog.addConfirmListener(confirmed -> discard());
        dialog.open();
    }

    private void discard() {
        Long draft = sheet.draft();
        if (draft != null && !typing.discard(draft, sheet.version())) {
            typing.draft(sheet.asked()).ifPresentOrElse(this::choose, () -> gone(null));
            return;
        }
        again.run();
    }

    private void send() {
        Long draft = sheet.draft();
        if (draft == null) {
            return;
        }
        switch (typing.send(draft, sheet.version())) {
            case Sent.Stored(var receipt) -> UI.getCurrent().navigate(Pages.report(receipt.submission()));
            case Sent.Unfinished(int values) -> check();
            case Sent.Conflict(Draft theirs) -> choose(theirs);
            case Sent.Gone() -> gone(null);
        }
    }

    private static String moment(Instant at) {
        return new DateText(UI.getCurrent().getLocale()).moment(at);
    }
}
