package org.scpmonitor.api;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.batch.schedule.Workflow;
import org.scpmonitor.listing.Codes.InstitutionKey;
import org.scpmonitor.submission.SubmissionList;
import org.scpmonitor.submission.SubmissionState;
import org.scpmonitor.submission.SubmissionState.Action;
import org.scpmonitor.submission.Transition;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The steps that people take with a submission. */
@RestController
@RequestMapping("/api/v1/submissions/{id}")
class SubmissionSteps {

    private static final int LONGEST_COMMENT = 2_000;

    /** @param comment a return needs one */
    record Remark(@Nullable String comment) {}

    /** @param state where the submission stands now */
    record Step(long id, SubmissionState state) {}

    private final SubmissionList submissions;
    private final Workflow workflow;
    private final Asked asked;

    SubmissionSteps(SubmissionList submissions, Workflow workflow, Asked asked) {
        this.submissions = submissions;
        this.workflow = workflow;
        this.asked = asked;
    }

    @PostMapping("/submit")
    Step submit(Viewer viewer, @PathVariable long id, @RequestBody(required = false) @Nullable Remark remark) {
        return step(viewer, id, Action.SUBMIT, remark);
    }

    @PostMapping("/approve")
    Step approve(Viewer viewer, @PathVariable long id, @RequestBody(required = false) @Nullable Remark remark) {
        return step(viewer, id, Action.APPROVE, remark);
    }

    @PostMapping("/return")
    Step giveBack(Viewer viewer, @PathVariable long id, @RequestBody(required = false) @Nullable Remark remark) {
        return step(viewer, id, Action.RETURN, remark);
    }

    @PostMapping("/cancel")
    Step cancel(Viewer viewer, @PathVariable long id, @RequestBody(required = false) @Nullable Remark remark) {
        return step(viewer, id, Action.CANCEL, remark);
    }

    @PostMapping("/withdraw")
    Step withdraw(Viewer viewer, @PathVariable long id, @RequestBody(required = false) @Nullable Remark remark) {
        return step(viewer, id, Action.WITHDRAW, remark);
    }

    private Step step(Viewer viewer, long id, Action action, @Nullable Remark remark) {
        SubmissionList.Item submission =
                submissions.find(viewer, id).orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
        if (!isFor(viewer, action, asked.institution(submission.institution()))) {
            throw Problem.of(Problem.Kind.OUT_OF_SCOPE);
        }
        if (action == Action.APPROVE && submission.takingPart().contains(viewer.username())) {
            throw Problem.of(Problem.Kind.OWN_SUBMISSION);
        }
        String comment = remark == null || remark.comment() == null
                ? ""
                : remark.comment().strip();
        if (comment.length() > LONGEST_COMMENT) {
            throw Problem.with(Problem.Kind.TOO_LONG, "comment", LONGEST_COMMENT);
        }
        return switch (workflow.act(id, action, viewer.username(), comment)) {
            case Transition.Done(SubmissionState state) -> new Step(id, state);
            case Transition.Refused(Transition.Reason reason, SubmissionState state) ->
                throw refused(reason, state, action);
        };
    }

    private static boolean isFor(Viewer viewer, Action action, InstitutionKey sender) {
        return switch (action) {
            case SUBMIT, CANCEL, WITHDRAW -> viewer.maySend(sender.id(), sender.country());
            case APPROVE, RETURN -> viewer.mayReview(sender.id(), sender.country());
        };
    }

    private static Problem refused(Transition.Reason reason, SubmissionState state, Action action) {
        return switch (reason) {
            case WRONG_STATE ->
                wrongState(
                        state,
                        EnumSet.allOf(SubmissionState.class).stream()
                                .filter(action::isPossibleIn)
                                .collect(Collectors.toSet()));
            case OPEN_ERRORS -> Problem.of(Problem.Kind.OPEN_ERRORS);
            case OPEN_QUERIES -> Problem.of(Problem.Kind.OPEN_QUERIES);
            case OWN_SUBMISSION -> Problem.of(Problem.Kind.OWN_SUBMISSION);
            case DRY_RUN -> Problem.of(Problem.Kind.DRY_RUN);
            case COMMENT_MISSING -> Problem.with(Problem.Kind.MISSING_PARAMETER, "comment");
        };
    }

    static Problem wrongState(SubmissionState state, Set<SubmissionState> possible) {
        return Problem.of(
                Problem.Kind.WRONG_STATE,
                state.code(),
                possible.stream().map(SubmissionState::code).sorted().collect(Collectors.joining(", ")));
    }
}
