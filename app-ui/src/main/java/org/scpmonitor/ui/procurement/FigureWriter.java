package org.scpmonitor.ui.procurement;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.comparison.Compared.Point;
import org.scpmonitor.procurement.Uptake.Share;
import org.scpmonitor.register.Entry;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Figure;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Tag;
import org.scpmonitor.ui.component.UnitText;

/** How figures, shares and entries are written on these screens. */
record FigureWriter(Locale locale, Consumer<String> provenance) {

    NumberText numbers() {
        return new NumberText(locale);
    }

    /** With one decimal. */
    String percent(BigDecimal share) {
        String number = numbers().of(share.movePointRight(2), 1);
        return locale.getLanguage().equals("en") ? number + "%" : number + "\u00a0%";
    }

    /** A half-width in per cent of its value. */
    String plusMinus(BigDecimal percent) {
        return "± " + UnitText.with(numbers().of(percent, 1), "%");
    }

    String amount(BigDecimal value, String unit) {
        return UnitText.with(
                value.stripTrailingZeros().scale() <= 0
                        ? numbers().of(value, 0)
                        : numbers().of(value),
                unit);
    }

    /** A figure that leads to where it comes from. */
    Figure figure(Point point, String unit) {
        return new Figure(amount(point.value(), unit), () -> provenance.accept(Long.toString(point.id())));
    }

    /** A figure with its half-width beside it, where that is known. */
    Component figureWithin(Point point, String unit) {
        Span text = new Span(figure(point, unit));
        BigDecimal uncertainty = point.uncertainty();
        if (uncertainty != null) {
            Span width = new Span(" " + plusMinus(uncertainty));
            width.addClassNames("xs", "faint");
            text.add(width);
        }
        return text;
    }

    /** A bar, the share in figures, and who is missing. */
    Component share(Share share) {
        Div fill = new Div();
        fill.addClassName("fill");
        fill.setClassName("part", share.partial());
        fill.getStyle()
                .set(
                        "width",
                        share.value()
                                        .movePointRight(2)
                                        .min(BigDecimal.valueOf(100))
                                        .toPlainString() + "%");
        Div meter = new Div(fill);
        meter.addClassName("meter");
        meter.getElement().setAttribute("aria-hidden", "true");
        Point opened = share.meeting() == null ? share.purchases() : share.meeting();
        Div bar =
                new Div(meter, new Figure(percent(share.value()), () -> provenance.accept(Long.toString(opened.id()))));
        bar.addClassName("uptake");
        Div told = new Div(bar);
        Span when = new Span(
                share.partial()
                        ? translate(
                                "procurement.partial", share.period().label(locale), share.reported(), share.expected())
                        : share.period().label(locale));
        when.addClassNames("xxs", "faint");
        told.add(when);
        return told;
    }

    /** That a page shows what was known in the past, with the way to what holds today; empty where it shows today's. */
    static Optional<Component> past(AsOf asOf, String today, Locale locale) {
        return Optional.ofNullable(asOf.moment())
                .map(moment -> new Note(
                        Note.Kind.PLAIN,
                        new Span(translate("register.past", new DateText(locale).moment(moment)) + " "),
                        Pages.link(today, translate("register.past.now"))));
    }

    /** Says so where it was made up. */
    static List<Component> marks(Entry<?> entry) {
        return entry.illustrative() ? List.of(Tag.illustrative()) : List.of();
    }

    /** Where all of an entry can be read and edited. */
    static Component register(Entry<?> entry) {
        return Pages.link(Pages.entry(entry.kind().code(), entry.code()), translate("procurement.register"));
    }

    static Div together(List<Component> parts) {
        Div all = new Div();
        all.add(parts);
        return all;
    }

    static Component faint(String text) {
        Span span = new Span(text);
        span.addClassName("faint");
        return span;
    }

    static Paragraph small(String text) {
        Paragraph paragraph = new Paragraph(text);
        paragraph.addClassName("src");
        return paragraph;
    }

    static Optional<Point> latest(List<Point> points) {
        return points.isEmpty() ? Optional.empty() : Optional.of(points.getLast());
    }
}
