package org.scpmonitor.ui.typed;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.approval.ValueRemarks.Told;
import org.scpmonitor.assignment.ReportingSheet;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.draft.Draft;
import org.scpmonitor.draft.TypedValue.Slot;
import org.scpmonitor.submission.SubmissionDetail;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Pages;

/** Types what an institution is to report of a period, instead of sending a file. */
@Route(Pages.REPORT + "/type/:institution/:period")
@RolesAllowed({"REPORTER", "COORDINATOR"})
class TypedView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private final Typing typing;
    private String title = "";

    TypedView(Typing typing) {
        this.typing = typing;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        ReportingPeriod period = event.getRouteParameters()
                .get("period")
                .flatMap(ReportingPeriod::parse)
                .orElseThrow(NotFoundException::new);
        ReportingSheet sheet = event.getRouteParameters()
                .get("institution")
                .flatMap(institution -> typing.find(institution, period))
                .orElseThrow(NotFoundException::new);
        show(sheet);
    }

    private void show(ReportingSheet asked) {
        removeAll();
        String period = asked.period().label(UI.getCurrent().getLocale());
        title = translate("typed.title", period);
        Draft draft = typing.draft(asked).orElse(null);
        add(crumbs(period), head(title, institution(asked)));
        if (asked.rows().isEmpty()) {
            add(new Note(Note.Kind.QUERY, translate("typed.nothing", period)));
            return;
        }
        Div content = new Div();
        content.addClassName("stack");
        notes(content, asked, draft);
        content.add(new TypedForm(typing, new TypedSheet(asked, draft), remarks(draft), () -> show(asked)));
        add(content);
    }

    private static Component crumbs(String period) {
        Nav crumbs = new Nav(Pages.link(Pages.REPORT, translate("nav.data.report")), new Span("›"), new Span(period));
        crumbs.addClassName("crumbs");
        return crumbs;
    }

    private static Component institution(ReportingSheet asked) {
        Span name = new Span(
                asked.institution().code() + " · " + asked.institution().name());
        Span both = new Span(CountryMark.of(asked.institution().country()).image(), name);
        both.addClassNames("row", "wrap");
        return both;
    }

    private void notes(Div content, ReportingSheet asked, @Nullable Draft draft) {
        if (draft == null) {
            typing.lastSent(asked).ifPresent(sent -> content.add(sentBefore(sent)));
        } else if (draft.mends() != null) {
            typing.submission(draft.mends())
                    .flatMap(SubmissionDetail::returned)
                    .ifPresent(event -> content.add(
                            new Note(Note.Kind.QUERY, translate("report.returned", event.actor(), event.comment()))));
        }
    }

    private Map<Slot, List<Told>> remarks(@Nullable Draft draft) {
        return draft == null || draft.mends() == null ? Map.of() : typing.remarks(draft.mends());
    }

    private static Component sentBefore(SubmissionDetail sent) {
        Component link = Pages.link(Pages.report(sent.line().id()), translate("typed.sent.open"));
        return new Note(Note.Kind.PLAIN, new Span(translate("typed.sent") + " "), link);
    }

    @Override
    public String getPageTitle() {
        return title + " · SCP Monitor";
    }
}
