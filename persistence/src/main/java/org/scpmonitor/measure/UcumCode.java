package org.scpmonitor.measure;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.measure.Dimension;
import systems.uom.ucum.format.UCUMFormat;
import systems.uom.ucum.internal.format.TokenMgrError;
import tech.units.indriya.AbstractUnit;
import tech.units.indriya.function.RationalNumber;
import tech.units.indriya.unit.AnnotatedUnit;
import tech.units.indriya.unit.ProductUnit;
import tech.units.indriya.unit.UnitDimension;

/** Reads a UCUM code with the UCUM library and takes its result apart: dimension, annotations, exact size. */
final class UcumCode {
    private static final Pattern PRINTABLE = Pattern.compile("[!-~]{1,100}");

    private UcumCode() {}

    /** Whether it may be a code at all: printable ASCII without space. */
    static boolean isWellFormed(String code) {
        return PRINTABLE.matcher(code).matches();
    }

    /** The unit of this code; empty if it is no UCUM code or its scale is not linear. */
    static Optional<Unit> read(String code) {
        if (!isWellFormed(code)) {
            return Optional.empty();
        }
        return parse(code).flatMap(UcumCode::part).map(part -> new Unit(code, part.kind, part.size));
    }

    /** The parser reports bad codes as exceptions of many classes, and as an Error where a token ends too early. */
    private static Optional<javax.measure.Unit<?>> parse(String code) {
        try {
            synchronized (UcumCode.class) {
                return Optional.of(UCUMFormat.getInstance(UCUMFormat.Variant.CASE_SENSITIVE)
                        .parse(code));
            }
        } catch (RuntimeException | TokenMgrError notUcum) {
            return Optional.empty();
        }
    }

    private record Part(Kind kind, RationalNumber size) {}

    private static Optional<Part> part(javax.measure.Unit<?> unit) {
        return switch (unit) {
            case AnnotatedUnit<?> annotated ->
                part(annotated.getActualUnit())
                        .map(actual -> new Part(actual.kind.times(annotation(annotated)), actual.size));
            case ProductUnit<?> product -> product(product);
            default -> leaf(unit);
        };
    }

    private static Optional<Part> product(ProductUnit<?> product) {
        var sum = Optional.of(new Part(Kind.NUMBER, RationalNumber.ONE));
        for (int i = 0; i < product.getUnitCount(); i++) {
            if (product.getUnitRoot(i) != 1) {
                return Optional.empty();
            }
            int power = product.getUnitPow(i);
            var factor = part(product.getUnit(i));
            sum = sum.flatMap(before -> factor.map(part -> new Part(
                    before.kind.times(part.kind.power(power)), before.size.multiply(power(part.size, power)))));
        }
        return sum;
    }

    private static RationalNumber power(RationalNumber size, int power) {
        return power < 0 ? size.reciprocal().pow(-power) : size.pow(power);
    }

    private static Optional<Part> leaf(javax.measure.Unit<?> unit) {
        try {
            var toBase = ((AbstractUnit<?>) unit).getSystemConverter();
            if (!toBase.isLinear()) {
                return Optional.empty();
            }
            var size = Rational.of(toBase.convert((Number) RationalNumber.ONE));
            return Optional.of(new Part(new Kind(dimensions(unit.getDimension()), new TreeMap<>()), size))
                    .filter(part -> part.size.signum() > 0);
        } catch (ArithmeticException | NumberFormatException notExact) {
            return Optional.empty();
        }
    }

    private static Kind annotation(AnnotatedUnit<?> annotated) {
        return new Kind(new TreeMap<>(), new TreeMap<>(Map.of(annotated.getAnnotation(), 1)));
    }

    private static TreeMap<String, Integer> dimensions(Dimension dimension) {
        var exponents = new TreeMap<String, Integer>();
        if (dimension.equals(UnitDimension.NONE)) {
            return exponents;
        }
        Map<? extends Dimension, Integer> bases = dimension.getBaseDimensions();
        if (bases == null) {
            exponents.put(symbol(dimension), 1);
        } else {
            bases.forEach((base, exponent) -> exponents.merge(symbol(base), exponent, Math::addExact));
        }
        return exponents;
    }

    private static String symbol(Dimension base) {
        return base.toString().replaceAll("[\\[\\]]", "");
    }
}
