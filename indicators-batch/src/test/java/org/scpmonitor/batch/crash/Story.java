package org.scpmonitor.batch.crash;

import static org.scpmonitor.schema.Tables.INDICATOR_VERSION;
import static org.scpmonitor.schema.Tables.REBUILD_REQUEST;
import static org.scpmonitor.schema.Tables.SUBMISSION;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.scpmonitor.actual.Refresh;
import org.scpmonitor.batch.schedule.Runner;
import org.scpmonitor.batch.schedule.Workflow;
import org.scpmonitor.batch.world.Monitor;
import org.scpmonitor.submission.SubmissionState.Action;
import org.scpmonitor.submission.Upload;
import org.scpmonitor.world.TestDatabase;
import org.scpmonitor.world.World;

/**
 * What people do: they send files, submit and approve them. Told again after an interruption it goes on where it was,
 * as people would: the same bytes give the first submission back, and a step that has been taken is refused.
 */
enum Story {
    /** Years with a target, then a correction of one of them. */
    FEW(List.of("few.csv", "few.csv")),
    /** A file in two parts whose reading tells twice how far it has come. */
    MANY(List.of("many.csv")),
    /** Years, whose figures are all computed anew after the indicator's rule has changed. */
    ANEW(List.of("years.csv"));

    private static final int INSTITUTIONS = 84;

    private final List<String> files;

    Story(List<String> files) {
        this.files = files;
    }

    /** The catalogue that the story takes place in. */
    void prepare(TestDatabase database) {
        World world = World.in(database);
        for (int i = 0; i < (this == MANY ? INSTITUTIONS : 2); i++) {
            world.institution(institution(i));
        }
        world.indicator("WAS", "t", 12, "sum", "sum")
                .indicator("PAPER", "{CLP}", 1, "sum", "sum")
                .baseline("WAS", "2020")
                .target("WAS", "2030", "60");
    }

    private static String institution(int number) {
        return "CL-%03d".formatted(number);
    }

    /** Tells the story to its end. */
    void tell(Monitor monitor) {
        settle(monitor);
        for (int i = lastSent(monitor); i < files.size(); i++) {
            long submission = monitor.received(new Upload(institution(0), "coordinator.CL", files.get(i)), text(i))
                    .submission();
            settle(monitor);
            step(monitor, submission, Action.SUBMIT, "coordinator.CL");
            step(monitor, submission, Action.APPROVE, "manager");
            settle(monitor);
        }
        if (this == ANEW) {
            changeTheRule(monitor);
        }
    }

    private static void changeTheRule(Monitor monitor) {
        DSLContext sql = monitor.part(DSLContext.class);
        if (!sql.fetchExists(REBUILD_REQUEST)) {
            sql.transaction(tx -> {
                tx.dsl()
                        .update(INDICATOR_VERSION)
                        .set(INDICATOR_VERSION.OVER_INSTITUTIONS, "mean")
                        .execute();
                monitor.part(Refresh.class).request("the rule has changed", null);
            });
        }
        monitor.part(Runner.class).rebuild();
        until(() -> !sql.fetchExists(REBUILD_REQUEST, REBUILD_REQUEST.RUN_ID.isNull())
                && monitor.part(Refresh.class).unassessedRuns().isEmpty()
                && monitor.isSettled());
    }

    /** Nobody sends again what a correction has followed: that would be a correction of it. */
    private static int lastSent(Monitor monitor) {
        return Math.max(0, monitor.part(DSLContext.class).fetchCount(SUBMISSION) - 1);
    }

    private static void step(Monitor monitor, long submission, Action action, String account) {
        monitor.part(Workflow.class).act(submission, action, account, "");
    }

    /** Waits until nothing is left to be done. */
    static void settle(Monitor monitor) {
        until(monitor::isSettled);
    }

    private static void until(BooleanSupplier done) {
        long end = System.nanoTime() + 60_000_000_000L;
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Work is left undone");
            }
            pause();
        }
    }

    static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(int file) {
        String header = "institution,indicator,period,value,unit,comment\n";
        return switch (this) {
            case FEW -> header + rows(file == 0 ? "82.5" : "80.5");
            case MANY ->
                header
                        + IntStream.range(0, INSTITUTIONS * 300)
                                .mapToObj(i -> "%s,PAPER,%d-%02d,%d.25,CLP,as the ledger has it"
                                        .formatted(institution(i / 300), 2000 + i % 300 / 12, i % 12 + 1, i))
                                .collect(Collectors.joining("\n"));
            case ANEW ->
                header
                        + IntStream.range(0, 12)
                                .mapToObj(i -> "%s,WAS,%d,%d,t,".formatted(institution(i % 2), 2018 + i / 2, i + 70))
                                .collect(Collectors.joining("\n"));
        };
    }

    private static String rows(String latest) {
        return """
                CL-000,WAS,2020,70,t,
                CL-001,WAS,2020,30000.5,kg,
                CL-000,WAS,2025,%s,t,
                """.formatted(latest);
    }
}
