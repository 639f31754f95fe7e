package org.scpmonitor.ui.review;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.submission.SubmissionBoard;
import org.scpmonitor.submission.SubmissionLine;
import org.scpmonitor.submission.SubmissionState;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.submission.Addressed;
import org.scpmonitor.ui.submission.Counted;

/** The submissions that wait for a decision, and one of them beside what is known now. */
@Route(Pages.REVIEW + "/:" + Addressed.PARAMETER + "?")
@Menu(title = "nav.data.review", icon = "CHECKLIST", order = 40)
@RolesAllowed({"COORDINATOR", "MANAGER", "EXPERT", "APPROVER"})
class ReviewView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private final SubmissionBoard board;
    private final SubmissionReview.Parts parts;
    private final CurrentViewer viewers;
    private final Clock clock;

    ReviewView(SubmissionBoard board, SubmissionReview.Parts parts, CurrentViewer viewers, Clock clock) {
        this.board = board;
        this.parts = parts;
        this.viewers = viewers;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(Addressed.submission(event.getRouteParameters()).orElse(0L));
    }

    private void show(long open) {
        List<SubmissionLine> lines = board.waiting(viewers.get(), open);
        if (open != 0 && lines.stream().noneMatch(line -> line.id() == open)) {
            throw new NotFoundException();
        }
        removeAll();
        long waiting = lines.stream()
                .filter(line -> line.state() == SubmissionState.SUBMITTED)
                .count();
        Div layout = new Div();
        if (lines.isEmpty()) {
            layout.add(nothingOpen("review.empty"));
        } else {
            layout.add(
                    new WaitingList(lines, open, viewers.get().username(), clock.instant()),
                    open == 0 ? nothingOpen("review.choose") : new SubmissionReview(parts, open, () -> show(open)));
            layout.addClassName("lay");
            layout.setClassName("open", open != 0);
        }
        add(head(translate("review.title"), new Span(Counted.of("review.says", waiting))), layout);
    }

    private static Component nothingOpen(String key) {
        Div nothing = new Div(new Span(translate(key)));
        nothing.addClassNames("empty", "card");
        return nothing;
    }

    @Override
    public String getPageTitle() {
        return translate("nav.data.review") + " · SCP Monitor";
    }
}
