package org.scpmonitor.ui.procurement;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.entry.Product;
import org.scpmonitor.entry.Selection;
import org.scpmonitor.entry.Writing;
import org.scpmonitor.procurement.Aspect;
import org.scpmonitor.procurement.Ranking;
import org.scpmonitor.procurement.Sensitivity;
import org.scpmonitor.procurement.Weights;
import org.scpmonitor.register.Entries;
import org.scpmonitor.register.Entry;
import org.scpmonitor.register.EntryDrafts;
import org.scpmonitor.register.EntryEdits;
import org.scpmonitor.register.Keeping;
import org.scpmonitor.register.Shelf;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.text.Text;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.Help;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.PageActions;
import org.scpmonitor.ui.component.Pages;

/** How a country's priority products are chosen: weights to move, ranks and how firm they are, and the decision. */
@Route(Pages.PROCUREMENT + "/selection/:code")
@AnonymousAllowed
class SelectionView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private static final int USUAL = 5;
    private static final int MOST = 100;
    private static final int FEW = 10;

    private final Entries entries;
    private final EntryEdits edits;
    private final EntryDrafts drafts;
    private final Keeping keeping;
    private final CurrentViewer viewers;
    private final Clock clock;
    private final Locale locale = UI.getCurrent().getLocale();
    private final NumberText numbers = new NumberText(locale);
    private final Set<String> chosen = new LinkedHashSet<>();
    private String code = "";
    private String title = "";
    private AsOf asOf = AsOf.NOW;
    private @Nullable Entry<Selection> shown;
    private @Nullable DecideCard decide;

    SelectionView(
            Entries entries,
            EntryEdits edits,
            EntryDrafts drafts,
            Keeping keeping,
            CurrentViewer viewers,
            Clock clock) {
        this.entries = entries;
        this.edits = edits;
        this.drafts = drafts;
        this.keeping = keeping;
        this.viewers = viewers;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String asked = event.getRouteParameters().get("code").orElseThrow();
        asOf = org.scpmonitor.ui.component.Selection.of(event.getLocation().getQueryParameters())
                .moment();
        Shelf shelf = entries.read(Set.of(Kind.SELECTION, Kind.PRODUCT), asOf);
        Entry<Selection> entry = shelf.find(Selection.class, asked).orElseThrow(() -> new NotFoundException(asked));
        if (!asked.equals(code) || shown == null || shown.version() != entry.version()) {
            code = asked;
            chosen.clear();
            chosen.addAll(entry.content().chosen());
        }
        shown = entry;
        title = entry.title().in(locale);
        Weights weights =
                weights(event.getLocation().getQueryParameters()).orElseGet(() -> Weights.of(entry.content()));
        show(entry, shelf, weights);
    }

    /** As {@code 30-20-10-40}, in the order of the aspects; empty where that can't be read. */
    private static Optional<Weights> weights(QueryParameters address) {
        return address.getSingleParameter("weights")
                .filter(text -> text.matches("\\d{1,3}(-\\d{1,3}){3}"))
                .map(text -> text.split("-"))
                .filter(parts -> !String.join("", parts).matches("0+"))
                .map(parts -> new Weights(
                        new BigDecimal(parts[0]),
                        new BigDecimal(parts[1]),
                        new BigDecimal(parts[2]),
                        new BigDecimal(parts[3])));
    }

    private void show(Entry<Selection> entry, Shelf shelf, Weights weights) {
        Selection selection = entry.content();
        int number = selection.chosen().isEmpty() ? USUAL : selection.chosen().size();
        Ranking ranking = Ranking.of(selection.candidates(), weights);
        Sensitivity sensitivity = Sensitivity.of(selection.candidates(), weights, number);
        Div marks = new Div(new Span(CountryMark.name(selection.country(), locale)));
        if (selection.decidedOn() != null) {
            marks.add(new Span(translate(
                    "procurement.decided",
                    selection.decidedOn().in(locale),
                    selection.decidedBy() == null ? "–" : selection.decidedBy().in(locale))));
        }
        marks.addClassNames("row", "wrap");
        FigureWriter.marks(entry).forEach(marks::add);
        Nav crumbs =
                new Nav(Pages.link(Pages.PROCUREMENT, translate("procurement.title")), new Span("/"), new Span(code));
        crumbs.addClassName("crumbs");
        crumbs.setAriaLabel(translate("procurement.crumbs"));
        PageActions actions = new PageActions(clock);
        actions.show(new SelectionFile(entry, ranking, sensitivity, product -> name(shelf, product), asOf));
        Div stack = new Div(crumbs, head(title, marks, FigureWriter.register(entry), actions));
        FigureWriter.past(asOf, Pages.productSelection(code), locale).ifPresent(stack::add);
        stack.add(weightFields(weights), table(ranking, sensitivity, shelf, number), smallest(sensitivity, shelf));
        stack.addClassName("stack");
        Viewer viewer = viewers.get();
        boolean publishes = Keeping.mayPublish(viewer, selection.country());
        decide = null;
        if (asOf.moment() == null
                && Keeping.mayWrite(viewer)
                && (publishes || keeping.mayDraft(viewer, selection.country()))) {
            decide = new DecideCard(selection, publishes, locale, step -> keep(entry, weights, step));
            stack.add(decide);
        }
        removeAll();
        add(stack);
    }

    private Component weightFields(Weights weights) {
        H2 heading = new H2(translate("procurement.weights"));
        heading.addClassName("card-h");
        Div fields = new Div();
        fields.addClassName("scales");
        boolean few =
                Stream.of(Aspect.values()).allMatch(each -> weights.of(each).compareTo(BigDecimal.valueOf(FEW)) <= 0);
        for (Aspect aspect : Aspect.values()) {
            ScaleField field = new ScaleField(
                    "weight-" + aspect,
                    translate("procurement.aspect." + aspect),
                    few ? FEW : MOST,
                    value -> value,
                    value -> weigh(weights, aspect, value));
            field.show(weights.of(aspect));
            fields.add(field);
        }
        Section card = new Section(heading, new Paragraph(translate("procurement.weights.says")), fields);
        card.addClassName("card");
        return card;
    }

    private void weigh(Weights weights, Aspect aspect, BigDecimal value) {
        boolean nothingLeft = value.signum() == 0
                && weights.total().subtract(weights.of(aspect)).signum() == 0;
        Weights wanted = nothingLeft ? weights : weights.with(aspect, value);
        UI.getCurrent()
                .navigate(
                        SelectionView.class,
                        new RouteParameters("code", code),
                        QueryParameters.fromString(SelectionFile.query(wanted, asOf)));
    }

    private Component table(Ranking ranking, Sensitivity sensitivity, Shelf shelf, int number) {
        PurchaseTable table = new PurchaseTable(
                translate("procurement.candidates"),
                List.of(
                        translate("procurement.choose"),
                        translate("procurement.product"),
                        translate("procurement.aspect.IMPACT"),
                        translate("procurement.aspect.VOLUME"),
                        translate("procurement.aspect.READINESS"),
                        translate("procurement.aspect.WILL"),
                        translate("procurement.score"),
                        translate("procurement.rank"),
                        translate("procurement.ranks"),
                        translate("procurement.kept", sensitivity.trials()),
                        translate("procurement.grid")),
                List.of(2, 3, 4, 5, 6, 7, 8, 9, 10));
        table.addClassName("candidates");
        List<Checkbox> boxes = new ArrayList<>();
        List<String> first = ranking.first(number);
        for (Ranking.Place place : ranking.places()) {
            String name = name(shelf, place.product()).in(locale);
            Checkbox box = new Checkbox(chosen.contains(place.product()));
            box.setAriaLabel(translate("procurement.choose.product", name));
            box.setId("choose-" + place.product());
            box.addValueChangeListener(event -> {
                if (event.getValue()) {
                    chosen.add(place.product());
                } else {
                    chosen.remove(place.product());
                }
            });
            boxes.add(box);
            NativeTableRow row = table.line();
            row.setClassName("in", first.contains(place.product()));
            Div product = new Div(
                    new ProductIcon(shelf.find(Product.class, place.product())
                            .map(each -> each.content().icon())
                            .orElse(Product.Icon.OTHER)),
                    new Span(name));
            product.addClassName("row");
            row.add(PurchaseTable.cell(box), PurchaseTable.cell(product));
            for (Aspect aspect : Aspect.values()) {
                row.add(PurchaseTable.number(new Span(numbers.full(aspect.score(place.candidate())))));
            }
            Sensitivity.Stability stability = sensitivity.find(place.product()).orElseThrow();
            row.add(
                    PurchaseTable.number(new Span(numbers.of(place.score(), 2))),
                    PurchaseTable.number(new Span(place.rank() + (place.tied() ? "=" : ""))),
                    PurchaseTable.number(new Span(stability.best() + "–" + stability.worst())),
                    PurchaseTable.number(new Span(Integer.toString(stability.kept()))),
                    PurchaseTable.number(new Span(numbers.percent(stability.share()))));
        }
        Button take = new Button(translate("procurement.choose.first", number), click -> {
            chosen.clear();
            chosen.addAll(first);
            for (int i = 0; i < boxes.size(); i++) {
                boxes.get(i).setValue(first.contains(ranking.places().get(i).product()));
            }
        });
        take.setId("choose-first");
        Div part = new Div(
                sectionHead(
                        translate("procurement.candidates"),
                        translate("procurement.candidates.says"),
                        take,
                        new Help(Help.Term.RANKING)),
                table.carded());
        if (ranking.tiedAt(number)) {
            part.add(new Note(Note.Kind.QUERY, translate("procurement.tied", number)));
        }
        return part;
    }

    private static Text name(Shelf shelf, String product) {
        return shelf.find(Product.class, product)
                .map(Entry::title)
                .orElseGet(() -> new Text(product, product, product));
    }

    private Component smallest(Sensitivity sensitivity, Shelf shelf) {
        H2 heading = new H2(translate("procurement.sensitivity"));
        heading.addClassName("card-h");
        Sensitivity.Turn turn = sensitivity.smallest();
        Div head = new Div(heading, new Help(Help.Term.SENSITIVITY));
        head.addClassName("row");
        Section card = new Section(
                head,
                new Paragraph(
                        turn == null
                                ? translate("procurement.turn.none")
                                : translate(
                                        "procurement.turn",
                                        translate("procurement.aspect." + turn.aspect()),
                                        numbers.of(turn.from(), 1),
                                        numbers.of(turn.at(), 1),
                                        name(shelf, turn.enters()).in(locale),
                                        name(shelf, turn.leaves()).in(locale))),
                FigureWriter.small(translate("procurement.sensitivity.method", sensitivity.trials())));
        card.addClassName("card");
        return card;
    }

    private void keep(Entry<Selection> entry, Weights weights, DecideCard.Step step) {
        DecideCard card = decide;
        if (card == null) {
            return;
        }
        EntryEdits.Wanted wanted = new EntryEdits.Wanted(
                Kind.SELECTION,
                entry.code(),
                tree(entry.content(), weights, card.decision()),
                entry.illustrative(),
                entry.source(),
                entry.version());
        Viewer viewer = viewers.get();
        switch (step) {
            case DRAFT, PROPOSE -> {
                boolean kept = drafts.keep(viewer, wanted, step == DecideCard.Step.PROPOSE);
                card.tell(
                        kept ? Note.Kind.OK : Note.Kind.ERROR,
                        translate(kept ? "procurement.decide.kept." + step : "procurement.decide.notallowed"));
            }
            case PUBLISH -> {
                switch (edits.publish(viewer, wanted, translate("procurement.decide.reason"))) {
                    case EntryEdits.Outcome.Published _ -> {
                        UI.getCurrent().navigate(SelectionView.class, new RouteParameters("code", code));
                        DecideCard now = decide;
                        if (now != null) {
                            now.tell(Note.Kind.OK, translate("procurement.decide.published"));
                        }
                    }
                    case EntryEdits.Outcome.Flawed flawed ->
                        card.tell(flawed.flaws().getOrDefault(0, List.of()));
                    case EntryEdits.Outcome.ChangedMeanwhile meanwhile ->
                        card.tell(Note.Kind.ERROR, translate("procurement.decide.meanwhile", meanwhile.version()));
                    case EntryEdits.Outcome.OutOfScope _ ->
                        card.tell(Note.Kind.ERROR, translate("procurement.decide.notallowed"));
                    case EntryEdits.Outcome.StillNamed _, EntryEdits.Outcome.NotThere _ ->
                        throw new IllegalStateException("Nothing was to be taken back");
                }
            }
        }
    }

    private Map<String, Object> tree(Selection selection, Weights weights, DecideCard.Decision decision) {
        Map<String, Object> tree = new LinkedHashMap<>(Writing.tree(selection));
        tree.put("impact", weights.impact().toPlainString());
        tree.put("volume", weights.volume().toPlainString());
        tree.put("readiness", weights.readiness().toPlainString());
        tree.put("will", weights.will().toPlainString());
        tree.put("chosen", List.copyOf(chosen));
        if (decision.date() == null) {
            tree.remove("decidedOn");
        } else {
            tree.put("decidedOn", decision.date().toString());
        }
        worded(tree, "decidedBy", decision.by());
        worded(tree, "grounds", decision.grounds());
        return tree;
    }

    /** What was written in the reader's language takes the place of what stood there; translations of the same stay. */
    private void worded(Map<String, Object> tree, String field, String text) {
        Map<String, Object> words = new LinkedHashMap<>();
        if (tree.get(field) instanceof Map<?, ?> before) {
            before.forEach((language, word) -> words.put(String.valueOf(language), word));
        }
        String language = locale.getLanguage().matches("en|de") ? locale.getLanguage() : "es";
        if (text.isEmpty()) {
            tree.remove(field);
        } else if (!text.equals(words.get(language))) {
            tree.put(field, Map.of(language, text));
        }
    }

    @Override
    public String getPageTitle() {
        return title + " · SCP Monitor";
    }
}
