package org.scpmonitor.ui.review;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.submission.ValueChanges;
import org.scpmonitor.submission.ValueChanges.Counts;
import org.scpmonitor.submission.ValueChanges.Kind;
import org.scpmonitor.ui.component.Segmented;
import org.scpmonitor.ui.submission.Counted;

/** What approval would change: how many values of each kind, and one kind at a time beside what is known. */
class ChangesPanel extends Div {
    private static final int ROWS_WITHOUT_SCROLLING = 10;

    private final ValueChanges changes;
    private final long submission;
    private final Counts counts;
    private final @Nullable Marks marks;
    private final Div shown = new Div();

    /** @param marks null where nothing can be decided */
    ChangesPanel(ValueChanges changes, long submission, Counts counts, @Nullable Marks marks) {
        this.marks = marks;
        this.changes = changes;
        this.submission = submission;
        this.counts = counts;
        addClassNames("card", "flush");
        Kind first = Arrays.stream(Kind.values())
                .filter(kind -> counts.of(kind) > 0)
                .findFirst()
                .orElse(Kind.CHANGED);
        Segmented<Kind> kinds = new Segmented<>(translate("review.changes"), this::show);
        for (Kind kind : Kind.values()) {
            kinds.option(kind, translate("review.kind." + kind.name(), Counted.number(counts.of(kind))));
        }
        kinds.press(first);
        H2 title = new H2(translate("review.changes"));
        title.addClassName("card-h");
        Span space = new Span();
        space.addClassName("sp");
        Div head = new Div(title, space, kinds);
        head.addClassNames("row", "wrap", "card-top");
        add(head, shown);
        show(first);
    }

    private void show(Kind kind) {
        int rows = (int) Math.min(Integer.MAX_VALUE, counts.of(kind));
        shown.removeAll();
        if (rows == 0) {
            Div empty = new Div(new Span(translate("review.kind." + kind.name() + ".none")));
            empty.addClassName("empty");
            shown.add(empty);
            return;
        }
        ChangeGrid grid = new ChangeGrid(kind, marks);
        grid.setItems(
                query -> changes.page(submission, kind, query.getOffset(), query.getLimit()).stream(), query -> rows);
        boolean few = rows <= ROWS_WITHOUT_SCROLLING;
        grid.setAllRowsVisible(few);
        if (!few) {
            grid.setHeight("32rem");
        }
        shown.add(grid);
    }
}
