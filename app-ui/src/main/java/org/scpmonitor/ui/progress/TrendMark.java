package org.scpmonitor.ui.progress;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Span;
import org.scpmonitor.progress.Trend;
import org.scpmonitor.ui.component.SvgImage;

/** Where the latest values go: up for better whatever the values do, with the word. */
public class TrendMark extends Span {
    public TrendMark(Trend trend) {
        int angle = switch (trend) {
            case BETTER -> -90;
            case STEADY -> 0;
            case WORSE -> 90;
        };
        addClassName("trend");
        add(
                new SvgImage("<svg class=\"i s\" viewBox=\"0 0 20 20\" aria-hidden=\"true\"><path transform=\"rotate("
                        + angle + " 10 10)\" d=\"M3 10h13M11 5l5 5-5 5\"/></svg>"),
                new Span(translate("progress.trend." + trend.name())));
    }
}
