package org.scpmonitor.job;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a job. Times are those of the process that ran it, in its own zone.
 *
 * @param job such as {@code validateSubmission}
 * @param subject number of the submission, request or run that it worked on
 * @param about what the subject is called: a file with its institution, or the cause of a recomputation
 * @param submission the submission that it is about; null where it is about none
 * @param latest whether its subject's job hasn't been run again since
 * @param begin null where it hasn't begun
 * @param end null while it runs
 * @param message what it said at its end; of a failed one the error with its stack
 */
public record JobRun(
        long id,
        String job,
        long subject,
        @Nullable String about,
        @Nullable Long submission,
        State state,
        boolean latest,
        @Nullable LocalDateTime begin,
        @Nullable LocalDateTime end,
        String message,
        List<Step> steps) {

    /** How an execution stands. */
    public enum State {
        STARTING,
        STARTED,
        STOPPING,
        STOPPED,
        FAILED,
        COMPLETED,
        ABANDONED,
        UNKNOWN;

        /** Whether it is still at work, or was when its process died. */
        public boolean isRunning() {
            return this == STARTING || this == STARTED || this == STOPPING;
        }
    }

    /**
     * A step of an execution.
     *
     * @param name without the job's
     * @param message what it did, in a few words; of a failed one the error with its stack
     */
    public record Step(
            String name,
            State state,
            @Nullable LocalDateTime begin,
            @Nullable LocalDateTime end,
            String message) {

        public Optional<Duration> took() {
            return between(begin, end);
        }
    }

    /** Whether running it again can still help. */
    public boolean isRestartable() {
        return state == State.FAILED && latest;
    }

    /** Empty while it runs. */
    public Optional<Duration> took() {
        return between(begin, end);
    }

    /** The failed step's error with its stack, or the execution's own; empty where it hasn't failed. */
    public Optional<String> failure() {
        if (state != State.FAILED) {
            return Optional.empty();
        }
        return steps.stream()
                .filter(step -> step.state() == State.FAILED && !step.message().isBlank())
                .map(Step::message)
                .reduce((earlier, later) -> later)
                .or(() -> Optional.of(message));
    }

    private static Optional<Duration> between(@Nullable LocalDateTime begin, @Nullable LocalDateTime end) {
        return begin == null || end == null ? Optional.empty() : Optional.of(Duration.between(begin, end));
    }
}
