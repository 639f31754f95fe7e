package org.scpmonitor.ui.catalogue;

import static com.vaadin.flow.i18n.I18NProvider.translate;
import static java.util.stream.Collectors.toMap;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.batch.schedule.Runner;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.catalogue.CatalogueDocument.FormulaLine;
import org.scpmonitor.catalogue.FormulaEditing;
import org.scpmonitor.catalogue.FormulaEditing.Outcome;
import org.scpmonitor.formula.Checked;
import org.scpmonitor.formula.FormulaVersion;
import org.scpmonitor.formula.Formulas;
import org.scpmonitor.formula.Trial;
import org.scpmonitor.formula.Vocabulary;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Pages;

/** How an indicator is calculated: its formulas, each typed and tried here before it is saved. */
@Route(Pages.CATALOGUE + "/:code/formula")
@RolesAllowed({"MANAGER", "ADMINISTRATOR"})
class FormulaView extends Page implements BeforeEnterObserver, HasDynamicTitle, FormulaEditor.Actions {

    private final Formulas formulas;
    private final FormulaEditing editing;
    private final Runner runner;
    private final Trial trial;
    private final Viewer viewer;
    private final Clock clock;
    private String code = "";
    private String title = "";

    FormulaView(
            Formulas formulas, FormulaEditing editing, Runner runner, Trial trial, CurrentViewer viewers, Clock clock) {
        this.formulas = formulas;
        this.editing = editing;
        this.runner = runner;
        this.trial = trial;
        this.viewer = viewers.get();
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        code = event.getRouteParameters().get("code").orElseThrow();
        show(null);
    }

    /** @param said what has just been done; null where nothing has */
    private void show(@Nullable String said) {
        Vocabulary vocabulary = formulas.vocabulary(AsOf.NOW);
        Vocabulary.Indicator of = vocabulary.indicators().get(code);
        if (of == null) {
            throw new NotFoundException(code);
        }
        title = of.name().in(Words.locale());
        List<FormulaVersion> current = formulas.of(code, AsOf.NOW);
        Map<String, Set<String>> reads = formulas.reads();
        TrialCard result = new TrialCard(trial, viewer, of);
        FormulaEditor editor = new FormulaEditor(
                vocabulary,
                of,
                text -> Checked.of(text, of, vocabulary, without(reads, code)),
                result::show,
                this,
                current);
        LocalDate year = LocalDate.now(clock).withDayOfYear(1);
        FormulaVersionsCard lines =
                new FormulaVersionsCard(current, formulas.history(code), line -> editor.edit(line, year));
        removeAll();
        add(
                crumbs(),
                head(
                        translate("formula.of", title),
                        new Span(translate(
                                "formula.says", code, Words.unit(of.unit().code())))));
        if (said != null) {
            Note note = new Note(Note.Kind.OK, said);
            note.getElement().setAttribute("role", "status");
            add(note);
        }
        Div main = new Div(editor, result);
        main.addClassName("stack");
        Div lay = new Div(main, lines);
        lay.addClassNames("lay", "side");
        add(lay);
        editor.edit(
                current.isEmpty() ? null : current.getLast(),
                current.isEmpty() ? LocalDate.of(year.getYear() - 20, 1, 1) : year);
    }

    private static Map<String, Set<String>> without(Map<String, Set<String>> reads, String code) {
        return reads.entrySet().stream()
                .filter(each -> !each.getKey().equals(code))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void preview(List<FormulaLine> lines, Div into) {
        into.removeAll();
        into.add(
                switch (editing.preview(code, lines)) {
                    case Outcome.Refused(var wrong) -> new FormulaEffect(wrong);
                    case Outcome.Saved saved -> new FormulaEffect(saved);
                });
    }

    @Override
    public void save(List<FormulaLine> lines, String reason, Div into) {
        if (reason.isBlank()) {
            into.removeAll();
            into.add(new Note(Note.Kind.ERROR, translate("formula.reason.missing")));
            return;
        }
        switch (editing.save(code, lines, reason.strip(), viewer.username())) {
            case Outcome.Refused(var wrong) -> {
                into.removeAll();
                into.add(new FormulaEffect(wrong));
            }
            case Outcome.Saved(var knownFrom, var _, var _) -> {
                if (knownFrom.isPresent()) {
                    runner.rebuild();
                }
                show(translate(knownFrom.isPresent() ? "formula.saved" : "formula.same"));
            }
        }
    }

    private Component crumbs() {
        Nav crumbs = new Nav(
                Pages.link(Pages.CATALOGUE, translate("catalogue.title")),
                new Span("/"),
                Pages.link(Pages.definition(code), code),
                new Span("/"),
                new Span(translate("formula.title")));
        crumbs.addClassName("crumbs");
        crumbs.setAriaLabel(translate("indicator.crumbs"));
        return crumbs;
    }

    @Override
    public String getPageTitle() {
        return title + " · SCP Monitor";
    }
}
