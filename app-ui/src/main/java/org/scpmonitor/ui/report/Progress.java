package org.scpmonitor.ui.report;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.scpmonitor.submission.SubmissionDetail;
import org.scpmonitor.submission.SubmissionLine;
import org.scpmonitor.submission.SubmissionState;
import org.scpmonitor.submission.SubmissionState.Action;
import org.scpmonitor.submission.Transition;
import org.scpmonitor.submission.WorkMoment;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.submission.Counted;
import org.scpmonitor.ui.submission.StateTag;

/** How far a submission has come, in one card: the file, its stages, its counts, and what its sender may do now. */
class Progress extends Div {
    private final Sending sending;
    private final Runnable reload;
    private final Div refusal = new Div();
    private Stages stages;

    Progress(SubmissionDetail detail, Sending sending, Runnable reload) {
        this.sending = sending;
        this.reload = reload;
        this.stages = new Stages(detail.line(), detail.moment());
        addClassNames("card", "flush");
        refusal.getElement().setAttribute("role", "alert");
        show(detail);
    }

    /** The work has gone on. */
    void show(WorkMoment now) {
        stages.show(now);
    }

    /** Something has been answered. */
    void show(SubmissionDetail detail) {
        removeAll();
        stages = new Stages(detail.line(), detail.moment());
        Div body = new Div(file(detail), stages, refusal);
        body.addClassNames("card-body", "stack");
        add(body, summary(detail));
    }

    private static Div file(SubmissionDetail detail) {
        Span name = new Span(detail.line().fileName());
        name.addClassName("b");
        String format = detail.file().numberFormat();
        Span facts = new Span(translate(
                "report.file",
                Counted.bytes(detail.file().size()),
                detail.file().sha256().substring(0, 12),
                translate("report.file.numbers." + (format == null ? "detected" : format))));
        facts.addClassNames("xxs", "faint", "num");
        Div text = new Div(name, new Div(facts));
        Div file = new Div(Icon.FILE.image(), text);
        file.addClassName("row");
        return file;
    }

    private Div summary(SubmissionDetail detail) {
        SubmissionLine line = detail.line();
        Div summary = new Div();
        summary.addClassNames("sumrow", "xs");
        Long read = line.rows().read();
        if (read != null) {
            summary.add(new Span(Counted.of("report.rows.read", read)));
        }
        Long accepted = line.rows().accepted();
        if (accepted != null) {
            summary.add(new Span(Counted.of("report.rows.accepted", accepted)));
        }
        if (line.found().errors() > 0) {
            summary.add(StateTag.errors(line.found().errors()));
        }
        if (line.found().open() > 0) {
            summary.add(StateTag.queries(line.found().open()));
        }
        Span space = new Span();
        space.addClassName("sp");
        summary.add(space);
        if (line.submittedAt() != null) {
            Anchor receipt = Pages.link(Pages.receipt(line.id()), translate("receipt.link"));
            receipt.addClassNames("btn", "sm");
            summary.add(receipt);
        }
        if (!detail.counts().isEmpty()) {
            summary.add(sending.file().annotatedLink(line.id()));
        }
        summary.add(sending.file().link(line.id()));
        actions(summary, detail);
        return summary;
    }

    private void actions(Div summary, SubmissionDetail detail) {
        SubmissionLine line = detail.line();
        if (Action.CANCEL.isPossibleIn(line.state())) {
            summary.add(small("report.cancel", () -> act(line, Action.CANCEL)));
        }
        if (Action.WITHDRAW.isPossibleIn(line.state())) {
            summary.add(small("report.withdraw", () -> confirmWithdrawal(line)));
        }
        if (line.state() == SubmissionState.VALIDATED) {
            boolean ready = line.found().errors() == 0 && line.found().open() == 0;
            Button submit = line.dryRun()
                    ? small(
                            "report.forReal",
                            () -> sending.again(line, detail.file().numberFormat(), false))
                    : small("report.submit", () -> act(line, Action.SUBMIT));
            submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            submit.setEnabled(ready || line.dryRun());
            summary.add(submit);
        }
    }

    private void confirmWithdrawal(SubmissionLine line) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(translate("report.withdraw.title"));
        dialog.setText(translate("report.withdraw.text", line.fileName()));
        dialog.setCancelable(true);
        dialog.setCancelText(translate("submission.leave"));
        dialog.setConfirmText(translate("report.withdraw"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.addConfirmListener(confirmed -> act(line, Action.WITHDRAW));
        dialog.open();
    }

    private void act(SubmissionLine line, Action action) {
        switch (sending.act(line, action)) {
            case Transition.Done done -> reload.run();
            case Transition.Refused(Transition.Reason reason, SubmissionState state) -> {
                refusal.removeAll();
                refusal.add(new Note(
                        Note.Kind.ERROR, translate("submission.refused." + reason.name(), StateTag.word(state))));
            }
        }
    }

    private static Button small(String key, Runnable action) {
        Button button = new Button(translate(key), click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }
}
