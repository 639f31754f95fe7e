package org.scpmonitor.batch.validation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.scpmonitor.approval.Approvals;
import org.scpmonitor.batch.JobSteps;
import org.scpmonitor.batch.intake.Outcome;
import org.scpmonitor.submission.Claims;
import org.scpmonitor.submission.Finding;
import org.scpmonitor.submission.Findings;
import org.scpmonitor.submission.StagedValues;
import org.scpmonitor.submission.SubmissionState;
import org.scpmonitor.submission.Submissions;
import org.scpmonitor.submission.Submissions.Work;
import org.scpmonitor.submission.WorkProgress;
import org.scpmonitor.submission.WorkProgress.Phase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks a received submission: {@code read} the file into staging, {@code check} every reference and value, and {@code
 * conclude} with the counts. Each step is one transaction; the staged rows outlive a killed process but not a crash of
 * the database, so each later step looks first whether they are there.
 */
@Configuration(proxyBeanMethods = false)
class ValidateSubmissionJob {

    static final String NAME = "validateSubmission";

    private static final Logger LOG = LoggerFactory.getLogger(ValidateSubmissionJob.class);

    private final Submissions submissions;
    private final Staging staging;
    private final StagedValues staged;
    private final Checks checks;
    private final Findings findings;
    private final WorkProgress progress;
    private final Approvals approvals;
    private final TransactionTemplate within;

    ValidateSubmissionJob(
            Submissions submissions,
            Staging staging,
            StagedValues staged,
            Checks checks,
            Findings findings,
            WorkProgress progress,
            Approvals approvals,
            PlatformTransactionManager transactions) {
        this.submissions = submissions;
        this.staging = staging;
        this.staged = staged;
        this.checks = checks;
        this.findings = findings;
        this.progress = progress;
        this.approvals = approvals;
        this.within = new TransactionTemplate(transactions);
        this.within.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    @Bean
    Job validateSubmission(JobSteps steps) {
        return steps.job(NAME)
                .step("read", submission -> unlessCancelled(submission, this::read))
                .step("check", submission -> unlessCancelled(submission, this::check))
                .build();
    }

    /** Does something that its sender may stop in the midst of a statement; what it has done by then is undone. */
    private String unlessCancelled(long submission, JobSteps.Work work) {
        try {
            return Objects.requireNonNull(within.execute(savepoint -> work.on(submission)));
        } catch (RuntimeException e) {
            if (Claims.isInterruption(e) && progress.isCancelled(submission)) {
                return ended(submission, SubmissionState.CANCELLED);
            }
            throw e;
        }
    }

    private String read(long submission) {
        Work work = submissions.getWork(submission);
        if (work.state() != SubmissionState.RECEIVED) {
            return "nothing to do, it is " + work.state().code();
        }
        progress.report(submission, Phase.READING, 0, null);
        findings.clear(submission);
        Staging.Staged read = staging.stage(work);
        return switch (read.outcome()) {
            case Outcome.Read whole -> {
                findings.add(submission, read.findings());
                findings.count(submission, whole.findings());
                submissions.hasRead(submission, whole.rows(), whole.refused());
                yield whole.rows() + " rows";
            }
            case Outcome.Refused refused -> {
                Finding reason = refused.reason();
                staged.clear(submission);
                findings.add(submission, List.of(reason));
                findings.count(submission, Map.of(reason.code(), 1L));
                submissions.hasRead(submission, 0, 0);
                yield "refused: " + reason.code();
            }
            case Outcome.Cancelled cancelled -> {
                staged.drop(submission);
                yield "cancelled";
            }
        };
    }

    private String check(long submission) {
        Work work = submissions.getWork(submission);
        if (work.state() != SubmissionState.RECEIVED) {
            return ended(submission, work.state());
        }
        if (!staged.isRead(submission)) {
            LOG.info("What was read of submission {} is gone; reading its file again", submission);
            String again = read(submission);
            LOG.info("Submission {} read again: {}", submission, again);
        }
        long rows = submissions.rowsRead(submission);
        progress.report(submission, Phase.CHECKING, rows, null);
        long acceptable = checks.run(submission, () -> progress.report(submission, Phase.COMPARING, rows, null));
        approvals.determineProgrammes(submission, StagedValues.values(submission));
        if (!submissions.validated(submission, acceptable)) {
            return ended(submission, SubmissionState.CANCELLED);
        }
        progress.end(submission);
        return acceptable + " values can be accepted";
    }

    private String ended(long submission, SubmissionState state) {
        if (state == SubmissionState.CANCELLED) {
            staged.drop(submission);
        }
        progress.end(submission);
        return "nothing to do, it is " + state.code();
    }
}
