package org.scpmonitor.formula;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.measure.Units;
import org.scpmonitor.text.Text;

/** A small vocabulary: fuels, waste and their factors. */
final class Words {

    static final Vocabulary SMALL = new Vocabulary(
            byCode(
                    Vocabulary.Indicator::code,
                    indicator("FUE-01", "L"),
                    indicator("FUE-02", "t"),
                    indicator("ENE-10", "TW.h"),
                    indicator("GHG-11", "t{CO2e}"),
                    indicator("WAS-10", "t", 12, "FRACTION"),
                    indicator("WAS-11", "kg", 1),
                    indicator("POP", "{person}"),
                    indicator("A", "t", 1),
                    indicator("B", "t", 1),
                    indicator("SHARE", "%"),
                    new Vocabulary.Indicator("RATE", name("RATE"), Units.of("%"), 12, Set.of(), "WAS-10 / WAS-11")),
            byCode(
                    Vocabulary.Factor::code,
                    factor("EF-DIESEL-CO2", "emission", "kg{CO2}/TJ", null),
                    factor("EF-DIESEL-CH4", "emission", "kg{CH4}/TJ", null),
                    factor("NCV-DIESEL", "calorific", "TJ/Gg", null),
                    factor("NCV-LPG", "calorific", "TJ/Gg", null),
                    factor("DEN-DIESEL", "density", "kg/L", null),
                    factor("DEN-LPG", "density", "kg/L", null),
                    factor("GWP-CO2", "gwp", "kg{CO2e}/kg{CO2}", null),
                    factor("GWP-CH4", "gwp", "kg{CO2e}/kg{CH4}", null),
                    factor("EF-GRID", "emission", "kg{CO2e}/(kW.h)", null),
                    factor("EF-WASTE", "emission", "kg{CO2e}/t", "FRACTION")),
            Map.of("FRACTION", new Vocabulary.Dimension("FRACTION", name("FRACTION"))),
            Tallies.ALL);

    private Words() {}

    static Vocabulary.Indicator indicator(String code, String unit) {
        return indicator(code, unit, 12);
    }

    static Vocabulary.Indicator indicator(String code, String unit, int months, String... dimensions) {
        return new Vocabulary.Indicator(code, name(code), Units.of(unit), months, Set.of(dimensions), null);
    }

    private static Vocabulary.Factor factor(String code, String kind, String unit, @Nullable String dimension) {
        return new Vocabulary.Factor(code, name(code), kind, Units.of(unit), dimension);
    }

    private static Text name(String code) {
        return new Text(code, code, code);
    }

    @SafeVarargs
    private static <T> Map<String, T> byCode(Function<T, String> code, T... all) {
        return Stream.of(all).collect(Collectors.toMap(code, Function.identity()));
    }
}
