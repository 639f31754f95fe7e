package org.scpmonitor.catalogue;

import static org.scpmonitor.schema.tables.Country.COUNTRY;
import static org.scpmonitor.schema.tables.Dimension.DIMENSION;
import static org.scpmonitor.schema.tables.DimensionCode.DIMENSION_CODE;
import static org.scpmonitor.schema.tables.Institution.INSTITUTION;
import static org.scpmonitor.schema.tables.Notice.NOTICE;
import static org.scpmonitor.schema.tables.Theme.THEME;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.scpmonitor.catalogue.CatalogueDocument.Dimension;

/** Stores what others refer to: notices, countries, themes, dimensions, institutions. */
record ReferenceParts(DSLContext sql) {

    List<CatalogueChange> store(CatalogueDocument document) {
        List<CatalogueChange> changes = new ArrayList<>();
        changes.addAll(Merge.into(
                sql,
                "notices",
                List.of(NOTICE.CODE),
                document.notices(),
                (notice, sort) -> NOTICE.newRecord()
                        .setCode(notice.code())
                        .setTextEs(notice.text().es())
                        .setTextEn(notice.text().en())
                        .setTextDe(notice.text().de())
                        .setSort(sort)));
        changes.addAll(Merge.into(
                sql,
                "countries",
                List.of(COUNTRY.CODE),
                document.countries(),
                (country, sort) -> COUNTRY.newRecord()
                        .setCode(country.code())
                        .setIso3(country.iso3())
                        .setM49((short) country.m49())
                        .setNameEs(country.name().es())
                        .setNameEn(country.name().en())
                        .setNameDe(country.name().de())
                        .setSort(sort)));
        changes.addAll(Merge.into(
                sql,
                "themes",
                List.of(THEME.CODE),
                document.themes(),
                (theme, sort) -> THEME.newRecord()
                        .setCode(theme.code())
                        .setNameEs(theme.name().es())
                        .setNameEn(theme.name().en())
                        .setNameDe(theme.name().de())
                        .setSort(sort)));
        changes.addAll(Merge.into(
                sql,
                "dimensions",
                List.of(DIMENSION.CODE),
                document.dimensions(),
                (dimension, sort) -> DIMENSION
                        .newRecord()
                        .setCode(dimension.code())
                        .setNameEs(dimension.name().es())
                        .setNameEn(dimension.name().en())
                        .setNameDe(dimension.name().de())));
        for (Dimension dimension : document.dimensions()) {
            changes.addAll(codes(dimension));
        }
        changes.addAll(Merge.into(
                sql,
                "institutions",
                List.of(INSTITUTION.CODE),
                document.institutions(),
                (institution, sort) -> INSTITUTION
                        .newRecord()
                        .setCode(institution.code())
                        .setCountry(institution.country())
                        .setKind(institution.kind())
                        .setName(institution.name())
                        .setAcronym(institution.acronym())
                        .setRegion(institution.region())
                        .setSector(institution.sector())));
        return changes;
    }

    private List<CatalogueChange> codes(Dimension dimension) {
        return Merge.into(
                sql,
                "dimensions",
                List.of(DIMENSION_CODE.DIMENSION, DIMENSION_CODE.CODE),
                dimension.codes(),
                (code, sort) -> DIMENSION_CODE
                        .newRecord()
                        .setDimension(dimension.code())
                        .setCode(code.code())
                        .setNameEs(code.name().es())
                        .setNameEn(code.name().en())
                        .setNameDe(code.name().de())
                        .setSort(sort));
    }
}
