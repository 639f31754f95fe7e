package org.scpmonitor.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.catalogue.CatalogueDocument.Indicator;
import org.scpmonitor.catalogue.CatalogueProblem.Code;
import org.scpmonitor.measure.Unit;
import org.scpmonitor.measure.Units;

/** An indicator says what it means, in a unit that exists, and aggregates in a way that makes sense. */
final class IndicatorRules {
    static final List<String> PERIODICITIES = List.of("month", "quarter", "half-year", "year");
    private static final Map<String, Integer> MONTHS = Map.of("month", 1, "quarter", 3, "half-year", 6, "year", 12);
    private static final List<String> LEVELS = List.of("output", "outcome", "impact");
    static final List<String> STATES = List.of("draft", "active", "retired");
    private static final List<String> DIRECTIONS = List.of("less", "more");
    private static final List<String> AGGREGATIONS =
            List.of("sum", "last", "mean", "weighted_mean", "ratio", "count", "none");

    private final CatalogueCheck.Defined defined;
    private final Problems problems;

    IndicatorRules(CatalogueCheck.Defined defined, Problems problems) {
        this.defined = defined;
        this.problems = problems;
    }

    /** Months of a periodicity as the document writes it; empty for an unknown word. */
    static Optional<Integer> months(String periodicity) {
        return Optional.ofNullable(MONTHS.get(periodicity));
    }

    /** The document's word for a period of 1, 3, 6 or 12 months. */
    static String periodicity(int months) {
        return PERIODICITIES.stream()
                .filter(word -> Integer.valueOf(months).equals(MONTHS.get(word)))
                .findAny()
                .orElseThrow();
    }

    void check(List<Indicator> indicators) {
        for (int i = 0; i < indicators.size(); i++) {
            check("$.indicators[" + i + "]", indicators.get(i));
        }
        population(indicators);
    }

    /** What is told per inhabitant is divided by one count of them. */
    private void population(List<Indicator> indicators) {
        List<String> counting = indicators.stream()
                .filter(each -> Boolean.TRUE.equals(each.population()))
                .map(Indicator::code)
                .toList();
        for (int i = 0; i < indicators.size(); i++) {
            Indicator indicator = indicators.get(i);
            String path = "$.indicators[" + i + "].population";
            if (Boolean.TRUE.equals(indicator.population())) {
                counting.stream()
                        .filter(other -> !other.equals(indicator.code()))
                        .findFirst()
                        .ifPresent(other -> problems.add(path, Code.SECOND_POPULATION, indicator.code(), other));
            }
        }
    }

    private void check(String path, Indicator indicator) {
        problems.known(path + ".theme", indicator.theme(), defined.themes(), "$.themes");
        problems.oneOf(path + ".level", indicator.level(), LEVELS);
        problems.notEmpty(path + ".name", indicator.name());
        problems.notEmpty(path + ".definition", indicator.definition());
        problems.notEmpty(path + ".verification", indicator.verification());
        problems.oneOf(path + ".direction", indicator.direction(), DIRECTIONS);
        problems.oneOf(path + ".periodicity", indicator.periodicity(), PERIODICITIES);
        problems.oneOf(path + ".aggregationOverInstitutions", indicator.aggregationOverInstitutions(), AGGREGATIONS);
        problems.oneOf(path + ".aggregationOverTime", indicator.aggregationOverTime(), AGGREGATIONS);
        if (indicator.state() != null) {
            problems.oneOf(path + ".state", indicator.state(), STATES);
        }
        for (int i = 0; i < indicator.dimensions().size(); i++) {
            problems.known(
                    path + ".dimensions[" + i + "]",
                    indicator.dimensions().get(i),
                    defined.dimensions(),
                    "$.dimensions");
        }
        Set<LocalDate> days = new HashSet<>();
        for (int i = 0; i < indicator.formulas().size(); i++) {
            LocalDate from = indicator.formulas().get(i).from();
            if (!days.add(from)) {
                problems.add(path + ".formulas[" + i + "].from", Code.DUPLICATE, from);
            }
        }
        range(path, indicator);
        Optional<Unit> unit = problems.unit(path + ".unit", indicator.unit());
        ratio(path, indicator, unit);
        problems.known(
                path + ".weight", indicator.weight(), defined.indicators().keySet(), "$.indicators");
        if (indicator.aggregationOverInstitutions().equals("weighted_mean") != (indicator.weight() != null)) {
            problems.add(path + ".weight", Code.INCOMPLETE_WEIGHTS);
        }
    }

    private void range(String path, Indicator indicator) {
        BigDecimal minimum = indicator.minimum();
        BigDecimal maximum = indicator.maximum();
        if (minimum != null && maximum != null && minimum.compareTo(maximum) > 0) {
            problems.add(path + ".minimum", Code.OUT_OF_RANGE, minimum.toPlainString(), "", maximum.toPlainString());
        }
        notNegative(path + ".allowedJumpPercent", indicator.allowedJumpPercent());
        notNegative(path + ".uncertaintyPercent", indicator.uncertaintyPercent());
    }

    private void notNegative(String path, @Nullable BigDecimal percent) {
        if (percent != null && percent.signum() < 0) {
            problems.add(path, Code.OUT_OF_RANGE, percent.toPlainString(), "0", "");
        }
    }

    private void ratio(String path, Indicator indicator, Optional<Unit> unit) {
        problems.known(
                path + ".numerator", indicator.numerator(), defined.indicators().keySet(), "$.indicators");
        problems.known(
                path + ".denominator",
                indicator.denominator(),
                defined.indicators().keySet(),
                "$.indicators");
        boolean ratio = indicator.aggregationOverInstitutions().equals("ratio");
        if (ratio != (indicator.numerator() != null) || ratio != (indicator.denominator() != null)) {
            problems.add(path + ".aggregationOverInstitutions", Code.INCOMPLETE_RATIO);
            return;
        }
        Optional<Unit> quotient = quotient(indicator);
        if (ratio
                && unit.isPresent()
                && quotient.isPresent()
                && Units.factor(quotient.get(), unit.get()).isEmpty()) {
            problems.add(path + ".unit", Code.OTHER_DIMENSION, quotient.get(), indicator.unit());
        }
    }

    private Optional<Unit> quotient(Indicator indicator) {
        return unitOf(indicator.numerator())
                .flatMap(above -> unitOf(indicator.denominator()).map(above::per));
    }

    private Optional<Unit> unitOf(@Nullable String code) {
        return Optional.ofNullable(code)
                .flatMap(known -> Optional.ofNullable(defined.indicators().get(known)))
                .flatMap(indicator -> Units.find(indicator.unit()));
    }
}
