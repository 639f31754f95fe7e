package org.scpmonitor.ui.indicator;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.scpmonitor.indicator.IndicatorSheet;
import org.scpmonitor.ui.component.Tag;
import org.scpmonitor.ui.component.UnitText;

/** What the indicator is: definition, unit, direction, aggregation, who reports it. */
class SheetList extends DescriptionList {
    /** @param responsible institution, by acronym or name; empty where none is named */
    SheetList(IndicatorSheet sheet, String responsible) {
        Locale locale = UI.getCurrent().getLocale();
        addClassNames("meta", "sheet");
        entry("definition", new Span(sheet.definition().in(locale)));
        entry("unit", new Span(UnitText.of(sheet.unit()) + " (UCUM: " + sheet.unit() + ")"));
        entry("direction", new Span(translate(sheet.more() ? "indicator.sheet.more" : "indicator.sheet.less")));
        entry("periodicity", new Span(translate("indicator.period." + sheet.periodMonths())));
        entry("aggregation", new Span(aggregation(sheet)));
        if (!responsible.isEmpty()) {
            entry("responsible", new Span(new Span(responsible + " "), Tag.illustrative()));
        }
        if (!sheet.methodNote().in(locale).isBlank()) {
            entry("method", new Span(sheet.methodNote().in(locale)));
        }
        entry("verification", new Span(sheet.verification().in(locale)));
        if (sheet.sdgIndicator() != null) {
            entry("sdg", new Span(sheet.sdgIndicator()));
        }
        entry("version", new Span(Integer.toString(sheet.version())));
    }

    private static String aggregation(IndicatorSheet sheet) {
        if (sheet.overInstitutions().equals("none") && sheet.overTime().equals("none")) {
            return translate("indicator.rule.not");
        }
        String institutions = translate("indicator.rule." + sheet.overInstitutions());
        String over = sheet.numerator() == null || sheet.denominator() == null
                ? institutions
                : institutions + ": " + sheet.numerator() + " / " + sheet.denominator();
        return translate("indicator.sheet.aggregation.text", over, translate("indicator.rule." + sheet.overTime()));
    }

    private void entry(String key, Component value) {
        add(new Term(translate("indicator.sheet." + key)), new Description(value));
    }
}
