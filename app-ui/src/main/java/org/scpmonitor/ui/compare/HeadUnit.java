package org.scpmonitor.ui.compare;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The unit in which a quantity of a country is told per inhabitant: some thousandths or millionths of its own.
 *
 * @param code UCUM
 * @param factor of the indicator's unit to this one
 */
record HeadUnit(String code, BigDecimal factor) {
    /** A multiple of a unit, and the unit: M and t, T and W.h. */
    private static final Pattern MULTIPLE = Pattern.compile("([kMGTP]?)(t|g|J|W\\.h|m3)(\\b.*)?");

    private static final String PREFIXES = "kMGTP";

    /** Of what millions of people have: tonnes for megatonnes, kilowatt-hours for terawatt-hours, kilograms for tonnes. */
    static HeadUnit of(String unit) {
        Matcher multiple = MULTIPLE.matcher(unit);
        if (!multiple.matches()) {
            return new HeadUnit(unit + "/{person}", BigDecimal.ONE);
        }
        String rest = multiple.group(3) == null ? "" : multiple.group(3);
        int prefix = multiple.group(1).isEmpty() ? -1 : PREFIXES.indexOf(multiple.group(1));
        if (prefix < 0) {
            return multiple.group(2).equals("t")
                    ? new HeadUnit("kg" + rest + "/{person}", BigDecimal.TEN.pow(3))
                    : new HeadUnit(unit + "/{person}", BigDecimal.ONE);
        }
        int down = Math.min(prefix + 1, multiple.group(2).equals("W.h") ? prefix : 3);
        int left = prefix - down;
        return new HeadUnit(
                (left < 0 ? "" : PREFIXES.substring(left, left + 1)) + multiple.group(2) + rest + "/{person}",
                BigDecimal.TEN.pow(3 * down));
    }
}
