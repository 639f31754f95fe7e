package org.scpmonitor.submission;

/** A check that a staged value can fail, each a bit of {@code staged_value.defects}. */
enum Defect {
    REFUSED_BY_READER,
    UNKNOWN_INSTITUTION,
    INSTITUTION_OUT_OF_SCOPE,
    UNKNOWN_INDICATOR,
    UNKNOWN_DISAGGREGATION,
    PERIOD_IN_FUTURE,
    PERIOD_WRONG_PERIODICITY,
    PERIOD_NOT_OF_SUBMISSION,
    NOT_ASSIGNED,
    UNKNOWN_UNIT,
    WRONG_DIMENSION,
    NEGATIVE_VALUE,
    OUT_OF_RANGE,
    DUPLICATE_KEY,
    PERIOD_CLOSED,
    CALCULATED_INDICATOR;

    int bit() {
        return 1 << ordinal();
    }
}
