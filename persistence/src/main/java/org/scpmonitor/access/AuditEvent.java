package org.scpmonitor.access;

import java.time.Instant;

/**
 * One thing that was done.
 *
 * @param actor user name of who did it; {@code system} for the process itself
 * @param subject what it was done to
 * @param detail anything else worth knowing; may be empty
 */
public record AuditEvent(long id, Instant at, String actor, AuditAction action, String subject, String detail) {}
