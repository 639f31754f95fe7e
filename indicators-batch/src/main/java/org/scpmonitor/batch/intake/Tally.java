package org.scpmonitor.batch.intake;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.scpmonitor.submission.Finding;
import org.scpmonitor.submission.FindingCode;

/** Hands findings on, of each code no more than can be read, and counts them all. */
final class Tally {

    static final int MOST_PER_CODE = 1_000;

    private final RowSink sink;
    private final Map<FindingCode, Long> counts = new EnumMap<>(FindingCode.class);

    Tally(RowSink sink) {
        this.sink = sink;
    }

    void add(Finding finding) throws IOException {
        if (counts.merge(finding.code(), 1L, Long::sum) <= MOST_PER_CODE) {
            sink.finding(finding);
        }
    }

    Map<FindingCode, Long> counts() {
        return counts;
    }
}
