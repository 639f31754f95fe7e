package org.scpmonitor.ui.provenance;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.scpmonitor.provenance.Calculated;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.Tag;
import org.scpmonitor.ui.component.UnitText;

/** A formula that a figure was calculated by, and each factor that it read with the source that it is from. */
class FormulaStep extends Step {

    FormulaStep(Calculated calculated, Locale locale) {
        super(Icon.SUM, translate("provenance.formula"));
        Span expression = new Span(calculated.indicator() + " = " + calculated.expression());
        expression.addClassName("mono");
        line("", true).getElement().appendChild(expression.getElement());
        line(
                translate(
                        "provenance.formula.version",
                        Integer.toString(calculated.version()),
                        new DateText(locale).day(calculated.validFrom())),
                false);
        var numbers = new NumberText(locale);
        calculated.factors().forEach(each -> factor(each, numbers));
        calculated.examples().stream().limit(1).forEach(each -> example(each, numbers, locale));
    }

    /** The values put in, for the institution that weighs most, and what each value is of. */
    private void example(Calculated.Example example, NumberText numbers, Locale locale) {
        line(
                translate(
                        "provenance.formula.example",
                        example.institution(),
                        example.period().label(locale),
                        numbers.of(example.of())),
                false);
        Calculated.Term whole = example.terms().getFirst();
        Span putIn = new Span(example.putIn() + " = " + told(whole, numbers));
        putIn.addClassName("mono");
        line("", true).getElement().appendChild(putIn.getElement());
        example.terms().stream().filter(each -> each.indicator() != null).forEach(each -> {
            var period = each.period();
            line(
                    each.indicator() + (period == null ? "" : " · " + period.label(locale)) + ": "
                            + told(each, numbers),
                    false);
        });
    }

    private static String told(Calculated.Term term, NumberText numbers) {
        var value = term.value();
        return value == null ? "–" : UnitText.with(numbers.full(value), term.unit());
    }

    private void factor(Calculated.Factor factor, NumberText numbers) {
        String variant = factor.variant().isEmpty() ? "" : " " + factor.variant();
        var line =
                line(factor.code() + variant + ": " + UnitText.with(numbers.full(factor.value()), factor.unit()), true);
        if (factor.carried()) {
            line.getElement()
                    .appendChild(
                            new Span(" ").getElement(), new Tag(translate("provenance.factor.carried")).getElement());
        }
        String version = Integer.toString(factor.version());
        String country = factor.country();
        String from = country == null
                ? translate("provenance.factor.everywhere", version)
                : translate("provenance.factor.country", version, country);
        var source = line(from + " ", false);
        source.getElement()
                .appendChild(
                        factor.url() == null
                                ? new Span(factor.source()).getElement()
                                : new Anchor(factor.url(), factor.source()).getElement());
    }
}
