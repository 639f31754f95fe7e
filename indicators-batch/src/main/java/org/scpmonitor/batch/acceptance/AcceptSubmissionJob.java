package org.scpmonitor.batch.acceptance;

import org.scpmonitor.batch.JobSteps;
import org.scpmonitor.batch.validation.Staging;
import org.scpmonitor.observation.Acceptance;
import org.scpmonitor.submission.ReferenceFindings;
import org.scpmonitor.submission.References;
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

/**
 * Makes the values of an approved submission observations: {@code stage} them again where a crash of the database has
 * emptied staging, {@code accept} them, and {@code tidy} staging away. Where the
 * catalogue has changed since the check, the values are looked up again, and those that no longer fit send the whole back.
 */
@Configuration(proxyBeanMethods = false)
class AcceptSubmissionJob {

    static final String NAME = "acceptSubmission";

    private static final Logger LOG = LoggerFactory.getLogger(AcceptSubmissionJob.class);

    private final Submissions submissions;
    private final Staging staging;
    private final StagedValues staged;
    private final References references;
    private final ReferenceFindings referenceFindings;
    private final Acceptance acceptance;
    private final WorkProgress progress;

    AcceptSubmissionJob(
            Submissions submissions,
            Staging staging,
            StagedValues staged,
            References references,
            ReferenceFindings referenceFindings,
            Acceptance acceptance,
            WorkProgress progress) {
        this.submissions = submissions;
        this.staging = staging;
        this.staged = staged;
        this.references = references;
        this.referenceFindings = referenceFindings;
        this.acceptance = acceptance;
        this.progress = progress;
    }

    @Bean
    Job acceptSubmission(JobSteps steps) {
        return steps.job(NAME)
                .step("stage", this::stage)
                .step("accept", this::accept)
                .step("tidy", this::tidy)
                .build();
    }

    private String stage(long submission) {
        Work work = submissions.getWork(submission);
        if (work.acceptedAt() != null || staged.isStaged(submission)) {
            return "nothing to do";
        }
        staging.stage(work);
        references.resolve(submission);
        return "staged again from the stored file";
    }

    private String accept(long submission) {
        Work work = submissions.getWork(submission);
        if (work.acceptedAt() != null || work.state() != SubmissionState.APPROVED) {
            return "nothing to do, it is " + work.state().code();
        }
        if (!staged.isStaged(submission)) {
            LOG.info("The staged values of submission {} are gone; reading its file again", submission);
            LOG.info("Submission {}: {}", submission, stage(submission));
        }
        progress.report(submission, Phase.ACCEPTING, 0, null);
        if (references.areOutdated(submission)) {
            references.resolve(submission);
            LOG.info(
                    "The catalogue has changed since submission {} was checked; its values are looked up anew",
                    submission);
        }
        long misfits = acceptance.misfits(submission);
        if (misfits > 0) {
            referenceFindings.tell(submission);
            submissions.giveBack(submission, misfits);
            return "given back: " + misfits + " values no longer fit the catalogue";
        }
        Acceptance.Accepted accepted = acceptance.accept(submission);
        acceptance.learn(accepted);
        return accepted.opened() + " observations opened, " + accepted.closed() + " closed, known from "
                + accepted.knownFrom();
    }

    private String tidy(long submission) {
        staged.drop(submission);
        progress.end(submission);
        return "staging dropped";
    }
}
