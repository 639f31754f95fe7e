package org.scpmonitor.ui.report;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.scpmonitor.approval.ValueRemarks;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.submission.FindingCode;
import org.scpmonitor.submission.RevisionChanges;
import org.scpmonitor.submission.SubmissionBoard;
import org.scpmonitor.submission.SubmissionDetail;
import org.scpmonitor.submission.SubmissionLine;
import org.scpmonitor.submission.SubmissionState;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.submission.Addressed;
import org.scpmonitor.ui.submission.Counted;
import org.scpmonitor.ui.submission.FindingsPanel;
import org.scpmonitor.ui.submission.History;
import org.scpmonitor.ui.submission.RemarksPanel;
import org.scpmonitor.ui.submission.ReopenCard;
import org.scpmonitor.ui.submission.StateTag;
import org.scpmonitor.ui.submission.SubmissionWatch;
import org.scpmonitor.ui.typed.TypedEntries;

/** One submission as its sender sees it: how far it has come, what was found, and what to do next. */
@Route(Pages.REPORT + "/:" + Addressed.PARAMETER)
@RolesAllowed({"REPORTER", "COORDINATOR"})
class SubmissionView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    /** The parameter that says that these bytes had been sent before. */
    static final String SENT_BEFORE = "again";

    private static final Set<FindingCode> OF_OWN_TABLES = Set.of(
            FindingCode.NO_HEADER,
            FindingCode.MISSING_COLUMN,
            FindingCode.UNKNOWN_COLUMN,
            FindingCode.MAPPED_SHEET_MISSING,
            FindingCode.MAPPED_COLUMN_MISSING,
            FindingCode.UNMAPPED_COLUMN);

    private final SubmissionBoard board;
    private final SubmissionWatch watch;
    private final CurrentViewer viewers;
    private final Arrivals arrivals;
    private final Sending sending;
    private final TypedEntries entries;
    private final ValueRemarks remarks;
    private final RevisionChanges revisions;
    private String title = "";

    SubmissionView(
            SubmissionBoard board,
            SubmissionWatch watch,
            CurrentViewer viewers,
            Arrivals arrivals,
            Sending sending,
            TypedEntries entries,
            ValueRemarks remarks,
            RevisionChanges revisions) {
        this.board = board;
        this.watch = watch;
        this.viewers = viewers;
        this.arrivals = arrivals;
        this.sending = sending;
        this.entries = entries;
        this.remarks = remarks;
        this.revisions = revisions;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        long id = Addressed.submission(event.getRouteParameters()).orElseThrow();
        SubmissionDetail detail = find(id).orElseThrow(NotFoundException::new);
        title = detail.line().fileName();
        boolean sentBefore =
                event.getLocation().getQueryParameters().getParameters().containsKey(SENT_BEFORE);
        show(detail, sentBefore);
    }

    private Optional<SubmissionDetail> find(long id) {
        return board.find(viewers.get().asSender(), id);
    }

    private void reload(long id) {
        find(id).ifPresent(detail -> show(detail, false));
    }

    private void show(SubmissionDetail detail, boolean sentBefore) {
        removeAll();
        add(crumbs(detail.line()), head(detail.line()));
        Div content = new Div();
        content.addClassName("stack");
        if (sentBefore) {
            content.add(new Note(Note.Kind.QUERY, translate("report.again")));
        }
        notes(content, detail);
        List<ValueRemarks.Told> told = remarks.list(detail.line().id());
        if (!told.isEmpty()) {
            content.add(new RemarksPanel(told));
        }
        Progress progress =
                new Progress(detail, sending, () -> reload(detail.line().id()));
        content.add(progress);
        if (isOwnTable(detail)) {
            content.add(new OwnTable(sending, detail.line()));
        }
        if (!detail.counts().isEmpty()) {
            content.add(findings(detail, progress));
        }
        if (detail.file().revises() != null && detail.moment().state() != SubmissionState.RECEIVED) {
            long id = detail.line().id();
            revisions.counts(id).ifPresent(counts -> content.add(new RevisionPanel(revisions, id, counts)));
        }
        Optional<Div> typed = entries.ofSubmission(detail);
        typed.ifPresent(content::add);
        if (typed.isEmpty() && wantsAnother(detail)) {
            content.add(new UploadCard(arrivals, translate("report.mended"), mended(detail)).mending(detail.line()));
        }
        if (detail.line().state() == SubmissionState.APPROVED && detail.file().revisedBy() == null) {
            content.add(new ReopenCard(
                    reason -> sending.reopen(detail.line(), reason),
                    () -> reload(detail.line().id())));
        }
        if (detail.file().revises() != null || detail.file().revisedBy() != null) {
            content.add(new RevisionsTable(
                    board.revisions(viewers.get().asSender(), detail.line().id()),
                    detail.line().id()));
        }
        content.add(new History(detail));
        add(content);
        watch.follow(content, detail.moment(), now -> {
            if (now.state() == detail.line().state()
                    && now.figures() == detail.moment().figures()) {
                progress.show(now);
            } else {
                reload(now.id());
            }
        });
    }

    private static Component crumbs(SubmissionLine line) {
        Anchor back = Pages.link(Pages.REPORT, translate("nav.data.report"));
        Nav crumbs = new Nav(back, new Span("›"), new Span(line.fileName()));
        crumbs.addClassName("crumbs");
        return crumbs;
    }

    private static Component head(SubmissionLine line) {
        Span place = new Span(line.place().code() + " · " + line.place().name());
        Span revision = new Span(translate("report.revision", Counted.number(line.revision())));
        Span sub = new Span(CountryMark.of(line.place().country()).image(), place, revision, StateTag.of(line));
        sub.addClassNames("row", "wrap");
        return head(line.fileName(), sub);
    }

    private static void notes(Div content, SubmissionDetail detail) {
        if (detail.line().state() == SubmissionState.RETURNED) {
            detail.returned()
                    .ifPresent(event -> content.add(new Note(
                            Note.Kind.QUERY,
                            event.actor().isEmpty()
                                    ? translate("submission.misfits", event.comment())
                                    : translate("report.returned", event.actor(), event.comment()))));
        }
        if (detail.line().state() == SubmissionState.FAILED) {
            content.add(new Note(Note.Kind.ERROR, translate("report.failed")));
        }
        if (detail.line().dryRun()) {
            content.add(new Note(Note.Kind.PLAIN, translate("report.trial.says")));
        }
        Long earlier = detail.file().revises();
        if (earlier != null) {
            content.add(new Note(Note.Kind.PLAIN, Pages.link(Pages.report(earlier), translate("submission.revises"))));
        }
        Long later = detail.file().revisedBy();
        if (later != null) {
            Anchor link = Pages.link(Pages.report(later), translate("report.revised.link"));
            content.add(new Note(Note.Kind.PLAIN, new Span(translate("report.revised") + " "), link));
        }
    }

    /** Whether the file was read and isn't in our layout, or no longer in the one that its mapping was made for. */
    private static boolean isOwnTable(SubmissionDetail detail) {
        return detail.line().state() == SubmissionState.VALIDATED
                && detail.counts().stream().anyMatch(count -> OF_OWN_TABLES.contains(count.code()));
    }

    private static boolean wantsAnother(SubmissionDetail detail) {
        if (detail.file().revisedBy() != null) {
            return false;
        }
        return switch (detail.line().state()) {
            case VALIDATED -> detail.line().found().errors() > 0;
            case RETURNED -> true;
            case APPROVED -> !detail.reopenings().isEmpty();
            case RECEIVED, SUBMITTED, SUPERSEDED, FAILED, CANCELLED, WITHDRAWN -> false;
        };
    }

    private static Component mended(SubmissionDetail detail) {
        return new Paragraph(translate("report.mended.says", detail.line().fileName()));
    }

    private Component findings(SubmissionDetail detail, Progress progress) {
        SubmissionLine line = detail.line();
        boolean answerable = line.state() == SubmissionState.VALIDATED;
        return new FindingsPanel(
                sending.findings(),
                line.id(),
                detail.counts(),
                answerable ? sending.answers(line, () -> find(line.id()).ifPresent(progress::show)) : null);
    }

    @Override
    public String getPageTitle() {
        return title + " · SCP Monitor";
    }
}
