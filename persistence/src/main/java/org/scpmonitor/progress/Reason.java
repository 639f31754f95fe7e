package org.scpmonitor.progress;

/** Why progress can't be assessed. */
public enum Reason {
    NO_BASELINE,
    NO_TARGET,
    NO_ACTUAL,
    /** Fewer institutions reported than the programme asks for. */
    COVERAGE_BELOW_THRESHOLD,
    ACTUAL_NOT_AFTER_BASELINE,
    TARGET_NOT_AFTER_BASELINE,
    BASELINE_EQUALS_TARGET,
    /** Growth and UN: a rate of change from zero does not exist. */
    ZERO_BASELINE,
    /** Growth and UN: a rate of change through zero does not exist. */
    MIXED_SIGNS,
    /** Linear: the stated milestones ask for no change towards the target by this period. */
    NO_CHANGE_EXPECTED_YET
}
