package org.scpmonitor.ui.chart;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.scpmonitor.ui.chart.Trajectory.Actual;
import org.scpmonitor.ui.chart.Trajectory.Coverage;
import org.scpmonitor.ui.chart.Trajectory.Kind;
import org.scpmonitor.ui.component.NumberText;

/** What is said of an actual: its value and kind, how sure it is, who is in it, and who reports it. */
final class Said {

    private Said() {}

    /** The value first; then, a line each, what is known of it. */
    static List<String> of(Actual actual, String unit, Locale locale) {
        NumberText numbers = new NumberText(locale);
        return Stream.of(
                        Stream.of(translate(
                                        "chart.point." + actual.kind().name(),
                                        actual.period().label(locale),
                                        numbers.of(actual.value()),
                                        unit)
                                .strip()),
                        uncertainty(actual, numbers).stream(),
                        coverage(actual).stream(),
                        estimate(actual, numbers).stream(),
                        Optional.ofNullable(actual.source()).map(each -> translate("chart.source", each)).stream())
                .flatMap(each -> each)
                .toList();
    }

    /** In one line beside the kind of value; begins with a separator, empty where there is nothing to say. */
    static String inLine(Actual actual, NumberText numbers) {
        return Stream.of(uncertainty(actual, numbers), coverage(actual), estimate(actual, numbers))
                .flatMap(Optional::stream)
                .reduce("", (all, each) -> all + " · " + each);
    }

    /** What is written beside the number of a value that isn't final; begins with a space, empty for a final one. */
    static String beside(Actual actual) {
        Coverage coverage = actual.coverage();
        if (actual.kind() == Kind.FINAL) {
            return "";
        }
        return " "
                + (actual.kind() == Kind.PARTIAL && coverage != null
                        ? translate("chart.coverage.short", coverage.reported(), coverage.expected())
                        : translate("chart.kind." + actual.kind().name()));
    }

    private static Optional<String> uncertainty(Actual actual, NumberText numbers) {
        BigDecimal halfWidth = actual.halfWidth();
        return halfWidth == null || actual.value().signum() == 0
                ? Optional.empty()
                : Optional.of(translate(
                        "chart.uncertainty",
                        numbers.percent(halfWidth.divide(actual.value().abs(), MathContext.DECIMAL64))));
    }

    private static Optional<String> coverage(Actual actual) {
        return Optional.ofNullable(actual.coverage())
                .filter(each -> each.expected() > 0)
                .map(each -> translate("chart.coverage", each.reported(), each.expected()));
    }

    private static Optional<String> estimate(Actual actual, NumberText numbers) {
        return Optional.ofNullable(actual.estimate())
                .map(each -> translate("chart.estimate", numbers.of(each.value()), each.method()));
    }
}
