package org.scpmonitor.batch.validation;

import org.scpmonitor.approval.Approvals;
import org.scpmonitor.submission.References;
import org.scpmonitor.submission.StagedValues;
import org.scpmonitor.submission.Submissions;
import org.scpmonitor.submission.Submissions.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stages a checked submission anew from its stored file, after a crash of the database has emptied staging, so that its
 * values can be compared again. Its findings stay as they are.
 */
@Component
public class ReadingAgain {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingAgain.class);

    private final Submissions submissions;
    private final Staging staging;
    private final References references;
    private final Approvals approvals;
    private final TransactionTemplate transaction;

    ReadingAgain(
            Submissions submissions,
            Staging staging,
            References references,
            Approvals approvals,
            PlatformTransactionManager transactions) {
        this.submissions = submissions;
        this.staging = staging;
        this.references = references;
        this.approvals = approvals;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Does it where it has been asked for; the caller holds the claim on the submission. */
    public void ofSubmission(long submission) {
        transaction.executeWithoutResult(status -> {
            Work work = submissions.getWork(submission);
            if (work.readAgain()) {
                staging.stage(work);
                references.resolve(submission);
                approvals.determineProgrammes(submission, StagedValues.values(submission));
                LOG.info("Submission {} read again from its stored file", submission);
            }
        });
    }
}
