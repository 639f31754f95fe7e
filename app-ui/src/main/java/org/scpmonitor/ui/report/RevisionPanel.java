package org.scpmonitor.ui.report;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import org.scpmonitor.submission.RevisionChanges;
import org.scpmonitor.submission.RevisionChanges.Counts;
import org.scpmonitor.submission.RevisionChanges.Kind;
import org.scpmonitor.submission.ValueChanges;
import org.scpmonitor.ui.component.Segmented;
import org.scpmonitor.ui.review.ChangeGrid;
import org.scpmonitor.ui.submission.Counted;

/** What a revision changes against the file before it: how many values of each kind, and one kind at a time. */
class RevisionPanel extends Div {
    private static final int ROWS_WITHOUT_SCROLLING = 10;

    private final RevisionChanges changes;
    private final long submission;
    private final Counts counts;
    private final Div shown = new Div();

    RevisionPanel(RevisionChanges changes, long submission, Counts counts) {
        this.changes = changes;
        this.submission = submission;
        this.counts = counts;
        addClassNames("card", "flush");
        Segmented<Kind> kinds = new Segmented<>(translate("report.difference"), this::show);
        for (Kind kind : Kind.values()) {
            kinds.option(kind, translate("report.difference." + kind.name(), Counted.number(counts.of(kind))));
        }
        Kind first = Arrays.stream(Kind.values())
                .filter(kind -> counts.of(kind) > 0)
                .findFirst()
                .orElse(Kind.CHANGED);
        kinds.press(first);
        H2 title = new H2(translate("report.difference"));
        title.addClassName("card-h");
        Span space = new Span();
        space.addClassName("sp");
        Div head = new Div(title, space, kinds);
        head.addClassNames("row", "wrap", "card-top");
        add(head, shown);
        show(first);
    }

    private void show(Kind kind) {
        shown.removeAll();
        int rows = (int) Math.min(Integer.MAX_VALUE, counts.of(kind));
        if (rows == 0) {
            Div empty = new Div(new Span(translate("report.difference.none")));
            empty.addClassName("empty");
            shown.add(empty);
            return;
        }
        ChangeGrid grid = new ChangeGrid(kind == Kind.CHANGED ? ValueChanges.Kind.CHANGED : ValueChanges.Kind.NEW);
        grid.getElement().setAttribute("aria-label", translate("report.difference"));
        grid.setItems(
                query -> changes.page(submission, counts, kind, query.getOffset(), query.getLimit()).stream(),
                query -> rows);
        boolean few = rows <= ROWS_WITHOUT_SCROLLING;
        grid.setAllRowsVisible(few);
        if (!few) {
            grid.setHeight("32rem");
        }
        shown.add(grid);
    }
}
