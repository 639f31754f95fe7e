package org.scpmonitor.listing;

import static org.scpmonitor.schema.Tables.COUNTRY;
import static org.scpmonitor.schema.Tables.INDICATOR;
import static org.scpmonitor.schema.Tables.INSTITUTION;
import static org.scpmonitor.schema.Tables.PROGRAMME;

import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Records;
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
