package org.scpmonitor.api.offence;

import java.time.Instant;
import org.springframework.batch.core.job.Job;

/** A door that knows of jobs, has a name that says nothing, and looks at the clock on the wall. */
record JobHelper(Job job) {
    static Instant today() {
        return Instant.now();
    }
}
