package org.scpmonitor.institution;

import static org.scpmonitor.schema.Tables.INSTITUTION;

import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.listing.Listing;
import org.springframework.stereotype.Repository;

/** Lists the institutions of the catalogue. */
@Repository
public class InstitutionList {

    private final DSLContext sql;

    InstitutionList(DSLContext sql) {
        this.sql = sql;
    }

    /** What a kind of institution is. */
    public enum Kind {
        MINISTRY,
        AGENCY,
        MUNICIPALITY,
        BUYER
    }

    /**
     * @param country ISO 3166-1 alpha-2
     * @param kind ministry, agency, municipality or buyer
     */
    public record Item(
            String code,
            String country,
            String kind,
            String name,
            @Nullable String acronym,
            @Nullable String region) {}

    /** By code; null leaves a filter out. */
    public Listing<?, Item> list(@Nullable String country, @Nullable Kind kind) {
        return new Listing<>(
                sql,
                () -> sql.select(
                                INSTITUTION.CODE,
                                INSTITUTION.COUNTRY,
                                INSTITUTION.KIND,
                                INSTITUTION.NAME,
                                INSTITUTION.ACRONYM,
                                INSTITUTION.REGION)
                        .from(INSTITUTION)
                        .where(country == null ? DSL.noCondition() : INSTITUTION.COUNTRY.eq(country))
                        .and(
                                kind == null
                                        ? DSL.noCondition()
                                        : DSL.upper(INSTITUTION.KIND).eq(kind.name())),
                Records.mapping(Item::new),
                INSTITUTION.CODE);
    }
}
