package org.scpmonitor.batch.schedule;

import java.util.List;
import org.scpmonitor.approval.ValueRemarks.Remark;
import org.scpmonitor.batch.intake.Intake.WorkWaits;
import org.scpmonitor.submission.SubmissionState.Action;
import org.scpmonitor.submission.Submissions;
import org.scpmonitor.submission.Transition;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The steps that people take with submissions, and the work that follows at once. */
@Component
public class Workflow {

    private final Submissions submissions;
    private final Stopping stopping;
    private final ApplicationEventPublisher events;

    Workflow(Submissions submissions, Stopping stopping, ApplicationEventPublisher events) {
        this.submissions = submissions;
        this.stopping = stopping;
        this.events = events;
    }

    /**
     * Takes a step. Whether this account may is for the caller to have checked.
     *
     * @param comment may be empty, but not for a return
     */
    public Transition act(long submission, Action action, String account, String comment) {
        return act(submission, action, account, comment, List.of());
    }

    /**
     * Takes a step with remarks to single values: to an approval, those that are left out; to a return, comments.
     */
    public Transition act(long submission, Action action, String account, String comment, List<Remark> remarks) {
        Transition transition = submissions.act(submission, action, account, comment, remarks);
        if (transition instanceof Transition.Done) {
            if (action == Action.CANCEL) {
                stopping.stop(submission);
            }
            events.publishEvent(new WorkWaits(submission));
        }
        return transition;
    }

    /**
     * Asks for a revision of an approved submission. Whether this account may is for the caller to have checked.
     *
     * @param reason not blank
     */
    public Transition reopen(long submission, String account, String reason) {
        return submissions.reopen(submission, account, reason);
    }
}
