package org.scpmonitor.catalogue;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.scpmonitor.schema.tables.Indicator.INDICATOR;
import static org.scpmonitor.schema.tables.IndicatorDimension.INDICATOR_DIMENSION;
import static org.scpmonitor.schema.tables.IndicatorVersion.INDICATOR_VERSION;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.scpmonitor.catalogue.CatalogueDocument.FormulaLine;
import org.scpmonitor.catalogue.CatalogueDocument.Indicator;
import org.scpmonitor.formula.FormulaVersion;
import org.scpmonitor.formula.Formulas;
import org.scpmonitor.listing.Known;
import org.scpmonitor.schema.tables.records.IndicatorVersionRecord;
import org.scpmonitor.text.Text;

/** Indicators as the document tells them. */
record IndicatorExport(DSLContext sql) {
    static final String ACTIVE = "active";

    private static final org.scpmonitor.schema.tables.Indicator NUMERATOR = INDICATOR.as("numerator");
    private static final org.scpmonitor.schema.tables.Indicator DENOMINATOR = INDICATOR.as("denominator");
    private static final org.scpmonitor.schema.tables.Indicator WEIGHT = INDICATOR.as("weight");

    private static final Field<List<String>> DIMENSIONS = multiset(select(INDICATOR_DIMENSION.DIMENSION)
                    .from(INDICATOR_DIMENSION)
                    .where(INDICATOR_DIMENSION.INDICATOR_ID.eq(INDICATOR.ID))
                    .orderBy(INDICATOR_DIMENSION.DIMENSION))
            .convertFrom(rows -> rows.getValues(INDICATOR_DIMENSION.DIMENSION));

    List<Indicator> all(Known known) {
        Map<String, List<FormulaLine>> lines = new Formulas(sql)
                .list(known).stream()
                        .collect(groupingBy(
                                FormulaVersion::indicator,
                                mapping(line -> new FormulaLine(line.validFrom(), line.expression()), toList())));
        return fetch(known.holds(INDICATOR_VERSION.KNOWN_FROM, INDICATOR_VERSION.KNOWN_UNTIL), List.of()).stream()
                .map(IndicatorExport::indicator)
                .map(indicator -> indicator.calculatedBy(lines.getOrDefault(indicator.code(), List.of())))
                .toList();
    }

    /**
     * The versions that hold, each with its indicator, in the catalogue's order.
     *
     * @param more further columns
     */
    org.jooq.Result<Record> fetch(Condition which, List<? extends SelectField<?>> more) {
        List<SelectField<?>> columns =
                new ArrayList<>(List.of(INDICATOR.CODE, NUMERATOR.CODE, DENOMINATOR.CODE, WEIGHT.CODE, DIMENSIONS));
        columns.addAll(Versions.readable(INDICATOR_VERSION, INDICATOR_VERSION.KNOWN_UNTIL));
        columns.addAll(more);
        return sql.select(columns)
                .from(INDICATOR)
                .join(INDICATOR_VERSION)
                .on(INDICATOR_VERSION.INDICATOR_ID.eq(INDICATOR.ID))
                .leftJoin(NUMERATOR)
                .on(NUMERATOR.ID.eq(INDICATOR_VERSION.NUMERATOR_ID))
                .leftJoin(DENOMINATOR)
                .on(DENOMINATOR.ID.eq(INDICATOR_VERSION.DENOMINATOR_ID))
                .leftJoin(WEIGHT)
                .on(WEIGHT.ID.eq(INDICATOR_VERSION.WEIGHT_ID))
                .where(which)
                .orderBy(INDICATOR.SORT, INDICATOR.CODE)
                .fetch();
    }

    static Indicator indicator(Record row) {
        IndicatorVersionRecord version = row.into(INDICATOR_VERSION);
        return new Indicator(
                row.get(INDICATOR.CODE),
                version.getTheme(),
                version.getLevel(),
                new Text(version.getNameEs(), version.getNameEn(), version.getNameDe()),
                new Text(version.getDefinitionEs(), version.getDefinitionEn(), version.getDefinitionDe()),
                version.getMethodNoteEs().isEmpty()
                        ? null
                        : new Text(version.getMethodNoteEs(), version.getMethodNoteEn(), version.getMethodNoteDe()),
                new Text(version.getVerificationEs(), version.getVerificationEn(), version.getVerificationDe()),
                version.getUnit(),
                version.getDirection() > 0 ? "more" : "less",
                IndicatorRules.periodicity(version.getPeriodMonths()),
                version.getOverInstitutions(),
                version.getOverTime(),
                row.get(NUMERATOR.CODE),
                row.get(DENOMINATOR.CODE),
                row.get(WEIGHT.CODE),
                version.getMinimum(),
                version.getMaximum(),
                version.getAllowedJumpPercent(),
                version.getCumulative() ? true : null,
                version.getPopulation() ? true : null,
                version.getSdgIndicator(),
                version.getSdgSeries(),
                version.getUncertaintyPercent(),
                version.getState().equals(ACTIVE) ? null : version.getState(),
                row.get(DIMENSIONS),
                List.of());
    }
}
