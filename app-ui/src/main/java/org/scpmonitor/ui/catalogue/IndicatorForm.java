package org.scpmonitor.ui.catalogue;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.scpmonitor.catalogue.IndicatorCatalogue.Choices;

/** Every member of an indicator as a field, named as the document names it. */
class IndicatorForm extends FieldForm {
    private static final List<String> AGGREGATIONS =
            List.of("sum", "last", "mean", "weighted_mean", "ratio", "count", "none");

    IndicatorForm(Choices choices, Runnable onChange) {
        super(onChange);
        add(
                section(
                        "identity",
                        text("code"),
                        choice("theme", choices.themes()),
                        words("level", List.of("output", "outcome", "impact"), Words::level)),
                section("names", texts("name", false)),
                section("definition", texts("definition", true)),
                section(
                        "measuring",
                        text("unit"),
                        words("direction", List.of("less", "more"), code -> translate("indicator.sheet." + code)),
                        words(
                                "periodicity",
                                List.of("month", "quarter", "half-year", "year"),
                                code -> translate("catalogue.periodicity." + code)),
                        several("dimensions", choices.dimensions()),
                        flag("population")),
                section(
                        "aggregation",
                        words("aggregationOverInstitutions", AGGREGATIONS, Words::rule),
                        words(
                                "aggregationOverTime",
                                AGGREGATIONS.stream()
                                        .filter(code -> !code.equals("weighted_mean"))
                                        .toList(),
                                Words::rule),
                        words("numerator", choices.indicators(), UnaryOperator.identity()),
                        words("denominator", choices.indicators(), UnaryOperator.identity()),
                        words("weight", choices.indicators(), UnaryOperator.identity())),
                section(
                        "checks",
                        text("minimum"),
                        text("maximum"),
                        text("allowedJumpPercent"),
                        text("uncertaintyPercent"),
                        flag("cumulative")),
                section("verification", texts("verification", true)),
                section("method", texts("methodNote", true)),
                section("sdg", text("sdgIndicator"), text("sdgSeries")));
    }

    /** @param isNew whether the code may still be chosen */
    void show(Map<String, String> values, boolean isNew) {
        show(values);
        if (field("code") instanceof TextField code) {
            code.setReadOnly(!isNew);
        }
    }
}
