package org.scpmonitor.ui.overview;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import org.scpmonitor.programme.Completeness;
import org.scpmonitor.programme.Completeness.OfTheme;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.Help;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Slot;
import org.scpmonitor.ui.progress.Picture;

/** How complete each programme's data are, and how old what is known of each theme is. */
class QualityStrip extends Div {
    private static final int RECENT = 3;
    private static final int AGEING = 8;

    private final Locale locale = UI.getCurrent().getLocale();
    private final NumberText numbers = new NumberText(locale);

    private final Slot<Shown> cards = new Slot<>(this::cards);

    /** @param pictures one of each programme */
    record Shown(List<Completeness> all, List<Picture> pictures) {}

    QualityStrip() {
        cards.addClassName("g4");
        add(
                Page.sectionHead(
                        translate("overview.quality"),
                        translate("overview.quality.says"),
                        new Help(Help.Term.COVERAGE)),
                cards);
    }

    void show(Shown shown) {
        cards.show(shown);
    }

    private List<Component> cards(Shown what) {
        List<Picture> pictures = what.pictures();
        List<Completeness> shown = pictures.stream()
                .flatMap(picture -> what.all().stream()
                        .filter(each -> each.programme()
                                .equals(picture.progress().programme().code())))
                .toList();
        int lastYear = shown.stream().mapToInt(Completeness::lastYear).max().orElse(0);
        return pictures.stream()
                .flatMap(picture -> shown.stream()
                        .filter(each -> each.programme()
                                .equals(picture.progress().programme().code()))
                        .map(each -> card(picture, each, lastYear)))
                .toList();
    }

    private Component card(Picture picture, Completeness completeness, int lastYear) {
        BigDecimal share = completeness.expected() == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(completeness.received())
                        .divide(BigDecimal.valueOf(completeness.expected()), MathContext.DECIMAL32);
        CountryMark country = picture.country();
        Span name = new Span(picture.progress().programme().countryName().in(locale));
        name.addClassName("b");
        Span share100 = new Span(translate(
                "overview.quality.share",
                numbers.percent(share),
                numbers.of(completeness.received()),
                numbers.of(completeness.expected())));
        share100.addClassNames("num", "end");
        Div head = new Div(name, share100);
        head.addClassNames("row", "xs");
        Div filled = new Div();
        filled.addClassName("fill");
        filled.setWidth(share.movePointRight(2).intValue() + "%");
        Div meter = new Div(filled);
        meter.addClassName("meter");
        Div ages = new Div();
        ages.addClassName("ages");
        completeness.themes().forEach(each -> ages.add(age(each, lastYear)));
        Div years = new Div(translate(
                "overview.quality.years",
                Integer.toString(completeness.firstYear()),
                Integer.toString(completeness.lastYear())));
        years.addClassNames("xxs", "faint");
        Article card = new Article(head, meter, ages, years);
        card.addClassNames("card", country.token());
        return card;
    }

    private Component age(OfTheme theme, int lastYear) {
        Integer latest = theme.latest();
        Span year = new Span(latest == null ? "–" : Integer.toString(latest));
        year.addClassName("year");
        Div age = new Div(year, new Span(theme.name().in(locale)));
        if (latest == null) {
            age.addClassName("none");
        } else if (lastYear - latest > AGEING) {
            age.addClassName("old");
        } else if (lastYear - latest > RECENT) {
            age.addClassName("mid");
        }
        return age;
    }
}
