package org.scpmonitor.provenance;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.formula.Expression;
import org.scpmonitor.formula.Formula;
import org.scpmonitor.formula.FormulaVersion;
import org.scpmonitor.formula.Formulas;
import org.scpmonitor.formula.Vocabulary;

/**
 * What a figure's calculated values follow from, as known at a moment: which formulas for which periods, and which
 * indicators' reported values in which spans, down to those that nothing calculates.
 */
final class Derivation {

    /** A formula for one of its periods. */
    record Due(FormulaVersion formula, LocalDate starts, LocalDate ends) {}

    /**
     * Reported values of an indicator that enter.
     *
     * @param summed the dimensions that are summed over on the way
     */
    record Span(String indicator, LocalDate starts, LocalDate ends, Set<String> summed) {}

    /** What the register counts until a day. */
    record Counted(String tally, LocalDate ends) {}

    private final Map<String, List<FormulaVersion>> versions = new LinkedHashMap<>();
    private final Vocabulary vocabulary;
    private final Map<Integer, Expression> expressions = new LinkedHashMap<>();
    private final Map<String, Integer> depths = new LinkedHashMap<>();
    private final Set<Due> due = new LinkedHashSet<>();
    private final Set<Span> spans = new LinkedHashSet<>();
    private final Set<Counted> counted = new LinkedHashSet<>();
    private final LocalDate today;

    private Derivation(DSLContext sql, Instant moment) {
        var formulas = new Formulas(sql);
        var asOf = new AsOf(moment);
        formulas.list(asOf)
                .forEach(each -> versions.computeIfAbsent(each.indicator(), code -> new ArrayList<>())
                        .add(each));
        vocabulary = formulas.vocabulary(asOf);
        today = LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    /** @param indicators that the figure is made of, calculated or not */
    static Derivation of(DSLContext sql, Instant moment, List<String> indicators, LocalDate starts, LocalDate ends) {
        var derivation = new Derivation(sql, moment);
        indicators.stream()
                .filter(derivation::isCalculated)
                .forEach(each -> derivation.follow(each, starts, ends, Set.of()));
        return derivation;
    }

    boolean isCalculated(String indicator) {
        return versions.containsKey(indicator);
    }

    Set<Due> due() {
        return due;
    }

    Set<Span> spans() {
        return spans;
    }

    Set<Counted> counted() {
        return counted;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    Expression expression(FormulaVersion formula) {
        return expressions.computeIfAbsent(formula.id(), id -> {
            if (Formula.parse(formula.expression(), vocabulary) instanceof Formula read) {
                return read.expression();
            }
            throw new IllegalStateException("Formula " + id + " can't be read: " + formula.expression());
        });
    }

    /** The formulas that enter, those that others read first. */
    List<FormulaVersion> formulas() {
        Set<FormulaVersion> used = new LinkedHashSet<>();
        due.forEach(each -> used.add(each.formula()));
        return used.stream()
                .sorted((one, other) -> Integer.compare(depth(one.indicator()), depth(other.indicator())))
                .toList();
    }

    /** How many formulas lie between an indicator and what was reported; 0 for what is reported. */
    int depth(String indicator) {
        Integer known = depths.get(indicator);
        if (known != null) {
            return known;
        }
        int depth = 0;
        for (FormulaVersion each : versions.getOrDefault(indicator, List.of())) {
            for (Expression part : expression(each).parts().toList()) {
                if (part instanceof Expression.IndicatorValue value) {
                    depth = Math.max(depth, depth(value.code()));
                }
            }
        }
        int own = isCalculated(indicator) ? depth + 1 : 0;
        depths.put(indicator, own);
        return own;
    }

    private void follow(String indicator, LocalDate starts, LocalDate ends, Set<String> summed) {
        if (!isCalculated(indicator)) {
            spans.add(new Span(indicator, starts, ends, summed));
            return;
        }
        int months = requireNonNull(vocabulary.indicators().get(indicator)).periodMonths();
        LocalDate first = starts.withMonth((starts.getMonthValue() - 1) / months * months + 1);
        for (LocalDate at = first.isBefore(starts) ? first.plusMonths(months) : first;
                !at.plusMonths(months).isAfter(ends);
                at = at.plusMonths(months)) {
            FormulaVersion formula = holding(indicator, at);
            if (formula != null && hasBegun(formula, at) && due.add(new Due(formula, at, at.plusMonths(months)))) {
                read(expression(formula), at, months, summed);
            }
        }
    }

    /** What counts the register has no value in periods that are still to come. */
    private boolean hasBegun(FormulaVersion formula, LocalDate starts) {
        return !starts.isAfter(today)
                || expression(formula).parts().noneMatch(part -> part instanceof Expression.TallyValue);
    }

    private @Nullable FormulaVersion holding(String indicator, LocalDate day) {
        return versions.getOrDefault(indicator, List.of()).stream()
                .filter(each -> !each.validFrom().isAfter(day)
                        && (each.validUntil() == null || each.validUntil().isAfter(day)))
                .findFirst()
                .orElse(null);
    }

    private void read(Expression expression, LocalDate at, int months, Set<String> summed) {
        switch (expression) {
            case Expression.IndicatorValue value -> {
                LocalDate from = at.minusMonths((long) value.periodsBack() * months);
                follow(value.code(), from, from.plusMonths(months), summed);
            }
            case Expression.TallyValue value -> counted.add(new Counted(value.tally(), at.plusMonths(months)));
            case Expression.SumOver sum -> {
                Set<String> more = new TreeSet<>(summed);
                more.add(sum.dimension());
                read(sum.each(), at, months, more);
            }
            default -> expression.operands().forEach(each -> read(each, at, months, summed));
        }
    }
}
