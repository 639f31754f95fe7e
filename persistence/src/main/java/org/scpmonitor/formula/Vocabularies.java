package org.scpmonitor.formula;

import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.scpmonitor.schema.Tables.DIMENSION;
import static org.scpmonitor.schema.Tables.FACTOR;
import static org.scpmonitor.schema.Tables.INDICATOR;
import static org.scpmonitor.schema.Tables.INDICATOR_DIMENSION;
import static org.scpmonitor.schema.Tables.INDICATOR_VERSION;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.scpmonitor.listing.Known;
import org.scpmonitor.measure.Units;
import org.scpmonitor.text.Text;

/** Reads what formulas may name. */
final class Vocabularies {

    private Vocabularies() {}

    static Vocabulary read(DSLContext sql, Known known) {
        return new Vocabulary(indicators(sql, known), factors(sql), dimensions(sql), Tallies.ALL);
    }

    private static Map<String, Vocabulary.Indicator> indicators(DSLContext sql, Known known) {
        var version = INDICATOR_VERSION;
        var dimensions = multiset(select(INDICATOR_DIMENSION.DIMENSION)
                .from(INDICATOR_DIMENSION)
                .where(INDICATOR_DIMENSION.INDICATOR_ID.eq(version.INDICATOR_ID)));
        var above = INDICATOR.as("above");
        var below = INDICATOR.as("below");
        Map<String, Vocabulary.Indicator> read = new LinkedHashMap<>();
        sql.select(
                        INDICATOR.CODE,
                        version.NAME_ES,
                        version.NAME_EN,
                        version.NAME_DE,
                        version.UNIT,
                        version.PERIOD_MONTHS,
                        dimensions,
                        above.CODE.concat(" / ").concat(below.CODE))
                .from(INDICATOR)
                .join(version)
                .on(version.INDICATOR_ID.eq(INDICATOR.ID))
                .leftJoin(above)
                .on(above.ID.eq(version.NUMERATOR_ID))
                .leftJoin(below)
                .on(below.ID.eq(version.DENOMINATOR_ID))
                .where(known.holds(version.KNOWN_FROM, version.KNOWN_UNTIL))
                .forEach(row -> read.put(
                        row.value1(),
                        new Vocabulary.Indicator(
                                row.value1(),
                                new Text(row.value2(), row.value3(), row.value4()),
                                Units.of(row.value5()),
                                row.value6(),
                                Set.copyOf(row.value7().getValues(INDICATOR_DIMENSION.DIMENSION)),
                                row.value8())));
        return read;
    }

    private static Map<String, Vocabulary.Factor> factors(DSLContext sql) {
        Map<String, Vocabulary.Factor> read = new LinkedHashMap<>();
        sql.selectFrom(FACTOR)
                .forEach(row -> read.put(
                        row.getCode(),
                        new Vocabulary.Factor(
                                row.getCode(),
                                new Text(row.getNameEs(), row.getNameEn(), row.getNameDe()),
                                row.getKind(),
                                Units.of(row.getUnit()),
                                row.getDimension())));
        return read;
    }

    private static Map<String, Vocabulary.Dimension> dimensions(DSLContext sql) {
        Map<String, Vocabulary.Dimension> read = new LinkedHashMap<>();
        sql.selectFrom(DIMENSION)
                .forEach(row -> read.put(
                        row.getCode(),
                        new Vocabulary.Dimension(
                                row.getCode(), new Text(row.getNameEs(), row.getNameEn(), row.getNameDe()))));
        return read;
    }
}
