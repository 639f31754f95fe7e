package org.scpmonitor.ui.procurement;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.entry.Selection;
import org.scpmonitor.procurement.Aspect;
import org.scpmonitor.procurement.Ranking;
import org.scpmonitor.procurement.Sensitivity;
import org.scpmonitor.procurement.Weights;
import org.scpmonitor.register.Entry;
import org.scpmonitor.text.Text;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.PageActions;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.TableFile;

/**
 * How products are chosen as a file: a candidate in each line, with its scores, its rank and how firm that is.
 *
 * @param names of products by code
 */
record SelectionFile(
        Entry<Selection> entry, Ranking ranking, Sensitivity sensitivity, Function<String, Text> names, AsOf asOf)
        implements PageActions.Shown {

    @Override
    public String address(Instant moment) {
        return Pages.productSelection(entry.code()) + "?" + query(ranking.weights(), new AsOf(moment));
    }

    /** As it stands in the address: weights as {@code 30-20-10-40}, in the order of the aspects. */
    static String query(Weights weights, AsOf asOf) {
        Instant moment = asOf.moment();
        return Stream.of(Aspect.values())
                        .map(each -> weights.of(each)
                                .setScale(0, RoundingMode.HALF_UP)
                                .toPlainString())
                        .collect(Collectors.joining("-", "weights=", ""))
                + (moment == null
                        ? ""
                        : "&"
                                + org.scpmonitor.ui.component.Selection.NONE
                                        .asKnownAt(moment)
                                        .query());
    }

    @Override
    public TableFile file(Instant moment, String address, Locale locale) {
        List<List<String>> head = new ArrayList<>();
        head.add(List.of(
                translate(locale, "procurement.candidates"),
                entry.code() + " · " + entry.title().in(locale)));
        head.add(List.of(
                translate(locale, "procurement.fact.country"),
                CountryMark.name(entry.content().country(), locale)));
        if (entry.illustrative()) {
            head.add(List.of(translate(locale, "register.nature"), translate(locale, "shell.illustrative")));
        }
        head.add(List.of(
                translate(locale, "procurement.weights"),
                Stream.of(Aspect.values())
                        .map(each -> translate(locale, "procurement.aspect." + each) + " "
                                + ranking.weights().of(each).toPlainString())
                        .collect(Collectors.joining(" · "))));
        head.add(List.of(
                translate(locale, "procurement.sensitivity"),
                translate(locale, "procurement.sensitivity.method", sensitivity.trials())));
        head.add(List.of(translate(locale, "procurement.fact.source"), entry.source()));
        head.addAll(PageActions.said(moment, address, locale));
        List<String> headings =
                new ArrayList<>(List.of(translate(locale, "register.code"), translate(locale, "procurement.product")));
        headings.add(translate(locale, "procurement.choose"));
        Stream.of(Aspect.values()).forEach(each -> headings.add(translate(locale, "procurement.aspect." + each)));
        headings.add(translate(locale, "procurement.score"));
        headings.add(translate(locale, "procurement.rank"));
        headings.add(translate(locale, "procurement.file.tied"));
        headings.add(translate(locale, "procurement.file.best"));
        headings.add(translate(locale, "procurement.file.worst"));
        headings.add(translate(locale, "procurement.kept", sensitivity.trials()));
        headings.add(translate(locale, "procurement.file.grid"));
        return new TableFile(
                entry.code(),
                translate(locale, "procurement.candidates"),
                head,
                headings,
                ranking.places().stream().map(each -> line(each, locale)).toList());
    }

    private List<@Nullable Object> line(Ranking.Place place, Locale locale) {
        Sensitivity.Stability stability = sensitivity.find(place.product()).orElseThrow();
        List<@Nullable Object> line = new ArrayList<>();
        line.add(place.product());
        line.add(names.apply(place.product()).in(locale));
        line.add(yes(entry.content().chosen().contains(place.product()), locale));
        for (Aspect aspect : Aspect.values()) {
            line.add(aspect.score(place.candidate()));
        }
        line.add(place.score());
        line.add(BigDecimal.valueOf(place.rank()));
        line.add(yes(place.tied(), locale));
        line.add(BigDecimal.valueOf(stability.best()));
        line.add(BigDecimal.valueOf(stability.worst()));
        line.add(BigDecimal.valueOf(stability.kept()));
        line.add(stability.share().movePointRight(2));
        return line;
    }

    private static String yes(boolean is, Locale locale) {
        return translate(locale, is ? "register.yes" : "register.no");
    }
}
