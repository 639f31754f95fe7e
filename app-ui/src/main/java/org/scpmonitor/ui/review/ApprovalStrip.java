package org.scpmonitor.ui.review;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import org.scpmonitor.approval.Awaited;
import org.scpmonitor.approval.Given;
import org.scpmonitor.submission.SubmissionState;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Icon;

/** The approvals that a submission needs: who gave which, and whose turn it is. */
class ApprovalStrip extends OrderedList {
    ApprovalStrip(Awaited awaited, SubmissionState state) {
        addClassNames("stages", "approvals");
        getElement().setAttribute("aria-label", translate("review.levels"));
        for (int level = 1; level <= awaited.levels(); level++) {
            add(
                    level <= awaited.given().size()
                            ? given(awaited.given().get(level - 1))
                            : open(awaited, level, state == SubmissionState.SUBMITTED && level == awaited.level()));
        }
    }

    private static ListItem given(Given given) {
        String when = new DateText(UI.getCurrent().getLocale()).moment(given.at());
        ListItem item = item(
                translate("review.level." + given.level()),
                given.onBehalfOf() == null
                        ? given.displayName() + " · " + when
                        : translate("submission.onBehalf", given.displayName(), given.onBehalfOf()) + " · " + when,
                Icon.CHECK);
        item.addClassName("done");
        return item;
    }

    private static ListItem open(Awaited awaited, int level, boolean now) {
        String who = level == 1 || awaited.second() == null
                ? translate("review.level.first")
                : translate("review.level.second." + awaited.second().name(), awaited.programme());
        ListItem item = item(translate("review.level." + level), who, now ? Icon.CLOCK : Icon.LOCK);
        if (now) {
            item.addClassName("run");
        }
        return item;
    }

    private static ListItem item(String title, String says, Icon icon) {
        Span name = new Span(icon.small(), new Span(title));
        name.addClassNames("b", "row");
        Span text = new Span(says);
        text.addClassName("num");
        return new ListItem(name, text);
    }
}
