package org.scpmonitor.ui.catalogue;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.scpmonitor.catalogue.FormulaEditing.Outcome;
import org.scpmonitor.catalogue.FormulaEditing.Wrong;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Note;

/** What saving formulas would do, or why they can't be saved. */
class FormulaEffect extends Div {

    FormulaEffect(List<Wrong> wrong) {
        addClassName("stack");
        var locale = Words.locale();
        DateText days = new DateText(locale);
        wrong.forEach(each -> {
            Span where = new Span(translate(
                            "formula.wrong",
                            each.formula().indicator(),
                            days.day(each.formula().validFrom()))
                    + " ");
            where.addClassName("b");
            add(new Note(
                    Note.Kind.ERROR,
                    where,
                    new Span(each.flaw().what(locale) + " "),
                    new Span(each.flaw().expected(locale))));
        });
    }

    FormulaEffect(Outcome.Saved saved) {
        addClassName("stack");
        if (saved.changes().isEmpty()) {
            add(new Note(Note.Kind.PLAIN, translate("formula.same")));
        } else if (saved.figures().total() == 0) {
            add(new Note(Note.Kind.PLAIN, translate("formula.effect.none")));
        } else {
            add(new FigureTable(saved.figures()));
        }
    }
}
