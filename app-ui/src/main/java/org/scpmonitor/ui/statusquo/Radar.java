package org.scpmonitor.ui.statusquo;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.entry.Area;
import org.scpmonitor.entry.Instrument;
import org.scpmonitor.entry.Labels;
import org.scpmonitor.statusquo.AreaScore;
import org.scpmonitor.statusquo.Round;
import org.scpmonitor.statusquo.StatusQuo;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.SvgImage;

/**
 * The last round of each country and its baseline, dashed, on axes from 0 to 100. The tables beside it say the same.
 *
 * @param axes what each axis is called
 * @param lines one for each round that is drawn
 */
record Radar(List<String> axes, List<Line> lines) {
    private static final int CENTRE_X = 210;
    private static final int CENTRE_Y = 160;
    private static final int RADIUS = 112;

    /**
     * @param token of the country's colour
     * @param values on the axes, 0 to 100; null where there is none
     */
    record Line(String name, String token, boolean baseline, List<@Nullable BigDecimal> values) {}

    /** By areas; by questions where there are fewer than three areas. */
    static Radar of(StatusQuo quo, Instrument instrument, Locale locale) {
        List<Area> areas = quo.areas();
        List<String> axes;
        Function<Round, List<@Nullable BigDecimal>> values;
        if (areas.size() > 2) {
            axes = areas.stream().map(each -> Labels.in(locale).choice(each)).toList();
            values = round -> areas.stream()
                    .map(each -> round.score(each).map(AreaScore::score).orElse(null))
                    .collect(Collectors.toCollection(ArrayList::new));
        } else {
            List<Instrument.Question> scored = instrument.questions().stream()
                    .filter(each -> each.counts().signum() > 0)
                    .toList();
            axes = scored.stream().map(Instrument.Question::code).toList();
            values = round -> scored.stream()
                    .map(question -> round.answer(question.code())
                            .flatMap(answer -> question.scale().share(answer.answer()))
                            .map(share -> share.movePointRight(2))
                            .orElse(null))
                    .collect(Collectors.toCollection(ArrayList::new));
        }
        List<Line> lines = new ArrayList<>();
        for (Round latest : quo.latest()) {
            quo.baseline(latest).ifPresent(each -> lines.add(line(each, true, values, locale)));
            lines.add(line(latest, false, values, locale));
        }
        return new Radar(axes, lines);
    }

    private static Line line(
            Round round, boolean baseline, Function<Round, List<@Nullable BigDecimal>> values, Locale locale) {
        String name = CountryMark.name(round.country(), locale) + " "
                + round.survey().content().date().in(locale)
                + (baseline ? " (" + translate("statusquo.radar.baseline") + ")" : "");
        return new Line(name, CountryMark.of(round.country()).token(), baseline, values.apply(round));
    }

    SvgImage image() {
        StringBuilder svg = new StringBuilder();
        for (int ring = 25; ring <= 100; ring += 25) {
            int at = ring;
            svg.append("<polygon class=\"ring\" points=\"%s\"/>"
                    .formatted(IntStream.range(0, axes.size())
                            .mapToObj(axis -> point(axis, at))
                            .collect(Collectors.joining(" "))));
        }
        for (int axis = 0; axis < axes.size(); axis++) {
            svg.append("<path class=\"ring\" d=\"M%d %dL%s\"/>".formatted(CENTRE_X, CENTRE_Y, point(axis, 100)));
            svg.append(name(axis));
        }
        lines.forEach(each -> svg.append(line(each)));
        SvgImage image =
                new SvgImage("<svg class=\"radar\" viewBox=\"0 0 420 310\" role=\"img\" aria-label=\"%s\">%s</svg>"
                        .formatted(SvgImage.escaped(said()), svg));
        image.addClassName("radar-image");
        return image;
    }

    /** What each line is. */
    Component key() {
        Div key = new Div();
        key.addClassName("key");
        lines.forEach(each -> key.add(new Span(
                new SvgImage(
                        "<svg class=\"%s\" viewBox=\"0 0 20 12\" aria-hidden=\"true\"><path d=\"M0 6h20\" %s/></svg>"
                                .formatted(each.token(), stroke(each))),
                new Span(each.name()))));
        return key;
    }

    private String line(Line line) {
        List<String> points = new ArrayList<>();
        StringBuilder dots = new StringBuilder();
        for (int axis = 0; axis < axes.size(); axis++) {
            Optional<BigDecimal> value = Optional.ofNullable(line.values().get(axis));
            if (value.isPresent()) {
                String point = point(axis, value.get().doubleValue());
                points.add(point);
                String[] place = point.split(",");
                dots.append("<circle cx=\"%s\" cy=\"%s\" r=\"3\" fill=\"var(--s)\"/>".formatted(place[0], place[1]));
            }
        }
        String tag = points.size() == axes.size() ? "polygon" : "polyline";
        return "<g class=\"%s\"><%s points=\"%s\" %s/>%s</g>"
                .formatted(line.token(), tag, String.join(" ", points), stroke(line), dots);
    }

    private static String stroke(Line line) {
        return "fill=\"none\" stroke=\"var(--s)\" stroke-width=\"2\""
                + (line.baseline() ? " stroke-dasharray=\"5 4\"" : "");
    }

    /** Everything that is drawn, in words. */
    private String said() {
        return lines.stream()
                .map(line -> line.name() + ": "
                        + IntStream.range(0, axes.size())
                                .filter(axis -> line.values().get(axis) != null)
                                .mapToObj(axis -> axes.get(axis) + " "
                                        + Math.round(Optional.ofNullable(
                                                        line.values().get(axis))
                                                .orElse(BigDecimal.ZERO)
                                                .doubleValue()))
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }

    private String name(int axis) {
        double angle = angle(axis);
        long x = Math.round(CENTRE_X + (RADIUS + 14) * Math.sin(angle));
        long y = Math.round(CENTRE_Y - (RADIUS + 14) * Math.cos(angle)) + 4;
        String anchor = Math.abs(Math.sin(angle)) < 0.2 ? "middle" : Math.sin(angle) > 0 ? "start" : "end";
        StringBuilder spans = new StringBuilder();
        String[] words = axes.get(axis).split(" ");
        boolean below = Math.cos(angle) < -0.2;
        int lines = anchor.equals("middle") ? 1 : words.length;
        if (lines == 1) {
            spans.append(SvgImage.escaped(axes.get(axis)));
        } else {
            for (int i = 0; i < words.length; i++) {
                spans.append("<tspan x=\"%d\" dy=\"%s\">%s</tspan>"
                        .formatted(x, i == 0 ? "0" : "1.15em", SvgImage.escaped(words[i])));
            }
        }
        return "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>".formatted(x, below ? y + 4 : y, anchor, spans);
    }

    private String point(int axis, double value) {
        double angle = angle(axis);
        return Math.round(CENTRE_X + RADIUS * value / 100 * Math.sin(angle)) + ","
                + Math.round(CENTRE_Y - RADIUS * value / 100 * Math.cos(angle));
    }

    private double angle(int axis) {
        return 2 * Math.PI * axis / axes.size();
    }
}
