package org.scpmonitor.ui.review;

import java.util.List;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.approval.Awaited.Verdict;
import org.scpmonitor.approval.ValueRemarks.Remark;
import org.scpmonitor.batch.schedule.Runner;
import org.scpmonitor.batch.schedule.Workflow;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.submission.Prospects;
import org.scpmonitor.submission.SubmissionDetail;
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
    private final Prospects prospects;

    Deciding(Workflow workflow, Runner runner, CurrentViewer viewers, Prospects prospects) {
        this.workflow = workflow;
        this.runner = runner;
        this.viewers = viewers;
        this.prospects = prospects;
    }

    /** Whether this account may decide now, and in whose name. */
    Verdict verdict(SubmissionDetail detail) {
        return detail.awaited().verdict(viewers.get());
    }

    /** @param leftOut values that aren't approved, each with the reason */
    Transition approve(SubmissionLine line, List<Remark> leftOut, String comment) {
        return workflow.act(line.id(), Action.APPROVE, decider(line).username(), comment, leftOut);
    }

    /** @param comments on single values */
    Transition sendBack(SubmissionLine line, String comment, List<Remark> comments) {
        return workflow.act(line.id(), Action.RETURN, decider(line).username(), comment, comments);
    }

    /** Asks for a revision of an approved submission. */
    Transition reopen(SubmissionLine line, String reason) {
        return workflow.reopen(line.id(), decider(line).username(), reason);
    }

    /** Computes anew what approving would change. */
    void foresee(SubmissionLine line) {
        decider(line);
        prospects.compute(line.id());
    }

    /** Has the file staged again, so that its values can be compared. */
    void readAgain(SubmissionLine line) {
        decider(line);
        runner.readAgain(line.id());
    }

    /** Whose turn it is, is looked at with the step itself. */
    private Viewer decider(SubmissionLine line) {
        Viewer viewer = viewers.get();
        if (!viewer.mayReview(line.place().id(), line.place().country())) {
            throw new AccessDeniedException(viewer.username() + " may not decide on " + line.id());
        }
        return viewer;
    }
}
