package org.scpmonitor.progress;

/** What must be said beside an assessment. */
public enum Note {
    /** Growth: a zero was replaced by 0.001, in the baseline's sign. */
    ZERO_REPLACED,
    /** The baseline lay beyond the target already. */
    BASELINE_BEYOND_TARGET
}
