package org.scpmonitor.batch;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.LongUnaryOperator;
import org.scpmonitor.submission.Claims;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Builds our jobs: each is identified by the number of what it works on, and each of its steps is one transaction, or
 * several, that says in a line what it did. A step that was committed is not run again; one that wasn't leaves nothing behind.
 */
@Component
public class JobSteps {

    /** The identifying parameter of every job: the submission, request or run that it works on. */
    public static final String SUBJECT = "subject";

    private static final Logger LOG = LoggerFactory.getLogger(JobSteps.class);

    private final JobRepository jobs;
    private final PlatformTransactionManager transactions;
    private final MeterRegistry meters;
    private final Claims claims;

    JobSteps(JobRepository jobs, PlatformTransactionManager transactions, MeterRegistry meters, Claims claims) {
        this.jobs = jobs;
        this.transactions = transactions;
        this.meters = meters;
        this.claims = claims;
    }

    /** What a step does with its subject; it answers what it did, in a few words for the log. */
    @FunctionalInterface
    public interface Work {
        String on(long subject);
    }

    /** A piece of what a step does with its subject; it answers what it did, and nothing once no piece is left. */
    @FunctionalInterface
    public interface Pieces {
        Optional<String> on(long subject);
    }

    /** Begins a job on a submission. */
    public Builder job(String name) {
        return job(name, subject -> subject);
    }

    /**
     * Begins a job.
     *
     * @param key under which its transactions {@linkplain Claims#enter enter}, apart from the numbers of submissions
     */
    public Builder job(String name, LongUnaryOperator key) {
        return new Builder(name, key);
    }

    /** A job in the making. */
    public final class Builder {

        private final String job;
        private final List<Step> steps = new ArrayList<>();

        private final LongUnaryOperator key;

        private Builder(String job, LongUnaryOperator key) {
            this.job = job;
            this.key = key;
        }

        /** Adds a step, which runs once those before it have been committed. */
        public Builder step(String name, Work work) {
            return add(name, subject -> new Done(work.on(subject), RepeatStatus.FINISHED));
        }

        /** Adds a step of many pieces, each a transaction; taken up again after a crash, it goes on with the next one. */
        public Builder pieces(String name, Pieces pieces) {
            return add(
                    name,
                    subject -> pieces.on(subject)
                            .map(done -> new Done(done, RepeatStatus.CONTINUABLE))
                            .orElseGet(() -> new Done("no more", RepeatStatus.FINISHED)));
        }

        private Builder add(String name, LongFunction<Done> work) {
            steps.add(new StepBuilder(job + "." + name, jobs)
                    .tasklet(tasklet(name, work), transactions)
                    .build());
            return this;
        }

        private record Done(String message, RepeatStatus next) {}

        private Tasklet tasklet(String name, LongFunction<Done> work) {
            return (contribution, chunk) -> {
                long subject = Objects.requireNonNull(
                        contribution.getStepExecution().getJobParameters().getLong(SUBJECT));
                long start = System.nanoTime();
                try (var ignored = MDC.putCloseable("job", job + "/" + subject)) {
                    claims.enter(key.applyAsLong(subject));
                    Done done = work.apply(subject);
                    Duration took = Duration.ofNanos(System.nanoTime() - start);
                    meters.timer("scp.job.step", "job", job, "step", name).record(took);
                    LOG.info("{} {} {}: {} ({} ms)", job, subject, name, done.message(), took.toMillis());
                    contribution.setExitStatus(ExitStatus.COMPLETED.addExitDescription(done.message()));
                    return done.next();
                }
            };
        }

        public Job build() {
            var first = new JobBuilder(job, jobs).start(steps.getFirst());
            steps.stream().skip(1).forEach(first::next);
            return first.build();
        }
    }
}
