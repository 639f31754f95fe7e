package org.scpmonitor.factor;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.scpmonitor.actual.Reach;

/** Which figures hang on versions of factors: those of the indicators whose formulas read them, until the next line. */
public final class FactorReach {

    private static final String REACH = """
            select distinct f.indicator_id, v.valid_from,
                   (select min(n.valid_from) from factor_version n
                    where (n.factor_id, n.variant) = (v.factor_id, v.variant)
                      and n.country is not distinct from v.country
                      and n.valid_from > v.valid_from and n.known_until = 'infinity') as valid_until
            from factor_version v
            join formula_factor u on u.factor_id = v.factor_id
            join formula f on f.id = u.formula_id and f.known_until = 'infinity'
            where v.known_from >= ?::timestamptz
            """;

    private FactorReach() {}

    /** What follows from the versions that are known from a moment on; none where no formula reads them. */
    public static List<Reach> openedFrom(DSLContext sql, Instant moment) {
        return sql.fetch(REACH, moment)
                .map(row ->
                        new Reach(row.get(0, Integer.class), row.get(1, LocalDate.class), row.get(2, LocalDate.class)));
    }
}
