package org.scpmonitor.ui.submission;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.scpmonitor.submission.SubmissionDetail.Event;
import org.scpmonitor.submission.SubmissionState;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Icon;

/** What happened to a submission, newest first: when, by whom, and what they wrote. */
public class History extends Div {
    public History(List<Event> events) {
        addClassName("card");
        DateText dates = new DateText(UI.getCurrent().getLocale());
        OrderedList line = new OrderedList();
        line.addClassName("line");
        line.getStyle().set("margin-top", "var(--scp-3)");
        events.reversed().forEach(event -> line.add(step(event, dates)));
        add(new H2(translate("submission.history")), line);
    }

    private static ListItem step(Event event, DateText dates) {
        Span who = new Span((event.actor().isEmpty() ? translate("submission.system") : event.actor()) + " · "
                + dates.moment(event.at()));
        who.addClassNames("xs", "muted");
        Div what = new Div(translate("submission.event." + event.state().code()));
        what.addClassName("b");
        ListItem step = new ListItem(icon(event.state()).image(), what, who);
        if (!event.comment().isBlank()) {
            Paragraph comment = new Paragraph(translate("submission.quoted", event.comment()));
            comment.addClassName("xs");
            step.add(comment);
        }
        return step;
    }

    private static Icon icon(SubmissionState state) {
        return switch (state) {
            case RECEIVED -> Icon.UPLOAD;
            case VALIDATED -> Icon.CHECKLIST;
            case SUBMITTED -> Icon.CLOCK;
            case RETURNED, SUPERSEDED -> Icon.REDO;
            case APPROVED -> Icon.CHECK;
            case FAILED -> Icon.STOP;
            case CANCELLED, WITHDRAWN -> Icon.CLOSE;
        };
    }
}
