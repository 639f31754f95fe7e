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
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.catalogue.CatalogueImport.Outcome;
import org.scpmonitor.catalogue.CatalogueImport.Prospect;
import org.scpmonitor.catalogue.CatalogueProblem;
import org.scpmonitor.catalogue.IndicatorCatalogue;
import org.scpmonitor.catalogue.IndicatorCatalogue.Entry;
import org.scpmonitor.catalogue.IndicatorCatalogue.State;
import org.scpmonitor.catalogue.IndicatorEdits;
import org.scpmonitor.catalogue.IndicatorEdits.Draft;
import org.scpmonitor.catalogue.IndicatorFields;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Pages;

/** An indicator's members to be changed. What is typed is kept at once; it is taken over after it was seen what it does. */
@Route(Pages.CATALOGUE + "/:code/edit")
@RolesAllowed({"MANAGER", "ADMINISTRATOR"})
class EditView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    /** Stands in the address for an indicator that has no code yet. */
    static final String NEW = "new";

    private final IndicatorCatalogue catalogue;
    private final IndicatorEdits edits;
    private final Taking taking;
    private final CurrentViewer viewers;
    private final Div problems = new Div();
    private final Div kept = new Div();
    private IndicatorForm form;
    private Map<String, String> stored = Map.of();
    private String code = NEW;

    EditView(IndicatorCatalogue catalogue, IndicatorEdits edits, Taking taking, CurrentViewer viewers) {
        this.catalogue = catalogue;
        this.edits = edits;
        this.taking = taking;
        this.viewers = viewers;
        this.form = new IndicatorForm(catalogue.choices(), this::keep);
        problems.getElement().setAttribute("role", "alert");
        kept.getElement().setAttribute("role", "status");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        code = event.getRouteParameters().get("code").orElseThrow();
        Optional<Entry> entry = catalogue.find(code, AsOf.NOW);
        Optional<Draft> draft = edits.findDraft(code);
        if (entry.isEmpty() && draft.isEmpty() && !code.equals(NEW)) {
            throw new NotFoundException(code);
        }
        stored = entry.map(Entry::indicator).map(IndicatorFields::of).orElseGet(EditView::blank);
        removeAll();
        problems.removeAll();
        kept.removeAll();
        form.show(draft.map(Draft::fields).orElse(stored), entry.isEmpty());
        draft.ifPresent(this::tell);
        add(
                crumbs(entry.isPresent()),
                head(title(), new Span(translate("catalogue.edit.says"))),
                problems,
                form,
                foot());
        event.getLocation().getQueryParameters().getSingleParameter("field").ifPresent(form::focus);
    }

    /** A new indicator begins as a draft. */
    private static Map<String, String> blank() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("periodicity", "year");
        fields.put("allowedJumpPercent", "20");
        return fields;
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>(form.values());
        values.put("state", stored.getOrDefault("state", stored.containsKey("code") ? "" : State.DRAFT.code()));
        return values;
    }

    private void keep() {
        Map<String, String> values = values();
        String typed = values.getOrDefault("code", "").strip();
        if (code.equals(NEW) && typed.isEmpty()) {
            return;
        }
        edits.keep(viewers.get(), code.equals(NEW) ? typed : code, values);
        edits.findDraft(code.equals(NEW) ? typed : code).ifPresent(this::tell);
    }

    private void tell(Draft draft) {
        kept.removeAll();
        kept.add(Words.muted(translate(
                "catalogue.edit.kept", new DateText(Words.locale()).moment(draft.changedAt()), draft.author())));
    }

    private Component foot() {
        Button foresee = new Button(translate("catalogue.edit.foresee"), click -> foresee());
        foresee.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button discard = new Button(translate("catalogue.edit.discard"), click -> {
            edits.discard(viewers.get(), code);
            leave();
        });
        Div foot = new Div(foresee, discard, kept);
        foot.addClassNames("row", "wrap", "form-foot");
        return foot;
    }

    private void foresee() {
        Map<String, String> values = values();
        Prospect prospect = edits.foresee(values);
        List<CatalogueProblem> found =
                prospect.outcome() instanceof Outcome.Refused refused ? refused.problems() : List.of();
        show(found);
        if (found.isEmpty()) {
            new ProspectDialog(prospect, reason -> take(values, reason)).open();
        }
    }

    private void take(Map<String, String> values, String reason) {
        switch (taking.take(values, reason)) {
            case Outcome.Refused refused -> show(refused.problems());
            case Outcome.Applied applied -> {
                String taken = values.getOrDefault("code", code).strip();
                UI.getCurrent().navigate(Pages.definition(taken));
            }
        }
    }

    private void show(List<CatalogueProblem> found) {
        problems.removeAll();
        List<CatalogueProblem> others = form.mark(found, Words.locale());
        if (!found.isEmpty()) {
            problems.add(new Note(Note.Kind.ERROR, translate("catalogue.edit.wrong", found.size())));
        }
        others.forEach(problem -> problems.add(new Note(
                Note.Kind.ERROR,
                problem.path() + ": " + problem.read(Words.locale()) + " " + problem.mend(Words.locale()))));
    }

    private void leave() {
        UI.getCurrent()
                .navigate(code.equals(NEW) || !stored.containsKey("code") ? Pages.CATALOGUE : Pages.definition(code));
    }

    private Component crumbs(boolean known) {
        Nav crumbs = new Nav(Pages.link(Pages.CATALOGUE, translate("catalogue.title")), new Span("/"));
        if (known) {
            crumbs.add(Pages.link(Pages.definition(code), code), new Span("/"));
        }
        crumbs.add(new Span(title()));
        crumbs.addClassName("crumbs");
        crumbs.setAriaLabel(translate("indicator.crumbs"));
        return crumbs;
    }

    private String title() {
        return code.equals(NEW) ? translate("catalogue.edit.new") : translate("catalogue.edit.title", code);
    }

    @Override
    public String getPageTitle() {
        return title() + " · SCP Monitor";
    }
}
