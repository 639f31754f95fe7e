package org.scpmonitor.ui.procurement;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.scpmonitor.entry.Criterion;
import org.scpmonitor.entry.Product;
import org.scpmonitor.entry.Selection;
import org.scpmonitor.procurement.Purchase;
import org.scpmonitor.procurement.Purchases;
import org.scpmonitor.register.Entry;
import org.scpmonitor.register.Shelf;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.Pages;

/** A country's priority products with the criterion in force, what is spent, how far it is met and what that avoids. */
class ProductTable extends Div {
    private final FigureWriter told;
    private final Shelf shelf;
    private final Purchases purchases;

    ProductTable(String country, Shelf shelf, Purchases purchases, LocalDate today, FigureWriter told) {
        this.told = told;
        this.shelf = shelf;
        this.purchases = purchases;
        String name = CountryMark.name(country, told.locale());
        H3 title = new H3(CountryMark.of(country).image(), new Span(name));
        title.addClassName("row");
        Div head = new Div(title);
        head.addClassNames("row", "wrap");
        List<Entry<Selection>> selections = shelf.all(Selection.class).stream()
                .filter(each -> each.content().country().equals(country))
                .toList();
        selections.forEach(each -> head.add(Pages.link(
                Pages.productSelection(each.code()),
                translate("procurement.chosen", each.title().in(told.locale())))));
        PurchaseTable table = new PurchaseTable(
                translate("procurement.products", name),
                List.of(
                        translate("procurement.product"),
                        translate("procurement.criterion"),
                        translate("procurement.spend"),
                        translate("procurement.uptake"),
                        translate("procurement.impact")),
                List.of(2, 4));
        table.addClassName("by-product");
        for (String product : products(country, selections)) {
            List<Entry<Criterion>> criteria = inForce(country, product, today);
            if (criteria.isEmpty()) {
                row(table, product, Optional.empty());
            }
            criteria.forEach(each -> row(table, product, Optional.of(each)));
        }
        add(head, table.carded());
    }

    /** Those that were chosen, in their order, and those that have a criterion anyway. */
    private Set<String> products(String country, List<Entry<Selection>> selections) {
        Set<String> products = new LinkedHashSet<>();
        selections.forEach(each -> products.addAll(each.content().chosen()));
        shelf.all(Criterion.class).stream()
                .map(Entry::content)
                .filter(each -> each.country().equals(country) && each.validFrom() != null)
                .map(Criterion::product)
                .forEach(products::add);
        return products;
    }

    private List<Entry<Criterion>> inForce(String country, String product, LocalDate today) {
        return shelf.all(Criterion.class).stream()
                .filter(each -> each.content().country().equals(country)
                        && each.content().product().equals(product)
                        && isInForce(each.content(), today))
                .sorted(Comparator.comparing(each -> each.content().level()))
                .toList();
    }

    static boolean isInForce(Criterion criterion, LocalDate today) {
        return criterion.validFrom() != null
                && !criterion.validFrom().first().isAfter(today)
                && (criterion.validUntil() == null
                        || !criterion.validUntil().last().isBefore(today));
    }

    private void row(PurchaseTable table, String product, Optional<Entry<Criterion>> criterion) {
        Optional<Measures> measures = criterion.map(each -> new Measures(each.content(), purchases));
        table.line(
                PurchaseTable.cell(product(product)),
                PurchaseTable.cell(criterion
                        .map(this::criterion)
                        .orElseGet(() -> FigureWriter.faint(translate("procurement.none")))),
                PurchaseTable.number(measures.flatMap(Measures::spend)
                        .<Component>map(each -> told.figure(
                                each,
                                purchases
                                        .find(criterion.orElseThrow().content().spend())
                                        .map(Purchase::unit)
                                        .orElse("1")))
                        .orElseGet(() -> FigureWriter.faint(translate("procurement.nofigure")))),
                PurchaseTable.cell(measures.flatMap(each -> each.uptake().latest())
                        .map(told::share)
                        .orElseGet(() -> FigureWriter.faint(translate("procurement.nofigure")))),
                PurchaseTable.number(measures.map(this::impacts).orElseGet(() -> FigureWriter.faint("–"))));
    }

    private Component product(String code) {
        Optional<Entry<Product>> product = shelf.find(Product.class, code);
        Span name = new Span(product.map(each -> each.title().in(told.locale())).orElse(code));
        Div text = new Div(
                new ProductIcon(product.map(each -> each.content().icon()).orElse(Product.Icon.OTHER)), name);
        text.addClassName("row");
        return text;
    }

    private Component criterion(Entry<Criterion> entry) {
        Criterion criterion = entry.content();
        Div about = new Div(translate(
                "procurement.version",
                entry.version(),
                criterion.validFrom() == null ? "" : criterion.validFrom().in(told.locale()),
                translate("procurement.level." + criterion.level())));
        about.addClassNames("xxs", "faint");
        Div line =
                new Div(Pages.link(Pages.criterion(entry.code()), entry.title().in(told.locale())));
        line.addClassNames("row", "wrap");
        FigureWriter.marks(entry).forEach(line::add);
        return new Div(line, about);
    }

    private Component impacts(Measures measures) {
        List<Component> lines = new ArrayList<>();
        measures.impacts()
                .forEach(impact -> measures.latest(impact)
                        .ifPresent(latest -> lines.add(new Div(told.figureWithin(latest, impact.unit())))));
        return lines.isEmpty() ? FigureWriter.faint(translate("procurement.nofactor")) : FigureWriter.together(lines);
    }
}
