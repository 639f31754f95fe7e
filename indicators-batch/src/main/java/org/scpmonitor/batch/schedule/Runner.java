package org.scpmonitor.batch.schedule;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.actual.Refresh;
import org.scpmonitor.batch.Courtesy;
import org.scpmonitor.batch.intake.Intake.WorkWaits;
import org.scpmonitor.batch.schedule.Jobs.Ended;
import org.scpmonitor.batch.validation.ReadingAgain;
import org.scpmonitor.submission.Claims;
import org.scpmonitor.submission.Prospects;
import org.scpmonitor.submission.Repairs;
import org.scpmonitor.submission.SubmissionState;
import org.scpmonitor.submission.Submissions;
import org.scpmonitor.submission.Submissions.Work;
import org.scpmonitor.submission.WorkProgress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sees that every submission gets the jobs that its state asks for: at once when something happens to it, and by a
 * schedule for whatever a crash left behind. What is to be done is read from the data, never remembered here.
 */
@Component
public class Runner implements DisposableBean {

    /** The claim under which the whole of the figures is recomputed. */
    public static final long ALL_FIGURES = 0;

    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);

    private final Submissions submissions;
    private final Refresh refresh;
    private final Claims claims;
    private final WorkProgress progress;
    private final Jobs jobs;
    private final Repairs repairs;
    private final ReadingAgain readingAgain;
    private final Prospects prospects;
    private final boolean works;
    private final Lanes lanes;
    private final Set<Long> queued = ConcurrentHashMap.newKeySet();

    Runner(
            Submissions submissions,
            Refresh refresh,
            Claims claims,
            WorkProgress progress,
            Jobs jobs,
            Repairs repairs,
            ReadingAgain readingAgain,
            Prospects prospects,
            Courtesy courtesy,
            @Value("${scp.role:all}") String role,
            @Value("${scp.workers:2}") int workers) {
        this.submissions = submissions;
        this.refresh = refresh;
        this.claims = claims;
        this.progress = progress;
        this.jobs = jobs;
        this.repairs = repairs;
        this.readingAgain = readingAgain;
        this.prospects = prospects;
        this.works = !role.equals("web");
        this.lanes = new Lanes(workers, courtesy);
    }

    @EventListener
    void onWork(WorkWaits waiting) {
        queue(waiting.submission());
    }

    @EventListener(ApplicationReadyEvent.class)
    void onStart() {
        if (works) {
            recover();
        }
    }

    /** The safety net: finds what nobody is working on and queues it. */
    @Scheduled(fixedDelayString = "${scp.sweep:PT10S}", initialDelayString = "${scp.sweep:PT10S}")
    @SchedulerLock(name = "sweep", lockAtMostFor = "PT15S")
    public void sweep() {
        if (works) {
            recover();
        }
    }

    private void recover() {
        jobs.running().forEach(left -> queue(claimOf(left)));
        submissions.waiting().forEach(this::queue);
        if (!refresh.openRequests().isEmpty() || !refresh.unassessedRuns().isEmpty()) {
            queue(ALL_FIGURES);
        }
    }

    private long claimOf(Jobs.Running running) {
        return claimOf(running.job(), running.subject());
    }

    private long claimOf(String job, long subject) {
        return switch (job) {
            case "rebuildActuals" -> ALL_FIGURES;
            case "assessProgress" -> refresh.findSubmission(subject).orElse(ALL_FIGURES);
            default -> subject;
        };
    }

    /**
     * Runs a failed job again, however often it has failed, and then what follows from it; at once, or not at all where
     * another runner is at its subject. An operator's wish is followed by any process, one that else starts no jobs among
     * them.
     *
     * @param account who wishes it
     */
    public void restart(String job, long subject, String account) {
        long claimed = claimOf(job, subject);
        execute(claimed, () -> {
            claims.claim(claimed).ifPresent(claim -> {
                try (claim) {
                    LOG.info("{} {} is restarted by {}", job, subject, account);
                    if (job.equals("validateSubmission")) {
                        repairs.reopen(subject, account);
                    }
                    jobs.runAnyway(job, subject);
                } catch (RuntimeException e) {
                    LOG.error("{} {} can't be restarted", job, subject, e);
                }
            });
            work(claimed);
        });
    }

    /** Has a checked submission staged again from its stored file, here or by whichever process runs jobs. */
    public void readAgain(long submission) {
        repairs.askToReadAgain(submission);
        queue(submission);
    }

    /** Recomputes every figure, at once or as soon as whoever is at it has finished. */
    public void rebuild() {
        queue(ALL_FIGURES);
    }

    private void queue(long subject) {
        if (works && queued.add(subject)) {
            execute(subject, () -> {
                queued.remove(subject);
                work(subject);
            });
        }
    }

    /** The whole of the figures is large work. */
    private void execute(long subject, Runnable work) {
        lanes.execute(subject == ALL_FIGURES ? Long.MAX_VALUE : submissions.fileSize(subject), work);
    }

    /** Does all that a submission's state asks for, in the calling thread; nothing where another runner is at it. */
    public void work(long subject) {
        work(subject, () -> claims.claim(subject));
    }

    /** {@link #work} once whoever is at it has finished. */
    public void finish(long subject) {
        work(subject, () -> Optional.of(claims.await(subject)));
    }

    private void work(long subject, Supplier<Optional<Claims.Claim>> claiming) {
        try (var ignored = MDC.putCloseable("submission", Long.toString(subject))) {
            Optional<Claims.Claim> claimed = claiming.get();
            while (claimed.isPresent()) {
                boolean done;
                try (Claims.Claim claim = claimed.get()) {
                    done = workOn(subject);
                }
                // Whoever was turned away by this claim has left its work to us.
                claimed = done && isDue(subject) ? claims.claim(subject) : Optional.empty();
            }
        } catch (RuntimeException e) {
            LOG.error("The work on submission {} broke off; it will be taken up again", subject, e);
        }
    }

    /** Does what is due and answers whether all of it succeeded. */
    private boolean workOn(long subject) {
        for (Jobs.Running left : jobs.running()) {
            if (claimOf(left) == subject) {
                jobs.run(left.job(), left.subject());
            }
        }
        if (subject == ALL_FIGURES) {
            return recomputeAll();
        }
        boolean done = advance(subject);
        if (!done) {
            progress.end(subject);
        }
        return done;
    }

    private boolean advance(long submission) {
        readingAgain.ofSubmission(submission);
        prospects.ofSubmission(submission);
        Due done = null;
        for (Due due = due(submission); due != null; due = due(submission)) {
            if (due.equals(done)) {
                throw new IllegalStateException(due + " is complete and yet due");
            }
            Ended ended = jobs.run(due.job(), due.subject());
            if (ended != Ended.COMPLETED) {
                if (ended == Ended.GIVEN_UP) {
                    submissions.fail(submission, "");
                }
                return false;
            }
            done = due;
        }
        return true;
    }

    private record Due(String job, long subject) {}

    private boolean isDue(long subject) {
        return subject == ALL_FIGURES ? !refresh.openRequests().isEmpty() : due(subject) != null;
    }

    private @Nullable Due due(long submission) {
        Work work = submissions.getWork(submission);
        if (work.state() == SubmissionState.RECEIVED) {
            return new Due("validateSubmission", submission);
        }
        if (work.state() == SubmissionState.APPROVED && work.acceptedAt() == null) {
            return new Due("acceptSubmission", submission);
        }
        if (work.touched()) {
            return new Due("refreshActuals", submission);
        }
        return work.unassessedRun() == null ? null : new Due("assessProgress", work.unassessedRun());
    }

    private boolean recomputeAll() {
        boolean done = true;
        for (long request : refresh.openRequests()) {
            done &= jobs.run("rebuildActuals", request) == Ended.COMPLETED;
        }
        for (long run : refresh.unassessedRuns()) {
            if (refresh.findSubmission(run).isEmpty()) {
                done &= jobs.run("assessProgress", run) == Ended.COMPLETED;
            }
        }
        return done;
    }

    /** Waits for what is being worked on, briefly; whatever remains is taken up by the next process. */
    @Override
    public void destroy() throws InterruptedException {
        lanes.close();
    }
}
