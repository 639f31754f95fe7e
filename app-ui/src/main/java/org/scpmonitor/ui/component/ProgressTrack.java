package org.scpmonitor.ui.component;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far a country has come from its baseline to its target, on one line: square baseline, ring actual, tick where the
 * path expects it, diamond target. The target is always at the right; a move away from it goes left of the baseline.
 */
public class ProgressTrack extends Div {
    private static final double LEFT = -0.62;
    private static final double RIGHT = 1.06;

    /**
     * @param expected null where no method expects anything
     * @param ceiling the baseline already keeps the target: the line is then one of values, with the limit near its end
     */
    public record Way(
            CountryMark country,
            BigDecimal baseline,
            BigDecimal actual,
            BigDecimal target,
            @Nullable BigDecimal expected,
            boolean ceiling) {
        /** The part of the way from baseline to target at which a value lies; beyond 0 to 1 where it is outside. */
        double share(BigDecimal value) {
            BigDecimal way = target.subtract(baseline);
            return way.signum() == 0
                    ? 0
                    : value.subtract(baseline)
                            .divide(way, MathContext.DECIMAL64)
                            .doubleValue();
        }
    }

    private final Way way;

    public ProgressTrack(Way way) {
        this.way = way;
        Locale locale = UI.getCurrent().getLocale();
        NumberText numbers = new NumberText(locale);
        addClassNames("track", way.country().token());
        getElement().setAttribute("role", "img").setAttribute("aria-label", sentence(numbers));
        add(new SvgImage(way.ceiling() ? ceiling() : path()));
        Span base = new Span(translate("track.baseline", numbers.of(way.baseline())));
        base.getStyle().set("left", at(0)).set("transform", "translateX(-50%)");
        Span target = new Span(translate(way.ceiling() ? "track.ceiling" : "track.target", numbers.of(way.target())));
        target.getStyle().set("right", "0").set("text-align", "right");
        base.addClassName("word");
        target.addClassName("word");
        add(base, target);
    }

    private String sentence(NumberText numbers) {
        return translate(
                way.ceiling() ? "track.sentence.ceiling" : "track.sentence",
                numbers.of(way.baseline()),
                numbers.of(way.target()),
                numbers.of(way.actual()));
    }

    private String path() {
        double actual = Math.clamp(way.share(way.actual()), LEFT + 0.03, RIGHT - 0.02);
        StringBuilder drawing = new StringBuilder("<svg>")
                .append(bar(LEFT, 0, "var(--scp-surface-2)"))
                .append(bar(0, 1, "var(--scp-surface-3)"))
                .append(bar(Math.min(0, actual), Math.max(0, actual), "var(--s)"));
        BigDecimal expected = way.expected();
        if (expected != null) {
            drawing.append(tick(Math.clamp(way.share(expected), LEFT, RIGHT), 6));
        }
        return drawing.append(square(0))
                .append(
                        "<svg x=\"%s\" y=\"14\" overflow=\"visible\"><path d=\"M0-7 7 0 0 7-7 0Z\" fill=\"var(--scp-ink)\"/></svg>"
                                .formatted(at(1)))
                .append(ring(actual))
                .append("</svg>")
                .toString();
    }

    private String ceiling() {
        double actual = Math.clamp(way.share(way.actual()), LEFT + 0.03, RIGHT - 0.02);
        return "<svg>" + bar(LEFT, RIGHT, "var(--scp-surface-3)") + tick(1, 4) + square(0) + ring(actual) + "</svg>";
    }

    private static String bar(double from, double to, String color) {
        return "<line x1=\"%s\" x2=\"%s\" y1=\"14\" y2=\"14\" stroke=\"%s\" stroke-width=\"6\"/>"
                .formatted(at(from), at(to), color);
    }

    private static String tick(double share, int top) {
        return "<line x1=\"%1$s\" x2=\"%1$s\" y1=\"%2$d\" y2=\"22\" stroke=\"var(--scp-ink)\" stroke-width=\"2\"/>"
                .formatted(at(share), top);
    }

    private static String square(double share) {
        return ("<rect x=\"%s\" y=\"10\" width=\"8\" height=\"8\" transform=\"translate(-4 0)\""
                        + " fill=\"var(--scp-surface)\" stroke=\"var(--scp-ink)\" stroke-width=\"2\"/>")
                .formatted(at(share));
    }

    private static String ring(double share) {
        return "<circle cx=\"%s\" cy=\"14\" r=\"6\" fill=\"var(--scp-surface)\" stroke=\"var(--s)\" stroke-width=\"3\"/>"
                .formatted(at(share));
    }

    private static String at(double share) {
        return String.format(Locale.ROOT, "%.2f%%", (share - LEFT) / (RIGHT - LEFT) * 100);
    }
}
