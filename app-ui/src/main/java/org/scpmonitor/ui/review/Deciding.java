package org.scpmonitor.ui.review;

import org.scpmonitor.access.Viewer;
import org.scpmonitor.batch.schedule.Runner;
import org.scpmonitor.batch.schedule.Workflow;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.submission.SubmissionLine;
import org.scpmonitor.submission.SubmissionState.Action;
import org.scpmonitor.submission.Transition;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** What a reviewer does with a submission. Each step asks anew whether this account may. */
@Component
class Deciding {
    private final Workflow workflow;
    private final Runner runner;
    private final CurrentViewer viewers;

    Deciding(Workflow workflow, Runner runner, CurrentViewer viewers) {
        this.workflow = workflow;
        this.runner = runner;
        this.viewers = viewers;
    }

    /** Whether this account may decide, or took part in sending it. */
    boolean mayDecide(SubmissionLine line) {
        return viewers.get().mayApprove(line.place().id(), line.place().country(), line.takingPart());
    }

    Transition approve(SubmissionLine line) {
        return workflow.act(line.id(), Action.APPROVE, decider(line).username(), "");
    }

    Transition sendBack(SubmissionLine line, String comment) {
        return workflow.act(line.id(), Action.RETURN, decider(line).username(), comment);
    }

    /** Has the file staged again, so that its values can be compared. */
    void readAgain(SubmissionLine line) {
        Viewer viewer = viewers.get();
        if (!viewer.mayReview(line.place().id(), line.place().country())) {
            throw new AccessDeniedException(
                    viewer.username() + " may not review " + line.place().code());
        }
        runner.readAgain(line.id());
    }

    private Viewer decider(SubmissionLine line) {
        if (!mayDecide(line)) {
            throw new AccessDeniedException(viewers.get().username() + " may not decide on " + line.id());
        }
        return viewers.get();
    }
}
