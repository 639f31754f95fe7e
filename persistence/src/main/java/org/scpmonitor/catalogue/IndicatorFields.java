package org.scpmonitor.catalogue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.catalogue.CatalogueDocument.Indicator;
import org.scpmonitor.catalogue.CatalogueProblem.Code;
import org.scpmonitor.text.Text;

/**
 * An indicator as the fields of a form, each named as the document's member: {@code unit}, {@code name.de}. They may be
 * empty and wrong, as what is being typed is. Formulas are none of them: they have versions of their own.
 */
public final class IndicatorFields {
    private static final List<String> NUMBERS =
            List.of("minimum", "maximum", "allowedJumpPercent", "uncertaintyPercent");

    private IndicatorFields() {}

    /** What the fields say, and where they say nothing that could be read. */
    public record Read(Indicator indicator, List<CatalogueProblem> problems) {}

    public static Map<String, String> of(Indicator indicator) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("code", indicator.code());
        fields.put("theme", indicator.theme());
        fields.put("level", indicator.level());
        put(fields, "name", indicator.name());
        put(fields, "definition", indicator.definition());
        put(fields, "methodNote", indicator.methodNote());
        put(fields, "verification", indicator.verification());
        fields.put("unit", indicator.unit());
        fields.put("direction", indicator.direction());
        fields.put("periodicity", indicator.periodicity());
        fields.put("aggregationOverInstitutions", indicator.aggregationOverInstitutions());
        fields.put("aggregationOverTime", indicator.aggregationOverTime());
        fields.put("numerator", Objects.requireNonNullElse(indicator.numerator(), ""));
        fields.put("denominator", Objects.requireNonNullElse(indicator.denominator(), ""));
        fields.put("weight", Objects.requireNonNullElse(indicator.weight(), ""));
        put(fields, "minimum", indicator.minimum());
        put(fields, "maximum", indicator.maximum());
        put(fields, "allowedJumpPercent", indicator.allowedJumpPercent());
        put(fields, "uncertaintyPercent", indicator.uncertaintyPercent());
        fields.put("cumulative", Boolean.TRUE.equals(indicator.cumulative()) ? "true" : "");
        fields.put("sdgIndicator", Objects.requireNonNullElse(indicator.sdgIndicator(), ""));
        fields.put("sdgSeries", Objects.requireNonNullElse(indicator.sdgSeries(), ""));
        fields.put("dimensions", String.join(",", indicator.dimensions()));
        fields.put("state", Objects.requireNonNullElse(indicator.state(), ""));
        return fields;
    }

    /** A number is read with a decimal point. */
    public static Read read(Map<String, String> fields) {
        List<CatalogueProblem> problems = new ArrayList<>();
        Map<String, BigDecimal> numbers = new LinkedHashMap<>();
        for (String name : NUMBERS) {
            String text = text(fields, name);
            try {
                if (!text.isEmpty()) {
                    numbers.put(name, new BigDecimal(text));
                }
            } catch (NumberFormatException e) {
                problems.add(new CatalogueProblem(name, Code.WRONG_VALUE, List.of(text)));
            }
        }
        Text note = texts(fields, "methodNote");
        String state = text(fields, "state");
        var indicator = new Indicator(
                text(fields, "code"),
                text(fields, "theme"),
                text(fields, "level"),
                texts(fields, "name"),
                texts(fields, "definition"),
                note.es().isEmpty() && note.en().isEmpty() && note.de().isEmpty() ? null : note,
                texts(fields, "verification"),
                text(fields, "unit"),
                text(fields, "direction"),
                text(fields, "periodicity"),
                text(fields, "aggregationOverInstitutions"),
                text(fields, "aggregationOverTime"),
                orNull(text(fields, "numerator")),
                orNull(text(fields, "denominator")),
                orNull(text(fields, "weight")),
                numbers.get("minimum"),
                numbers.get("maximum"),
                numbers.get("allowedJumpPercent"),
                text(fields, "cumulative").equals("true") ? true : null,
                orNull(text(fields, "sdgIndicator")),
                orNull(text(fields, "sdgSeries")),
                numbers.get("uncertaintyPercent"),
                state.equals(IndicatorExport.ACTIVE) ? null : orNull(state),
                Arrays.stream(text(fields, "dimensions").split(","))
                        .filter(code -> !code.isBlank())
                        .toList(),
                List.of());
        return new Read(indicator, List.copyOf(problems));
    }

    private static void put(Map<String, String> fields, String name, @Nullable Text text) {
        fields.put(name + ".es", text == null ? "" : text.es());
        fields.put(name + ".en", text == null ? "" : text.en());
        fields.put(name + ".de", text == null ? "" : text.de());
    }

    private static void put(Map<String, String> fields, String name, @Nullable BigDecimal number) {
        fields.put(name, number == null ? "" : number.toPlainString());
    }

    private static Text texts(Map<String, String> fields, String name) {
        return new Text(text(fields, name + ".es"), text(fields, name + ".en"), text(fields, name + ".de"));
    }

    private static String text(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "").strip();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
