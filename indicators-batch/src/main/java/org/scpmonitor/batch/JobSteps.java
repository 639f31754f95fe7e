package org.scpmonitor.batch;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.scpmonitor.submission.Claims;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
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
 * Builds our jobs: each is identified by the number of what it works on, and each of its steps is one transaction that
 * says in a line what it did. A step that was committed is not run again; one that wasn't leaves nothing behind.
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

    /** Begins a job. */
    public Builder job(String name) {
        return new Builder(name);
    }

    /** A job in the making. */
    public final class Builder {

        private final String job;
        private final List<Step> steps = new ArrayList<>();

        private Builder(String job) {
            this.job = job;
        }

        /** Adds a step, which runs once those before it have been committed. */
        public Builder step(String name, Work work) {
            steps.add(new StepBuilder(job + "." + name, jobs)
                    .tasklet(tasklet(name, work), transactions)
                    .build());
            return this;
        }

        private Tasklet tasklet(String name, Work work) {
            return (contribution, chunk) -> {
                long subject = Objects.requireNonNull(
                        contribution.getStepExecution().getJobParameters().getLong(SUBJECT));
                long start = System.nanoTime();
                try (var ignored = MDC.putCloseable("job", job + "/" + subject)) {
                    claims.enter(subject);
                    String done = work.on(subject);
                    Duration took = Duration.ofNanos(System.nanoTime() - start);
                    meters.timer("scp.job.step", "job", job, "step", name).record(took);
                    LOG.info("{} {} {}: {} ({} ms)", job, subject, name, done, took.toMillis());
                    contribution.setExitStatus(contribution.getExitStatus().addExitDescription(done));
                    return RepeatStatus.FINISHED;
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
