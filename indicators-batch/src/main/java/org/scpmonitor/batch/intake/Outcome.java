package org.scpmonitor.batch.intake;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.submission.Finding;
import org.scpmonitor.submission.FindingCode;

/** How the reading of a file ended. */
public sealed interface Outcome {

    /**
     * The file was read to its end.
     *
     * @param numberFormat declared or detected; null where no text of the file needed one, or nothing settled it
     * @param rows rows below the headers that aren't empty
     * @param refused rows among them with an error; some of them, with too few or too many fields, were not handed over
     * @param findings number of findings of each code, those beyond the ones told included; codes without any are absent
     */
    record Read(@Nullable NumberFormat numberFormat, long rows, long refused, Map<FindingCode, Long> findings)
            implements Outcome {
        public Read {
            findings = Map.copyOf(findings);
        }
    }

    /** The file can't be read as a whole; whatever the sink was handed is void. */
    record Refused(Finding reason) implements Outcome {}

    /** The sink asked for an end; whatever it was handed is void. */
    record Cancelled() implements Outcome {}
}
