package org.scpmonitor.formula;

import static org.jooq.impl.DSL.lead;
import static org.jooq.impl.DSL.noCondition;
import static org.scpmonitor.schema.Tables.FORMULA;
import static org.scpmonitor.schema.Tables.INDICATOR;

import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.listing.Known;
import org.springframework.stereotype.Repository;

/** The formulas of the calculated indicators and their versions. */
@Repository
public class Formulas {

    private final DSLContext sql;

    public Formulas(DSLContext sql) {
        this.sql = sql;
    }

    /** What formulas may name, as known then. */
    public Vocabulary vocabulary(AsOf asOf) {
        return Vocabularies.read(sql, Known.at(sql, asOf));
    }

    /** Every indicator's formulas as known then, by indicator and the day from which they hold. */
    public List<FormulaVersion> list(AsOf asOf) {
        return list(Known.at(sql, asOf), noCondition());
    }

    /** An indicator's formulas as known then, by the day from which they hold. */
    public List<FormulaVersion> of(String indicator, AsOf asOf) {
        return list(Known.at(sql, asOf), INDICATOR.CODE.eq(indicator));
    }

    private List<FormulaVersion> list(Known known, Condition which) {
        return sql.select(
                        FORMULA.ID,
                        FORMULA.INDICATOR_ID,
                        INDICATOR.CODE,
                        FORMULA.VALID_FROM,
                        lead(FORMULA.VALID_FROM)
                                .over()
                                .partitionBy(FORMULA.INDICATOR_ID)
                                .orderBy(FORMULA.VALID_FROM),
                        FORMULA.VERSION,
                        FORMULA.EXPRESSION,
                        FORMULA.REASON,
                        FORMULA.AUTHOR,
                        FORMULA.KNOWN_FROM,
                        Known.end(FORMULA.KNOWN_UNTIL))
                .from(FORMULA)
                .join(INDICATOR)
                .on(INDICATOR.ID.eq(FORMULA.INDICATOR_ID))
                .where(known.holds(FORMULA.KNOWN_FROM, FORMULA.KNOWN_UNTIL))
                .and(which)
                .orderBy(INDICATOR.SORT, INDICATOR.CODE, FORMULA.VALID_FROM)
                .fetch(Records.mapping(FormulaVersion::new));
    }
}
