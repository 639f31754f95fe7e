package org.scpmonitor.access;

/** What the audit trail tells of. */
public enum AuditAction {
    ACCOUNT_CREATED,
    ACCOUNT_ENABLED,
    ACCOUNT_DISABLED,
    PASSWORD_CHANGED,
    GRANT_GIVEN,
    GRANT_TAKEN,
    STAND_IN_NAMED,
    STAND_IN_ENDED,
    SIGN_IN_LOCKED,
    CATALOGUE_CHANGED,
    JOB_RESTARTED,
    REBUILD_REQUESTED
}
