package org.scpmonitor.ui.operations;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.job.JobRun;
import org.scpmonitor.job.JobRun.State;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Tag;
import org.scpmonitor.ui.submission.Counted;
import org.scpmonitor.ui.submission.Narrow;

/** Executions of jobs, newest first; a click opens what their steps said. */
class RunGrid extends Grid<JobRun> {
    private static final Duration SECONDS_FROM = Duration.ofSeconds(10);

    private final Consumer<JobRun> restart;

    /** @param restart what a click on “restart” does */
    RunGrid(Consumer<JobRun> restart) {
        this.restart = restart;
        addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT, GridVariant.LUMO_NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        getElement().setAttribute("aria-label", translate("operations.runs"));
        Column<?> all = addComponentColumn(this::stacked);
        addColumn(run -> Counted.number(run.id()))
                .setHeader(translate("operations.number"))
                .setWidth("4.5rem")
                .setFlexGrow(0)
                .setHeaderPartName("num")
                .setPartNameGenerator(run -> "num");
        addComponentColumn(RunGrid::job)
                .setHeader(translate("operations.job"))
                .setWidth("12rem")
                .setFlexGrow(4);
        addComponentColumn(RunGrid::state)
                .setHeader(translate("operations.state"))
                .setWidth("7.5rem")
                .setFlexGrow(1);
        addColumn(run -> moment(run.begin()))
                .setHeader(translate("operations.begin"))
                .setWidth("11.5rem")
                .setFlexGrow(1);
        addColumn(run -> took(run.took().orElse(null)))
                .setHeader(translate("operations.duration"))
                .setWidth("6rem")
                .setFlexGrow(0)
                .setHeaderPartName("num")
                .setPartNameGenerator(run -> "num");
        addComponentColumn(this::action).setWidth("8rem").setFlexGrow(0);
        Narrow.stack(this, all);
        setItemDetailsRenderer(new ComponentRenderer<>(RunDetails::new));
        setHeight("40rem");
    }

    private static Component job(JobRun run) {
        Div name = new Div(name(run.job()));
        name.addClassName("b");
        String about = run.about();
        Div subject = new Div(about == null ? translate("operations.subject", Counted.number(run.subject())) : about);
        subject.addClassNames("xs", "muted");
        return new Div(name, subject);
    }

    static String name(String job) {
        return translate("operations.job." + job);
    }

    static Tag state(JobRun run) {
        return switch (run.state()) {
            case STARTING, STARTED, STOPPING -> tag(Icon.REDO, run.state(), Tag.Tone.INFO);
            case COMPLETED -> tag(Icon.CHECK, run.state(), Tag.Tone.OK);
            case FAILED -> tag(Icon.STOP, run.state(), Tag.Tone.ERROR);
            case STOPPED, ABANDONED, UNKNOWN -> tag(Icon.WARNING, run.state(), Tag.Tone.QUERY);
        };
    }

    private static Tag tag(Icon icon, State state, Tag.Tone tone) {
        return new Tag(icon, translate("operations.state." + state.name()), tone);
    }

    /** Spring Batch notes times in the zone of the process; the screens tell all moments in UTC. */
    static String moment(@Nullable LocalDateTime time) {
        return time == null
                ? "–"
                : new DateText(UI.getCurrent().getLocale())
                        .moment(time.atZone(ZoneId.systemDefault()).toInstant());
    }

    static String took(@Nullable Duration duration) {
        if (duration == null) {
            return "–";
        }
        return duration.compareTo(SECONDS_FROM) < 0
                ? translate("operations.milliseconds", Counted.number(duration.toMillis()))
                : translate("operations.seconds", Counted.number(duration.toSeconds()));
    }

    private Component action(JobRun run) {
        if (!run.isRestartable()) {
            return new Span();
        }
        Button button = new Button(translate("operations.restart"), Icon.REDO.small(), click -> restart.accept(run));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }

    private Component stacked(JobRun run) {
        Div facts = new Div(
                state(run),
                new Span(moment(run.begin())),
                new Span(took(run.took().orElse(null))));
        facts.addClassNames("row", "wrap", "xs");
        Div stack = new Div(job(run), facts, action(run));
        stack.addClassName("stacked");
        return stack;
    }
}
