package org.scpmonitor.ui.cooperation;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.scpmonitor.cooperation.Money;
import org.scpmonitor.cooperation.Rates;
import org.scpmonitor.entry.Cooperation;
import org.scpmonitor.entry.Labels;
import org.scpmonitor.text.Text;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.NumberText;

/** Fund, period, volume, and who pays how much of it. */
class Facts {
    private final Locale locale = UI.getCurrent().getLocale();
    private final NumberText numbers = new NumberText(locale);
    private final CooperationShelf shown;
    private final EntryLinks links;

    Facts(CooperationShelf shown, EntryLinks links) {
        this.shown = shown;
        this.links = links;
    }

    Component card() {
        Cooperation content = shown.cooperation().content();
        Money money = Money.of(shown.cooperation(), shown.contributions(), new Rates(shown.rates()));
        DescriptionList facts = new DescriptionList();
        facts.addClassNames("card", "coop-facts");
        Text fund = content.fund();
        if (fund != null) {
            facts.add(fact("fund", links.plain(shown.cooperation(), fund.in(locale)), false));
        }
        facts.add(fact("period", new Span(period(content, locale)), true));
        facts.add(fact("status", new Span(Labels.in(locale).choice(content.status())), true));
        BigDecimal volume = content.volume();
        if (volume != null) {
            facts.add(fact("volume", new Span(numbers.of(volume, 0) + " " + money.currency()), true));
            if (volume.signum() > 0) {
                facts.add(fact("split", split(money, volume), false));
            }
        }
        return facts;
    }

    static String period(Cooperation cooperation, Locale locale) {
        var ends = cooperation.ends();
        return ends == null
                ? translate("cooperation.since", When.of(cooperation.begins(), locale))
                : When.of(cooperation.begins(), locale) + " – " + When.of(ends, locale);
    }

    private static Div fact(String key, Component value, boolean big) {
        DescriptionList.Description description = new DescriptionList.Description(value);
        description.setClassName("big", big);
        description.setClassName("num", big);
        Div pair = new Div();
        pair.add(new DescriptionList.Term(translate("cooperation." + key)), description);
        return pair;
    }

    /** A bar of what countries committed, and what no contribution accounts for. */
    private Component split(Money money, BigDecimal volume) {
        List<Part> parts = new ArrayList<>();
        for (Map.Entry<String, BigDecimal> each : money.committed().entrySet()) {
            CountryMark mark = CountryMark.of(each.getKey());
            parts.add(new Part(CountryMark.name(each.getKey(), locale), mark.token(), each.getValue()));
        }
        money.remainder()
                .filter(rest -> rest.signum() > 0)
                .ifPresent(rest -> parts.add(new Part(translate("cooperation.remainder"), "rest", rest)));
        Div bar = new Div();
        bar.addClassName("split");
        Div words = new Div();
        words.addClassNames("row", "wrap", "split-words", "num");
        for (Part part : parts) {
            BigDecimal share = part.amount().divide(volume, MathContext.DECIMAL64);
            Span piece = new Span();
            piece.addClassName(part.style());
            piece.getStyle().set("width", share.movePointRight(2).toPlainString() + "%");
            bar.add(piece);
            Span amount = new Span(numbers.of(part.amount(), 0));
            amount.addClassName("b");
            words.add(new Div(amount, new Span(" (" + oneDecimal(share) + ")"), new Div(new Span(part.name()))));
        }
        bar.getElement().setAttribute("aria-hidden", "true");
        return new Div(bar, words);
    }

    private String oneDecimal(BigDecimal share) {
        String number = numbers.of(share.movePointRight(2), 1);
        return locale.getLanguage().equals("en") ? number + "%" : number + "\u00a0%";
    }

    private record Part(String name, String style, BigDecimal amount) {}
}
