package org.scpmonitor.method;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.field;

import java.math.BigDecimal;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Lets the database compute {@link MethodExamples}. */
@Repository
public class MethodExampleQueries {
    private final DSLContext sql;

    MethodExampleQueries(DSLContext sql) {
        this.sql = sql;
    }

    public MethodExamples compute() {
        return sql.select(
                        field("relative_half_width(25 + 4.84 + 2.25, 100)", BigDecimal.class),
                        field("relative_half_width(324 + 4.84, 100)", BigDecimal.class),
                        field("quotient(90 * (1 - 0.9), 0.9)", BigDecimal.class),
                        field("modified_z(112, 100, 2, 2.2)::numeric", BigDecimal.class))
                .fetchSingle(mapping(MethodExamples::new));
    }
}
