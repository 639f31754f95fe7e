package org.scpmonitor.ui.submission;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.scpmonitor.batch.template.AnnotatedFiles;
import org.scpmonitor.batch.template.TemplateWorkbook;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.submission.SubmissionBoard;
import org.scpmonitor.submission.SubmissionDetail;
import org.scpmonitor.submission.SubmissionFiles;
import org.scpmonitor.ui.component.Icon;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Files as they were sent, streamed from the database to those who may know of their submissions. */
@Component
public class SentFile {
    private final SubmissionBoard board;
    private final SubmissionFiles files;
    private final AnnotatedFiles annotated;
    private final CurrentViewer viewers;

    SentFile(SubmissionBoard board, SubmissionFiles files, AnnotatedFiles annotated, CurrentViewer viewers) {
        this.annotated = annotated;
        this.board = board;
        this.files = files;
        this.viewers = viewers;
    }

    /** A link that downloads the file. */
    public Anchor link(long submission) {
        Anchor link = new Anchor(event -> write(submission, event), "");
        link.add(Icon.DOWNLOAD.small(), new Span(translate("submission.download")));
        link.addClassNames("btn", "sm");
        return link;
    }

    /** The same; empty where the reader may not know of the submission. */
    public Optional<Anchor> linkIfReadable(long submission) {
        return board.find(viewers.get(), submission).map(found -> link(submission));
    }

    /** A link that downloads the file as a workbook with what was found at its cells. */
    public Anchor annotatedLink(long submission) {
        Locale locale = UI.getCurrent().getLocale();
        Anchor link = new Anchor(event -> annotate(submission, locale, event), "");
        link.add(Icon.DOWNLOAD.small(), new Span(translate("submission.annotated")));
        link.addClassNames("btn", "sm");
        return link;
    }

    private void annotate(long submission, Locale locale, DownloadEvent event) throws IOException {
        String sent = find(submission).line().fileName();
        event.setFileName(AnnotatedFiles.fileName(sent));
        event.setContentType(TemplateWorkbook.CONTENT_TYPE);
        annotated.write(submission, sent, locale, event.getOutputStream());
    }

    private void write(long submission, DownloadEvent event) throws IOException {
        SubmissionDetail detail = find(submission);
        event.setFileName(detail.line().fileName());
        event.setContentType("application/octet-stream");
        event.setContentLength(detail.file().size());
        files.writeTo(submission, event.getOutputStream());
    }

    private SubmissionDetail find(long submission) {
        return board.find(viewers.get(), submission)
                .orElseThrow(() -> new AccessDeniedException("Submission " + submission + " is out of scope"));
    }
}
