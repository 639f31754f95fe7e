package org.scpmonitor.batch.intake;

import java.io.IOException;
import java.io.Serial;
import org.scpmonitor.submission.Finding;
import org.scpmonitor.submission.FindingCode;

/** A file turned out unreadable below the place where that becomes an {@link Outcome.Refused}. */
final class UnreadableException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Finding reason;

    UnreadableException(FindingCode code, String... arguments) {
        super(code.name());
        this.reason = Finding.onFile(code, arguments);
    }

    Finding reason() {
        return reason;
    }
}
