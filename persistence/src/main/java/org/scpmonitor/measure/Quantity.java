package org.scpmonitor.measure;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * An amount with its unit. Amounts of two kinds do not mix: what would add tonnes of waste to tonnes of CO2e is empty.
 *
 * @param value exact
 */
public record Quantity(BigDecimal value, Unit unit) {
    /** The sum in this quantity's unit; empty if the other is of another kind. */
    public Optional<Quantity> plus(Quantity other) {
        return other.in(unit).map(same -> new Quantity(value.add(same.value), unit));
    }

    /** The difference in this quantity's unit; empty if the other is of another kind. */
    public Optional<Quantity> minus(Quantity other) {
        return other.in(unit).map(same -> new Quantity(value.subtract(same.value), unit));
    }

    /** So many times as much. */
    public Quantity times(BigDecimal number) {
        return new Quantity(value.multiply(number), unit);
    }

    /** The product in the product of the units: 2 kW times 3 h is 6 kW.h. */
    public Quantity times(Quantity other) {
        return new Quantity(value.multiply(other.value), unit.times(other.unit));
    }

    /**
     * The same amount in another unit; empty if that is of another kind. Exact if it has an exact decimal, else rounded
     * once by {@link Rounding#TWENTY_DIGITS}.
     */
    public Optional<Quantity> in(Unit other) {
        return unit.kind().equals(other.kind())
                ? Optional.of(
                        new Quantity(Rational.decimal(Rational.of(value).multiply(Units.ratio(unit, other))), other))
                : Optional.empty();
    }

    /** The plain number and the code: "3.6 GJ". */
    @Override
    public String toString() {
        return value.toPlainString() + " " + unit;
    }
}
