package org.scpmonitor.ui.chart;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.ui.component.CountryMark;

/**
 * What stands at one place of a plot, with its words beside it.
 *
 * @param x on the time axis; without meaning for what has no date
 * @param upTo the other end of what spans several values; null for what stands at one
 * @param text lines; none where the mark speaks for itself
 * @param sides where the text may stand, the best first
 * @param identity whose colour the text has; null for that of text
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Marker(
        Kind kind,
        double x,
        @Nullable BigDecimal y,
        @Nullable BigDecimal upTo,
        List<String> text,
        List<Side> sides,
        @Nullable String identity,
        int weight) {
    private static final int BOLD = 640;
    private static final int MEDIUM = 540;
    private static final int REGULAR = 420;

    public Marker {
        text = List.copyOf(text);
        sides = List.copyOf(sides);
    }

    /** The marks of the grammar; how each looks stands in {@code scp-chart.js}. */
    public enum Kind {
        BASE,
        MILESTONE,
        TARGET,
        SUPERSEDED,
        EXPECTED,
        EVENT,
        WHISKER,
        ESTIMATE,
        UNDATED,
        TEXT,
        END;

        @JsonValue
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where a text stands, seen from its mark. */
    public enum Side {
        BELOW,
        ABOVE,
        RIGHT,
        LEFT,
        BELOWRIGHT,
        BELOWLEFT,
        ABOVERIGHT,
        ABOVELEFT;

        static final List<Side> ANYWHERE = List.of(values());
        static final List<Side> ABOVE_FIRST =
                List.of(ABOVE, BELOW, RIGHT, LEFT, ABOVERIGHT, ABOVELEFT, BELOWRIGHT, BELOWLEFT);
        static final List<Side> RIGHT_FIRST = List.of(RIGHT, ABOVE, BELOW, ABOVERIGHT, BELOWRIGHT, LEFT);

        @JsonValue
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A mark of this kind at a value. */
    public static Marker at(Kind kind, ReportingPeriod period, BigDecimal value, List<String> text, List<Side> sides) {
        boolean loud = kind != Kind.MILESTONE && kind != Kind.SUPERSEDED;
        return new Marker(kind, Axis.at(period), value, null, text, sides, null, loud ? MEDIUM : REGULAR);
    }

    /** From a value to another, in the country's colour: the limits of uncertainty, or what is estimated beside a value. */
    public static Marker span(
            Kind kind, CountryMark country, ReportingPeriod period, BigDecimal from, BigDecimal to, List<String> text) {
        return new Marker(kind, Axis.at(period), from, to, text, Side.ABOVE_FIRST, country.token(), REGULAR);
    }

    /** A rule before a period, where the method changed or something happened. */
    public static Marker event(ReportingPeriod before, List<String> text) {
        return new Marker(
                Kind.EVENT,
                Axis.at(before) - 0.5 * before.months() / 12,
                null,
                null,
                text,
                List.of(Side.RIGHT, Side.LEFT),
                null,
                REGULAR);
    }

    /** A value that carries no date: it stands by itself at the edge, and no line leads to it. */
    public static Marker undated(BigDecimal value, String text) {
        return new Marker(Kind.UNDATED, 0, value, null, List.of(text), List.of(Side.RIGHT), null, REGULAR);
    }

    /** Words at the last point of a line, in its colour. */
    public static Marker label(
            CountryMark country,
            ReportingPeriod period,
            BigDecimal value,
            String text,
            boolean main,
            List<Side> sides) {
        return new Marker(
                Kind.TEXT, Axis.at(period), value, null, List.of(text), sides, country.token(), main ? BOLD : MEDIUM);
    }

    /** The name of one of several lines, in a column behind their ends, in its colour. */
    public static Marker end(CountryMark country, ReportingPeriod last, BigDecimal value, String text) {
        return new Marker(Kind.END, Axis.at(last), value, null, List.of(text), List.of(), country.token(), BOLD);
    }
}
