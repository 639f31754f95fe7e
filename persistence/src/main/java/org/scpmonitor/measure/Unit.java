package org.scpmonitor.measure;

import tech.units.indriya.function.RationalNumber;

/**
 * A unit of measurement: a UCUM code, its kind, and its exact size. Always linear: scales with an offset (°C) or a
 * logarithm (dB) are no units here. Two units are equal if their codes are.
 *
 * <p>{@code t} is the tonne. Found with {@link Units}.
 */
public final class Unit {
    private final String code;
    private final Kind kind;
    private final RationalNumber size;

    /** @param size in the base units of the kind; above zero */
    Unit(String code, Kind kind, RationalNumber size) {
        this.code = code;
        this.kind = kind;
        this.size = size;
    }

    /** The UCUM code, such as {@code Mt{CO2e}} or {@code kg/{person}}. */
    public String code() {
        return code;
    }

    public Kind kind() {
        return kind;
    }

    /** The unit of a product, such as {@code kW} times {@code h}. */
    public Unit times(Unit other) {
        return new Unit(code + "." + other.asFactor(), kind.times(other.kind), size.multiply(other.size));
    }

    /** The unit of a quotient, such as {@code kg} per {@code TJ}. */
    public Unit per(Unit other) {
        return new Unit(code + "/" + other.asFactor(), kind.times(other.kind.power(-1)), size.divide(other.size));
    }

    /** The same unit with what cancels left out of its code: {@code kg/TJ.TJ} becomes {@code kg}. */
    public Unit simplified() {
        String shorter = UnitFactors.simplified(code);
        return UcumCode.read(shorter)
                .filter(read -> read.kind.equals(kind) && read.size.equals(size))
                .orElse(this);
    }

    RationalNumber size() {
        return size;
    }

    private String asFactor() {
        return code.contains("/") || code.contains(".") ? "(" + code + ")" : code;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Unit unit && code.equals(unit.code);
    }

    @Override
    public int hashCode() {
        return code.hashCode();
    }

    /** The UCUM code. */
    @Override
    public String toString() {
        return code;
    }
}
