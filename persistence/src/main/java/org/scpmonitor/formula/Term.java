package org.scpmonitor.formula;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.scpmonitor.measure.Unit;
import org.scpmonitor.measure.Units;

/**
 * Part of a formula in SQL: its value and how that moves with each value and factor that enters it. A missing value is
 * null, and so is all that is made of it.
 *
 * @param value in the unit; the name of a column where it is read
 * @param status bits: 1 provisional, 2 estimated, 4 break
 * @param carried whether a factor that was made for an earlier time enters
 * @param slopes the first derivative by each column that enters, by the column's name
 */
record Term(String value, Unit unit, Set<String> status, Set<String> carried, Map<String, String> slopes) {

    private static final String ONE = "1";
    private static final String ZERO = "(0)";

    static Term constant(BigDecimal value, Unit unit) {
        return new Term("(" + value.toPlainString() + ")", unit, Set.of(), Set.of(), Map.of());
    }

    /** What is read from a column. */
    static Term column(String value, Unit unit, Set<String> status, Set<String> carried) {
        return new Term(value, unit, status, carried, Map.of(value, ONE));
    }

    Term plus(Term other) {
        if (isZero() && !other.isZero()) {
            return other;
        }
        Term same = other.in(unit);
        return with(same, "(" + value + " + " + same.value + ")", unit, merged(slopes, same.slopes));
    }

    Term minus(Term other) {
        return plus(other.negated());
    }

    Term negated() {
        return scaled("(-1)", unit);
    }

    Term times(Term other) {
        return with(
                other,
                product(value, other.value),
                unit.times(other.unit),
                merged(
                        each(slopes, slope -> product(slope, other.value)),
                        each(other.slopes, slope -> product(slope, value))));
    }

    Term per(Term other) {
        String quotient = quotient(value, other.value);
        return with(
                other,
                quotient,
                unit.per(other.unit),
                merged(
                        each(slopes, slope -> quotient(slope, other.value)),
                        each(other.slopes, slope -> "(-" + quotient(product(slope, quotient), other.value) + ")")));
    }

    /** This as a share of the other, in per cent. */
    Term shareOf(Term other) {
        Term share = per(other.in(unit));
        Term percent = share.scaled("(100)", share.unit);
        return new Term(percent.value, Units.of("%"), percent.status, percent.carried, percent.slopes);
    }

    /** This, or the other where this has no value. */
    Term orElse(Term other) {
        Term same = other.in(unit);
        String missing = value + " is null";
        Map<String, String> either = new LinkedHashMap<>();
        Set<String> columns = new TreeSet<>(slopes.keySet());
        columns.addAll(same.slopes.keySet());
        for (String column : columns) {
            either.put(
                    column,
                    "(case when " + missing + " then " + same.slopes.getOrDefault(column, "0") + " else "
                            + slopes.getOrDefault(column, "0") + " end)");
        }
        return new Term(
                "coalesce(" + value + ", " + same.value + ")",
                unit,
                chosen(missing, same.status, status),
                chosen(missing, same.carried, carried),
                either);
    }

    /**
     * The same in another unit of its kind; exact where the ratio of the units is a decimal. A zero without a unit is one
     * in every unit.
     *
     * @throws IllegalArgumentException if the kinds differ, which is refused when a formula is saved
     */
    Term in(Unit wanted) {
        if (isZero()) {
            return new Term(value, wanted, status, carried, slopes);
        }
        BigDecimal ratio =
                Units.factor(unit, wanted).orElseThrow(() -> new IllegalArgumentException(unit + " is no " + wanted));
        return ratio.compareTo(BigDecimal.ONE) == 0
                ? new Term(value, wanted, status, carried, slopes)
                : scaled("(" + ratio.stripTrailingZeros().toPlainString() + ")", wanted);
    }

    private boolean isZero() {
        return value.equals(ZERO) && unit.equals(Units.ONE);
    }

    private Term scaled(String by, Unit scale) {
        return new Term(product(value, by), scale, status, carried, each(slopes, slope -> product(slope, by)));
    }

    private Term with(Term other, String made, Unit of, Map<String, String> moved) {
        return new Term(made, of, union(status, other.status), union(carried, other.carried), moved);
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> both = new TreeSet<>(one);
        both.addAll(other);
        return both;
    }

    /** What holds of the one that is chosen; the parts of a set are put together later, and so may be chosen one by one. */
    private static Set<String> chosen(String condition, Set<String> then, Set<String> otherwise) {
        Set<String> either = new TreeSet<>();
        then.forEach(each -> either.add("(case when " + condition + " then " + each + " end)"));
        otherwise.forEach(each -> either.add("(case when not (" + condition + ") then " + each + " end)"));
        return either;
    }

    private static Map<String, String> merged(Map<String, String> one, Map<String, String> other) {
        Map<String, String> both = new LinkedHashMap<>(one);
        other.forEach((column, slope) -> both.merge(column, slope, (a, b) -> "(" + a + " + " + b + ")"));
        return both;
    }

    private static Map<String, String> each(Map<String, String> slopes, UnaryOperator<String> change) {
        Map<String, String> changed = new LinkedHashMap<>();
        slopes.forEach((column, slope) -> changed.put(column, change.apply(slope)));
        return changed;
    }

    private static String product(String a, String b) {
        return a.equals(ONE) ? b : b.equals(ONE) ? a : "(" + a + " * " + b + ")";
    }

    private static String quotient(String dividend, String divisor) {
        return "quotient(" + dividend + ", " + divisor + ")";
    }
}
