package org.scpmonitor.measure;

import java.math.BigDecimal;
import java.math.BigInteger;
import tech.units.indriya.function.RationalNumber;

/** Fractions without loss, over the unit library's own, and the one place where a fraction becomes a decimal. */
final class Rational {
    private static final BigInteger FIVE = BigInteger.valueOf(5);

    private Rational() {}

    static RationalNumber of(BigDecimal decimal) {
        return decimal.scale() > 0
                ? RationalNumber.of(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()))
                : RationalNumber.ofInteger(decimal.toBigIntegerExact());
    }

    /** What the unit library calculates with; a binary float among it would be a loss, and is refused. */
    static RationalNumber of(Number number) {
        return switch (number) {
            case RationalNumber rational -> rational;
            case BigDecimal decimal -> of(decimal);
            case BigInteger integer -> RationalNumber.ofInteger(integer);
            case Integer integer -> RationalNumber.ofInteger(integer);
            case Long integer -> RationalNumber.ofInteger(integer);
            default -> throw new ArithmeticException("Not exact: " + number + " (" + number.getClass() + ")");
        };
    }

    /** The exact decimal where there is one, else twenty significant digits, half to even. */
    static BigDecimal decimal(RationalNumber fraction) {
        var dividend = new BigDecimal(fraction.getDividend());
        var divisor = new BigDecimal(fraction.getDivisor());
        return endsAsDecimal(fraction.getDivisor())
                ? dividend.divide(divisor)
                : dividend.divide(divisor, Rounding.TWENTY_DIGITS);
    }

    private static boolean endsAsDecimal(BigInteger divisor) {
        BigInteger rest = divisor.abs().shiftRight(divisor.getLowestSetBit());
        while (rest.mod(FIVE).signum() == 0) {
            rest = rest.divide(FIVE);
        }
        return rest.equals(BigInteger.ONE);
    }
}
