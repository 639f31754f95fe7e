package org.scpmonitor.progress;

import static org.scpmonitor.schema.Tables.KNOWLEDGE;

import java.time.Instant;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Tells cheaply whether anything that stands on a screen of figures may have changed, whichever process changed it. */
@Repository
public class FigureMark {
    private final DSLContext sql;

    FigureMark(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * The moment from which the newest figure, verdict or catalogue entry is known; {@link Instant#EPOCH} where nothing
     * is. What is accepted and not computed yet, and when reports are due, change no figure.
     */
    public Instant latest() {
        return sql.select(KNOWLEDGE.MOMENT)
                .from(KNOWLEDGE)
                .where(KNOWLEDGE.CAUSE.notLike("accept submission %"))
                .and(KNOWLEDGE.CAUSE.notIn("calendar", "extension"))
                .orderBy(KNOWLEDGE.MOMENT.desc())
                .limit(1)
                .fetchOptional(KNOWLEDGE.MOMENT)
                .orElse(Instant.EPOCH);
    }
}
