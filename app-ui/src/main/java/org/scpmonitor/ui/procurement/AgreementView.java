package org.scpmonitor.ui.procurement;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.entry.Agreement;
import org.scpmonitor.entry.Agreement.Signatory;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.procurement.SignatoryFigures;
import org.scpmonitor.procurement.SignatoryFigures.Reported;
import org.scpmonitor.procurement.SignatoryFigures.Sum;
import org.scpmonitor.register.Entries;
import org.scpmonitor.register.Entry;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.Figure;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.component.Tag;
import org.scpmonitor.ui.component.UnitText;
import org.scpmonitor.ui.provenance.ProvenanceDrawer;

/** One agreement: who signed, what they want to reach and what their reported figures add up to, audits and certificates. */
@Route(Pages.AGREEMENTS + "/:code")
@AnonymousAllowed
class AgreementView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private final Entries entries;
    private final SignatoryFigures figures;
    private final ProvenanceDrawer provenance;
    private final Clock clock;
    private final Locale locale = UI.getCurrent().getLocale();
    private String title = "";

    AgreementView(Entries entries, SignatoryFigures figures, ProvenanceDrawer provenance, Clock clock) {
        this.entries = entries;
        this.figures = figures;
        this.provenance = provenance;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String code = event.getRouteParameters().get("code").orElseThrow();
        Entry<?> entry = entries.find(Kind.AGREEMENT, code, AsOf.NOW).orElseThrow(() -> new NotFoundException(code));
        Agreement agreement = (Agreement) entry.content();
        title = entry.title().in(locale);
        removeAll();
        Nav crumbs = new Nav(
                Pages.link(Pages.AGREEMENTS, translate("procurement.agreements.title")), new Span("/"), new Span(code));
        crumbs.addClassName("crumbs");
        crumbs.setAriaLabel(translate("procurement.crumbs"));
        Div marks = new Div(new Span(CountryMark.name(agreement.country(), locale) + " · "
                + agreement.sector().in(locale)));
        marks.addClassNames("row", "wrap");
        FigureWriter.marks(entry).forEach(marks::add);
        Div cards = new Div(about(entry, agreement), signatories(agreement));
        cards.addClassName("g2");
        Div stack = new Div(
                crumbs,
                head(title, marks, FigureWriter.register(entry)),
                cards,
                commitments(agreement),
                audits(agreement),
                certificates(agreement));
        stack.addClassName("stack");
        add(stack, provenance);
    }

    private Component about(Entry<?> entry, Agreement agreement) {
        DescriptionList facts = new DescriptionList();
        facts.addClassName("plain");
        fact(
                facts,
                "procurement.signed",
                agreement.signed() == null
                        ? translate("procurement.negotiated")
                        : agreement.signed().in(locale));
        fact(
                facts,
                "procurement.ends",
                agreement.ends() == null ? "–" : agreement.ends().in(locale));
        fact(
                facts,
                "procurement.purpose",
                agreement.purpose() == null ? "–" : agreement.purpose().in(locale));
        fact(facts, "procurement.fact.source", entry.source());
        return card(translate("procurement.about"), facts);
    }

    private static void fact(DescriptionList facts, String key, String value) {
        facts.add(new DescriptionList.Term(translate(key)), new DescriptionList.Description(value));
    }

    private Component signatories(Agreement agreement) {
        UnorderedList list = new UnorderedList();
        agreement
                .signatories()
                .forEach(each -> list.add(new ListItem(
                        new Span(each.name() + " "), new Tag(translate("procurement.side." + each.side())))));
        return card(translate("procurement.signatories"), list);
    }

    private Component commitments(Agreement agreement) {
        List<String> institutions = agreement.signatories().stream()
                .flatMap(each -> Optional.ofNullable(each.institution()).stream())
                .distinct()
                .toList();
        List<String> indicators = agreement.commitments().stream()
                .flatMap(each -> Optional.ofNullable(each.indicator()).stream())
                .distinct()
                .toList();
        List<Reported> reported = indicators.isEmpty() ? List.of() : figures.read(indicators, institutions, AsOf.NOW);
        Div parts = new Div();
        parts.addClassName("stack");
        for (Agreement.Commitment each : agreement.commitments()) {
            Section card = card(each.what().in(locale));
            card.add(new Paragraph(translate(
                    "procurement.commitment.target",
                    each.target() == null
                            ? "–"
                            : amount(
                                    each.target(),
                                    reported.stream()
                                            .filter(one -> one.indicator().equals(each.indicator()))
                                            .findFirst()
                                            .map(Reported::unit)
                                            .orElse("1")),
                    each.year() == null ? "–" : each.year().toString())));
            reported.stream()
                    .filter(one -> one.indicator().equals(each.indicator()))
                    .findFirst()
                    .ifPresent(one -> card.add(sums(one, agreement)));
            parts.add(card);
        }
        return new Div(
                sectionHead(
                        translate("procurement.commitments"),
                        translate("procurement.commitments.says"),
                        Pages.link(Pages.METHODS + "#aggregation", translate("methods.help.more"))),
                parts);
    }

    private Component sums(Reported reported, Agreement agreement) {
        Paragraph indicator = new Paragraph(Pages.link(
                Pages.indicator(reported.indicator(), Selection.NONE),
                reported.indicator() + " · " + reported.name().in(locale)));
        if (!reported.summable() || reported.sums().isEmpty()) {
            return new Div(
                    indicator,
                    new Paragraph(translate(
                            reported.summable() ? "procurement.sum.nothing" : "procurement.sum.notsummable")));
        }
        PurchaseTable table = new PurchaseTable(
                reported.name().in(locale),
                List.of(
                        translate("procurement.period"),
                        translate("procurement.sum"),
                        translate("procurement.sum.institutions")),
                List.of(1));
        reported.sums()
                .reversed()
                .forEach(each -> table.line(
                        PurchaseTable.cell(new Span(each.period().label(locale))),
                        PurchaseTable.number(new Span(amount(each.value(), reported.unit()))),
                        PurchaseTable.cell(parts(each, reported.unit(), agreement))));
        return new Div(indicator, table);
    }

    /** What each signatory adds leads to where it comes from; who is missing is named. */
    private Component parts(Sum sum, String unit, Agreement agreement) {
        List<Signatory> asked = agreement.signatories().stream()
                .filter(each -> each.institution() != null)
                .toList();
        UnorderedList list = new UnorderedList();
        sum.parts().forEach(each -> {
            Long figure = each.figure();
            String value = amount(each.value(), unit);
            list.add(new ListItem(
                    new Span(each.name() + ": "),
                    figure == null
                            ? new Span(value)
                            : new Figure(value, () -> provenance.open(figure.toString(), each.institution()))));
        });
        asked.stream()
                .filter(each -> sum.parts().stream()
                        .noneMatch(part -> part.institution().equals(each.institution())))
                .forEach(each ->
                        list.add(new ListItem(FigureWriter.faint(translate("procurement.sum.missing", each.name())))));
        return new Div(new Span(translate("procurement.sum.of", sum.parts().size(), asked.size())), list);
    }

    private String amount(BigDecimal value, String unit) {
        return UnitText.with(new NumberText(locale).of(value, 0), unit);
    }

    private Component audits(Agreement agreement) {
        PurchaseTable table = new PurchaseTable(
                translate("procurement.audits"),
                List.of(
                        translate("procurement.audit.date"),
                        translate("procurement.audit.auditor"),
                        translate("procurement.audit.share"),
                        translate("procurement.audit.result")),
                List.of(2));
        agreement
                .audits()
                .forEach(each -> table.line(
                        PurchaseTable.cell(new Span(each.date().in(locale))),
                        PurchaseTable.cell(new Span(each.auditor().in(locale))),
                        PurchaseTable.number(new Span(
                                each.share() == null
                                        ? "–"
                                        : UnitText.with(new NumberText(locale).of(each.share(), 0), "%"))),
                        PurchaseTable.cell(new Span(
                                each.result() == null ? "–" : each.result().in(locale)))));
        return agreement.audits().isEmpty()
                ? card(translate("procurement.audits"), new Paragraph(translate("procurement.audits.nothing")))
                : card(translate("procurement.audits"), table);
    }

    private Component certificates(Agreement agreement) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        UnorderedList list = new UnorderedList();
        agreement.certificates().forEach(each -> {
            ListItem item = new ListItem(new Span(translate(
                            "procurement.certificate",
                            each.holder(),
                            each.issued().in(locale),
                            each.expires() == null ? "–" : each.expires().in(locale))
                    + " "));
            if (each.expires() != null && each.expires().last().isBefore(today)) {
                item.add(new Tag(translate("procurement.expired"), Tag.Tone.ERROR));
            }
            list.add(item);
        });
        return agreement.certificates().isEmpty()
                ? card(
                        translate("procurement.certificates"),
                        new Paragraph(translate("procurement.certificates.nothing")))
                : card(translate("procurement.certificates"), list);
    }

    private static Section card(String title, Component... content) {
        H2 heading = new H2(title);
        heading.addClassName("card-h");
        Section card = new Section(heading);
        card.add(content);
        card.addClassName("card");
        return card;
    }

    @Override
    public String getPageTitle() {
        return title + " · SCP Monitor";
    }
}
