package org.scpmonitor.ui.review;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.approval.ValueRemarks.Remark;
import org.scpmonitor.submission.SubmissionDetail;
import org.scpmonitor.submission.SubmissionLine;
import org.scpmonitor.submission.SubmissionState;
import org.scpmonitor.submission.Transition;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.submission.Counted;
import org.scpmonitor.ui.submission.StateTag;

/** Approve, or send back with a comment. */
class Decision extends Div {
    private static final int LONGEST = 2_000;

    private final Deciding deciding;
    private final SubmissionLine line;
    private final Runnable decided;
    private final TextArea comment = new TextArea();
    private final Div refusal = new Div();
    private final Marks marks;
    private final Button approve;

    /**
     * @param onBehalfOf user name of the one whose place the reviewer takes; null where nobody's is taken
     * @param comparable whether what approval would change can be seen
     * @param marks values to be left out or commented on
     * @param decided what is done once it is approved or sent back
     */
    Decision(
            Deciding deciding,
            SubmissionDetail detail,
            @Nullable String onBehalfOf,
            boolean comparable,
            Marks marks,
            Runnable decided) {
        this.deciding = deciding;
        this.line = detail.line();
        this.marks = marks;
        this.decided = decided;
        addClassNames("card", "decide");
        refusal.getElement().setAttribute("role", "alert");
        comment.setLabel(translate("review.comment", line.place().code()));
        comment.setPlaceholder(translate("review.comment.what"));
        comment.setMaxLength(LONGEST);
        comment.setWidthFull();
        approve = new Button(approval(), Icon.CHECK.small(), click -> confirm());
        marks.whenChanged(() -> approve.setText(approval()));
        approve.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        approve.setEnabled(comparable);
        Button back = new Button(translate("review.return"), Icon.REDO.small(), click -> sendBack());
        back.addThemeVariants(ButtonVariant.LUMO_ERROR);
        Div buttons = new Div(back, approve);
        buttons.addClassNames("row", "wrap");
        add(comment, buttons, refusal);
        if (onBehalfOf != null) {
            Div signs = new Div(translate("review.onBehalf", onBehalfOf));
            signs.addClassNames("xs", "muted");
            add(signs);
        }
    }

    private String approval() {
        return marks.number() == 0
                ? translate("review.approve", Counted.number(line.revision()))
                : Counted.of("review.approve.part", marks.number());
    }

    private void confirm() {
        Optional<List<Remark>> leftOut = marks.remarks();
        if (leftOut.isEmpty()) {
            return;
        }
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(approval());
        dialog.setText(translate("review.approve.text", line.place().code(), line.fileName()));
        dialog.setCancelable(true);
        dialog.setCancelText(translate("submission.leave"));
        dialog.setConfirmText(translate("review.approve.confirm"));
        dialog.addConfirmListener(confirmed ->
                tell(deciding.approve(line, leftOut.get(), comment.getValue().strip())));
        dialog.open();
    }

    private void sendBack() {
        if (comment.getValue().isBlank()) {
            comment.setErrorMessage(translate("review.comment.missing"));
            comment.setInvalid(true);
            comment.focus();
            return;
        }
        marks.remarks()
                .ifPresent(comments ->
                        tell(deciding.sendBack(line, comment.getValue().strip(), comments)));
    }

    private void tell(Transition transition) {
        switch (transition) {
            case Transition.Done done -> decided.run();
            case Transition.Refused(Transition.Reason reason, SubmissionState state) -> {
                refusal.removeAll();
                refusal.add(new Note(
                        Note.Kind.ERROR, translate("submission.refused." + reason.name(), StateTag.word(state))));
            }
        }
    }
}
