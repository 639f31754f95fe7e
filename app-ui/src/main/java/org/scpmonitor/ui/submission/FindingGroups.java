package org.scpmonitor.ui.submission;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.submission.Finding;
import org.scpmonitor.submission.FindingCode;
import org.scpmonitor.submission.FindingTexts;
import org.scpmonitor.submission.Findings;
import org.scpmonitor.submission.Findings.Group;
import org.scpmonitor.submission.Severity;

/** Findings by cause: each told once, with how often it occurs and what can be done about all of it at once. */
class FindingGroups extends UnorderedList {
    /**
     * @param cut the codes of which not every occurrence is kept: their groups can be larger than what is counted
     * @param shown what is done to see a group's findings one by one
     */
    FindingGroups(
            List<Group> groups,
            Set<FindingCode> cut,
            Findings.Filter filter,
            @Nullable Answers answers,
            Consumer<Group> shown,
            Runnable answered) {
        addClassName("groups");
        getElement().setAttribute("aria-label", translate("submission.groups"));
        groups.forEach(group -> add(item(group, cut.contains(group.cause().code()), filter, answers, shown, answered)));
    }

    private static ListItem item(
            Group group,
            boolean more,
            Findings.Filter filter,
            @Nullable Answers answers,
            Consumer<Group> shown,
            Runnable answered) {
        Finding first = group.first().finding();
        FindingTexts texts = FindingTexts.of(first, UI.getCurrent().getLocale());
        Span number = new Span(translate(
                more ? "submission.groups.atLeast" : "submission.groups.times", Counted.number(group.number())));
        number.addClassNames("num", "b");
        Div head = new Div(FindingGrid.type(group.first()), number, new Span(what(group, texts)));
        head.addClassNames("row", "wrap");
        Div mend = new Div(texts.mend());
        mend.addClassNames("xs", "muted");
        Div actions = new Div(
                button(translate("submission.groups.show", FindingGrid.place(first)), () -> shown.accept(group)));
        actions.addClassNames("row", "wrap");
        if (answers != null && first.severity() == Severity.QUERY && group.open() > 0) {
            actions.add(explain(group, filter, answers, answered));
        }
        return new ListItem(head, mend, actions);
    }

    /** Doubts of one kind differ in their figures; errors with one cause are told alike. */
    private static String what(Group group, FindingTexts texts) {
        return group.number() > 1 && group.first().finding().severity() == Severity.QUERY
                ? translate(
                        "submission.groups.example",
                        translate("finding." + group.cause().code().name()),
                        texts.what())
                : texts.what();
    }

    private static Component explain(Group group, Findings.Filter filter, Answers answers, Runnable answered) {
        return button(
                Counted.of("submission.groups.explain", group.open()),
                () -> new ExplainDialog(group.first(), filter.ofCause(group.cause()), answers, answered)
                        .forAll()
                        .open());
    }

    private static Button button(String text, Runnable action) {
        Button button = new Button(text, click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }
}
