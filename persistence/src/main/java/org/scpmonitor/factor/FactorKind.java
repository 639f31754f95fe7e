package org.scpmonitor.factor;

/** What a factor is. */
public enum FactorKind {
    EMISSION,
    CALORIFIC,
    DENSITY,
    GWP,
    OTHER
}
