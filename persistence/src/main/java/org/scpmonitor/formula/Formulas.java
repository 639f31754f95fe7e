package org.scpmonitor.formula;

import static java.util.stream.Collectors.toMap;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lead;
import static org.jooq.impl.DSL.noCondition;
import static org.scpmonitor.schema.Tables.FORMULA;
import static org.scpmonitor.schema.Tables.FORMULA_INPUT;
import static org.scpmonitor.schema.Tables.INDICATOR;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;
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
        return list(Known.at(sql, asOf));
    }

    public List<FormulaVersion> list(Known known) {
        return list(known, noCondition());
    }

    /** An indicator's formulas as known then, by the day from which they hold. */
    public List<FormulaVersion> of(String indicator, AsOf asOf) {
        return list(Known.at(sql, asOf), INDICATOR.CODE.eq(indicator));
    }

    /** Every version of an indicator's formulas that was ever known, the latest first. */
    public List<FormulaVersion> history(String indicator) {
        return sql.select(
                        FORMULA.ID,
                        FORMULA.INDICATOR_ID,
                        INDICATOR.CODE,
                        FORMULA.VALID_FROM,
                        inline(null, FORMULA.VALID_FROM),
                        FORMULA.VERSION,
                        FORMULA.EXPRESSION,
                        FORMULA.REASON,
                        FORMULA.AUTHOR,
                        FORMULA.KNOWN_FROM,
                        Known.end(FORMULA.KNOWN_UNTIL))
                .from(FORMULA)
                .join(INDICATOR)
                .on(INDICATOR.ID.eq(FORMULA.INDICATOR_ID))
                .where(INDICATOR.CODE.eq(indicator))
                .orderBy(FORMULA.KNOWN_FROM.desc(), FORMULA.VALID_FROM.desc())
                .fetch(Records.mapping(FormulaVersion::new));
    }

    /** What each calculated indicator reads, by any of its formulas that are known now. */
    public Map<String, Set<String>> reads() {
        var read = INDICATOR.as("read");
        return sql
                .select(INDICATOR.CODE, read.CODE)
                .from(FORMULA)
                .join(INDICATOR)
                .on(INDICATOR.ID.eq(FORMULA.INDICATOR_ID))
                .join(FORMULA_INPUT)
                .on(FORMULA_INPUT.FORMULA_ID.eq(FORMULA.ID))
                .join(read)
                .on(read.ID.eq(FORMULA_INPUT.INDICATOR_ID))
                .where(Known.at(sql, AsOf.NOW).holds(FORMULA.KNOWN_FROM, FORMULA.KNOWN_UNTIL))
                .fetch()
                .intoGroups(Record2::value1, Record2::value2)
                .entrySet()
                .stream()
                .collect(toMap(Map.Entry::getKey, each -> Set.copyOf(each.getValue())));
    }

    /** Notes what a formula reads, by which a change elsewhere reaches it. Part of the caller's transaction. */
    public void noteInputs(int formula, Formula read) {
        read.expression().parts().distinct().forEach(part -> {
            if (part instanceof Expression.IndicatorValue value) {
                sql.execute(
                        "insert into formula_input select ?, id, ? from indicator where code = ?"
                                + " on conflict do nothing",
                        formula,
                        value.periodsBack(),
                        value.code());
            } else if (part instanceof Expression.FactorValue factor) {
                sql.execute(
                        "insert into formula_factor select ?, id from factor where code = ? on conflict do nothing",
                        formula,
                        factor.code());
            } else if (part instanceof Expression.TallyValue value) {
                sql.execute("insert into formula_tally values (?, ?)", formula, value.tally());
            }
        });
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
                        known.until(FORMULA.KNOWN_UNTIL))
                .from(FORMULA)
                .join(INDICATOR)
                .on(INDICATOR.ID.eq(FORMULA.INDICATOR_ID))
                .where(known.holds(FORMULA.KNOWN_FROM, FORMULA.KNOWN_UNTIL))
                .and(which)
                .orderBy(INDICATOR.SORT, INDICATOR.CODE, FORMULA.VALID_FROM)
                .fetch(Records.mapping(FormulaVersion::new));
    }
}
