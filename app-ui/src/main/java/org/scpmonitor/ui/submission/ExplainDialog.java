package org.scpmonitor.ui.submission;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import org.scpmonitor.submission.FindingTexts;
import org.scpmonitor.submission.Findings;
import org.scpmonitor.submission.Findings.Kept;

/** Where a sender says why a doubtful value is right. */
class ExplainDialog extends Dialog {
    private static final int LONGEST = 2_000;

    private final TextArea text = new TextArea(translate("submission.explain.label"));
    private final Checkbox all = new Checkbox(translate("submission.explain.all"));
    private final Findings.Filter which;
    private final Kept query;
    private final Answers answers;
    private final Runnable answered;

    /** @param which the queries that one explanation may hold for */
    ExplainDialog(Kept query, Findings.Filter which, Answers answers, Runnable answered) {
        this.which = which;
        this.query = query;
        this.answers = answers;
        this.answered = answered;
        setHeaderTitle(translate("submission.explain"));
        text.setMaxLength(LONGEST);
        text.setWidthFull();
        text.setMinRows(3);
        if (query.explanation() != null) {
            text.setValue(query.explanation());
        }
        Div content = new Div(
                new Paragraph(FindingTexts.of(query.finding(), UI.getCurrent().getLocale())
                        .what()),
                text,
                all);
        content.addClassName("stack");
        add(content);
        setWidth("min(34rem, 100%)");
        Button save = new Button(translate("submission.explain.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(translate("submission.leave"), click -> close()), save);
        text.focus();
    }

    /** Offers the explanation for all of them from the start. */
    ExplainDialog forAll() {
        all.setValue(true);
        return this;
    }

    private void save() {
        if (text.isEmpty() || text.getValue().isBlank()) {
            text.setInvalid(true);
            text.setErrorMessage(translate("submission.explain.missing"));
            return;
        }
        close();
        if (all.getValue()) {
            answers.explainAll(which, text.getValue().strip());
        } else {
            answers.explain(query.id(), text.getValue().strip());
        }
        answered.run();
    }
}
