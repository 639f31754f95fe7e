package org.scpmonitor.ui.report;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.scpmonitor.assignment.ReportingSheet;
import org.scpmonitor.assignment.ReportingSheets;
import org.scpmonitor.batch.template.TemplateWorkbook;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.submission.Scratch;
import org.scpmonitor.submission.SubmissionLine.Place;
import org.scpmonitor.ui.component.Icon;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;

/** The workbook with a row for each value that is asked for, to be filled in and sent. */
@org.springframework.stereotype.Component
@Order(10)
class TemplateWay implements WayIn {
    private final ReportingSheets sheets;
    private final CurrentViewer viewers;
    private final Scratch scratch;

    TemplateWay(ReportingSheets sheets, CurrentViewer viewers, Scratch scratch) {
        this.sheets = sheets;
        this.viewers = viewers;
        this.scratch = scratch;
    }

    @Override
    public String title() {
        return translate("report.template");
    }

    @Override
    public Optional<Component> offer(Place institution, ReportingPeriod period) {
        Locale locale = UI.getCurrent().getLocale();
        return find(institution, period)
                .filter(sheet -> !sheet.rows().isEmpty())
                .map(sheet -> {
                    Anchor link = new Anchor(event -> write(institution, period, locale, event), "");
                    link.add(Icon.DOWNLOAD.small(), new Span(TemplateWorkbook.fileName(sheet)));
                    link.addClassNames("btn", "sm");
                    Span says = new Span(translate("report.template.says"));
                    says.addClassNames("xs", "muted");
                    return new Div(new Div(says), link);
                });
    }

    private Optional<ReportingSheet> find(Place institution, ReportingPeriod period) {
        return sheets.find(viewers.get().asSender(), institution.code(), period);
    }

    private void write(Place institution, ReportingPeriod period, Locale locale, DownloadEvent event)
            throws IOException {
        ReportingSheet sheet = find(institution, period)
                .orElseThrow(() -> new AccessDeniedException(institution.code() + " is out of scope"));
        event.setFileName(TemplateWorkbook.fileName(sheet));
        event.setContentType(TemplateWorkbook.CONTENT_TYPE);
        TemplateWorkbook.write(sheet, locale, scratch, event.getOutputStream());
    }
}
