package org.scpmonitor.ui.progress;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.progress.FigureMark.News;
import org.scpmonitor.progress.ProgressQuestion;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Selection;

/**
 * A screen of figures. It is built once, and then shows whatever the address asks for in the same components: after a
 * change of the filters, and when figures change while somebody looks.
 */
public abstract class FigurePage extends Page implements BeforeEnterObserver {
    private Selection selection = Selection.NONE;
    private @Nullable Locale built;

    protected FigurePage(FigureWatch watch) {
        watch.follow(this, this::concerned, this::refresh);
    }

    /** What is asked for now. */
    protected Selection selection() {
        return selection;
    }

    /** Adds the components, in the reader's language. */
    protected abstract void build();

    /** Reads, and shows in the components what the selection asks for. */
    protected abstract void show(Selection asked);

    /** Forgets what was read: it may have changed. */
    protected void forget() {}

    /** Whether something else may be shown after such news. */
    protected boolean concerned(News news) {
        return true;
    }

    /** Takes from the address what isn't part of the selection. */
    protected void enter(BeforeEnterEvent event) {}

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        selection = Selection.of(event.getLocation().getQueryParameters());
        enter(event);
        Locale locale = UI.getCurrent().getLocale();
        if (!locale.equals(built)) {
            removeAll();
            build();
            built = locale;
        }
        show(selection);
    }

    /** What was known at a past moment doesn't change any more. */
    private void refresh() {
        if (built != null && selection.moment().equals(AsOf.NOW)) {
            forget();
            show(selection);
        }
    }

    /** What the selection asks of progress, whatever the screen adds to it. */
    public static ProgressQuestion question(Selection asked) {
        return ProgressQuestion.at(asked.moment()).until(asked.to()).every(asked.periodicity());
    }
}
