package org.scpmonitor.ui.review;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.approval.StandIns;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.submission.ReviewQueue;
import org.scpmonitor.submission.ReviewQueue.Entry;
import org.scpmonitor.submission.SubmissionState;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.review.QueueOrder.By;
import org.scpmonitor.ui.submission.Addressed;
import org.scpmonitor.ui.submission.Counted;

/** The submissions that wait for a decision, and one of them beside what is known now. */
@Route(Pages.REVIEW + "/:" + Addressed.PARAMETER + "?")
@Menu(title = "nav.data.review", icon = "CHECKLIST", order = 40)
@RolesAllowed({"COORDINATOR", "MANAGER", "EXPERT", "APPROVER"})
class ReviewView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private final ReviewQueue queue;
    private final SubmissionReview.Parts parts;
    private final StandIns standIns;
    private final CurrentViewer viewers;
    private final Clock clock;
    private QueueOrder order = new QueueOrder(null, null, By.AGE);

    ReviewView(ReviewQueue queue, SubmissionReview.Parts parts, StandIns standIns, CurrentViewer viewers, Clock clock) {
        this.queue = queue;
        this.parts = parts;
        this.standIns = standIns;
        this.viewers = viewers;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        order = new QueueOrder(
                query.getSingleParameter("country").orElse(null),
                query.getSingleParameter("programme").orElse(null),
                By.of(query.getSingleParameter("by").orElse("")));
        show(Addressed.submission(event.getRouteParameters()).orElse(0L), new Div());
    }

    private void show(long open, Component told) {
        Viewer viewer = viewers.get();
        List<Entry> all = queue.waiting(viewer, open);
        if (open != 0 && all.stream().noneMatch(entry -> entry.line().id() == open)) {
            throw new NotFoundException();
        }
        removeAll();
        List<Entry> entries = order.of(all, open);
        long waiting = all.stream()
                .filter(entry -> entry.line().state() == SubmissionState.SUBMITTED)
                .count();
        Div layout = new Div();
        if (all.isEmpty()) {
            layout.add(nothingOpen("review.empty"));
        } else {
            layout.add(
                    new WaitingList(entries, open, viewer, clock.instant(), order.query(), by(), choices(all)),
                    open == 0
                            ? nothingOpen("review.choose")
                            : new SubmissionReview(parts, open, () -> show(open, new Div())));
            layout.addClassName("lay");
            layout.setClassName("open", open != 0);
        }
        add(head(
                translate("review.title"),
                new Span(Counted.of("review.says", waiting)),
                actions(viewer, entries, open)));
        add(told, layout);
    }

    private Component[] actions(Viewer viewer, List<Entry> entries, long open) {
        List<Component> actions = new ArrayList<>();
        List<Entry> clean = entries.stream()
                .filter(entry -> entry.isClean() && entry.waitsFor(viewer))
                .toList();
        if (!clean.isEmpty() && open == 0) {
            actions.add(new BulkApproval(parts.deciding(), clean, told -> show(open, told)));
        }
        if (viewer.decidesInOwnName()) {
            actions.add(StandInDialog.button(standIns, viewer, clock));
        }
        return actions.toArray(Component[]::new);
    }

    private Component[] choices(List<Entry> all) {
        List<Component> choices = new ArrayList<>();
        List<String> countries = all.stream()
                .map(entry -> entry.line().place().country())
                .distinct()
                .sorted()
                .toList();
        List<String> programmes = all.stream()
                .flatMap(entry -> entry.programmes().stream())
                .distinct()
                .sorted()
                .toList();
        if (countries.size() > 1 || order.country() != null) {
            choices.add(oneOf(
                    "country",
                    countries,
                    code -> CountryMark.name(code, getLocale()),
                    order.country(),
                    chosen -> follow(order.withCountry(chosen))));
        }
        if (programmes.size() > 1 || order.programme() != null) {
            choices.add(oneOf(
                    "programme",
                    programmes,
                    code -> code,
                    order.programme(),
                    chosen -> follow(order.withProgramme(chosen))));
        }
        return choices.toArray(Component[]::new);
    }

    private static Component oneOf(
            String what,
            List<String> codes,
            UnaryOperator<String> name,
            @Nullable String chosen,
            Consumer<@Nullable String> follow) {
        Select<String> select = new Select<>();
        select.setAriaLabel(translate("review.queue." + what));
        select.setItems(codes);
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(translate("review.queue." + what + ".all"));
        select.setItemLabelGenerator(
                code -> code == null ? translate("review.queue." + what + ".all") : name.apply(code));
        select.setValue(chosen);
        select.addValueChangeListener(change -> follow.accept(change.getValue()));
        return select;
    }

    private Component by() {
        Select<By> by = new Select<>();
        by.setAriaLabel(translate("review.queue.by"));
        by.setItems(By.values());
        by.setItemLabelGenerator(each -> translate("review.queue.by." + each.name()));
        by.setValue(order.by());
        by.addValueChangeListener(change -> follow(order.by(change.getValue())));
        return by;
    }

    private static void follow(QueueOrder chosen) {
        UI ui = UI.getCurrent();
        ui.navigate(
                ui.getInternals().getActiveViewLocation().getPath(),
                QueryParameters.fromString(chosen.query().replaceFirst("^\\?", "")));
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
