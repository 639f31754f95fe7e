package org.scpmonitor.ui.typed;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.draft.Draft;
import org.scpmonitor.submission.SubmissionDetail;
import org.scpmonitor.submission.SubmissionState;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Tag;

/** Says on a submission's page that it was typed, and leads back to typing where it can be mended. */
class TypedCard extends Div {
    private final Typing typing;

    TypedCard(Typing typing, SubmissionDetail detail, Draft sent) {
        this.typing = typing;
        ReportingPeriod period = sent.period();
        addClassNames("card", "stack");
        H2 title = new H2();
        title.addClassName("card-h");
        title.add(
                new Span(translate("typed.submission")),
                new Tag(period.label(UI.getCurrent().getLocale())));
        DateText dates = new DateText(UI.getCurrent().getLocale());
        add(title, new Paragraph(translate("typed.submission.says", sent.changedBy(), dates.moment(sent.changedAt()))));
        if (canBeMended(detail)) {
            Button again = new Button(translate("typed.again"), Icon.REDO.small());
            if (mustBeMended(detail)) {
                again.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            }
            again.addClickListener(click -> typeAgain(detail, period));
            Paragraph says = new Paragraph(translate("typed.again.says"));
            says.addClassNames("xs", "muted");
            Div action = new Div(again, says);
            action.addClassNames("row", "wrap");
            add(action);
        }
    }

    private void typeAgain(SubmissionDetail detail, ReportingPeriod period) {
        if (typing.again(detail.line().id())) {
            UI.getCurrent().navigate(Pages.typing(detail.line().place().code(), period));
        }
    }

    private static boolean mustBeMended(SubmissionDetail detail) {
        return detail.line().state() == SubmissionState.RETURNED
                || detail.line().found().errors() > 0;
    }

    private static boolean canBeMended(SubmissionDetail detail) {
        if (detail.file().revisedBy() != null) {
            return false;
        }
        return switch (detail.line().state()) {
            case VALIDATED, RETURNED, APPROVED, WITHDRAWN -> true;
            case RECEIVED, SUBMITTED, SUPERSEDED, FAILED, CANCELLED -> false;
        };
    }
}
