package org.scpmonitor.ui.procurement;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.comparison.Compared.Point;
import org.scpmonitor.entry.Criterion;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.procurement.ProcurementQueries;
import org.scpmonitor.procurement.Purchase;
import org.scpmonitor.procurement.Purchases;
import org.scpmonitor.procurement.Uptake;
import org.scpmonitor.progress.IndicatorProgress;
import org.scpmonitor.progress.ProgressQuestion;
import org.scpmonitor.register.Entries;
import org.scpmonitor.register.Entry;
import org.scpmonitor.text.Text;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Help;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.PageActions;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.component.Selection.Member;
import org.scpmonitor.ui.progress.FigureWatch;
import org.scpmonitor.ui.progress.SharedProgress;
import org.scpmonitor.ui.provenance.ProvenanceDrawer;

/** One criterion: what it asks for and asked before, how far it is met, what that avoids, and what more would. */
@Route(Pages.PROCUREMENT + "/criterion/:code")
@AnonymousAllowed
class CriterionView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private static final WhatIfCard.Asked USUAL = new WhatIfCard.Asked(new BigDecimal("0.8"), 2030);

    private final Entries entries;
    private final ProcurementQueries queries;
    private final SharedProgress progress;
    private final ProvenanceDrawer provenance;
    private final Clock clock;
    private final FigureWriter told;
    private final Locale locale = UI.getCurrent().getLocale();
    private final Div content = new Div();
    private String code = "";
    private String title = "";
    private WhatIfCard.Asked asked = USUAL;
    private Selection selection = Selection.NONE;

    CriterionView(
            Entries entries,
            ProcurementQueries queries,
            SharedProgress progress,
            ProvenanceDrawer provenance,
            FigureWatch watch,
            Clock clock) {
        this.entries = entries;
        this.queries = queries;
        this.progress = progress;
        this.provenance = provenance;
        this.clock = clock;
        this.told = new FigureWriter(locale, provenance::open);
        content.addClassName("stack");
        add(content, provenance);
        watch.follow(this, this::show);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        code = event.getRouteParameters().get("code").orElseThrow();
        asked = asked(event.getLocation().getQueryParameters());
        selection = Selection.of(event.getLocation().getQueryParameters()).only(Member.AS_OF);
        show();
    }

    /** What can't be read is asked as usual. */
    private static WhatIfCard.Asked asked(QueryParameters address) {
        BigDecimal share = address.getSingleParameter("share")
                .filter(text -> text.matches("\\d{1,2}|100"))
                .map(text -> new BigDecimal(text).movePointLeft(2))
                .orElse(USUAL.share());
        int year = address.getSingleParameter("year")
                .filter(text -> text.matches("\\d{4}"))
                .map(Integer::parseInt)
                .filter(each -> each >= WhatIfCard.FIRST_YEAR && each <= WhatIfCard.LAST_YEAR)
                .orElse(USUAL.year());
        return new WhatIfCard.Asked(share, year);
    }

    private void ask(WhatIfCard.Asked wanted) {
        UI.getCurrent()
                .navigate(
                        CriterionView.class,
                        new RouteParameters("code", code),
                        QueryParameters.fromString(
                                selection.query().isEmpty()
                                        ? wanted.query()
                                        : wanted.query() + "&" + selection.query()));
    }

    private void show() {
        AsOf asOf = selection.moment();
        List<Entry<Criterion>> versions = entries.history(Kind.CRITERION, code, asOf).stream()
                .map(CriterionView::criterion)
                .toList();
        if (versions.isEmpty() || versions.getFirst().withdrawn()) {
            throw new NotFoundException(code);
        }
        Entry<Criterion> entry = versions.getFirst();
        Criterion criterion = entry.content();
        title = entry.title().in(locale);
        Purchases purchases = queries.read(Purchases.named(List.of(criterion)), List.of(criterion.institution()), asOf);
        Measures measures = new Measures(criterion, purchases);
        content.removeAll();
        content.add(crumbs());
        Div marks = new Div(new Span(translate(
                "procurement.version",
                entry.version(),
                criterion.validFrom() == null ? "–" : criterion.validFrom().in(locale),
                translate("procurement.level." + criterion.level()))));
        marks.addClassNames("row", "wrap");
        FigureWriter.marks(entry).forEach(marks::add);
        List<IndicatorProgress> programme = criterion.impacts().isEmpty()
                ? List.of()
                : progress.list(ProgressQuestion.at(asOf).ofCountries(List.of(criterion.country())));
        PageActions actions = new PageActions(clock);
        actions.show(new CriterionFile(entry, measures, asked, programme, asOf));
        content.add(head(title, marks, FigureWriter.register(entry), actions));
        FigureWriter.past(asOf, Pages.criterion(code), locale).ifPresent(content::add);
        content.add(about(entry, purchases));
        content.add(versions(versions), uptake(measures));
        measures.impacts()
                .forEach(impact ->
                        measures.chain(impact).ifPresent(chain -> content.add(new ChainCard(impact, chain, told))));
        if (!criterion.impacts().isEmpty()) {
            WhatIfCard whatIf = new WhatIfCard(told, asked, this::ask);
            whatIf.show(measures, asked, programme);
            content.add(whatIf);
        }
    }

    @SuppressWarnings("unchecked")
    private static Entry<Criterion> criterion(Entry<?> entry) {
        return (Entry<Criterion>) entry;
    }

    private Component crumbs() {
        Nav crumbs =
                new Nav(Pages.link(Pages.PROCUREMENT, translate("procurement.title")), new Span("/"), new Span(code));
        crumbs.addClassName("crumbs");
        crumbs.setAriaLabel(translate("procurement.crumbs"));
        return crumbs;
    }

    private Component about(Entry<Criterion> entry, Purchases purchases) {
        Criterion criterion = entry.content();
        DescriptionList facts = new DescriptionList();
        facts.addClassName("plain");
        fact(facts, "country", CountryMark.name(criterion.country(), locale));
        fact(
                facts,
                "institution",
                purchases.institution(criterion.institution()).in(locale));
        fact(facts, "requirement", criterion.requirement().in(locale));
        fact(facts, "verification", words(criterion.verification()));
        fact(facts, "legal", words(criterion.legalBasis()));
        fact(
                facts,
                "valid",
                (criterion.validFrom() == null ? "–" : criterion.validFrom().in(locale))
                        + (criterion.validUntil() == null
                                ? ""
                                : " – " + criterion.validUntil().in(locale)));
        fact(facts, "source", entry.source());
        Section card = new Section(new H2(translate("procurement.about")), facts);
        card.addClassName("card");
        return card;
    }

    private String words(@Nullable Text text) {
        return text == null ? "–" : text.in(locale);
    }

    private static void fact(DescriptionList facts, String key, String value) {
        facts.add(
                new DescriptionList.Term(translate("procurement.fact." + key)), new DescriptionList.Description(value));
    }

    /** Every version, the latest first; what differs from the one before it is marked. */
    private Component versions(List<Entry<Criterion>> versions) {
        PurchaseTable table = new PurchaseTable(
                translate("procurement.versions"),
                List.of(
                        translate("procurement.versions.version"),
                        translate("procurement.fact.requirement"),
                        translate("procurement.fact.verification"),
                        translate("procurement.fact.legal"),
                        translate("procurement.fact.valid")),
                List.of());
        for (int i = 0; i < versions.size(); i++) {
            Entry<Criterion> each = versions.get(i);
            Optional<Criterion> before =
                    i + 1 < versions.size() ? Optional.of(versions.get(i + 1).content()) : Optional.empty();
            Criterion now = each.content();
            Span known = new Span(new DateText(locale).day(each.knownFrom()));
            known.addClassNames("xxs", "faint");
            table.line(
                    PurchaseTable.cell(new Div("v" + each.version()), known),
                    compared(now.requirement(), before.map(older -> words(older.requirement()))),
                    compared(now.verification(), before.map(older -> words(older.verification()))),
                    compared(now.legalBasis(), before.map(older -> words(older.legalBasis()))),
                    PurchaseTable.cell(new Span(
                            now.validFrom() == null ? "–" : now.validFrom().in(locale))));
        }
        return new Div(
                sectionHead(translate("procurement.versions"), translate("procurement.versions.says", versions.size())),
                table.carded());
    }

    /** @param before what stood there in the version before; empty in the first */
    private NativeTableCell compared(@Nullable Text now, Optional<String> before) {
        String text = words(now);
        if (before.isEmpty() || before.get().equals(text)) {
            return PurchaseTable.cell(new Span(text));
        }
        Div was = new Div(translate("procurement.versions.before", before.get()));
        was.addClassNames("xxs", "faint");
        return PurchaseTable.cell(new Span(text), was);
    }

    private Component uptake(Measures measures) {
        Criterion criterion = measures.criterion();
        Uptake quantity = measures.uptake();
        Uptake spend = measures.bySpend();
        List<Component> parts = new ArrayList<>();
        parts.add(sectionHead(
                translate("procurement.uptake.title"),
                translate("procurement.uptake.says"),
                new Help(Help.Term.UPTAKE)));
        if (quantity.shares().isEmpty()) {
            Div empty = new Div(translate("procurement.uptake.nothing"));
            empty.addClassNames("empty", "card");
            parts.add(empty);
            return FigureWriter.together(parts);
        }
        boolean published = criterion.purchases() == null;
        PurchaseTable table = new PurchaseTable(
                translate("procurement.uptake.title"),
                published
                        ? List.of(translate("procurement.period"), translate("procurement.uptake"))
                        : List.of(
                                translate("procurement.period"),
                                name(measures, criterion.meeting()),
                                name(measures, criterion.purchases()),
                                translate("procurement.uptake"),
                                translate("procurement.uptake.spend")),
                List.of(1, 2).stream().filter(each -> !published).toList());
        for (Uptake.Share each : quantity.shares().reversed()) {
            NativeTableRow row = table.line();
            row.add(PurchaseTable.cell(new Span(each.period().label(locale))));
            Point meeting = each.meeting();
            if (meeting != null) {
                row.add(
                        PurchaseTable.number(told.figure(meeting, unit(measures, criterion.meeting()))),
                        PurchaseTable.number(told.figure(each.purchases(), unit(measures, criterion.purchases()))));
            }
            row.add(PurchaseTable.cell(told.share(each)));
            if (!published) {
                row.add(PurchaseTable.cell(spend.shares().stream()
                        .filter(other -> other.period().equals(each.period()))
                        .findFirst()
                        .map(told::share)
                        .orElseGet(() -> FigureWriter.faint("–"))));
            }
        }
        parts.add(table.carded());
        if (criterion.impacts().isEmpty()) {
            parts.add(new Paragraph(translate("procurement.nofactor")));
        } else {
            parts.add(impacts(measures));
        }
        return FigureWriter.together(parts);
    }

    private static String name(Measures measures, @Nullable String indicator) {
        return measures.purchases()
                .find(indicator)
                .map(each -> each.name().in(UI.getCurrent().getLocale()))
                .orElse("–");
    }

    private static String unit(Measures measures, @Nullable String indicator) {
        return measures.purchases().find(indicator).map(Purchase::unit).orElse("1");
    }

    /** What was avoided, the latest of each. */
    private Component impacts(Measures measures) {
        Div answers = new Div();
        answers.addClassName("effects");
        measures.impacts()
                .forEach(impact -> measures.latest(impact).ifPresent(latest -> {
                    Div label = new Div(
                            impact.name().in(locale) + ", " + latest.period().label(locale));
                    label.addClassNames("xs", "faint");
                    answers.add(new Div(label, told.figureWithin(latest, impact.unit())));
                }));
        return answers;
    }

    @Override
    public String getPageTitle() {
        return title + " · SCP Monitor";
    }
}
