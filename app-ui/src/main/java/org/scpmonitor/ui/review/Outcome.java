package org.scpmonitor.ui.review;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.scpmonitor.submission.SubmissionBoard.Changed;
import org.scpmonitor.submission.WorkMoment.Figures;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.submission.Counted;

/** What becomes of an approved submission: accepted, in the figures, judged; and which figures changed. */
class Outcome extends Div {
    Outcome(Figures figures, List<Changed> changed) {
        addClassName("card");
        OrderedList stages = new OrderedList(
                stage("review.outcome.approved", true, false),
                stage("review.outcome.accepted", figures != Figures.ACCEPTING, figures == Figures.ACCEPTING),
                stage(
                        "review.outcome.refreshed",
                        figures == Figures.ASSESSING || figures == Figures.DONE,
                        figures == Figures.REFRESHING),
                stage("review.outcome.judged", figures == Figures.DONE, figures == Figures.ASSESSING));
        stages.addClassName("stages");
        stages.getElement().setAttribute("aria-live", "polite");
        stages.getStyle().set("margin-top", "var(--scp-3)");
        add(new H2(translate("review.outcome")), stages);
        if (figures == Figures.DONE) {
            add(changed.isEmpty() ? nothing() : links(changed));
        }
    }

    private static ListItem stage(String key, boolean done, boolean running) {
        Span name = new Span();
        name.addClassNames("b", "row");
        if (done) {
            name.add(Icon.CHECK.small());
        } else if (running) {
            name.add(Icon.REDO.small());
        }
        name.add(new Span(translate(key)));
        ListItem stage = new ListItem(name);
        if (done || running) {
            stage.addClassName(done ? "done" : "run");
        }
        return stage;
    }

    private static Component nothing() {
        Div says = new Div(translate("review.outcome.none"));
        says.addClassNames("xs", "muted");
        return says;
    }

    private static Component links(List<Changed> changed) {
        UnorderedList links = new UnorderedList();
        links.addClassName("changed");
        for (Changed each : changed) {
            Anchor link = Pages.link(
                    Pages.indicator(each.indicator(), Selection.NONE.ofProgramme(each.programme())),
                    each.programme() + " · " + each.indicator());
            Span number = new Span(Counted.of("review.outcome.figures", each.figures()));
            number.addClassNames("xs", "muted");
            links.add(new ListItem(link, new Span(" "), number));
        }
        return links;
    }
}
