package org.scpmonitor.catalogue;

import static org.scpmonitor.schema.tables.Indicator.INDICATOR;
import static org.scpmonitor.schema.tables.IndicatorDimension.INDICATOR_DIMENSION;
import static org.scpmonitor.schema.tables.IndicatorVersion.INDICATOR_VERSION;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.catalogue.CatalogueDocument.Indicator;
import org.scpmonitor.listing.Moment;
import org.scpmonitor.measure.Units;
import org.scpmonitor.schema.tables.records.IndicatorVersionRecord;
import org.scpmonitor.text.Text;

/** Stores indicators, each change as another version. */
record IndicatorParts(DSLContext sql, Moment moment, By by) {
    private static final BigDecimal USUAL_JUMP = BigDecimal.valueOf(20);
    private static final Text NOTHING = new Text("", "", "");

    private static final Versions<IndicatorVersionRecord> VERSIONS = new Versions<>(
            List.of(INDICATOR_VERSION.INDICATOR_ID),
            INDICATOR_VERSION.VERSION,
            INDICATOR_VERSION.KNOWN_FROM,
            INDICATOR_VERSION.KNOWN_UNTIL);

    List<CatalogueChange> store(List<Indicator> indicators) {
        List<CatalogueChange> changes = new ArrayList<>(Merge.into(
                sql,
                "indicators",
                List.of(INDICATOR.CODE),
                indicators,
                (indicator, sort) ->
                        INDICATOR.newRecord().setCode(indicator.code()).setSort(sort)));
        Map<String, Integer> ids =
                sql.select(INDICATOR.CODE, INDICATOR.ID).from(INDICATOR).fetchMap(INDICATOR.CODE, INDICATOR.ID);
        Map<Integer, String> codes = new HashMap<>();
        ids.forEach((code, id) -> codes.put(id, code));
        Map<String, Indicator> byCode = new HashMap<>();
        indicators.forEach(indicator -> byCode.put(indicator.code(), indicator));
        List<IndicatorVersionRecord> changed = VERSIONS.changed(
                sql,
                indicators.stream()
                        .map(indicator -> version(indicator, ids, byCode))
                        .toList());
        if (!changed.isEmpty()) {
            changed.forEach(version -> version.setAuthor(by.author()).setReason(by.reason()));
            changes.removeIf(change ->
                    changed.stream().anyMatch(version -> change.code().equals(codes.get(version.getIndicatorId()))));
            changes.addAll(VERSIONS.open(
                    sql,
                    changed,
                    moment.current(),
                    "indicators",
                    version -> Objects.requireNonNull(codes.get(version.getIndicatorId()))));
        }
        List<CatalogueChange> dimensions = Merge.into(
                sql,
                "indicators",
                List.of(INDICATOR_DIMENSION.INDICATOR_ID, INDICATOR_DIMENSION.DIMENSION),
                indicators.stream()
                        .flatMap(indicator -> indicator.dimensions().stream()
                                .map(dimension -> INDICATOR_DIMENSION
                                        .newRecord()
                                        .setIndicatorId(ids.get(indicator.code()))
                                        .setDimension(dimension)))
                        .toList());
        dimensions.forEach(change ->
                changes.add(change.of(codes.get(Integer.valueOf(change.code().split(" ")[0])) + " "
                        + change.code().split(" ")[1])));
        return changes;
    }

    private static IndicatorVersionRecord version(
            Indicator indicator, Map<String, Integer> ids, Map<String, Indicator> byCode) {
        Text note = indicator.methodNote() == null ? NOTHING : indicator.methodNote();
        return INDICATOR_VERSION
                .newRecord()
                .setIndicatorId(ids.get(indicator.code()))
                .setTheme(indicator.theme())
                .setLevel(indicator.level())
                .setNameEs(indicator.name().es())
                .setNameEn(indicator.name().en())
                .setNameDe(indicator.name().de())
                .setDefinitionEs(indicator.definition().es())
                .setDefinitionEn(indicator.definition().en())
                .setDefinitionDe(indicator.definition().de())
                .setMethodNoteEs(note.es())
                .setMethodNoteEn(note.en())
                .setMethodNoteDe(note.de())
                .setVerificationEs(indicator.verification().es())
                .setVerificationEn(indicator.verification().en())
                .setVerificationDe(indicator.verification().de())
                .setUnit(indicator.unit())
                .setDirection((short) (indicator.direction().equals("more") ? 1 : -1))
                .setPeriodMonths(months(indicator.periodicity()))
                .setOverInstitutions(indicator.aggregationOverInstitutions())
                .setOverTime(indicator.aggregationOverTime())
                .setNumeratorId(id(indicator.numerator(), ids))
                .setDenominatorId(id(indicator.denominator(), ids))
                .setRatioFactor(ratioFactor(indicator, byCode))
                .setWeightId(id(indicator.weight(), ids))
                .setMinimum(indicator.minimum())
                .setMaximum(indicator.maximum())
                .setAllowedJumpPercent(
                        indicator.allowedJumpPercent() == null ? USUAL_JUMP : indicator.allowedJumpPercent())
                .setCumulative(Boolean.TRUE.equals(indicator.cumulative()))
                .setPopulation(Boolean.TRUE.equals(indicator.population()))
                .setSdgIndicator(indicator.sdgIndicator())
                .setSdgSeries(indicator.sdgSeries())
                .setUncertaintyPercent(indicator.uncertaintyPercent())
                .setState(indicator.state() == null ? IndicatorExport.ACTIVE : indicator.state());
    }

    /** @throws java.util.NoSuchElementException for a word that the check would have refused */
    static short months(String periodicity) {
        return IndicatorRules.months(periodicity).orElseThrow().shortValue();
    }

    private static @Nullable Integer id(@Nullable String code, Map<String, Integer> ids) {
        return code == null ? null : ids.get(code);
    }

    private static @Nullable BigDecimal ratioFactor(Indicator indicator, Map<String, Indicator> byCode) {
        Indicator above = indicator.numerator() == null ? null : byCode.get(indicator.numerator());
        Indicator below = indicator.denominator() == null ? null : byCode.get(indicator.denominator());
        return above == null || below == null
                ? null
                : Units.factor(Units.of(above.unit()).per(Units.of(below.unit())), Units.of(indicator.unit()))
                        .orElseThrow();
    }
}
