package org.scpmonitor.ui.progress;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.scpmonitor.ui.component.SvgImage;

/** What the marks of the small charts mean; one key under all of them. */
public class ChartKey extends Div {
    private static final String INK = "var(--scp-ink)";
    private static final String SOFT = "var(--scp-ink-2)";
    private static final String GROUND = "var(--scp-surface)";

    public ChartKey() {
        addClassName("key");
        entry(
                "actual",
                "<path d='M0 6h20' stroke='" + SOFT + "' stroke-width='2'/><circle cx='10' cy='6' r='3' fill='" + SOFT
                        + "'/>");
        entry(
                "provisional",
                "<path d='M0 6h6' stroke='" + SOFT + "' stroke-width='1.5'/><circle cx='11' cy='6' r='4' fill='"
                        + GROUND + "' stroke='" + SOFT + "' stroke-width='2'/>");
        entry(
                "baseline",
                "<rect x='6' y='2' width='8' height='8' fill='" + GROUND + "' stroke='" + INK + "' stroke-width='2'/>");
        entry("path", "<path d='M0 6h20' stroke='" + INK + "' stroke-width='1.5' stroke-dasharray='5 3'/>");
        entry("target", "<path d='M10 0 16 6 10 12 4 6Z' fill='" + INK + "'/>");
        entry(
                "projection",
                "<path d='M0 6h20' stroke='" + SOFT
                        + "' stroke-width='2' stroke-dasharray='.5 4' stroke-linecap='round'/>");
        entry(
                "band",
                "<g stroke='" + SOFT
                        + "' stroke-width='1' opacity='.7'><path d='M0 10 10 0M5 12 17 0M12 12 20 4'/></g>");
    }

    private void entry(String mark, String drawing) {
        add(new Span(
                new SvgImage("<svg viewBox='0 0 20 12' aria-hidden='true'>" + drawing + "</svg>"),
                new Span(translate("chart.key." + mark))));
    }
}
