package org.scpmonitor.ui.report;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.assignment.DueLine;
import org.scpmonitor.assignment.DueList;
import org.scpmonitor.assignment.Extensions;
import org.scpmonitor.assignment.ReportingSheet;
import org.scpmonitor.assignment.ReportingSheets;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.submission.SendingInstitutions;
import org.scpmonitor.submission.SubmissionBoard;
import org.scpmonitor.submission.SubmissionLine.Place;
import org.scpmonitor.ui.assignment.ExtensionDialog;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.submission.Counted;
import org.scpmonitor.ui.submission.SubmissionWatch;
import org.scpmonitor.ui.typed.TypedEntries;
import org.springframework.beans.factory.ObjectProvider;

/** What is due; beside it the work on one period, where a file is sent, and what was sent before. */
@Route(Pages.REPORT)
@Menu(title = "nav.data.report", icon = "UPLOAD", order = 30)
@RolesAllowed({"REPORTER", "COORDINATOR"})
class ReportView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private final DueList due;
    private final Extensions extensions;
    private final ReportingSheets sheets;
    private final ObjectProvider<WayIn> ways;
    private final SendingInstitutions institutions;
    private final SubmissionBoard board;
    private final Arrivals arrivals;
    private final ExampleFile example;
    private final SubmissionWatch watch;
    private final TypedEntries entries;
    private final CurrentViewer viewers;
    private final Clock clock;

    ReportView(
            DueList due,
            Extensions extensions,
            ReportingSheets sheets,
            ObjectProvider<WayIn> ways,
            SendingInstitutions institutions,
            SubmissionBoard board,
            Arrivals arrivals,
            ExampleFile example,
            SubmissionWatch watch,
            TypedEntries entries,
            CurrentViewer viewers,
            Clock clock) {
        this.due = due;
        this.extensions = extensions;
        this.sheets = sheets;
        this.ways = ways;
        this.entries = entries;
        this.institutions = institutions;
        this.board = board;
        this.arrivals = arrivals;
        this.example = example;
        this.watch = watch;
        this.viewers = viewers;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        DueAddress address = DueAddress.of(event.getLocation().getQueryParameters());
        Viewer viewer = viewers.get();
        List<Place> first = institutions.page(viewer, "", 0, 2);
        removeAll();
        if (first.isEmpty()) {
            add(
                    head(translate("report.title"), new Span(translate("report.says"))),
                    new Note(Note.Kind.QUERY, translate("report.none")));
            return;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        DueList.Board board = due.board(viewer, address.filter(), 0, address.shown() + 1);
        DuePane pane =
                new DuePane(address, board.lines(), board.counts(), due.programmes(viewer), first.size() > 1, today);
        String code = address.institution();
        ReportingPeriod period = address.period();
        Component beside = code == null || period == null
                ? sending(first.size() == 1 ? first.getFirst() : null)
                : work(viewer, address, code, period, today);
        Div layout = new Div(pane, beside);
        layout.addClassName("lay");
        layout.setClassName("open", code != null && period != null);
        add(
                head(
                        translate("report.title"),
                        new Span(Counted.of("due.says", board.counts().toDo()))),
                layout);
    }

    /** The work on one period. */
    private Component work(
            Viewer viewer, DueAddress address, String institution, ReportingPeriod period, LocalDate today) {
        ReportingSheet sheet =
                sheets.find(viewer.asSender(), institution, period).orElseThrow(NotFoundException::new);
        ReportingSheet.Reporter reporter = sheet.institution();
        Place place = new Place(reporter.id(), reporter.code(), reporter.name(), reporter.country());
        Anchor back = Pages.link(address.list().toString(), translate("due.back"));
        back.addClassNames("only-narrow", "xs");
        UploadCard upload = new UploadCard(arrivals, translate("report.upload"), name(place)).sendFor(place);
        upload.add(help(place));
        return stack(
                back,
                new PeriodWork(
                        sheet,
                        due.find(viewer, reporter.id(), period),
                        ways.orderedStream().toList(),
                        today,
                        extending(viewer, place, period)),
                upload,
                sent());
    }

    /** How a coordinator sets other dates; null for those who may not. */
    private @Nullable Consumer<DueLine> extending(Viewer viewer, Place place, ReportingPeriod period) {
        return viewer.mayPlan(place.id(), place.country())
                ? line -> new ExtensionDialog(
                                extensions,
                                viewer,
                                place.code(),
                                period,
                                line.dueOn(),
                                line.closesOn(),
                                () -> UI.getCurrent().refreshCurrentRoute(false))
                        .open()
                : null;
    }

    /** A file for any period, for an institution that is chosen where there are several. */
    private Component sending(@Nullable Place only) {
        Div choice = new Div();
        UploadCard upload = new UploadCard(arrivals, translate("report.upload"), choice).sendFor(only);
        FormatHelp help = help(only);
        choice.add(only == null ? institutionField(upload, help) : name(only));
        upload.add(help);
        Div stack = stack(upload);
        entries.drafts().ifPresent(stack::add);
        stack.add(sent());
        return stack;
    }

    private static Div stack(Component... parts) {
        Div stack = new Div(parts);
        stack.addClassName("stack");
        return stack;
    }

    private static Component name(Place place) {
        return new Paragraph(place.code() + " · " + place.name());
    }

    private FormatHelp help(@Nullable Place place) {
        FormatHelp help = new FormatHelp(example);
        help.exampleFor(place);
        return help;
    }

    private Component institutionField(UploadCard upload, FormatHelp help) {
        ComboBox<Place> field = new ComboBox<>(translate("report.institution"));
        field.setItems(query ->
                institutions
                        .page(viewers.get(), query.getFilter().orElse(""), query.getOffset(), query.getLimit())
                        .stream());
        field.setItemLabelGenerator(place -> place.code() + " · " + place.name());
        field.setPlaceholder(translate("report.institution.search"));
        field.setHelperText(translate("report.institution.help"));
        field.setRequiredIndicatorVisible(true);
        field.setWidth("min(32rem, 100%)");
        field.addValueChangeListener(chosen -> {
            upload.sendFor(chosen.getValue());
            help.exampleFor(chosen.getValue());
        });
        return field;
    }

    private Component sent() {
        SentGrid grid = new SentGrid((offset, limit) -> board.sent(viewers.get(), offset, limit), watch);
        Div empty = new Div(new Span(translate("report.sent.empty")));
        empty.addClassName("empty");
        grid.setEmptyStateComponent(empty);
        H2 title = new H2(translate("report.sent"));
        title.addClassNames("card-h", "card-top");
        Div card = new Div(title, grid);
        card.addClassNames("card", "flush");
        return card;
    }

    @Override
    public String getPageTitle() {
        return translate("nav.data.report") + " · SCP Monitor";
    }
}
