package org.scpmonitor.ui.report;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.submission.SendingInstitutions;
import org.scpmonitor.submission.SubmissionBoard;
import org.scpmonitor.submission.SubmissionLine.Place;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.submission.SubmissionWatch;

/** Sends a file for an institution, and shows what was sent before. */
@Route(Pages.REPORT)
@Menu(title = "nav.data.report", icon = "UPLOAD", order = 30)
@RolesAllowed({"REPORTER", "COORDINATOR"})
class ReportView extends Page implements HasDynamicTitle {
    private final SendingInstitutions institutions;
    private final SubmissionBoard board;
    private final CurrentViewer viewers;
    private final UploadCard upload;

    ReportView(
            SendingInstitutions institutions,
            SubmissionBoard board,
            Arrivals arrivals,
            ExampleFile example,
            SubmissionWatch watch,
            CurrentViewer viewers) {
        this.institutions = institutions;
        this.board = board;
        this.viewers = viewers;
        List<Place> first = institutions.page(viewers.get(), "", 0, 2);
        Div choice = new Div();
        this.upload = new UploadCard(arrivals, translate("report.upload"), choice);
        FormatHelp help = new FormatHelp(example);
        if (first.size() == 1) {
            choice.add(name(first.getFirst()));
            choose(first.getFirst(), help);
        } else {
            choice.add(institutionField(help));
        }
        upload.add(help);
        add(head(translate("report.title"), new Span(translate("report.says"))));
        if (first.isEmpty()) {
            add(new Note(Note.Kind.QUERY, translate("report.none")));
        } else {
            Div layout = new Div(upload, sent(watch));
            layout.addClassName("stack");
            add(layout);
        }
    }

    private static Component name(Place place) {
        return new Paragraph(place.code() + " · " + place.name());
    }

    private Component institutionField(FormatHelp help) {
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
        field.addValueChangeListener(chosen -> choose(chosen.getValue(), help));
        return field;
    }

    private void choose(@Nullable Place place, FormatHelp help) {
        upload.sendFor(place);
        help.exampleFor(place);
    }

    private Component sent(SubmissionWatch watch) {
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
