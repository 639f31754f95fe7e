package org.scpmonitor.ui.indicator;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import org.scpmonitor.progress.IndicatorProgress;
import org.scpmonitor.ui.component.Help;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.Pages;

/** The judgements of the three methods, and why they differ where they do. */
class MethodsCard extends Section {
    MethodsCard(IndicatorProgress progress) {
        addClassName("card");
        NumberText numbers = new NumberText(UI.getCurrent().getLocale());
        H2 heading = new H2(translate("indicator.methods"));
        heading.addClassName("card-h");
        Div head = new Div(heading, new Help(Help.Term.SCORE));
        head.addClassName("row");
        add(head);
        progress.verdicts()
                .forEach(each -> add(new MethodRuler(
                        each, each.method() == progress.programme().method(), numbers)));
        if (progress.methodsDisagree()) {
            Div says = new Div();
            Span title = new Span(translate("indicator.methods.disagree") + " ");
            title.addClassName("b");
            says.add(title);
            Disagreement.sentences(progress, numbers).forEach(each -> says.add(new Paragraph(each)));
            says.add(Pages.link(Pages.METHODS + "#cuts", translate("indicator.methods.page")));
            add(new Note(Note.Kind.DISAGREEMENT, says));
        }
    }
}
