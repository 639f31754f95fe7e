package org.scpmonitor.submission;

import static org.jooq.impl.DSL.max;
import static org.scpmonitor.schema.Tables.KNOWLEDGE;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The moments from which things are known. */
@Repository
public class Knowledge {

    private final DSLContext sql;

    Knowledge(DSLContext sql) {
        this.sql = sql;
    }

    /** The latest moment from which anything is known; empty in an empty database. */
    public Optional<Instant> latest() {
        return sql.select(max(KNOWLEDGE.MOMENT)).from(KNOWLEDGE).fetchOptional(max(KNOWLEDGE.MOMENT));
    }
}
