package org.scpmonitor.ui.review;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Consumer;
import org.scpmonitor.submission.ReviewQueue.Entry;
import org.scpmonitor.submission.SubmissionLine;
import org.scpmonitor.submission.SubmissionState;
import org.scpmonitor.submission.Transition;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.submission.Counted;
import org.scpmonitor.ui.submission.StateTag;

/** Approves all of which nothing is asked, one by one; what became of each is told. */
class BulkApproval extends Button {
    private final Deciding deciding;
    private final List<Entry> clean;
    private final Consumer<Div> done;

    /** @param done is given what became of them */
    BulkApproval(Deciding deciding, List<Entry> clean, Consumer<Div> done) {
        super(Counted.of("review.bulk", clean.size()), Icon.CHECK.small());
        this.deciding = deciding;
        this.clean = clean;
        this.done = done;
        addClickListener(click -> ask());
    }

    private void ask() {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(Counted.of("review.bulk", clean.size()));
        UnorderedList list = new UnorderedList();
        clean.forEach(each -> list.add(new ListItem(name(each.line()))));
        dialog.add(new Paragraph(translate("review.bulk.says")), list);
        dialog.setCancelable(true);
        dialog.setCancelText(translate("submission.leave"));
        dialog.setConfirmText(translate("review.approve.confirm"));
        dialog.addConfirmListener(confirmed -> approve());
        dialog.open();
    }

    private static String name(SubmissionLine line) {
        return line.place().code() + " · " + line.fileName() + " · "
                + translate("review.revision", Counted.number(line.revision()));
    }

    private void approve() {
        UnorderedList results = new UnorderedList();
        int approved = 0;
        for (Entry each : clean) {
            String became = switch (deciding.approve(each.line(), List.of(), "")) {
                case Transition.Done(SubmissionState state) -> {
                    approved++;
                    yield translate(state == SubmissionState.APPROVED ? "review.bulk.approved" : "review.bulk.first");
                }
                case Transition.Refused(Transition.Reason reason, SubmissionState state) ->
                    translate("submission.refused." + reason.name(), StateTag.word(state));
            };
            results.add(new ListItem(name(each.line()) + ": " + became));
        }
        Div told = new Note(
                approved == clean.size() ? Note.Kind.OK : Note.Kind.QUERY,
                new Span(translate("review.bulk.done", Counted.number(approved), Counted.number(clean.size()))),
                results);
        told.getElement().setAttribute("role", "status");
        done.accept(told);
    }
}
