package org.scpmonitor.ui.procurement;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.procurement.ImpactChain;
import org.scpmonitor.procurement.ImpactChain.Link;
import org.scpmonitor.procurement.Purchase;
import org.scpmonitor.ui.component.Help;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.component.SvgImage;
import org.scpmonitor.ui.component.Tag;
import org.scpmonitor.ui.component.UnitText;

/** The way from purchases to an impact, multiplied from left to right. */
class ChainCard extends Section {
    private final FigureWriter told;

    ChainCard(Purchase impact, ImpactChain chain, FigureWriter told) {
        this.told = told;
        addClassName("card");
        H2 title = new H2(translate(
                "procurement.chain",
                impact.name().in(told.locale()),
                chain.result().period().label(told.locale())));
        title.addClassName("card-h");
        Span space = new Span();
        space.addClassName("sp");
        Div head = new Div(
                title,
                new Help(Help.Term.CHAIN),
                space,
                Pages.link(
                        Pages.indicator(impact.code(), Selection.NONE.ofProgramme(null)),
                        translate("procurement.chain.indicator", impact.code())));
        head.addClassNames("row", "wrap");
        OrderedList steps = new OrderedList();
        steps.addClassName("chain");
        for (Link link : chain.links()) {
            steps.add(step(link, steps.getComponentCount() == 0));
        }
        steps.add(result(chain));
        add(head, steps, FigureWriter.small(translate("procurement.chain.note", chain.version(), chain.expression())));
    }

    private Component step(Link link, boolean first) {
        ListItem item = new ListItem();
        if (!first) {
            item.add(operator("×"));
        }
        switch (link) {
            case Link.Figure(var indicator, var point) -> {
                item.add(label(indicator.name().in(told.locale())), value(told.figure(point, indicator.unit())));
                item.add(width(link.uncertainty(), indicator.code()));
            }
            case Link.Factor(var factor, var held) -> {
                item.add(
                        label(factor.name().in(told.locale())),
                        value(new Span(UnitText.with(told.numbers().full(held.value()), factor.unit()))));
                item.add(width(link.uncertainty(), held.source()));
                if (held.illustrative()) {
                    item.add(Tag.illustrative());
                }
            }
            case Link.Number(var number, var unit) ->
                item.add(label(translate("procurement.chain.number")), value(new Span(told.amount(number, unit))));
            case Link.Part(var part, var unit, var _, var factors) -> {
                item.add(
                        label(translate("procurement.chain.part")),
                        value(new Span(UnitText.with(told.numbers().of(part, 4), unit))));
                item.add(width(
                        link.uncertainty(),
                        factors.stream().map(Purchase.Factor::code).collect(Collectors.joining(", "))));
            }
        }
        return item;
    }

    private Component result(ImpactChain chain) {
        ListItem item = new ListItem(operator("="), label(translate("procurement.chain.result")));
        item.add(value(told.figure(chain.result(), chain.unit())));
        chain.halfWidth().ifPresent(half -> {
            BigDecimal low = chain.result().value().subtract(half);
            BigDecimal high = chain.result().value().add(half);
            Div interval = new Div(new SvgImage(interval(translate(
                    "procurement.chain.interval", told.amount(low, chain.unit()), told.amount(high, chain.unit())))));
            interval.addClassName("ci");
            Span text = new Span(told.numbers().of(low, 0) + " – "
                    + told.numbers().of(high, 0) + " · "
                    + told.plusMinus(Objects.requireNonNull(chain.result().uncertainty())));
            text.addClassNames("xxs", "faint", "num");
            item.add(interval, text);
        });
        return item;
    }

    private static String interval(String sentence) {
        return "<svg width=\"100%\" height=\"24\" role=\"img\" aria-label=\"" + SvgImage.escaped(sentence) + "\">"
                + "<line x1=\"8%\" x2=\"92%\" y1=\"8\" y2=\"8\" stroke=\"var(--scp-ink)\" stroke-width=\"2\"/>"
                + "<line x1=\"8%\" x2=\"8%\" y1=\"3\" y2=\"13\" stroke=\"var(--scp-ink)\" stroke-width=\"2\"/>"
                + "<line x1=\"92%\" x2=\"92%\" y1=\"3\" y2=\"13\" stroke=\"var(--scp-ink)\" stroke-width=\"2\"/>"
                + "<circle cx=\"50%\" cy=\"8\" r=\"5\" fill=\"var(--scp-accent)\" stroke=\"var(--scp-surface)\""
                + " stroke-width=\"2\"/></svg>";
    }

    private Component width(@Nullable BigDecimal percent, String more) {
        Div text = new Div((percent == null ? "" : told.plusMinus(percent) + " · ") + more);
        text.addClassNames("xxs", "faint");
        return text;
    }

    private static Component operator(String sign) {
        Span operator = new Span(sign);
        operator.addClassName("op");
        return operator;
    }

    private static Component label(String text) {
        Div label = new Div(text);
        label.addClassNames("xs", "faint");
        return label;
    }

    private static Component value(Component content) {
        Span value = new Span(content);
        value.addClassName("v");
        return value;
    }
}
