package org.scpmonitor.ui.indicator;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.scpmonitor.progress.IndicatorProgress.Verdict;
import org.scpmonitor.progress.ProgressMethod;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.StatusBadge;
import org.scpmonitor.ui.component.SvgImage;

/** One method's score between the cuts at which its judgement changes. */
class MethodRuler extends Div {
    private static final double LEFT = -0.25;
    private static final double RIGHT = 1.1;
    private static final double ROOM = 0.15;

    MethodRuler(Verdict verdict, boolean isDefault, NumberText numbers) {
        addClassName("ruler");
        Anchor name = Pages.link(
                Pages.METHODS + "#" + verdict.method().code(),
                translate("method." + verdict.method().name()));
        name.addClassName("b");
        Span space = new Span();
        space.addClassName("sp");
        Div head = new Div(name);
        head.addClassNames("row", "xs");
        if (isDefault) {
            Span own = new Span(translate("indicator.method.default"));
            own.addClassName("faint");
            head.add(own);
        }
        head.add(space, StatusBadge.chip(verdict.status()));
        add(head);
        BigDecimal score = verdict.score();
        if (score != null) {
            add(new SvgImage(drawing(verdict, score, numbers)));
        } else if (verdict.reason() != null) {
            Div reason = new Div(translate("reason." + verdict.reason().name()));
            reason.addClassNames("xs", "muted");
            add(reason);
        }
    }

    private static String drawing(Verdict verdict, BigDecimal score, NumberText numbers) {
        ProgressMethod method = verdict.method();
        List<BigDecimal> cuts = List.of(BigDecimal.ZERO, method.accelerationNeededFrom(), method.onTrackFrom());
        String said = translate("indicator.method.said", numbers.of(score, 2));
        StringBuilder drawing = new StringBuilder("<svg role=\"img\" aria-label=\"")
                .append(SvgImage.escaped(said))
                .append(
                        "\"><line x1=\"0\" x2=\"100%\" y1=\"9\" y2=\"9\" stroke=\"var(--scp-surface-3)\" stroke-width=\"5\"/>");
        for (BigDecimal cut : cuts) {
            drawing.append(
                    "<line x1=\"%1$s\" x2=\"%1$s\" y1=\"4\" y2=\"14\" stroke=\"var(--scp-ink-3)\" stroke-width=\"1.5\"/>"
                            .formatted(at(cut)));
            if (isClear(cut, score, method)) {
                drawing.append(text(at(cut), "var(--scp-ink-3)", 420, numbers.of(cut, 2)));
            }
        }
        return drawing.append(
                        ("<circle cx=\"%s\" cy=\"9\" r=\"6\" class=\"%s\" fill=\"var(--c)\" stroke=\"var(--scp-surface)\""
                                        + " stroke-width=\"2\"/>")
                                .formatted(at(score), StatusBadge.style(verdict.status())))
                .append(text(at(score), "var(--scp-ink)", 640, numbers.of(score, 2)))
                .append("</svg>")
                .toString();
    }

    /** Whether a cut's number has room beside the score's and, at zero, beside the next cut's. */
    private static boolean isClear(BigDecimal cut, BigDecimal score, ProgressMethod method) {
        return cut.subtract(score).abs().doubleValue() > ROOM
                && (cut.signum() > 0 || method.accelerationNeededFrom().doubleValue() > ROOM);
    }

    private static String text(String x, String color, int weight, String text) {
        return ("<text x=\"%s\" y=\"28\" text-anchor=\"middle\" font-size=\"12\" font-weight=\"%d\" fill=\"%s\">%s</text>")
                .formatted(x, weight, color, SvgImage.escaped(text));
    }

    /** Scores beyond the ruler stand at its end. */
    private static String at(BigDecimal score) {
        double within = Math.clamp(score.doubleValue(), LEFT + 0.06, RIGHT - 0.06);
        return String.format(Locale.ROOT, "%.2f%%", (within - LEFT) / (RIGHT - LEFT) * 100);
    }
}
