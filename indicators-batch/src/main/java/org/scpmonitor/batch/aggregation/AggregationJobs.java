package org.scpmonitor.batch.aggregation;

import org.scpmonitor.actual.Rebuild;
import org.scpmonitor.actual.Rebuild.Progress;
import org.scpmonitor.actual.Refresh;
import org.scpmonitor.actual.Refresh.Refreshed;
import org.scpmonitor.batch.JobSteps;
import org.scpmonitor.progress.Assessments;
import org.scpmonitor.submission.Submissions;
import org.springframework.batch.core.job.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Keeps figures true to observations: after an acceptance {@code refreshActuals} recomputes what it touched, after a
 * change of the catalogue {@code rebuildActuals} recomputes what it reaches, and {@code assessProgress} judges what a run changed.
 */
@Configuration(proxyBeanMethods = false)
class AggregationJobs {

    private final Refresh refresh;
    private final Rebuild rebuild;
    private final Assessments assessments;
    private final Submissions submissions;

    AggregationJobs(Refresh refresh, Rebuild rebuild, Assessments assessments, Submissions submissions) {
        this.refresh = refresh;
        this.rebuild = rebuild;
        this.assessments = assessments;
        this.submissions = submissions;
    }

    @Bean
    Job refreshActuals(JobSteps steps) {
        return steps.job("refreshActuals")
                .step(
                        "refresh",
                        submission -> submissions.getWork(submission).touched()
                                ? told(refresh.refresh(submission))
                                : "nothing to do, it has been refreshed")
                .build();
    }

    @Bean
    Job rebuildActuals(JobSteps steps) {
        return steps.job("rebuildActuals", request -> -request)
                .step("plan", request -> rebuild.plan(request) + " parts")
                .pieces("compute", request -> rebuild.computeNext(request).map(AggregationJobs::told))
                .step(
                        "switch",
                        request -> rebuild.switchOver(request)
                                .map(AggregationJobs::told)
                                .orElse("nothing to do, it has been answered or is wanted no more"))
                .build();
    }

    @Bean
    Job assessProgress(JobSteps steps) {
        return steps.job("assessProgress")
                .step("assess", run -> {
                    Assessments.Assessed assessed = assessments.assess(run);
                    return assessed.judged() + " judged, " + assessed.opened() + " opened, " + assessed.closed()
                            + " closed";
                })
                .build();
    }

    private static String told(Progress progress) {
        return "part " + progress.done() + " of " + progress.parts();
    }

    private static String told(Refreshed refreshed) {
        return "run " + refreshed.run() + ": " + refreshed.due() + " indicator periods due, " + refreshed.opened()
                + " figures opened, " + refreshed.closed() + " closed, known from " + refreshed.moment();
    }
}
