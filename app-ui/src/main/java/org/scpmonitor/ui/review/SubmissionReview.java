package org.scpmonitor.ui.review;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.approval.Awaited.Obstacle;
import org.scpmonitor.approval.Awaited.Verdict;
import org.scpmonitor.approval.ValueRemarks;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.submission.FlaggedValues;
import org.scpmonitor.submission.Prospects;
import org.scpmonitor.submission.ReviewQueue;
import org.scpmonitor.submission.ReviewQueue.Outlook;
import org.scpmonitor.submission.SubmissionBoard;
import org.scpmonitor.submission.SubmissionDetail;
import org.scpmonitor.submission.SubmissionLine;
import org.scpmonitor.submission.SubmissionState;
import org.scpmonitor.submission.ValueChanges;
import org.scpmonitor.submission.ValueChanges.Counts;
import org.scpmonitor.submission.WorkMoment.Figures;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.submission.Counted;
import org.scpmonitor.ui.submission.FindingsPanel;
import org.scpmonitor.ui.submission.History;
import org.scpmonitor.ui.submission.RemarksPanel;
import org.scpmonitor.ui.submission.ReopenCard;
import org.scpmonitor.ui.submission.SentFile;
import org.scpmonitor.ui.submission.StateTag;
import org.scpmonitor.ui.submission.SubmissionWatch;

/** One submission as its reviewer sees it. It stays in step with the work that follows a decision. */
class SubmissionReview extends Div {
    private static final int FIGURES = 8;

    private final Parts parts;
    private final Runnable decided;

    /** What it is made with. */
    @org.springframework.stereotype.Component
    record Parts(
            SubmissionBoard board,
            ValueChanges changes,
            FindingsPanel.Reading findings,
            Deciding deciding,
            SentFile file,
            SubmissionWatch watch,
            CurrentViewer viewers,
            FlaggedValues flagged,
            Prospects prospects,
            ReviewQueue queue,
            ValueRemarks remarks) {}

    /** @param decided what is done once it is decided: the list beside changes too */
    SubmissionReview(Parts parts, long submission, Runnable decided) {
        this.parts = parts;
        this.decided = decided;
        load(submission);
    }

    private void load(long submission) {
        parts.board().find(parts.viewers().get().asReviewer(), submission).ifPresent(this::show);
    }

    private void show(SubmissionDetail detail) {
        removeAll();
        Div content = new Div(header(detail));
        content.addClassName("stack");
        if (detail.line().state() == SubmissionState.SUBMITTED) {
            decide(content, detail);
        } else {
            outcome(content, detail);
            remarks(content, detail);
            findings(content, detail);
            if (detail.line().state() == SubmissionState.APPROVED) {
                content.add(new ReopenCard(
                        reason -> parts.deciding().reopen(detail.line(), reason),
                        () -> load(detail.line().id())));
            }
        }
        content.add(new History(detail));
        add(content);
        parts.watch().follow(content, detail.moment(), now -> {
            boolean moved = now.state() != detail.line().state()
                    || now.figures() != detail.moment().figures()
                    || now.readingAgain() != detail.moment().readingAgain();
            if (moved) {
                load(now.id());
            }
        });
    }

    private void outcome(Div content, SubmissionDetail detail) {
        Figures figures = detail.moment().figures();
        if (figures != Figures.NONE) {
            content.add(new Outcome(
                    figures,
                    figures == Figures.DONE
                            ? parts.board().changed(detail.line().id())
                            : List.of()));
        }
    }

    private Component header(SubmissionDetail detail) {
        SubmissionLine line = detail.line();
        Anchor back = Pages.link(Pages.REVIEW, translate("review.back"));
        back.addClassNames("only-narrow", "xs");
        H2 title = new H2(line.place().code() + " · " + line.fileName());
        title.addClassName("card-h");
        Span space = new Span();
        space.addClassName("sp");
        Div top = new Div(title, StateTag.of(line), space, parts.file().link(line.id()));
        top.addClassNames("row", "wrap");
        DateText dates = new DateText(UI.getCurrent().getLocale());
        Div facts = new Div(translate(
                "review.facts",
                line.place().name(),
                Counted.number(line.revision()),
                line.senderName(),
                dates.moment(line.submittedAt() == null ? line.receivedAt() : line.submittedAt())));
        facts.addClassName("sub");
        Div header = new Div(back, top, facts, revisions(detail), new ApprovalStrip(detail.awaited(), line.state()));
        header.addClassName("card");
        return header;
    }

    private void decide(Div content, SubmissionDetail detail) {
        Counts counts = counts(detail);
        Verdict verdict = parts.deciding().verdict(detail);
        boolean decides = verdict instanceof Verdict.May;
        Marks marks = new Marks();
        long id = detail.line().id();
        if (counts == null) {
            content.add(detail.moment().readingAgain() ? reading() : lost(detail));
        } else {
            if (detail.line().found().queries() > 0) {
                content.add(new FlaggedPanel(
                        parts.flagged(), id, detail.line().found().queries(), decides ? marks : null));
            }
            content.add(prospect(detail), new ChangesPanel(parts.changes(), id, counts, decides ? marks : null));
        }
        findings(content, detail);
        remarks(content, detail);
        switch (verdict) {
            case Verdict.May(String onBehalfOf) ->
                content.add(marks, new Decision(parts.deciding(), detail, onBehalfOf, counts != null, marks, decided));
            case Verdict.MayNot(Obstacle why) -> content.add(notNow(why));
        }
    }

    private Component prospect(SubmissionDetail detail) {
        long id = detail.line().id();
        Outlook outlook = parts.queue().outlook(id);
        return new ProspectCard(outlook, parts.prospects().figures(id, FIGURES), () -> {
            parts.deciding().foresee(detail.line());
            load(id);
        });
    }

    private void remarks(Div content, SubmissionDetail detail) {
        List<ValueRemarks.Told> told = parts.remarks().list(detail.line().id());
        if (!told.isEmpty()) {
            content.add(new RemarksPanel(told));
        }
    }

    private void findings(Div content, SubmissionDetail detail) {
        if (!detail.counts().isEmpty()) {
            content.add(new FindingsPanel(parts.findings(), detail.line().id(), detail.counts(), null));
        }
    }

    /** Null where staging is gone, as a whole or in part. */
    private @Nullable Counts counts(SubmissionDetail detail) {
        Long expected = detail.staging().rows();
        if (!detail.staging().tables() || expected == null) {
            return null;
        }
        Counts counts = parts.changes().counts(detail.line().id());
        return counts.all() == expected ? counts : null;
    }

    private static Component reading() {
        return new Note(Note.Kind.PLAIN, translate("review.reading"));
    }

    private Component lost(SubmissionDetail detail) {
        Button again = new Button(translate("review.readAgain"), Icon.REDO.small(), click -> {
            parts.deciding().readAgain(detail.line());
            load(detail.line().id());
        });
        return new Note(Note.Kind.QUERY, new Span(translate("review.lost")), new Div(again));
    }

    /** The revision before and the one after, so that both can be seen. */
    private static Component revisions(SubmissionDetail detail) {
        Div links = new Div();
        links.addClassNames("xs", "row", "wrap");
        if (detail.file().revises() != null) {
            links.add(Pages.link(Pages.review(detail.file().revises()), translate("review.revises")));
        }
        if (detail.file().revisedBy() != null) {
            links.add(Pages.link(Pages.review(detail.file().revisedBy()), translate("review.revisedBy")));
        }
        return links;
    }

    private static Component notNow(Obstacle why) {
        Div says = new Div(Icon.LOCK.small(), new Span(translate("review.notNow." + why.name())));
        says.addClassNames("note");
        return says;
    }
}
