package org.scpmonitor.ui.cooperation;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCaption;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scpmonitor.cooperation.Money;
import org.scpmonitor.cooperation.Money.Given;
import org.scpmonitor.cooperation.Money.Leverage;
import org.scpmonitor.cooperation.Rates;
import org.scpmonitor.entry.Contribution;
import org.scpmonitor.entry.Contribution.Stage;
import org.scpmonitor.entry.ExchangeRate;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.entry.Labels;
import org.scpmonitor.entry.Partner;
import org.scpmonitor.register.Entry;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.Help;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.Page;

/** Every contribution with the rate that it was converted by, sums by country, and what others give for what one gives. */
class Accounts {
    private final Locale locale = UI.getCurrent().getLocale();
    private final NumberText numbers = new NumberText(locale);
    private final Labels labels = Labels.in(locale);
    private final EntryLinks links;
    private final CooperationShelf shown;
    private final Money money;
    private final Set<String> funders;

    Accounts(CooperationShelf shown, EntryLinks links) {
        this.shown = shown;
        this.links = links;
        money = Money.of(shown.cooperation(), shown.contributions(), new Rates(shown.rates()));
        funders = shown.partners().stream()
                .filter(each ->
                        each.content().roles().stream().anyMatch(role -> role.type() == Partner.Role.Type.FUNDS))
                .map(each -> each.content().country())
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    Component section() {
        Section section = new Section(Page.sectionHead(
                translate("cooperation.money"),
                translate("cooperation.money.says", money.currency()),
                Stream.concat(
                                links.add(Kind.CONTRIBUTION, translate("cooperation.money.add")).stream(),
                                Stream.of(new Help(Help.Term.LEVERAGE)))
                        .toArray(Component[]::new)));
        Div all = new Div(scrolling(contributions()));
        all.addClassNames("card", "flush");
        Div side = new Div(scrolling(sums()));
        side.addClassNames("card", "flush");
        Div right = new Div(side, leverage());
        right.addClassName("stack");
        Div pair = new Div(all, right);
        pair.addClassName("low");
        section.add(pair);
        return section;
    }

    private Component contributions() {
        NativeTable table = table("cooperation.money", "partner", "stage", "date", "amount", "converted", "rate");
        money.given().forEach(each -> row(table.getBody().addRow(), each));
        return table;
    }

    private void row(NativeTableRow row, Given given) {
        Contribution content = given.contribution().content();
        var date = content.date();
        var converted = given.inCurrency();
        row.add(
                labelled(
                        "partner",
                        new Span(
                                CountryMark.of(content.country()).image(),
                                new Span(" "),
                                links.of(given.contribution(), giver(content)))),
                labelled("stage", new Span(labels.choice(content.stage()) + ", " + labels.choice(content.form()))),
                labelled("date", new Span(date == null ? translate("cooperation.undated") : When.of(date, locale))),
                number("amount", numbers.of(content.amount(), 0) + " " + content.currency()),
                number(
                        "converted",
                        converted == null
                                ? translate("cooperation.norate")
                                : numbers.of(converted.amount(), 0) + " " + money.currency()),
                labelled("rate", rate(Optional.ofNullable(converted).map(Rates.Converted::by))));
    }

    private String giver(Contribution content) {
        String partner = content.partner();
        return partner == null
                ? CountryMark.name(content.country(), locale)
                : shown.shelf()
                        .find(Partner.class, partner)
                        .map(each -> each.content().acronym())
                        .orElse(partner);
    }

    private Component rate(Optional<Entry<ExchangeRate>> rate) {
        return rate.<Component>map(each -> links.of(
                        each,
                        "1 " + each.content().base() + " = "
                                + numbers.full(each.content().rate()) + " "
                                + each.content().quote() + ", "
                                + When.of(each.content().date(), locale)))
                .orElseGet(() -> new Span("–"));
    }

    private Component sums() {
        List<Stage> stages = money.stages();
        NativeTable table = new NativeTable();
        caption(table, translate("cooperation.sums"));
        NativeTableRow head = table.getHead().addRow();
        head.add(heading(translate("cooperation.country"), false));
        stages.forEach(each -> head.add(heading(labels.choice(each), true)));
        money.countries().forEach(country -> {
            NativeTableRow row = table.getBody().addRow();
            Span name = new Span(CountryMark.of(country).image(), new Span(CountryMark.name(country, locale)));
            name.addClassName("row");
            row.add(new NativeTableCell(name));
            stages.forEach(stage -> {
                var sum = money.sum(stage, country);
                NativeTableCell cell = new NativeTableCell(sum.signum() == 0 ? "–" : numbers.of(sum, 0));
                cell.addClassName("n");
                row.add(cell);
            });
        });
        return table;
    }

    private Component leverage() {
        Div card = new Div();
        card.addClassNames("card", "stack-s");
        String names =
                funders.stream().map(each -> CountryMark.name(each, locale)).collect(Collectors.joining(", "));
        money.leverageOfVolume(funders)
                .ifPresent(each -> card.add(said("cooperation.leverage.volume", each, names, "")));
        for (Stage stage : money.stages()) {
            money.leverage(stage, funders)
                    .filter(each -> each.others().signum() > 0)
                    .ifPresent(each -> card.add(said("cooperation.leverage.stage", each, names, labels.choice(stage))));
        }
        if (!money.unconverted().isEmpty()) {
            card.add(new Note(
                    Note.Kind.QUERY,
                    translate(
                            "cooperation.unconverted",
                            money.unconverted().size(),
                            money.unconverted().stream()
                                    .map(each -> each.contribution().title().in(locale))
                                    .collect(Collectors.joining("; ")))));
        }
        money.remainder()
                .filter(rest -> rest.signum() > 0)
                .ifPresent(rest -> card.add(new Note(
                        Note.Kind.PLAIN,
                        translate("cooperation.remainder.says", numbers.of(rest, 0) + " " + money.currency()))));
        return card;
    }

    private Component said(String key, Leverage leverage, String names, String stage) {
        return new Paragraph(translate(
                key,
                numbers.of(leverage.ratio(), 2),
                money.currency(),
                names,
                numbers.of(leverage.others(), 0),
                numbers.of(leverage.own(), 0),
                stage));
    }

    private NativeTable table(String caption, String... columns) {
        NativeTable table = new NativeTable();
        table.addClassName("contribs");
        caption(table, translate(caption));
        NativeTableRow head = table.getHead().addRow();
        for (String each : columns) {
            head.add(heading(column(each), each.equals("amount") || each.equals("converted")));
        }
        return table;
    }

    private String column(String name) {
        return translate("cooperation.column." + name, money.currency());
    }

    private NativeTableCell labelled(String column, Component content) {
        NativeTableCell cell = new NativeTableCell(content);
        cell.getElement().setAttribute("data-label", column(column));
        return cell;
    }

    private NativeTableCell number(String column, String text) {
        NativeTableCell cell = labelled(column, new Span(text));
        cell.addClassName("n");
        return cell;
    }

    private static void caption(NativeTable table, String words) {
        NativeTableCaption caption = new NativeTableCaption();
        caption.setText(words);
        caption.addClassName("vh");
        table.add(caption);
    }

    private static NativeTableHeaderCell heading(String words, boolean numeric) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(words);
        cell.getElement().setAttribute("scope", "col");
        cell.setClassName("n", numeric);
        return cell;
    }

    private static Component scrolling(Component table) {
        Div wrap = new Div(table);
        wrap.addClassName("tablewrap");
        return wrap;
    }
}
