package org.scpmonitor.ui.submission;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Function;
import org.scpmonitor.submission.SubmissionState;
import org.scpmonitor.submission.Transition;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Note;

/** Asks for a revision of an approved submission. */
public class ReopenCard extends Div {
    private static final int LONGEST = 2_000;

    /**
     * @param reopen takes the reason
     * @param reopened what is done once it is asked for
     */
    public ReopenCard(Function<String, Transition> reopen, Runnable reopened) {
        addClassNames("card", "stack");
        Paragraph says = new Paragraph(translate("submission.reopen.says"));
        says.addClassNames("xs", "muted");
        TextField reason = new TextField(translate("submission.reopen.reason"));
        reason.setMaxLength(LONGEST);
        reason.setWidthFull();
        Div refusal = new Div();
        refusal.getElement().setAttribute("role", "alert");
        Button ask = new Button(translate("submission.reopen"), Icon.REDO.small(), click -> {
            if (reason.getValue().isBlank()) {
                reason.setErrorMessage(translate("submission.reopen.missing"));
                reason.setInvalid(true);
                reason.focus();
                return;
            }
            switch (reopen.apply(reason.getValue().strip())) {
                case Transition.Done done -> reopened.run();
                case Transition.Refused(Transition.Reason why, SubmissionState state) -> {
                    refusal.removeAll();
                    refusal.add(new Note(
                            Note.Kind.ERROR, translate("submission.refused." + why.name(), StateTag.word(state))));
                }
            }
        });
        add(new H2(translate("submission.reopen")), says, reason, refusal, new Div(ask));
    }
}
