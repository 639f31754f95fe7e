package org.scpmonitor.ui.operations;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.scpmonitor.access.AuditAction;
import org.scpmonitor.access.AuditTrail;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.actual.Rebuild;
import org.scpmonitor.actual.Rebuild.Progress;
import org.scpmonitor.actual.Refresh;
import org.scpmonitor.batch.mail.MailSettings;
import org.scpmonitor.batch.publication.NightlyRecomputation;
import org.scpmonitor.batch.schedule.Runner;
import org.scpmonitor.job.JobRun;
import org.scpmonitor.mail.Mail;
import org.scpmonitor.mail.Mails;
import org.scpmonitor.publication.Recomputations;
import org.scpmonitor.publication.Recomputations.Recomputation;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.submission.Submissions;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** What an operator does. Each step asks anew whether this account may, and is in the audit trail. */
@Component
class Operating {
    private final Runner runner;
    private final Refresh refresh;
    private final Rebuild rebuild;
    private final NightlyRecomputation recomputation;
    private final Recomputations recomputations;
    private final Submissions submissions;
    private final AuditTrail audit;
    private final CurrentViewer viewers;
    private final Mails mails;
    private final MailSettings mailing;
    private final Clock clock;

    Operating(
            Runner runner,
            Refresh refresh,
            Rebuild rebuild,
            NightlyRecomputation recomputation,
            Recomputations recomputations,
            Submissions submissions,
            AuditTrail audit,
            CurrentViewer viewers,
            Mails mails,
            MailSettings mailing,
            Clock clock) {
        this.runner = runner;
        this.refresh = refresh;
        this.rebuild = rebuild;
        this.recomputation = recomputation;
        this.recomputations = recomputations;
        this.submissions = submissions;
        this.audit = audit;
        this.viewers = viewers;
        this.mails = mails;
        this.mailing = mailing;
        this.clock = clock;
    }

    /**
     * What no process has got to yet.
     *
     * @param submissions their numbers, oldest first
     * @param rebuilds recomputations that have been asked for
     * @param underWay those of them that are computed in parts, and how far they are
     */
    record Waiting(List<Long> submissions, List<Long> rebuilds, List<Progress> underWay) {}

    Waiting waiting() {
        return new Waiting(submissions.waiting(), refresh.openRequests(), rebuild.inProgress());
    }

    void restart(JobRun run) {
        String operator = operator();
        audit.add(operator, AuditAction.JOB_RESTARTED, run.job() + " " + run.subject(), "execution " + run.id());
        runner.restart(run.job(), run.subject(), operator);
    }

    void rebuild() {
        String operator = operator();
        long request = refresh.request("asked for by " + operator, null);
        audit.add(operator, AuditAction.REBUILD_REQUESTED, "request " + request, "");
        runner.rebuild();
    }

    /** Gives a recomputation up; false where it has ended already. */
    boolean cancel(long request) {
        String operator = operator();
        audit.add(operator, AuditAction.REBUILD_CANCELLED, "request " + request, "");
        return rebuild.cancel(request);
    }

    /** How all that was published came out when it was computed again last. */
    Optional<Recomputation> lastRecomputation() {
        return recomputations.findLatest();
    }

    /** Computes all that was published again, in the calling thread. */
    void recompute() {
        operator();
        recomputation.recompute();
    }

    /** Whether there is a mail server. */
    boolean sendsMail() {
        return mailing.sends();
    }

    /** Has a mail sent once more. */
    void resend(Mail mail) {
        String operator = operator();
        audit.add(operator, AuditAction.MAIL_RESENT, mail.username(), "mail " + mail.id());
        mails.resend(mail.id(), clock.instant());
    }

    private String operator() {
        Viewer viewer = viewers.get();
        if (!viewer.mayOperate()) {
            throw new AccessDeniedException(viewer.username() + " may not operate");
        }
        return viewer.username();
    }
}
