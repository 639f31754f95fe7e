package org.scpmonitor.access;

import static org.scpmonitor.schema.tables.AuditEvent.AUDIT_EVENT;

import java.time.Clock;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Who did what to whom and when, outside the workflow of submissions; the database lets it only grow. */
@Component
public class AuditTrail {

    /** The actor of what the process does by itself. */
    public static final String SYSTEM = "system";

    private final DSLContext sql;
    private final Clock clock;

    public AuditTrail(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Adds an event, in the transaction that is under way if one is. */
    public void add(String actor, AuditAction action, String subject, String detail) {
        sql.insertInto(AUDIT_EVENT)
                .set(AUDIT_EVENT.AT, clock.instant())
                .set(AUDIT_EVENT.ACTOR, actor)
                .set(AUDIT_EVENT.ACTION, action.name())
                .set(AUDIT_EVENT.SUBJECT, subject)
                .set(AUDIT_EVENT.DETAIL, detail)
                .execute();
    }

    /** The newest events first. */
    public List<AuditEvent> listLatest(int limit) {
        return sql.selectFrom(AUDIT_EVENT)
                .orderBy(AUDIT_EVENT.ID.desc())
                .limit(limit)
                .fetch(row -> new AuditEvent(
                        row.getId(),
                        row.getAt(),
                        row.getActor(),
                        AuditAction.valueOf(row.getAction()),
                        row.getSubject(),
                        row.getDetail()));
    }
}
