package org.scpmonitor.catalogue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.catalogue.CatalogueDocument.Dimension;
import org.scpmonitor.catalogue.CatalogueDocument.Factor;
import org.scpmonitor.catalogue.CatalogueDocument.FactorValue;
import org.scpmonitor.catalogue.CatalogueDocument.Named;
import org.scpmonitor.catalogue.CatalogueProblem.Code;
import org.scpmonitor.factor.Category;
import org.scpmonitor.factor.FactorKind;
import org.scpmonitor.factor.GwpSet;

/** A factor has a unit, a source for each value, and one value for each place, variant and day. */
final class FactorRules {
    private static final List<String> KINDS = codes(FactorKind.values());
    private static final List<String> CATEGORIES = codes(Category.values());
    private static final Set<String> SETS =
            Arrays.stream(GwpSet.values()).map(Enum::name).collect(Collectors.toSet());

    private final CatalogueDocument document;
    private final CatalogueCheck.Defined defined;
    private final Problems problems;
    private final Map<String, Set<String>> dimensionCodes;

    FactorRules(CatalogueDocument document, CatalogueCheck.Defined defined, Problems problems) {
        this.document = document;
        this.defined = defined;
        this.problems = problems;
        this.dimensionCodes = document.dimensions().stream()
                .collect(Collectors.toMap(
                        Dimension::code,
                        dimension -> dimension.codes().stream().map(Named::code).collect(Collectors.toSet()),
                        (first, second) -> first));
    }

    private static List<String> codes(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    void check() {
        for (int i = 0; i < document.factors().size(); i++) {
            check("$.factors[" + i + "]", document.factors().get(i));
        }
    }

    private void check(String path, Factor factor) {
        if (!factor.code().matches("[A-Z][A-Z0-9]*([-_][A-Z0-9]+)*")) {
            problems.add(path + ".code", Code.BAD_CODE, factor.code());
        }
        if (defined.indicators().containsKey(factor.code())) {
            problems.add(path + ".code", Code.DUPLICATE, factor.code());
        }
        problems.oneOf(path + ".kind", factor.kind(), KINDS);
        problems.oneOf(path + ".category", factor.category(), CATEGORIES);
        Integer scope = factor.scope();
        if (scope != null && (scope < 1 || scope > 3)) {
            problems.add(path + ".scope", Code.OUT_OF_RANGE, scope, "1", "3");
        }
        problems.notEmpty(path + ".name", factor.name());
        problems.unit(path + ".unit", factor.unit());
        problems.known(path + ".dimension", factor.dimension(), defined.dimensions(), "$.dimensions");
        boolean potential = factor.kind().equals("gwp");
        if (potential && (factor.gas() == null || factor.dimension() != null)) {
            problems.add(path + ".kind", Code.BAD_POTENTIAL);
        }
        if (factor.biogenic()
                && factor.kind().equals("emission")
                && !factor.unit().contains("{CO2bio}")) {
            problems.add(path + ".unit", Code.BIOGENIC_UNIT, factor.unit());
        }
        Set<List<Object>> seen = new HashSet<>();
        for (int i = 0; i < factor.values().size(); i++) {
            FactorValue value = factor.values().get(i);
            String at = path + ".values[" + i + "]";
            value(at, value);
            variant(at + ".variant", value.variant(), potential ? SETS : dimensionCodes.get(factor.dimension()));
            if (!seen.add(Arrays.asList(value.country(), value.variant(), value.from(), value.publishedOn()))) {
                problems.add(at + ".from", Code.SAME_VALUE, value.from());
            }
        }
    }

    private void value(String at, FactorValue value) {
        problems.known(at + ".country", value.country(), defined.countries(), "$.countries");
        if (value.until() != null && !value.until().isAfter(value.from())) {
            problems.add(at + ".until", Code.ENDS_BEFORE_START, value.from(), value.until());
        }
        BigDecimal lower = value.lower();
        BigDecimal upper = value.upper();
        boolean within = lower == null || upper == null
                ? lower == upper
                : lower.compareTo(value.value()) <= 0 && upper.compareTo(value.value()) >= 0;
        if (!within) {
            problems.add(at + ".value", Code.OUT_OF_RANGE, value.value().toPlainString(), plain(lower), plain(upper));
        }
        problems.notEmpty(at + ".source.title", value.source().title());
    }

    private static String plain(@Nullable BigDecimal bound) {
        return bound == null ? "" : bound.toPlainString();
    }

    /** @param codes the variants that there are; null where the factor has one value */
    private void variant(String at, @Nullable String variant, @Nullable Set<String> codes) {
        boolean fits = codes == null ? variant == null : variant != null && codes.contains(variant);
        if (!fits) {
            problems.add(at, Code.OTHER_VARIANT, variant == null ? "" : variant);
        }
    }
}
