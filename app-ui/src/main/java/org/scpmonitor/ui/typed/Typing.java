package org.scpmonitor.ui.typed;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.approval.ValueRemarks;
import org.scpmonitor.approval.ValueRemarks.Told;
import org.scpmonitor.assignment.ReportingSheet;
import org.scpmonitor.assignment.ReportingSheets;
import org.scpmonitor.batch.intake.Intake;
import org.scpmonitor.batch.validation.Rehearsal;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.draft.Draft;
import org.scpmonitor.draft.DraftLine;
import org.scpmonitor.draft.Drafts;
import org.scpmonitor.draft.Saved;
import org.scpmonitor.draft.Sent;
import org.scpmonitor.draft.TypedValue;
import org.scpmonitor.draft.TypedValue.Slot;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.submission.Finding;
import org.scpmonitor.submission.SubmissionBoard;
import org.scpmonitor.submission.SubmissionDetail;
import org.springframework.stereotype.Component;

/** What typing asks for and leaves behind. Each step asks anew who is signed in. */
@Component
class Typing {
    private final ReportingSheets sheets;
    private final Drafts drafts;
    private final Rehearsal rehearsal;
    private final Intake intake;
    private final ValueRemarks remarks;
    private final SubmissionBoard board;
    private final CurrentViewer viewers;

    Typing(
            ReportingSheets sheets,
            Drafts drafts,
            Rehearsal rehearsal,
            Intake intake,
            ValueRemarks remarks,
            SubmissionBoard board,
            CurrentViewer viewers) {
        this.sheets = sheets;
        this.drafts = drafts;
        this.rehearsal = rehearsal;
        this.intake = intake;
        this.remarks = remarks;
        this.board = board;
        this.viewers = viewers;
    }

    private Viewer viewer() {
        return viewers.get().asSender();
    }

    Optional<ReportingSheet> find(String institution, ReportingPeriod period) {
        return sheets.find(viewer(), institution, period);
    }

    Optional<Draft> draft(ReportingSheet sheet) {
        return draft(sheet.institution().id(), sheet.period());
    }

    Optional<Draft> draft(int institution, ReportingPeriod period) {
        return drafts.find(viewer(), institution, period);
    }

    List<DraftLine> drafts(int limit) {
        return drafts.page(viewer(), 0, limit);
    }

    /** What a submission was sent from; empty for a file. */
    Optional<Draft> sent(long submission) {
        return drafts.findSent(viewer(), submission);
    }

    /** What reviewers wrote to single values of a submission. */
    Map<Slot, List<Told>> remarks(long submission) {
        return submission(submission).stream()
                .flatMap(seen -> remarks.list(seen.line().id()).stream())
                .collect(groupingBy(told -> new Slot(told.indicator(), told.disaggregation(), told.period())));
    }

    /** The submission that was typed last for the same period. */
    Optional<SubmissionDetail> lastSent(ReportingSheet sheet) {
        return drafts.findLastSent(viewer(), sheet.institution().id(), sheet.period())
                .flatMap(this::submission);
    }

    Optional<SubmissionDetail> submission(long submission) {
        return board.find(viewer(), submission);
    }

    Saved save(ReportingSheet sheet, int version, List<TypedValue> changed) {
        return drafts.save(viewer(), sheet.institution().id(), sheet.period(), version, changed);
    }

    boolean discard(long draft, int version) {
        return drafts.discard(viewer(), draft, version);
    }

    boolean again(long submission) {
        return drafts.again(viewer(), submission);
    }

    Sent send(long draft, int version) {
        return intake.receive(viewer(), draft, version);
    }

    Map<Slot, List<Finding>> check(ReportingSheet sheet, List<TypedValue> values) {
        return rehearsal.of(viewer().username(), sheet.institution().code(), sheet.period(), values);
    }
}
