package org.scpmonitor.batch.schedule;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.scpmonitor.batch.JobSteps;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.stereotype.Component;

/**
 * Runs one of our jobs on its subject, in the calling thread. Whoever calls holds the claim on the subject: an execution
 * that the repository still has as running was therefore left by a crash, and is recovered first.
 */
@Component
class Jobs {

    static final int MOST_ATTEMPTS = 3;

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    private final Map<String, Job> jobs;
    private final JobOperator operator;
    private final JobRepository repository;

    Jobs(Map<String, Job> jobs, JobOperator operator, JobRepository repository) {
        this.jobs = jobs;
        this.operator = operator;
        this.repository = repository;
    }

    /** An execution that the repository has as running. */
    record Running(String job, long subject) {}

    /** How a run ended. */
    enum Ended {
        COMPLETED,
        FAILED,
        /** It failed so often that it isn't tried again by itself. */
        GIVEN_UP
    }

    Ended run(String name, long subject) {
        return run(name, subject, MOST_ATTEMPTS);
    }

    /** Runs a job however often it has failed. */
    Ended runAnyway(String name, long subject) {
        return run(name, subject, Integer.MAX_VALUE);
    }

    private Ended run(String name, long subject, int mostAttempts) {
        Job job = Objects.requireNonNull(jobs.get(name), name);
        JobParameters parameters = parameters(subject);
        JobInstance instance = repository.getJobInstance(name, parameters);
        if (instance != null) {
            List<JobExecution> earlier = repository.getJobExecutions(instance);
            if (earlier.stream().anyMatch(each -> each.getStatus() == BatchStatus.COMPLETED)) {
                return Ended.COMPLETED;
            }
            earlier.stream().filter(JobExecution::isRunning).forEach(left -> {
                LOG.warn("{} {} was left running by a process that is gone; it is taken up again", name, subject);
                operator.recover(left);
            });
            if (earlier.stream().filter(each -> !each.isRunning()).count() >= mostAttempts) {
                return Ended.GIVEN_UP;
            }
        }
        try {
            JobExecution execution = operator.start(job, parameters);
            if (execution.getStatus() == BatchStatus.COMPLETED) {
                return Ended.COMPLETED;
            }
            execution
                    .getAllFailureExceptions()
                    .forEach(cause -> LOG.error("{} {} failed and left nothing behind", name, subject, cause));
            return Ended.FAILED;
        } catch (JobExecutionException e) {
            throw new IllegalStateException(name + " " + subject + " can't be started", e);
        }
    }

    /** Whatever the repository has as running, here, in another process, or in one that is gone. */
    List<Running> running() {
        return jobs.keySet().stream()
                .flatMap(name -> repository.findRunningJobExecutions(name).stream()
                        .map(execution -> new Running(
                                name,
                                Objects.requireNonNull(
                                        execution.getJobParameters().getLong(JobSteps.SUBJECT)))))
                .toList();
    }

    private static JobParameters parameters(long subject) {
        return new JobParametersBuilder().addLong(JobSteps.SUBJECT, subject).toJobParameters();
    }
}
