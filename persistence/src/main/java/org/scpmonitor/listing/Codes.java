package org.scpmonitor.listing;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.unnest;
import static org.scpmonitor.schema.Tables.COUNTRY;
import static org.scpmonitor.schema.Tables.INDICATOR;
import static org.scpmonitor.schema.Tables.INSTITUTION;
import static org.scpmonitor.schema.Tables.PROGRAMME;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Records;
import org.jooq.SelectConditionStep;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/** Whether the catalogue has what a caller names by its code. */
@Component
public class Codes {

    private final DSLContext sql;

    Codes(DSLContext sql) {
        this.sql = sql;
    }

    /** An institution as others refer to it. */
    public record InstitutionKey(int id, String code, String country) {}

    /** A code that the catalogue doesn't have, and what it should be of. */
    public record Unknown(String kind, String code) {}

    /** The first of these that the catalogue doesn't have, in one statement. */
    public Optional<Unknown> findUnknown(List<String> programmes, List<String> countries, List<String> indicators) {
        if (programmes.isEmpty() && countries.isEmpty() && indicators.isEmpty()) {
            return Optional.empty();
        }
        return missing("programme", programmes, PROGRAMME, PROGRAMME.CODE)
                .unionAll(missing("country", countries, COUNTRY, COUNTRY.CODE))
                .unionAll(missing("indicator", indicators, INDICATOR, INDICATOR.CODE))
                .limit(1)
                .fetchOptional(Records.mapping(Unknown::new));
    }

    private SelectConditionStep<Record2<String, String>> missing(
            String kind, List<String> codes, Table<?> table, Field<String> code) {
        Table<?> given = unnest(codes.toArray(String[]::new)).as("given", "code");
        Field<String> each = given.field("code", String.class);
        return sql.select(inline(kind), each)
                .from(given)
                .whereNotExists(selectOne().from(table).where(code.eq(each)));
    }

    public Optional<InstitutionKey> findInstitution(String code) {
        return sql.select(INSTITUTION.ID, INSTITUTION.CODE, INSTITUTION.COUNTRY)
                .from(INSTITUTION)
                .where(INSTITUTION.CODE.eq(code))
                .fetchOptional(Records.mapping(InstitutionKey::new));
    }

    public boolean hasIndicator(String code) {
        return sql.fetchExists(INDICATOR, INDICATOR.CODE.eq(code));
    }

    public boolean hasProgramme(String code) {
        return sql.fetchExists(PROGRAMME, PROGRAMME.CODE.eq(code));
    }

    public boolean hasCountry(String code) {
        return sql.fetchExists(COUNTRY, COUNTRY.CODE.eq(code));
    }
}
