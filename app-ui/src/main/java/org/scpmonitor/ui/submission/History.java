package org.scpmonitor.ui.submission;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.approval.Given;
import org.scpmonitor.submission.SubmissionDetail;
import org.scpmonitor.submission.SubmissionDetail.Event;
import org.scpmonitor.submission.SubmissionDetail.Reopening;
import org.scpmonitor.submission.SubmissionState;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Icon;

/** What happened to a submission, newest first: when, by whom, and what they wrote. */
public class History extends Div {
    /** A line of it. @param actor empty for the system */
    private record Step(
            Instant at,
            Icon icon,
            String what,
            String actor,
            @Nullable String onBehalfOf,
            String comment) {}

    public History(SubmissionDetail detail) {
        addClassName("card");
        DateText dates = new DateText(UI.getCurrent().getLocale());
        OrderedList line = new OrderedList();
        line.addClassName("line");
        line.getStyle().set("margin-top", "var(--scp-3)");
        steps(detail).reversed().forEach(step -> line.add(item(step, dates)));
        add(new H2(translate("submission.history")), line);
    }

    /** Its events, with the approvals that weren't the last one, and with the wishes for a revision. */
    private static List<Step> steps(SubmissionDetail detail) {
        List<Step> steps = new ArrayList<>();
        for (Event event : detail.events()) {
            boolean byItself =
                    event.state() == SubmissionState.RETURNED && event.actor().isEmpty();
            steps.add(new Step(
                    event.at(),
                    icon(event.state()),
                    translate("submission.event." + event.state().code()),
                    event.actor(),
                    event.onBehalfOf(),
                    byItself ? translate("submission.misfits", event.comment()) : event.comment()));
        }
        for (Given given : detail.awaited().given()) {
            if (given.level() < detail.awaited().levels()
                    || detail.events().stream().noneMatch(event -> event.state() == SubmissionState.APPROVED)) {
                steps.add(new Step(
                        given.at(),
                        Icon.CHECK,
                        translate("submission.event.firstApproval"),
                        given.displayName(),
                        given.onBehalfOf(),
                        given.comment()));
            }
        }
        for (Reopening wish : detail.reopenings()) {
            steps.add(new Step(
                    wish.at(), Icon.REDO, translate("submission.event.reopened"), wish.by(), null, wish.reason()));
        }
        steps.sort(Comparator.comparing(Step::at));
        return steps;
    }

    private static ListItem item(Step step, DateText dates) {
        String actor = step.actor().isEmpty() ? translate("submission.system") : step.actor();
        Span who = new Span(
                (step.onBehalfOf() == null ? actor : translate("submission.onBehalf", actor, step.onBehalfOf())) + " · "
                        + dates.moment(step.at()));
        who.addClassNames("xs", "muted");
        Div what = new Div(step.what());
        what.addClassName("b");
        ListItem item = new ListItem(step.icon().image(), what, who);
        if (!step.comment().isBlank()) {
            Paragraph comment = new Paragraph(translate("submission.quoted", step.comment()));
            comment.addClassName("xs");
            item.add(comment);
        }
        return item;
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
