package org.scpmonitor.submission;

import static org.scpmonitor.schema.Tables.INSTITUTION;
import static org.scpmonitor.schema.Tables.SUBMISSION;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Accounts;
import org.scpmonitor.access.Role;
import org.scpmonitor.approval.Approvals;
import org.scpmonitor.approval.Awaited;
import org.scpmonitor.approval.Awaited.Verdict;
import org.scpmonitor.approval.Given;
import org.scpmonitor.approval.ValueRemarks;
import org.scpmonitor.approval.ValueRemarks.Kind;
import org.scpmonitor.approval.ValueRemarks.Remark;
import org.scpmonitor.notice.Audience;
import org.scpmonitor.notice.Notice;
import org.scpmonitor.notice.Notices;
import org.springframework.stereotype.Component;

/** Whose turn it is, what a decision leaves behind, and who is told. All of it part of the caller's transaction. */
@Component
class Decisions {

    private final DSLContext sql;
    private final Approvals approvals;
    private final ValueRemarks remarks;
    private final Accounts accounts;
    private final Notices notices;
    private final Audience audience;

    Decisions(
            DSLContext sql,
            Approvals approvals,
            ValueRemarks remarks,
            Accounts accounts,
            Notices notices,
            Audience audience) {
        this.sql = sql;
        this.approvals = approvals;
        this.remarks = remarks;
        this.accounts = accounts;
        this.notices = notices;
        this.audience = audience;
    }

    Awaited awaited(long submission) {
        return approvals.awaited(submission);
    }

    Verdict verdict(Awaited awaited, String account) {
        return awaited.verdict(accounts.get(account).viewer());
    }

    /** What hinders remarks to single values from being kept; null where they have been. */
    Transition.@Nullable Reason keep(
            long submission, Kind kind, List<Remark> told, String account, @Nullable String onBehalfOf, Instant at) {
        if (told.isEmpty()) {
            return null;
        }
        if (told.stream().anyMatch(remark -> remark.text().isBlank())) {
            return Transition.Reason.COMMENT_MISSING;
        }
        String values = StagedValues.values(submission);
        if (!sql.fetchSingle("select to_regclass(?) is not null", values).get(0, Boolean.class)) {
            return Transition.Reason.VALUES_LOST;
        }
        if (remarks.add(submission, values, kind, told, account, onBehalfOf, at) != null) {
            return Transition.Reason.UNKNOWN_CELL;
        }
        return kind == Kind.LEFT_OUT && remarks.remaining(submission, values) == 0
                ? Transition.Reason.NOTHING_LEFT
                : null;
    }

    /** Remembers an approval and asks for the next one where there is to be one. */
    void approved(
            long submission, Awaited awaited, String account, @Nullable String onBehalfOf, String comment, Instant at) {
        approvals.give(submission, awaited.level(), account, onBehalfOf, comment, at);
        notices.decided(submission, at);
        if (!awaited.isLast()) {
            askToDecide(submission, at);
        }
    }

    /** Tells whoever has to decide next. */
    void askToDecide(long submission, Instant at) {
        Awaited awaited = approvals.awaited(submission);
        Set<String> except = new HashSet<>(awaited.takingPart());
        for (Given each : awaited.given()) {
            except.add(each.account());
            if (each.onBehalfOf() != null) {
                except.add(each.onBehalfOf());
            }
        }
        Role second = awaited.second();
        List<Integer> asked = awaited.level() == 1 || second == null
                ? firstApprovers(awaited, except)
                : audience.holders(second, awaited.institutionId(), awaited.country(), except);
        tell(
                asked,
                Notice.Kind.DECISION_AWAITED,
                submission,
                at,
                Integer.toString(awaited.level()),
                Integer.toString(awaited.levels()));
    }

    /** The coordinators; where there is none who may, the managers. */
    private List<Integer> firstApprovers(Awaited awaited, Set<String> except) {
        List<Integer> coordinators =
                audience.holders(Role.COORDINATOR, awaited.institutionId(), awaited.country(), except);
        return coordinators.isEmpty()
                ? audience.holders(Role.MANAGER, awaited.institutionId(), awaited.country(), except)
                : coordinators;
    }

    /** Tells those who sent it what was decided. */
    void tellSender(long submission, SubmissionState state, String account, String comment, Instant at) {
        List<Integer> senders = audience.named(approvals.awaited(submission).takingPart());
        String actor = accounts.get(account).displayName();
        switch (state) {
            case RETURNED -> tell(senders, Notice.Kind.RETURNED, submission, at, actor, comment);
            case APPROVED -> {
                int leftOut = remarks.countLeftOut(submission);
                if (leftOut == 0) {
                    tell(senders, Notice.Kind.APPROVED, submission, at, actor);
                } else {
                    tell(senders, Notice.Kind.APPROVED_IN_PART, submission, at, actor, Integer.toString(leftOut));
                }
            }
            case RECEIVED, VALIDATED, SUBMITTED, SUPERSEDED, FAILED, CANCELLED, WITHDRAWN ->
                throw new IllegalArgumentException("Nobody is told that a submission is " + state);
        }
    }

    /** Nobody is asked to decide any more. */
    void settled(long submission, Instant at) {
        notices.decided(submission, at);
    }

    /** Tells everyone who sends or reviews but the one who asked. */
    void tellReopened(long submission, String account, String reason, Instant at) {
        Set<Integer> told = sendersAndCoordinators(submission, Set.of(account));
        tell(told, Notice.Kind.REOPENED, submission, at, accounts.get(account).displayName(), reason);
    }

    /** Tells everyone who sends or reviews that values no longer fit the catalogue. */
    void tellMisfits(long submission, long misfits, Instant at) {
        tell(
                sendersAndCoordinators(submission, Set.of()),
                Notice.Kind.CATALOGUE_CHANGED,
                submission,
                at,
                Long.toString(misfits));
    }

    /** Tells those who can do something about an acceptance that doesn't succeed; once. */
    void tellFailedAcceptance(long submission, Instant at) {
        if (!notices.isTold(Notice.Kind.ACCEPTANCE_FAILED, submission)) {
            Set<Integer> told = sendersAndCoordinators(submission, Set.of());
            told.addAll(audience.holders(Role.ADMINISTRATOR));
            tell(told, Notice.Kind.ACCEPTANCE_FAILED, submission, at);
        }
    }

    private Set<Integer> sendersAndCoordinators(long submission, Set<String> except) {
        Awaited awaited = approvals.awaited(submission);
        Set<String> senders = new HashSet<>(awaited.takingPart());
        senders.removeAll(except);
        Set<Integer> told = new LinkedHashSet<>(audience.named(senders));
        told.addAll(firstApprovers(awaited, except));
        return told;
    }

    private void tell(Collection<Integer> users, Notice.Kind kind, long submission, Instant at, String... more) {
        if (users.isEmpty()) {
            return;
        }
        var about = sql.select(INSTITUTION.CODE, SUBMISSION.FILE_NAME, SUBMISSION.REVISION)
                .from(SUBMISSION)
                .join(INSTITUTION)
                .on(INSTITUTION.ID.eq(SUBMISSION.INSTITUTION_ID))
                .where(SUBMISSION.ID.eq(submission))
                .fetchSingle();
        List<String> arguments = new ArrayList<>(
                List.of(about.value1(), about.value2(), about.value3().toString()));
        arguments.addAll(List.of(more));
        notices.tell(users, kind, submission, arguments, at);
    }
}
