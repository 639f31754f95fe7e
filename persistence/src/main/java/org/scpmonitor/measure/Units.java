package org.scpmonitor.measure;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tech.units.indriya.function.RationalNumber;

/**
 * The units that reports may use: every linear UCUM code, and the listed spellings people write instead.
 *
 * <p>Source: The Unified Code for Units of Measure, https://ucum.org/ucum, in its case-sensitive form. Special atoms
 * with a power of ten ({@code 10*3}) are unknown to the parser; prefixes ({@code kt}) and plain numbers
 * ({@code 1000.{person}}) say the same.
 */
public final class Units {
    /** The number one, UCUM code {@code 1}. */
    public static final Unit ONE = new Unit("1", Kind.NUMBER, RationalNumber.ONE);

    private static final Aliases ALIASES = Aliases.load();

    private static final List<Unit> LISTED =
            ALIASES.all().values().stream().distinct().map(Units::of).toList();

    private Units() {}

    /**
     * The unit meant by a text, be it a UCUM code or a listed spelling ("Mt CO2e", "kg per capita", "miles de t").
     * Empty if it is neither, or no linear unit.
     */
    public static Optional<Unit> find(String written) {
        String text = written.strip();
        return ALIASES.exactly(text)
                .or(() -> Optional.of(text).filter(UcumCode::isWellFormed))
                .flatMap(UcumCode::read)
                .or(() -> ALIASES.loosely(text).flatMap(UcumCode::read));
    }

    /**
     * The unit of a UCUM code that is known to be one, as stored in the catalogue.
     *
     * @throws IllegalArgumentException if it is not
     */
    public static Unit of(String code) {
        return UcumCode.read(code)
                .orElseThrow(() -> new IllegalArgumentException("Not the UCUM code of a linear unit: " + code));
    }

    /**
     * How many of {@code to} one of {@code from} is; empty if they are of different kinds. Exact where it has an exact
     * decimal, else rounded by {@link Rounding#TWENTY_DIGITS}.
     */
    public static Optional<BigDecimal> factor(Unit from, Unit to) {
        return from.kind().equals(to.kind()) ? Optional.of(Rational.decimal(ratio(from, to))) : Optional.empty();
    }

    /** The listed units of the same kind and the unit itself, the smallest first: what a report may choose from. */
    public static List<Unit> alike(Unit unit) {
        return Stream.concat(LISTED.stream().filter(each -> each.kind().equals(unit.kind())), Stream.of(unit))
                .distinct()
                .sorted(Comparator.comparing((Unit each) -> Rational.decimal(each.size()))
                        .thenComparing(Unit::code))
                .toList();
    }

    /**
     * How people write a unit: the first listed spelling where its code has annotations or a product in it ("Mt CO2e",
     * "kWh"), else the code itself. {@link #find} reads it as the same unit.
     */
    public static String written(String code) {
        return code.indexOf('{') < 0 && code.indexOf('.') < 0
                ? code
                : ALIASES.all().entrySet().stream()
                        .filter(each -> each.getValue().equals(code))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(code);
    }

    /** The listed spellings, each with the code it stands for. */
    public static Map<String, String> spellings() {
        return ALIASES.all();
    }

    static RationalNumber ratio(Unit from, Unit to) {
        return from.size().divide(to.size());
    }
}
