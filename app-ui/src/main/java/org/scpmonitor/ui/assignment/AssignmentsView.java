package org.scpmonitor.ui.assignment;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.assignment.Assignments;
import org.scpmonitor.assignment.Assignments.Assignable;
import org.scpmonitor.assignment.Assignments.Choices;
import org.scpmonitor.assignment.Calendar;
import org.scpmonitor.assignment.Extensions;
import org.scpmonitor.batch.schedule.Runner;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Segmented;

/** Who is to report what, by when, and for whom other dates hold. */
@Route(Pages.ASSIGNMENTS)
@Menu(title = "nav.data.assignments", icon = "CALENDAR", order = 60)
@RolesAllowed({"COORDINATOR", "MANAGER"})
class AssignmentsView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private enum Part {
        ASSIGNMENTS,
        CALENDAR,
        EXTENSIONS;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Assignments assignments;
    private final Calendar calendar;
    private final Extensions extensions;
    private final Runner runner;
    private final CurrentViewer viewers;
    private final Clock clock;

    AssignmentsView(
            Assignments assignments,
            Calendar calendar,
            Extensions extensions,
            Runner runner,
            CurrentViewer viewers,
            Clock clock) {
        this.assignments = assignments;
        this.calendar = calendar;
        this.extensions = extensions;
        this.runner = runner;
        this.viewers = viewers;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Part chosen = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("part")
                .flatMap(code -> Arrays.stream(Part.values())
                        .filter(part -> part.code().equals(code))
                        .findFirst())
                .orElse(Part.ASSIGNMENTS);
        Segmented<Part> parts = new Segmented<>(
                translate("assignment.title"),
                part -> UI.getCurrent().navigate(Pages.ASSIGNMENTS, QueryParameters.of("part", part.code())));
        for (Part part : Part.values()) {
            parts.option(part, translate("assignment.part." + part.code()));
        }
        Div choice = new Div(parts.press(chosen));
        choice.addClassName("filters");
        removeAll();
        add(
                head(translate("assignment.title"), new Span(translate("assignment.says." + chosen.code()))),
                choice,
                part(chosen, viewers.get()));
    }

    private Component part(Part part, Viewer viewer) {
        return switch (part) {
            case ASSIGNMENTS ->
                new AssignmentPanel(
                        assignments,
                        viewer,
                        assignments.choices(viewer),
                        assignments.assignable(),
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                        runner::rebuild);
            case CALENDAR -> {
                List<Assignable> indicators = assignments.assignable();
                Choices choices = assignments.choices(viewer);
                yield new CalendarPanel(calendar, indicators, choices.countries(), viewer);
            }
            case EXTENSIONS -> new ExtensionPanel(extensions, viewer);
        };
    }

    @Override
    public String getPageTitle() {
        return translate("assignment.title") + " · SCP Monitor";
    }
}
