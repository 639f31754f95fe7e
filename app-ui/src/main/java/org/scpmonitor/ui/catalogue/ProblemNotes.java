package org.scpmonitor.ui.catalogue;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.scpmonitor.catalogue.CatalogueImport.Outcome;
import org.scpmonitor.catalogue.CatalogueProblem;
import org.scpmonitor.ui.component.Note;

/** What is wrong with a form: each field tells its own, here stands how many there are, and what no field is for. */
class ProblemNotes extends Div {
    private final FieldForm form;

    ProblemNotes(FieldForm form) {
        this.form = form;
        getElement().setAttribute("role", "alert");
    }

    /** Shows what a change was refused for. @return whether it wasn't */
    boolean none(Outcome outcome) {
        return none(outcome instanceof Outcome.Refused refused ? refused.problems() : List.of());
    }

    /** Shows these. @return whether there are none */
    boolean none(List<CatalogueProblem> found) {
        removeAll();
        List<CatalogueProblem> others = form.mark(found, Words.locale());
        if (!found.isEmpty()) {
            add(new Note(Note.Kind.ERROR, translate("catalogue.edit.wrong", found.size())));
        }
        others.forEach(problem -> add(new Note(
                Note.Kind.ERROR,
                problem.path() + ": " + problem.read(Words.locale()) + " " + problem.mend(Words.locale()))));
        return found.isEmpty();
    }
}
