package org.scpmonitor.submission;

/** How much a finding weighs. */
public enum Severity {
    /** The row can't be accepted; the submission can't be submitted. */
    ERROR,
    /** The uploader confirms or explains; the explanation stays with the value. */
    QUERY
}
