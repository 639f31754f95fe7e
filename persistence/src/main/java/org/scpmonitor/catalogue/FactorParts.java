package org.scpmonitor.catalogue;

import static org.scpmonitor.schema.tables.Factor.FACTOR;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.catalogue.CatalogueChange.Kind;
import org.scpmonitor.catalogue.CatalogueDocument.Factor;
import org.scpmonitor.catalogue.CatalogueDocument.FactorValue;
import org.scpmonitor.catalogue.CatalogueProblem.Code;
import org.scpmonitor.factor.FactorVersions;
import org.scpmonitor.factor.FactorVersions.Content;
import org.scpmonitor.factor.FactorVersions.Line;
import org.scpmonitor.factor.FactorVersions.Wanted;
import org.scpmonitor.listing.Moment;
import org.scpmonitor.schema.tables.records.FactorRecord;
import org.scpmonitor.text.Text;

/** Stores factors, each changed value as another version of its line. */
record FactorParts(DSLContext sql, Moment moment) {
    private static final Text NOTHING = new Text("", "", "");

    private static final Comparator<FactorValue> BY_PUBLICATION =
            Comparator.comparing(FactorValue::publishedOn, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** A factor keeps the unit and dimension that its values were given in: another one is another factor. */
    static List<CatalogueProblem> conflicts(DSLContext sql, List<Factor> factors) {
        Map<String, FactorRecord> stored = sql.selectFrom(FACTOR).fetchMap(FACTOR.CODE);
        var problems = new Problems();
        for (int i = 0; i < factors.size(); i++) {
            Factor factor = factors.get(i);
            FactorRecord known = stored.get(factor.code());
            if (known != null && !known.getUnit().equals(factor.unit())) {
                problems.add("$.factors[" + i + "].unit", Code.FIXED, factor.unit(), known.getUnit());
            }
            if (known != null && !Objects.equals(known.getDimension(), factor.dimension())) {
                problems.add(
                        "$.factors[" + i + "].dimension",
                        Code.FIXED,
                        word(factor.dimension()),
                        word(known.getDimension()));
            }
        }
        return problems.found();
    }

    private static String word(@Nullable String dimension) {
        return dimension == null ? "–" : dimension;
    }

    /** @param today the last day whose publications are known */
    List<CatalogueChange> store(List<Factor> factors, LocalDate today) {
        List<CatalogueChange> changes = new ArrayList<>(Merge.into(
                sql,
                "factors",
                List.of(FACTOR.CODE),
                factors,
                (factor, sort) -> FACTOR.newRecord()
                        .setCode(factor.code())
                        .setKind(factor.kind())
                        .setCategory(factor.category())
                        .setScope(factor.scope() == null ? null : factor.scope().shortValue())
                        .setGas(factor.gas())
                        .setBiogenic(factor.biogenic())
                        .setUnit(factor.unit())
                        .setDimension(factor.dimension())
                        .setNameEs(factor.name().es())
                        .setNameEn(factor.name().en())
                        .setNameDe(factor.name().de())
                        .setSort(sort)));
        var versions = new FactorVersions(sql);
        Map<Integer, String> codes = new LinkedHashMap<>();
        versions.ids().forEach((code, id) -> codes.put(id, code));
        Map<String, Integer> opened = new LinkedHashMap<>();
        for (Wanted wanted : versions.changed(wanted(factors, versions.ids(), today))) {
            versions.open(wanted, moment.current());
            opened.merge(Objects.requireNonNull(codes.get(wanted.line().factor())), 1, Integer::sum);
        }
        opened.forEach((code, rows) -> changes.add(new CatalogueChange("factor values", code, Kind.ADDED, rows)));
        return changes;
    }

    /** Of each line what came out last. */
    private static List<Wanted> wanted(List<Factor> factors, Map<String, Integer> ids, LocalDate today) {
        Map<Line, Wanted> wanted = new LinkedHashMap<>();
        for (Factor factor : factors) {
            int id = Objects.requireNonNull(ids.get(factor.code()));
            factor.values().stream()
                    .filter(value ->
                            value.publishedOn() == null || !value.publishedOn().isAfter(today))
                    .sorted(BY_PUBLICATION)
                    .map(value -> wanted(id, value))
                    .forEach(each -> wanted.put(each.line(), each));
        }
        return List.copyOf(wanted.values());
    }

    private static Wanted wanted(int factor, FactorValue value) {
        return new Wanted(
                new Line(factor, value.country(), value.variant() == null ? "" : value.variant(), value.from()),
                new Content(
                        value.until(),
                        value.value(),
                        value.lower(),
                        value.upper(),
                        value.source().title(),
                        value.source().url(),
                        value.note() == null ? NOTHING : value.note(),
                        value.illustrative()),
                value.reason() == null ? "" : value.reason(),
                "");
    }
}
