package org.scpmonitor.catalogue;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.scpmonitor.schema.tables.Country.COUNTRY;
import static org.scpmonitor.schema.tables.Dimension.DIMENSION;
import static org.scpmonitor.schema.tables.DimensionCode.DIMENSION_CODE;
import static org.scpmonitor.schema.tables.Institution.INSTITUTION;
import static org.scpmonitor.schema.tables.Notice.NOTICE;
import static org.scpmonitor.schema.tables.Theme.THEME;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.catalogue.CatalogueDocument.Country;
import org.scpmonitor.catalogue.CatalogueDocument.Dimension;
import org.scpmonitor.catalogue.CatalogueDocument.Institution;
import org.scpmonitor.catalogue.CatalogueDocument.Named;
import org.scpmonitor.catalogue.CatalogueDocument.Notice;
import org.scpmonitor.listing.Known;
import org.scpmonitor.text.Text;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The current catalogue as a document, targets with all their versions; taken over again it changes nothing. */
@Component
public class CatalogueExport {
    private final DSLContext sql;

    public CatalogueExport(DSLContext sql) {
        this.sql = sql;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public CatalogueDocument current() {
        return as(Known.at(sql, AsOf.NOW));
    }

    /**
     * As it was known at a moment, in what has versions: indicators, formulas, factors, baselines, milestones, targets.
     * The rest is as it is now.
     */
    public CatalogueDocument asOf(AsOf moment) {
        return moment.moment() == null ? current() : as(Known.at(sql, moment));
    }

    private CatalogueDocument as(Known known) {
        var reporting = new ReportingExport(sql);
        return new CatalogueDocument(
                CatalogueDocument.SCHEMA,
                notices(),
                countries(),
                themes(),
                dimensions(),
                institutions(),
                new FactorExport(sql).factors(known),
                new IndicatorExport(sql).all(known),
                new ProgrammeExport(sql).programmes(known),
                reporting.participations(),
                reporting.assignments(),
                reporting.calendar(),
                new MappingParts(sql).list(known));
    }

    private List<Notice> notices() {
        return sql.select(NOTICE.CODE, text(NOTICE.TEXT_ES, NOTICE.TEXT_EN, NOTICE.TEXT_DE))
                .from(NOTICE)
                .orderBy(NOTICE.SORT, NOTICE.CODE)
                .fetch(mapping(Notice::new));
    }

    private List<Country> countries() {
        return sql.select(
                        COUNTRY.CODE,
                        COUNTRY.ISO3,
                        COUNTRY.M49.convertFrom(Short::intValue),
                        text(COUNTRY.NAME_ES, COUNTRY.NAME_EN, COUNTRY.NAME_DE))
                .from(COUNTRY)
                .orderBy(COUNTRY.SORT, COUNTRY.CODE)
                .fetch(mapping(Country::new));
    }

    private List<Named> themes() {
        return sql.select(THEME.CODE, text(THEME.NAME_ES, THEME.NAME_EN, THEME.NAME_DE))
                .from(THEME)
                .orderBy(THEME.SORT, THEME.CODE)
                .fetch(mapping(Named::new));
    }

    private List<Dimension> dimensions() {
        return sql.select(
                        DIMENSION.CODE,
                        text(DIMENSION.NAME_ES, DIMENSION.NAME_EN, DIMENSION.NAME_DE),
                        multiset(select(
                                                DIMENSION_CODE.CODE,
                                                text(
                                                        DIMENSION_CODE.NAME_ES,
                                                        DIMENSION_CODE.NAME_EN,
                                                        DIMENSION_CODE.NAME_DE))
                                        .from(DIMENSION_CODE)
                                        .where(DIMENSION_CODE.DIMENSION.eq(DIMENSION.CODE))
                                        .orderBy(DIMENSION_CODE.SORT, DIMENSION_CODE.CODE))
                                .convertFrom(rows -> rows.map(mapping(Named::new))))
                .from(DIMENSION)
                .orderBy(DIMENSION.CODE)
                .fetch(mapping(Dimension::new));
    }

    private List<Institution> institutions() {
        return sql.select(
                        INSTITUTION.CODE,
                        INSTITUTION.COUNTRY,
                        INSTITUTION.KIND,
                        INSTITUTION.NAME,
                        INSTITUTION.ACRONYM,
                        INSTITUTION.REGION,
                        INSTITUTION.SECTOR)
                .from(INSTITUTION)
                .orderBy(INSTITUTION.ID)
                .fetch(mapping(Institution::new));
    }

    static SelectField<Text> text(Field<String> es, Field<String> en, Field<String> de) {
        return row(es, en, de).mapping(Text.class, Text::new);
    }

    static @Nullable Text textOrNull(@Nullable String es, @Nullable String en, @Nullable String de) {
        return es == null || en == null || de == null ? null : new Text(es, en, de);
    }
}
