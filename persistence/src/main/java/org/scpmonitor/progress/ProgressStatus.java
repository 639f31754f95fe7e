package org.scpmonitor.progress;

/** The judgement on an indicator, from best to worst, and the absence of one. */
public enum ProgressStatus {
    ACHIEVED,
    ON_TRACK,
    ACCELERATION_NEEDED,
    LIMITED_PROGRESS,
    DETERIORATION,
    UNABLE_TO_ASSESS
}
