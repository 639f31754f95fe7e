package org.scpmonitor.ui.operations;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.actual.Rebuild.Progress;
import org.scpmonitor.job.JobRun;
import org.scpmonitor.job.JobRun.State;
import org.scpmonitor.job.JobRuns;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Segmented;
import org.scpmonitor.ui.operations.Operating.Waiting;
import org.scpmonitor.ui.submission.Counted;

/** The jobs that ran, run and wait; restarting the failed, recomputing the figures. */
@Route(Pages.OPERATIONS)
@Menu(title = "nav.system.operations", icon = "PULSE", order = 90)
@RolesAllowed("ADMINISTRATOR")
class OperationsView extends Page implements HasDynamicTitle {
    private static final List<String> JOBS =
            List.of("validateSubmission", "acceptSubmission", "refreshActuals", "rebuildActuals", "assessProgress");
    private static final int MOST_NAMED = 20;

    private final Operating operating;
    private final RunGrid grid = new RunGrid(this::restart);
    private final Div waiting = new Div();
    private final Div said = new Div();
    private final RecomputationCard recomputation = new RecomputationCard(this::recompute);
    private @Nullable String job;
    private @Nullable State state;

    OperationsView(JobRuns runs, Operating operating, RunWatch watch) {
        this.operating = operating;
        said.getElement().setAttribute("role", "status");
        Button rebuild = new Button(translate("operations.rebuild"), Icon.SUM.small(), click -> confirmRebuild());
        add(head(translate("operations.title"), new Span(translate("operations.says")), rebuild), said);
        grid.setItems(query -> runs.page(job, state, query.getOffset(), query.getLimit()).stream());
        Div empty = new Div(new Span(translate("operations.none")));
        empty.addClassName("empty");
        grid.setEmptyStateComponent(empty);
        Div layout = new Div(runs(), side());
        layout.addClassNames("lay", "side");
        add(layout);
        showWaiting();
        watch.follow(this, () -> {
            grid.getDataProvider().refreshAll();
            showWaiting();
        });
    }

    private Component runs() {
        H2 title = new H2(translate("operations.runs"));
        title.addClassName("card-h");
        Span space = new Span();
        space.addClassName("sp");
        Div head = new Div(title, space, jobFilter(), stateFilter());
        head.addClassNames("row", "wrap", "card-top");
        Div card = new Div(head, grid);
        card.addClassNames("card", "flush");
        return card;
    }

    private Component jobFilter() {
        Select<String> filter = new Select<>();
        filter.setAriaLabel(translate("operations.job"));
        filter.setItems(JOBS);
        filter.setEmptySelectionAllowed(true);
        filter.setEmptySelectionCaption(translate("operations.job.all"));
        filter.setItemLabelGenerator(each -> each == null ? translate("operations.job.all") : RunGrid.name(each));
        filter.addValueChangeListener(chosen -> {
            job = chosen.getValue();
            grid.getDataProvider().refreshAll();
        });
        return filter;
    }

    private Component stateFilter() {
        return new Segmented<Optional<State>>(translate("operations.state"), chosen -> {
                    state = chosen.orElse(null);
                    grid.getDataProvider().refreshAll();
                })
                .option(Optional.empty(), translate("operations.filter.all"))
                .option(Optional.of(State.STARTED), translate("operations.state.STARTED"))
                .option(Optional.of(State.FAILED), translate("operations.state.FAILED"))
                .press(Optional.empty());
    }

    private Component side() {
        Div side = new Div(waitingCard(), recomputation);
        side.addClassName("stack");
        recomputation.show(operating.lastRecomputation());
        return side;
    }

    private void recompute() {
        operating.recompute();
        recomputation.show(operating.lastRecomputation());
    }

    private Component waitingCard() {
        Div card = new Div(new H2(translate("operations.waiting")), waiting);
        card.addClassName("card");
        return card;
    }

    private void showWaiting() {
        Waiting now = operating.waiting();
        waiting.removeAll();
        waiting.add(new Div(
                Counted.of("operations.waiting.submissions", now.submissions().size())));
        if (!now.submissions().isEmpty()) {
            Div numbers = new Div(now.submissions().stream()
                    .limit(MOST_NAMED)
                    .map(Counted::number)
                    .collect(Collectors.joining(" · ")));
            numbers.addClassNames("xs", "muted", "num");
            waiting.add(numbers);
        }
        waiting.add(
                new Div(Counted.of("operations.waiting.rebuilds", now.rebuilds().size())));
        now.underWay().forEach(each -> waiting.add(underWay(each)));
    }

    private Component underWay(Progress progress) {
        String text = translate(
                "operations.rebuilding",
                Counted.number(progress.request()),
                Counted.number(progress.done()),
                Counted.number(progress.parts()));
        ProgressBar bar = new ProgressBar(0, progress.parts(), progress.done());
        bar.getElement().setAttribute("aria-label", text);
        Button cancel = new Button(
                translate("operations.cancel"),
                click -> tell(translate(
                        operating.cancel(progress.request()) ? "operations.cancel.asked" : "operations.cancel.late")));
        cancel.addThemeNames("small");
        return new Div(new Div(text), bar, cancel);
    }

    private void restart(JobRun run) {
        operating.restart(run);
        tell(translate("operations.restarted", RunGrid.name(run.job())));
    }

    private void confirmRebuild() {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(translate("operations.rebuild"));
        dialog.setText(translate("operations.rebuild.text"));
        dialog.setCancelable(true);
        dialog.setCancelText(translate("submission.leave"));
        dialog.setConfirmText(translate("operations.rebuild.confirm"));
        dialog.addConfirmListener(confirmed -> {
            operating.rebuild();
            tell(translate("operations.rebuild.asked"));
            showWaiting();
        });
        dialog.open();
    }

    private void tell(String message) {
        said.removeAll();
        said.add(new Note(Note.Kind.OK, message));
    }

    @Override
    public String getPageTitle() {
        return translate("nav.system.operations") + " · SCP Monitor";
    }
}
