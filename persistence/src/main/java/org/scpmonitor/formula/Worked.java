package org.scpmonitor.formula;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.measure.Unit;

/**
 * A formula with the values that it read put in, part by part: by the same statements that compute it, with a column for
 * each part. What lies within a {@code sum over} is left out.
 */
public final class Worked {

    /** Begins the names of the parts' columns. */
    private static final String COLUMN = "part_";

    private final Expression expression;
    private final Unit unit;
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final String rows;
    private final boolean warming;

    private record Part(Expression part, int depth, Term term) {}

    /**
     * What a part of the formula came to.
     *
     * @param text the part as the formula has it
     * @param depth how deep it lies; 0 for the whole
     * @param value in the unit; null where there is none
     * @param indicator code of the indicator that is read; null where the part is another
     * @param periodsBack how many periods earlier the indicator is read
     * @param factor code of the factor that is read; null where the part is another
     * @param tally what is read of the register; null where the part is another
     */
    public record Value(
            String text,
            int depth,
            @Nullable BigDecimal value,
            String unit,
            @Nullable String indicator,
            int periodsBack,
            @Nullable String factor,
            @Nullable String tally) {}

    /** @param indicator code of the indicator that the formula calculates */
    public Worked(Meanings meanings, int formula, String indicator, Expression expression) {
        Meanings.Input made = meanings.input(indicator);
        this.expression = expression;
        this.unit = made.unit();
        this.warming = meanings.warming(expression);
        Level level = new Level(meanings, formula, made.months(), warming, null);
        collect(level, expression, 0);
        List<String> columns = new ArrayList<>();
        parts.values().forEach(part -> columns.add(part.term().value() + " as " + COLUMN + columns.size()));
        this.rows = level.rows(columns);
    }

    /** {@code institution_id, period_start, disaggregation_id, gwp_set} and a column for each part. */
    public String rows() {
        return warming ? rows : "select '' as gwp_set, w.* from (" + rows + ") w";
    }

    /** The name of the column that has the whole formula's value. */
    public static String whole() {
        return COLUMN + 0;
    }

    /** The parts of one row, each before what it consists of. */
    public List<Value> values(Record row) {
        List<Value> values = new ArrayList<>();
        parts.forEach((text, part) -> values.add(new Value(
                text,
                part.depth(),
                value(row, values.size()),
                part.term().unit().simplified().code(),
                part.part() instanceof Expression.IndicatorValue read ? read.code() : null,
                part.part() instanceof Expression.IndicatorValue read ? read.periodsBack() : 0,
                part.part() instanceof Expression.FactorValue read ? read.code() : null,
                part.part() instanceof Expression.TallyValue read ? read.tally() : null)));
        return values;
    }

    /** The formula with values in the place of names; a name without a value stays. */
    public String putIn(Record row) {
        return Print.of(filled(expression, row));
    }

    private static @Nullable BigDecimal value(Record row, int number) {
        @Nullable BigDecimal value = row.get(COLUMN + number, BigDecimal.class);
        return value == null ? null : plain(value);
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private void collect(Level level, Expression part, int depth) {
        String text = Print.of(part);
        if (part instanceof Expression.Constant || parts.containsKey(text)) {
            return;
        }
        Term term = level.term(part);
        parts.put(text, new Part(part, depth, depth == 0 ? term.in(unit) : term));
        if (!(part instanceof Expression.SumOver)) {
            part.operands().forEach(operand -> collect(level, operand, depth + 1));
        }
    }

    private Expression filled(Expression of, Record row) {
        return switch (of) {
            case Expression.Constant _ -> of;
            case Expression.IndicatorValue _, Expression.FactorValue _, Expression.TallyValue _, Expression.SumOver _ ->
                constant(of, row);
            case Expression.Sum(var left, var right, var at) ->
                new Expression.Sum(filled(left, row), filled(right, row), at);
            case Expression.Difference(var left, var right, var at) ->
                new Expression.Difference(filled(left, row), filled(right, row), at);
            case Expression.Product(var left, var right, var at) ->
                new Expression.Product(filled(left, row), filled(right, row), at);
            case Expression.Quotient(var dividend, var divisor, var at) ->
                new Expression.Quotient(filled(dividend, row), filled(divisor, row), at);
            case Expression.Negation(var negated, var at) -> new Expression.Negation(filled(negated, row), at);
            case Expression.Share(var part, var whole, var at) ->
                new Expression.Share(filled(part, row), filled(whole, row), at);
            case Expression.IfMissing(var first, var otherwise, var at) ->
                new Expression.IfMissing(filled(first, row), filled(otherwise, row), at);
        };
    }

    private Expression constant(Expression read, Record row) {
        int number = List.copyOf(parts.keySet()).indexOf(Print.of(read));
        @Nullable BigDecimal value = number < 0 ? null : value(row, number);
        return value == null
                ? read
                : new Expression.Constant(
                        value, List.copyOf(parts.values()).get(number).term().unit(), read.place());
    }
}
