package org.scpmonitor.ui.chart;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.math.BigDecimal;
import java.math.MathContext;
import org.scpmonitor.ui.chart.Trajectory.Actual;
import org.scpmonitor.ui.component.NumberText;

/** What is said beside an actual: how sure it is, and what is estimated for those who are missing. */
final class Beside {

    private Beside() {}

    /** Begins with a separator; empty where there is nothing to say. */
    static String of(Actual actual, NumberText numbers) {
        StringBuilder said = new StringBuilder();
        BigDecimal halfWidth = actual.halfWidth();
        if (halfWidth != null && actual.value().signum() != 0) {
            said.append(" · ")
                    .append(translate(
                            "chart.uncertainty",
                            numbers.percent(halfWidth.divide(actual.value().abs(), MathContext.DECIMAL64))));
        }
        Trajectory.Estimate estimate = actual.estimate();
        if (estimate != null) {
            said.append(" · ").append(translate("chart.estimate", numbers.of(estimate.value()), estimate.method()));
        }
        return said.toString();
    }
}
