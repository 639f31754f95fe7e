package org.scpmonitor.ui.report;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scpmonitor.submission.SubmissionLine;
import org.scpmonitor.submission.SubmissionState;
import org.scpmonitor.submission.WorkMoment;
import org.scpmonitor.submission.WorkProgress.Phase;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.submission.Counted;
import org.scpmonitor.ui.submission.StateTag;

/** Received, read, checked, ready: how far a file has come. */
class Stages extends OrderedList {
    private enum Look {
        WAITING(""),
        RUNNING("run"),
        DONE("done"),
        STOPPED("stop");

        private final String style;

        Look(String style) {
            this.style = style;
        }
    }

    private final SubmissionLine line;

    Stages(SubmissionLine line, WorkMoment now) {
        this.line = line;
        addClassName("stages");
        getElement().setAttribute("aria-live", "polite");
        show(now);
    }

    /** Shows how the work goes on, as long as the submission's state stays what it is. */
    void show(WorkMoment now) {
        removeAll();
        add(
                stage(
                        Look.DONE,
                        "report.stage.received",
                        new DateText(UI.getCurrent().getLocale()).moment(line.receivedAt())),
                reading(now),
                checking(now),
                ready());
    }

    private ListItem reading(WorkMoment now) {
        if (line.state() != SubmissionState.RECEIVED) {
            return line.rows().read() == null
                    ? stage(Look.STOPPED, "report.stage.read", StateTag.word(line.state()))
                    : stage(
                            Look.DONE,
                            "report.stage.read",
                            Counted.of("report.stage.rows", line.rows().read()));
        }
        if (now.phase() == null) {
            return stage(Look.WAITING, "report.stage.read", translate("report.stage.waits"));
        }
        return now.phase() == Phase.READING
                ? running("report.stage.READING", now)
                : stage(Look.DONE, "report.stage.read", "");
    }

    private ListItem checking(WorkMoment now) {
        if (line.state() == SubmissionState.RECEIVED) {
            return now.phase() == Phase.CHECKING || now.phase() == Phase.COMPARING
                    ? running("report.stage." + now.phase(), now)
                    : stage(Look.WAITING, "report.stage.checked", "");
        }
        if (line.rows().accepted() == null) {
            return stage(Look.WAITING, "report.stage.checked", "");
        }
        boolean flawed = line.found().errors() > 0;
        String found = Stream.of(
                        counted("submission.errors", line.found().errors()),
                        counted("submission.queries", line.found().queries()))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(", "));
        return stage(
                flawed ? Look.STOPPED : Look.DONE,
                "report.stage.checked",
                found.isEmpty() ? translate("report.stage.nothing") : found);
    }

    private static String counted(String key, long number) {
        return number == 0 ? "" : Counted.of(key, number);
    }

    private ListItem ready() {
        return switch (line.state()) {
            case RECEIVED -> stage(Look.WAITING, "report.stage.ready", translate("report.stage.ready.waits"));
            case VALIDATED ->
                line.found().errors() > 0
                        ? stage(Look.WAITING, "report.stage.ready", translate("report.stage.ready.errors"))
                        : line.found().open() > 0
                                ? stage(Look.WAITING, "report.stage.ready", translate("report.stage.ready.queries"))
                                : stage(
                                        Look.DONE,
                                        "report.stage.ready",
                                        translate(line.dryRun() ? "report.stage.trial" : "report.stage.ready.now"));
            case SUBMITTED, APPROVED, SUPERSEDED -> stage(Look.DONE, "report.stage.sent", StateTag.word(line.state()));
            case RETURNED, FAILED, CANCELLED, WITHDRAWN ->
                stage(Look.STOPPED, "report.stage.ready", StateTag.word(line.state()));
        };
    }

    private static ListItem running(String key, WorkMoment now) {
        Long total = now.total();
        boolean known = total != null && total > 0;
        double share = known ? Math.clamp((double) now.done() / Objects.requireNonNull(total), 0, 1) : 0;
        String rows = now.done() == 0 ? "" : Counted.of("report.stage.rows", now.done());
        ListItem stage =
                stage(Look.RUNNING, key, known ? translate("report.stage.share", rows, (int) (100 * share)) : rows);
        ProgressBar bar = new ProgressBar();
        bar.setIndeterminate(!known);
        bar.setValue(share);
        bar.getElement().setAttribute("aria-label", translate(key));
        stage.add(new Div(bar));
        return stage;
    }

    private static ListItem stage(Look look, String key, String says) {
        Span name = new Span();
        name.addClassNames("b", "row");
        switch (look) {
            case WAITING -> {}
            case RUNNING -> name.add(Icon.REDO.small());
            case DONE -> name.add(Icon.CHECK.small());
            case STOPPED -> name.add(Icon.STOP.small());
        }
        name.add(new Span(translate(key)));
        Span text = new Span(says);
        text.addClassName("num");
        ListItem stage = new ListItem(name, text);
        if (!look.style.isEmpty()) {
            stage.addClassName(look.style);
        }
        return stage;
    }
}
