package org.scpmonitor.ui.indicator;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.scpmonitor.progress.IndicatorProgress;
import org.scpmonitor.progress.IndicatorProgress.Point;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.progress.Picture;

/** Parts of a figure as bars from zero, each with its name, its value and its share of the whole. */
class Bars extends Div {
    private static final BigDecimal ONE_PER_CENT = new BigDecimal("0.01");
    private static final BigDecimal HALF_A_PER_CENT = new BigDecimal("0.005");

    private final Point whole;
    private final NumberText numbers;

    Bars(IndicatorProgress progress, Point whole, NumberText numbers) {
        this.whole = whole;
        this.numbers = numbers;
        addClassNames("bars", "num", Picture.mark(progress).token());
    }

    /** @param largest of them all, whose bar is the longest */
    void bar(String name, BigDecimal value, BigDecimal largest, Component figure) {
        Div bar = new Div();
        bar.addClassName("bar-fill");
        if (largest.signum() > 0) {
            bar.setWidth(value.max(BigDecimal.ZERO)
                            .movePointRight(2)
                            .divide(largest, MathContext.DECIMAL32)
                            .setScale(2, RoundingMode.HALF_EVEN)
                            .toPlainString()
                    + "%");
        }
        String of = share(value, whole, numbers);
        Span share = new Span(of.isEmpty() ? "" : " " + of);
        share.addClassName("faint");
        Span number = new Span(figure, share);
        number.addClassName("n");
        add(new Span(name), new Div(bar), number);
    }

    /** As whole per cent; empty where the whole has none. */
    static String share(BigDecimal value, Point whole, NumberText numbers) {
        return whole.value().signum() > 0 ? numbers.percent(value.divide(whole.value(), MathContext.DECIMAL32)) : "";
    }
}
