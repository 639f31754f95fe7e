package org.scpmonitor.batch.schedule;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.scpmonitor.batch.JobSteps;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
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

    static final int MOST_FAILURES = 3;

    /** However it ended: something that takes the process or the database down with it isn't tried for ever. */
    private static final int MOST_EXECUTIONS = 30;

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
        return run(name, subject, false);
    }

    /** Runs a job however often it has failed. */
    Ended runAnyway(String name, long subject) {
        return run(name, subject, true);
    }

    private Ended run(String name, long subject, boolean anyway) {
        Job job = Objects.requireNonNull(jobs.get(name), name);
        JobParameters parameters = parameters(subject);
        JobInstance instance = repository.getJobInstance(name, parameters);
        if (instance != null) {
            List<JobExecution> earlier = repository.getJobExecutions(instance);
            if (earlier.stream().anyMatch(each -> each.getStatus() == BatchStatus.COMPLETED)) {
                return Ended.COMPLETED;
            }
            if (earlier.isEmpty()) {
                // Left by a crash between the two; Spring Batch can't start an instance that was never started.
                repository.deleteJobInstance(instance);
            }
            earlier.stream().filter(Jobs::isUnknown).forEach(this::leaveRunning);
            earlier.stream().filter(JobExecution::isRunning).forEach(left -> {
                LOG.warn("{} {} was left running by a process that is gone; it is taken up again", name, subject);
                operator.recover(left);
            });
            long failures = earlier.stream().filter(Jobs::failed).count();
            if (!anyway && (failures >= MOST_FAILURES || earlier.size() >= MOST_EXECUTIONS)) {
                return Ended.GIVEN_UP;
            }
        }
        try {
            JobExecution execution = operator.start(job, parameters);
            if (execution.getStatus() == BatchStatus.COMPLETED) {
                return Ended.COMPLETED;
            }
            List<Throwable> causes = execution.getAllFailureExceptions();
            if (isUnknown(execution) || causes.stream().anyMatch(LostDatabase::caused)) {
                LOG.warn("{} {} lost the database; it will be taken up again", name, subject);
                leaveRunning(Objects.requireNonNull(repository.getJobExecution(execution.getId())));
            } else {
                causes.forEach(cause -> LOG.error("{} {} failed and left nothing behind", name, subject, cause));
            }
            return Ended.FAILED;
        } catch (JobExecutionException e) {
            throw new IllegalStateException(name + " " + subject + " can't be started", e);
        }
    }

    /** Failed by itself; one that was recovered has no exit code of its own. */
    private static boolean failed(JobExecution execution) {
        return execution.getExitStatus().getExitCode().equals(ExitStatus.FAILED.getExitCode());
    }

    /** Whether the database went away in the midst of a commit, so that nobody can say whether it took place. */
    private static boolean isUnknown(JobExecution execution) {
        return execution.getStatus() == BatchStatus.UNKNOWN
                || execution.getStepExecutions().stream().anyMatch(step -> step.getStatus() == BatchStatus.UNKNOWN);
    }

    /**
     * Leaves an execution as a crash would have left it: Spring Batch starts nothing again whose outcome is unknown,
     * while each of our steps looks for itself what has been committed.
     */
    private void leaveRunning(JobExecution execution) {
        execution.getStepExecutions().stream()
                .filter(step -> step.getStatus() == BatchStatus.UNKNOWN)
                .forEach(step -> {
                    step.setStatus(BatchStatus.FAILED);
                    repository.update(step);
                });
        execution.setStatus(BatchStatus.STARTED);
        execution.setExitStatus(ExitStatus.UNKNOWN);
        repository.update(execution);
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
