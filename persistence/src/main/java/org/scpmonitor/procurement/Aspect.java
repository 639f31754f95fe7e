package org.scpmonitor.procurement;

import java.math.BigDecimal;
import org.scpmonitor.entry.Selection;
import org.scpmonitor.entry.Selection.Candidate;

/** By what a product is scored when priority products are chosen. */
public enum Aspect {
    IMPACT,
    VOLUME,
    READINESS,
    WILL;

    /** What a candidate has in it, from 0 to 5. */
    public BigDecimal score(Candidate candidate) {
        return switch (this) {
            case IMPACT -> candidate.impact();
            case VOLUME -> candidate.volume();
            case READINESS -> candidate.readiness();
            case WILL -> candidate.will();
        };
    }

    /** What it weighs in a selection. */
    public BigDecimal weight(Selection selection) {
        return switch (this) {
            case IMPACT -> selection.impact();
            case VOLUME -> selection.volume();
            case READINESS -> selection.readiness();
            case WILL -> selection.will();
        };
    }
}
