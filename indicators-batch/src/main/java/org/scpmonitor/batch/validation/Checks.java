package org.scpmonitor.batch.validation;

import org.scpmonitor.submission.Findings;
import org.scpmonitor.submission.Plausibility;
import org.scpmonitor.submission.ReferenceFindings;
import org.scpmonitor.submission.References;
import org.springframework.stereotype.Component;

/** Everything that is checked of staged rows, set by set: the same for a submission and for a draft. */
@Component
class Checks {

    private final References references;
    private final ReferenceFindings referenceFindings;
    private final Plausibility plausibility;
    private final Findings findings;

    Checks(References references, ReferenceFindings referenceFindings, Plausibility plausibility, Findings findings) {
        this.references = references;
        this.referenceFindings = referenceFindings;
        this.plausibility = plausibility;
        this.findings = findings;
    }

    /**
     * Looks up references and keeps the findings. Part of the caller's transaction.
     *
     * @return number of values that can be accepted
     */
    long run(long submission) {
        return run(submission, () -> {});
    }

    /** @param comparing told when values begin to be compared with earlier ones */
    long run(long submission, Runnable comparing) {
        long change = references.lookUp(submission);
        long sound = referenceFindings.tell(submission);
        comparing.run();
        long acceptable = sound - plausibility.check(submission);
        findings.attach(submission);
        // Last: whoever cancels the submission needs its row, and doesn't wait for the checks.
        references.keep(submission, change);
        return acceptable;
    }
}
