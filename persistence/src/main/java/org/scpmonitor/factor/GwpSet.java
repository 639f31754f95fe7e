package org.scpmonitor.factor;

/** A set of global warming potentials over 100 years, by the assessment report of the IPCC that gives it. */
public enum GwpSet {
    AR5,
    AR6
}
