package org.scpmonitor.ui.catalogue;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.factor.Category;
import org.scpmonitor.factor.FactorKind;
import org.scpmonitor.factor.FactorValue;
import org.scpmonitor.text.Text;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.Tag;

/** How factors and their values are told. */
final class FactorWords {
    private FactorWords() {}

    static String category(Category category) {
        return translate("factor.category." + category.name().toLowerCase(Locale.ROOT));
    }

    static String kind(FactorKind kind) {
        return translate("factor.kind." + kind.name().toLowerCase(Locale.ROOT));
    }

    static String country(@Nullable String code) {
        return code == null ? translate("factor.everywhere") : CountryMark.name(code, Words.locale());
    }

    static String variant(String code, @Nullable Text name) {
        return name == null ? code : name.in(Words.locale());
    }

    static String number(BigDecimal value) {
        return new NumberText(Words.locale()).full(value);
    }

    /** The 95 % range, as its ends; a dash where none is stated. */
    static String range(FactorValue value) {
        BigDecimal lower = value.lower();
        BigDecimal upper = value.upper();
        return lower == null || upper == null ? "–" : number(lower) + " – " + number(upper);
    }

    /** The days for which a value was made. */
    static String validity(FactorValue value) {
        var days = new DateText(Words.locale());
        return value.until() == null
                ? translate("factor.since", days.day(value.from()))
                : translate(
                        "factor.span",
                        days.day(value.from()),
                        days.day(value.until().minusDays(1)));
    }

    static Component source(FactorValue value) {
        String url = value.source().url();
        Component source = url == null
                ? new Span(value.source().title())
                : new Anchor(url, value.source().title());
        Div all = new Div(source);
        if (value.illustrative()) {
            all.add(new Span(" "), Tag.illustrative());
        }
        String note = value.note().in(Words.locale());
        if (!note.isEmpty()) {
            all.add(new Div(Words.muted(note)));
        }
        return all;
    }

    /** Gas, scope and where the carbon is from. */
    static Component tags(@Nullable String gas, @Nullable Integer scope, boolean biogenic) {
        Div tags = new Div();
        tags.addClassNames("row", "wrap");
        if (gas != null) {
            tags.add(new Tag(gas));
        }
        if (scope != null) {
            tags.add(new Tag(translate("factor.scope.of", scope)));
        }
        if (biogenic) {
            tags.add(new Tag(translate("factor.biogenic"), Tag.Tone.INFO));
        }
        return tags;
    }
}
