package org.scpmonitor.mapping;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.scpmonitor.mapping.Mapping.MappedColumn;

/** Why a table could not become observations, whatever stands in it. */
public enum MappingFlaw {
    /** No column holds values. */
    NO_VALUE,
    /** Nothing says which indicator a value is of. */
    NO_INDICATOR,
    /** Nothing says which period a value speaks of. */
    NO_PERIOD,
    /** Nothing says in which unit a value is. */
    NO_UNIT,
    /** Two columns have the same place. */
    SAME_PLACE,
    /** Two columns of one kind, such as two periods. */
    SAME_MEANING;

    /** What is wrong with a mapping; empty where it can be saved. */
    public static Set<MappingFlaw> of(Mapping mapping) {
        Set<MappingFlaw> flaws = EnumSet.noneOf(MappingFlaw.class);
        List<Meaning.Value> values =
                mapping.values().map(column -> (Meaning.Value) column.means()).toList();
        Mapping.PeriodColumns periods = mapping.periodColumns();
        if (values.isEmpty() && periods == null) {
            flaws.add(NO_VALUE);
        }
        boolean indicatorElsewhere = has(mapping, Meaning.Indicator.class::isInstance)
                || !mapping.constants().indicator().isEmpty();
        boolean unitElsewhere = has(mapping, Meaning.Unit.class::isInstance)
                || !mapping.constants().unit().isEmpty();
        boolean periodElsewhere =
                has(mapping, means -> means instanceof Meaning.Period || means instanceof Meaning.Year)
                        || !mapping.constants().period().isEmpty();
        if (!indicatorElsewhere
                && (values.stream().anyMatch(value -> value.indicator().isEmpty())
                        || periods != null && periods.as().indicator().isEmpty())) {
            flaws.add(NO_INDICATOR);
        }
        if (!unitElsewhere
                && (values.stream().anyMatch(value -> value.unit().isEmpty() && !value.duration())
                        || periods != null
                                && periods.as().unit().isEmpty()
                                && !periods.as().duration())) {
            flaws.add(NO_UNIT);
        }
        if (!periodElsewhere && values.stream().anyMatch(value -> value.period().isEmpty())) {
            flaws.add(NO_PERIOD);
        }
        if (mapping.columns().stream().map(MappedColumn::position).distinct().count()
                < mapping.columns().size()) {
            flaws.add(SAME_PLACE);
        }
        boolean twice = List.<Class<? extends Meaning>>of(
                        Meaning.Institution.class,
                        Meaning.Indicator.class,
                        Meaning.Period.class,
                        Meaning.Year.class,
                        Meaning.Month.class,
                        Meaning.Unit.class,
                        Meaning.Status.class,
                        Meaning.Comment.class)
                .stream()
                .anyMatch(kind -> mapping.columns().stream()
                                .filter(column -> kind.isInstance(column.means()))
                                .count()
                        > 1);
        if (twice) {
            flaws.add(SAME_MEANING);
        }
        return flaws;
    }

    private static boolean has(Mapping mapping, Predicate<Meaning> which) {
        return mapping.columns().stream().map(MappedColumn::means).anyMatch(which);
    }
}
