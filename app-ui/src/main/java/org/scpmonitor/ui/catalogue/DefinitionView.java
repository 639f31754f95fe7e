package org.scpmonitor.ui.catalogue;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.Map;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.catalogue.CatalogueImport.Outcome;
import org.scpmonitor.catalogue.CatalogueImport.Prospect;
import org.scpmonitor.catalogue.IndicatorCatalogue;
import org.scpmonitor.catalogue.IndicatorCatalogue.Entry;
import org.scpmonitor.catalogue.IndicatorCatalogue.State;
import org.scpmonitor.catalogue.IndicatorEdits;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Selection;

/** One indicator's definition, as it is or was on a day, with its versions and the programmes that follow it. */
@Route(Pages.CATALOGUE + "/:code")
@PermitAll
class DefinitionView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private final IndicatorCatalogue catalogue;
    private final IndicatorEdits edits;
    private final Taking taking;
    private final CurrentViewer viewers;
    private final Div problems = new Div();
    private String title = "";

    DefinitionView(IndicatorCatalogue catalogue, IndicatorEdits edits, Taking taking, CurrentViewer viewers) {
        this.catalogue = catalogue;
        this.edits = edits;
        this.taking = taking;
        this.viewers = viewers;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String code = event.getRouteParameters().get("code").orElseThrow();
        QueryParameters address = event.getLocation().getQueryParameters();
        LocalDate asOf = Selection.of(address).asOf();
        Entry entry = address.getSingleParameter("version")
                .filter(text -> text.matches("[1-9]\\d{0,5}"))
                .map(text -> catalogue.find(code, Integer.parseInt(text)))
                .orElseGet(() -> catalogue.find(code, asOf == null ? AsOf.NOW : AsOf.endOf(asOf)))
                .orElseThrow(() -> new NotFoundException(code));
        title = entry.indicator().name().in(Words.locale());
        removeAll();
        problems.removeAll();
        problems.getElement().setAttribute("role", "alert");
        boolean current = entry.version() == entry.versions().getFirst().version();
        boolean editable = current && asOf == null && viewers.get().mayEditCatalogue();
        add(crumbs(entry), editable ? head(title, says(entry), actions(entry)) : head(title, says(entry)), problems);
        if (!current) {
            add(new Note(
                    Note.Kind.PLAIN,
                    new Span(translate("catalogue.earlier", entry.version()) + " "),
                    Pages.link(Pages.definition(code), translate("catalogue.earlier.now"))));
        }
        Div side = new Div(new FollowersCard(entry, editable), new VersionsCard(entry));
        side.addClassName("stack");
        if (editable && state(entry) == State.DRAFT) {
            side.addComponentAsFirst(new GateCard(code, edits.missing(code)));
        }
        Div lay = new Div(new DefinitionCard(entry), side);
        lay.addClassNames("lay", "side");
        add(lay);
    }

    private static State state(Entry entry) {
        return State.of(entry.indicator().state());
    }

    private Component[] actions(Entry entry) {
        Button edit = new Button(
                translate(
                        edits.findDraft(entry.indicator().code()).isPresent()
                                ? "catalogue.edit.goon"
                                : "catalogue.edit.begin"),
                click -> UI.getCurrent()
                        .navigate(Pages.definition(entry.indicator().code()) + "/edit"));
        edit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        State next = state(entry) == State.ACTIVE ? State.RETIRED : State.ACTIVE;
        Button move = new Button(
                translate("catalogue.to." + next.code()),
                click -> move(IndicatorEdits.inState(entry.indicator(), next)));
        boolean calculates = entry.calculated() || state(entry) == State.DRAFT;
        return calculates ? new Component[] {formula(entry), move, edit} : new Component[] {move, edit};
    }

    private static Component formula(Entry entry) {
        return Pages.link(
                Pages.formula(entry.indicator().code()),
                translate(entry.calculated() ? "catalogue.formula.see" : "catalogue.formula.calculate"));
    }

    private void move(Map<String, String> fields) {
        Prospect prospect = edits.foresee(fields);
        if (prospect.outcome() instanceof Outcome.Refused refused) {
            tell(refused);
        } else {
            new ProspectDialog(prospect, reason -> {
                        if (taking.take(fields, reason) instanceof Outcome.Refused refused) {
                            tell(refused);
                        } else {
                            UI.getCurrent().refreshCurrentRoute(false);
                        }
                    })
                    .open();
        }
    }

    private void tell(Outcome.Refused refused) {
        problems.removeAll();
        refused.problems()
                .forEach(problem -> problems.add(
                        new Note(Note.Kind.ERROR, problem.read(Words.locale()) + " " + problem.mend(Words.locale()))));
    }

    private static Component says(Entry entry) {
        Span says = new Span(
                Words.state(state(entry)),
                Words.kind(entry.calculated()),
                new Span(translate(
                        "catalogue.version.of",
                        entry.version(),
                        entry.versions().size())));
        says.addClassNames("row", "wrap");
        return says;
    }

    private static Component crumbs(Entry entry) {
        Nav crumbs = new Nav(
                Pages.link(Pages.CATALOGUE, translate("catalogue.title")),
                new Span("/"),
                new Span(entry.indicator().code()));
        crumbs.addClassName("crumbs");
        crumbs.setAriaLabel(translate("indicator.crumbs"));
        return crumbs;
    }

    @Override
    public String getPageTitle() {
        return title + " · SCP Monitor";
    }
}
