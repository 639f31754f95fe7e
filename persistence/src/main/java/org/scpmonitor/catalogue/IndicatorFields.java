package org.scpmonitor.catalogue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.catalogue.CatalogueDocument.Indicator;
import org.scpmonitor.text.Text;

/**
 * An indicator as the fields of a form, each named as the document's member: {@code unit}, {@code name.de}. They may be
 * empty and wrong, as what is being typed is. Formulas are none of them: they have versions of their own.
 */
public final class IndicatorFields {
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
        fields.put("population", Boolean.TRUE.equals(indicator.population()) ? "true" : "");
        fields.put("sdgIndicator", Objects.requireNonNullElse(indicator.sdgIndicator(), ""));
        fields.put("sdgSeries", Objects.requireNonNullElse(indicator.sdgSeries(), ""));
        fields.put("dimensions", String.join(",", indicator.dimensions()));
        fields.put("state", Objects.requireNonNullElse(indicator.state(), ""));
        return fields;
    }

    /** A number is read with a decimal point. */
    public static Read read(Map<String, String> fields) {
        var read = new ReadFields(fields);
        var indicator = new Indicator(
                read.text("code"),
                read.text("theme"),
                read.text("level"),
                read.texts("name"),
                read.texts("definition"),
                read.textsOrNull("methodNote"),
                read.texts("verification"),
                read.text("unit"),
                read.text("direction"),
                read.text("periodicity"),
                read.text("aggregationOverInstitutions"),
                read.text("aggregationOverTime"),
                read.orNull("numerator"),
                read.orNull("denominator"),
                read.orNull("weight"),
                read.number("minimum"),
                read.number("maximum"),
                read.number("allowedJumpPercent"),
                read.flag("cumulative") ? true : null,
                read.flag("population") ? true : null,
                read.orNull("sdgIndicator"),
                read.orNull("sdgSeries"),
                read.number("uncertaintyPercent"),
                read.text("state").equals(IndicatorExport.ACTIVE) ? null : read.orNull("state"),
                Arrays.stream(read.text("dimensions").split(","))
                        .filter(code -> !code.isBlank())
                        .toList(),
                List.of());
        return new Read(indicator, read.problems());
    }

    static void put(Map<String, String> fields, String name, @Nullable Text text) {
        fields.put(name + ".es", text == null ? "" : text.es());
        fields.put(name + ".en", text == null ? "" : text.en());
        fields.put(name + ".de", text == null ? "" : text.de());
    }

    static void put(Map<String, String> fields, String name, @Nullable BigDecimal number) {
        fields.put(name, number == null ? "" : number.toPlainString());
    }
}
