package org.scpmonitor.ui.operations;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import org.scpmonitor.job.JobRun;
import org.scpmonitor.job.JobRun.State;
import org.scpmonitor.job.JobRun.Step;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Note;

/** What the steps of an execution did, and why it failed. */
class RunDetails extends Div {
    RunDetails(JobRun run) {
        addClassNames("stack", "run-details");
        OrderedList steps = new OrderedList();
        steps.addClassName("line");
        run.steps().forEach(step -> steps.add(step(step)));
        if (run.steps().isEmpty()) {
            add(new Span(translate("operations.steps.none")));
        } else {
            add(steps);
        }
        run.failure().ifPresent(failure -> {
            String message = failure.lines().findFirst().orElse("");
            Pre stack = new Pre(failure);
            stack.addClassName("stack-trace");
            Details trace = new Details(translate("operations.trace"), stack);
            add(new Note(Note.Kind.ERROR, new Span(message)), trace);
        });
    }

    private static ListItem step(Step step) {
        Span name = new Span(translate("operations.step." + step.name()));
        name.addClassName("b");
        Span when = new Span(RunGrid.took(step.took().orElse(null)));
        when.addClassNames("xs", "muted", "num");
        Div head = new Div(name, when);
        head.addClassName("row");
        ListItem item = new ListItem((step.state() == State.FAILED ? Icon.STOP : Icon.CHECK).image(), head);
        if (step.state() == State.COMPLETED && !step.message().isBlank()) {
            Div said = new Div(step.message());
            said.addClassNames("xs", "mono");
            item.add(said);
        }
        return item;
    }
}
