package org.scpmonitor.ui.component;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.util.regex.Pattern;

/** Units as a reader knows them, from their UCUM codes: “Mt CO₂e”, “kg por habitante”. */
public final class UnitText {
    private static final Pattern OTHER_ANNOTATION = Pattern.compile("\\{([A-Za-z0-9]+)(?::([A-Za-z0-9]+))?}");

    private static final Pattern WATT_HOURS = Pattern.compile("([kMGT]W)\\.h");

    private UnitText() {}

    /** The unit of this UCUM code; empty for the number one. */
    public static String of(String code) {
        if (code.equals("1")) {
            return "";
        }
        String text = code.replace("{CO2e}", " CO₂e")
                .replace("{CO2}", " CO₂")
                .replace("{CO2bio}", " CO₂ bio")
                .replace("{CH4}", " CH₄")
                .replace("{N2O}", " N₂O")
                .replace("/{person}", " " + translate("unit.per.person"))
                .replace("{person}", translate("unit.persons"))
                .replace("{USD:constant}", translate("unit.usd.constant"))
                .replace("m3", "m³")
                .replace("m2", "m²");
        text = WATT_HOURS.matcher(text).replaceAll("$1h");
        return OTHER_ANNOTATION
                .matcher(text)
                .replaceAll(" $1 $2")
                .replaceAll(" +", " ")
                .strip();
    }

    /** The value with its unit behind it. */
    public static String with(String value, String code) {
        String unit = of(code);
        return unit.isEmpty() ? value : value + (unit.equals("%") ? "\u00a0%" : " " + unit);
    }
}
