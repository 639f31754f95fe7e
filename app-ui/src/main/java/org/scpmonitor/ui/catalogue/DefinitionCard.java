package org.scpmonitor.ui.catalogue;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.catalogue.CatalogueDocument.Indicator;
import org.scpmonitor.catalogue.IndicatorCatalogue.Entry;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.UnitText;

/** Every member of an indicator's definition, those in which nothing is said left out. */
class DefinitionCard extends Section {
    private final DescriptionList list = new DescriptionList();

    DefinitionCard(Entry entry) {
        Indicator indicator = entry.indicator();
        var locale = Words.locale();
        addClassName("card");
        list.addClassName("meta");
        add(new H2(translate("catalogue.definition.title")), list);
        entry("code", indicator.code());
        entry("definition", indicator.definition().in(locale));
        entry("theme", entry.themeName().in(locale));
        entry("level", Words.level(indicator.level()));
        entry("unit", Words.unit(indicator.unit()));
        entry("direction", translate("indicator.sheet." + indicator.direction()));
        entry("periodicity", translate("catalogue.periodicity." + indicator.periodicity()));
        entry("aggregation", Words.aggregation(indicator));
        entry("dimensions", indicator.dimensions().isEmpty() ? null : String.join(", ", indicator.dimensions()));
        entry("range", range(indicator));
        entry("jump", percent(indicator.allowedJumpPercent()));
        entry("uncertainty", percent(indicator.uncertaintyPercent()));
        if (Boolean.TRUE.equals(indicator.cumulative())) {
            entry("cumulative", translate("catalogue.cumulative.yes"));
        }
        entry("sdg", indicator.sdgIndicator());
        entry("series", indicator.sdgSeries());
        entry("verification", indicator.verification().in(locale));
        entry(
                "method",
                indicator.methodNote() == null ? null : indicator.methodNote().in(locale));
    }

    private static @Nullable String range(Indicator indicator) {
        var numbers = new NumberText(Words.locale());
        BigDecimal least = indicator.minimum();
        BigDecimal most = indicator.maximum();
        if (most == null) {
            return least == null
                    ? null
                    : translate("catalogue.range.from", UnitText.with(numbers.full(least), indicator.unit()));
        }
        String end = UnitText.with(numbers.full(most), indicator.unit());
        return least == null
                ? translate("catalogue.range.to", end)
                : translate("catalogue.range.between", numbers.full(least), end);
    }

    private static @Nullable String percent(@Nullable BigDecimal percent) {
        return percent == null ? null : "±" + UnitText.with(new NumberText(Words.locale()).full(percent), "%");
    }

    private void entry(String key, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            Component value = new Span(text);
            list.add(new DescriptionList.Term(translate("catalogue." + key)), new DescriptionList.Description(value));
        }
    }
}
