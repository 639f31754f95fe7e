package org.scpmonitor.api;

import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.approval.ValueRemarks.Cell;
import org.scpmonitor.approval.ValueRemarks.Remark;
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

    /** @param comment may be absent */
    record Note(@Nullable String comment) {}

    /**
     * @param comment may be absent
     * @param leaveOut values that aren't approved; absent to approve all
     */
    record Approval(@Nullable String comment, @Nullable List<LeftOut> leaveOut) {}

    /**
     * @param cell where the value stands: D2, or Clima!D2 in a workbook
     * @param reason why it is left out
     */
    record LeftOut(@Nullable String cell, @Nullable String reason) {}

    /**
     * @param comment why it is returned
     * @param values comments on single values; may be absent
     */
    record Return(@Nullable String comment, @Nullable List<Commented> values) {}

    /**
     * @param cell where the value stands: D2, or Clima!D2 in a workbook
     * @param comment what to look at
     */
    record Commented(@Nullable String cell, @Nullable String comment) {}

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
    Step submit(Viewer viewer, @PathVariable long id, @RequestBody(required = false) @Nullable Note note) {
        return step(viewer, id, Action.SUBMIT, comment(note), List.of());
    }

    @PostMapping("/approve")
    @Operation(
            summary = "Approve",
            description = "Gives the approval that the submission waits for. Where a programme wants a second one, the"
                    + " state stays submitted until that is given by somebody else. Values named in leaveOut, each with"
                    + " its reason, don't become observations.")
    Step approve(Viewer viewer, @PathVariable long id, @RequestBody(required = false) @Nullable Approval approval) {
        List<Remark> leftOut = new ArrayList<>();
        if (approval != null && approval.leaveOut() != null) {
            for (LeftOut each : approval.leaveOut()) {
                leftOut.add(remark("leaveOut", each.cell(), "leaveOut.reason", each.reason()));
            }
        }
        return step(viewer, id, Action.APPROVE, stripped(approval == null ? null : approval.comment()), leftOut);
    }

    @PostMapping("/return")
    @Operation(
            summary = "Return",
            description = "Sends the submission back. Needs a comment that says why; values may carry comments of their"
                    + " own.")
    Step giveBack(Viewer viewer, @PathVariable long id, @RequestBody(required = false) @Nullable Return why) {
        List<Remark> comments = new ArrayList<>();
        if (why != null && why.values() != null) {
            for (Commented each : why.values()) {
                comments.add(remark("values", each.cell(), "values.comment", each.comment()));
            }
        }
        return step(viewer, id, Action.RETURN, stripped(why == null ? null : why.comment()), comments);
    }

    @PostMapping("/reopen")
    @Operation(
            summary = "Ask for a revision of an approved submission",
            description = "Needs a comment that says why. The submission and its figures stay as they are until a"
                    + " revision, the institution's next file of the same name, has been approved.")
    Step reopen(Viewer viewer, @PathVariable long id, @RequestBody(required = false) @Nullable Note note) {
        InstitutionKey sender = asked.institution(find(viewer, id).institution());
        if (!viewer.maySend(sender.id(), sender.country()) && !viewer.mayReview(sender.id(), sender.country())) {
            throw Problem.of(Problem.Kind.OUT_OF_SCOPE);
        }
        return switch (workflow.reopen(id, viewer.username(), comment(note))) {
            case Transition.Done(SubmissionState state) -> new Step(id, state);
            case Transition.Refused(Transition.Reason reason, SubmissionState state) ->
                throw refused(reason, state, EnumSet.of(SubmissionState.APPROVED));
        };
    }

    @PostMapping("/cancel")
    Step cancel(Viewer viewer, @PathVariable long id, @RequestBody(required = false) @Nullable Note note) {
        return step(viewer, id, Action.CANCEL, comment(note), List.of());
    }

    @PostMapping("/withdraw")
    Step withdraw(Viewer viewer, @PathVariable long id, @RequestBody(required = false) @Nullable Note note) {
        return step(viewer, id, Action.WITHDRAW, comment(note), List.of());
    }

    private SubmissionList.Item find(Viewer viewer, long id) {
        return submissions.find(viewer, id).orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
    }

    private static String comment(@Nullable Note note) {
        return stripped(note == null ? null : note.comment());
    }

    private static String stripped(@Nullable String comment) {
        String text = comment == null ? "" : comment.strip();
        if (text.length() > LONGEST_COMMENT) {
            throw Problem.with(Problem.Kind.TOO_LONG, "comment", LONGEST_COMMENT);
        }
        return text;
    }

    private static Remark remark(String list, @Nullable String cell, String member, @Nullable String text) {
        String said = stripped(text);
        if (said.isEmpty()) {
            throw Problem.with(Problem.Kind.MISSING_PARAMETER, member);
        }
        Cell place = Cell.parse(cell == null ? "" : cell)
                .orElseThrow(() -> Problem.with(Problem.Kind.BAD_CELL, list, cell == null ? "" : cell));
        return new Remark(place, said);
    }

    private Step step(Viewer viewer, long id, Action action, String comment, List<Remark> remarks) {
        SubmissionList.Item submission = find(viewer, id);
        if (!isFor(viewer, action, asked.institution(submission.institution()))) {
            throw Problem.of(Problem.Kind.OUT_OF_SCOPE);
        }
        return switch (workflow.act(id, action, viewer.username(), comment, remarks)) {
            case Transition.Done(SubmissionState state) -> new Step(id, state);
            case Transition.Refused(Transition.Reason reason, SubmissionState state) ->
                throw refused(
                        reason,
                        state,
                        EnumSet.allOf(SubmissionState.class).stream()
                                .filter(action::isPossibleIn)
                                .collect(Collectors.toSet()));
        };
    }

    private static boolean isFor(Viewer viewer, Action action, InstitutionKey sender) {
        return switch (action) {
            case SUBMIT, CANCEL, WITHDRAW -> viewer.maySend(sender.id(), sender.country());
            case APPROVE, RETURN -> viewer.mayReview(sender.id(), sender.country());
        };
    }

    private static Problem refused(Transition.Reason reason, SubmissionState state, Set<SubmissionState> possible) {
        return switch (reason) {
            case WRONG_STATE -> wrongState(state, possible);
            case OPEN_ERRORS -> Problem.of(Problem.Kind.OPEN_ERRORS);
            case OPEN_QUERIES -> Problem.of(Problem.Kind.OPEN_QUERIES);
            case OWN_SUBMISSION -> Problem.of(Problem.Kind.OWN_SUBMISSION);
            case DRY_RUN -> Problem.of(Problem.Kind.DRY_RUN);
            case COMMENT_MISSING -> Problem.with(Problem.Kind.MISSING_PARAMETER, "comment");
            case SAME_PERSON -> Problem.of(Problem.Kind.SAME_PERSON);
            case OTHER_LEVEL -> Problem.of(Problem.Kind.OTHER_LEVEL);
            case UNKNOWN_CELL -> Problem.of(Problem.Kind.UNKNOWN_CELL);
            case NOTHING_LEFT -> Problem.of(Problem.Kind.NOTHING_LEFT);
            case VALUES_LOST -> Problem.of(Problem.Kind.VALUES_LOST);
        };
    }

    static Problem wrongState(SubmissionState state, Set<SubmissionState> possible) {
        return Problem.of(
                Problem.Kind.WRONG_STATE,
                state.code(),
                possible.stream().map(SubmissionState::code).sorted().collect(Collectors.joining(", ")));
    }
}
