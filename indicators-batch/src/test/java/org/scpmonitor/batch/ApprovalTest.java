package org.scpmonitor.batch;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scpmonitor.access.Accounts;
import org.scpmonitor.actual.Refresh;
import org.scpmonitor.approval.ValueRemarks;
import org.scpmonitor.approval.ValueRemarks.Cell;
import org.scpmonitor.approval.ValueRemarks.Remark;
import org.scpmonitor.batch.world.Monitor;
import org.scpmonitor.notice.Notices;
import org.scpmonitor.submission.SubmissionState.Action;
import org.scpmonitor.submission.Submissions;
import org.scpmonitor.submission.Transition;
import org.scpmonitor.submission.Transition.Done;
import org.scpmonitor.submission.Transition.Reason;
import org.scpmonitor.submission.Transition.Refused;
import org.scpmonitor.world.TestDatabase;
import org.scpmonitor.world.World;
import org.springframework.transaction.support.TransactionTemplate;

class ApprovalTest {

    private static final String HEADER = "institution,indicator,period,value,unit\n";

    private TestDatabase database;
    private World world;
    private Monitor monitor;

    @BeforeEach
    void start() {
        database = TestDatabase.create();
        world = World.in(database)
                .institution("CL-A")
                .institution("PE-A")
                .indicator("WAS", "t", 12, "sum", "sum")
                .expert("expert")
                .account("deputy", "reviewer", "PE")
                .standsIn("deputy", "coordinator.CL")
                .standsIn("reporter.CL-A", "coordinator.CL");
        monitor = new Monitor(database);
    }

    @AfterEach
    void stop() {
        monitor.close();
        database.close();
    }

    private long submitted(String year, String... values) {
        StringBuilder text = new StringBuilder(HEADER);
        int period = Integer.parseInt(year);
        for (String value : values) {
            text.append("CL-A,WAS,").append(period++).append(',').append(value).append(",t\n");
        }
        long submission = monitor.sent("CL-A", year + ".csv", text.toString());
        assertThat(monitor.act(submission, Action.SUBMIT, "reporter.CL-A")).isInstanceOf(Done.class);
        return submission;
    }

    private Transition approve(long submission, String account, Remark... leftOut) {
        return monitor.part(Submissions.class).act(submission, Action.APPROVE, account, "", List.of(leftOut));
    }

    /** What would become of a step; it is not taken. */
    private String attempt(long submission, Action action, String account) {
        return Objects.requireNonNull(new TransactionTemplate(database.transactions()).execute(status -> {
            status.setRollbackOnly();
            return switch (monitor.part(Submissions.class).act(submission, action, account, "because")) {
                case Done done -> done.state().code();
                case Refused refused -> refused.reason().name();
            };
        }));
    }

    private String decisions(long submission) {
        return List.of("reporter.CL-A", "coordinator.CL", "coordinator.PE", "manager", "expert", "deputy").stream()
                .map(who -> attempt(submission, Action.APPROVE, who) + "/" + attempt(submission, Action.RETURN, who))
                .collect(joining(" "));
    }

    private List<String> told(String account) {
        return monitor
                .part(Notices.class)
                .page(monitor.part(Accounts.class).get(account).viewer(), 0, 100)
                .stream()
                .map(notice -> notice.kind() + (notice.readAt() == null ? "" : " read") + " "
                        + String.join(
                                " ",
                                notice.arguments().subList(1, notice.arguments().size())))
                .toList();
    }

    @Test
    void who_may_decide_by_role_level_and_state() {
        String wrong = String.join(
                " ",
                Arrays.asList(new String[6]).stream()
                        .map(each -> "WRONG_STATE/WRONG_STATE")
                        .toList());
        long validated = monitor.sent("CL-A", "v.csv", HEADER + "CL-A,WAS,2001,1,t\n");
        long waiting = submitted("2002", "1");
        long withdrawn = submitted("2003", "1");
        monitor.act(withdrawn, Action.WITHDRAW, "reporter.CL-A");
        assertThat(decisions(validated)).isEqualTo(wrong);
        assertThat(decisions(withdrawn)).isEqualTo(wrong);
        assertThat(decisions(waiting))
                .isEqualTo("OWN_SUBMISSION/OWN_SUBMISSION approved/returned OTHER_LEVEL/OTHER_LEVEL approved/returned"
                        + " OTHER_LEVEL/OTHER_LEVEL approved/returned");

        world.secondApproval("expert");
        assertThat(decisions(waiting))
                .isEqualTo("OWN_SUBMISSION/OWN_SUBMISSION submitted/returned OTHER_LEVEL/OTHER_LEVEL submitted/returned"
                        + " OTHER_LEVEL/OTHER_LEVEL submitted/returned");
        approve(waiting, "coordinator.CL");
        assertThat(monitor.state(waiting)).isEqualTo("submitted");
        assertThat(decisions(waiting))
                .isEqualTo("OWN_SUBMISSION/OWN_SUBMISSION SAME_PERSON/SAME_PERSON OTHER_LEVEL/OTHER_LEVEL"
                        + " OTHER_LEVEL/OTHER_LEVEL approved/returned OTHER_LEVEL/OTHER_LEVEL");

        world.secondApproval("manager");
        assertThat(decisions(waiting))
                .isEqualTo("OWN_SUBMISSION/OWN_SUBMISSION SAME_PERSON/SAME_PERSON OTHER_LEVEL/OTHER_LEVEL"
                        + " approved/returned OTHER_LEVEL/OTHER_LEVEL OTHER_LEVEL/OTHER_LEVEL");
        world.secondApproval("coordinator");
        assertThat(attempt(waiting, Action.APPROVE, "deputy")).isEqualTo("SAME_PERSON");

        approve(waiting, "manager");
        assertThat(monitor.state(waiting)).isEqualTo("submitted");
        world.secondApproval("expert");
        approve(waiting, "expert");
        assertThat(decisions(waiting)).isEqualTo(wrong);
        monitor.work(waiting);
        assertThat(monitor.figures("WAS")).hasSize(1);
    }

    @Test
    void who_stands_in_signs_for_the_absent_and_the_absent_cannot_sign_again() {
        world.secondApproval("coordinator");
        long submission = submitted("2002", "1");
        approve(submission, "deputy");
        assertThat(database.sql()
                        .fetch("select account, on_behalf_of from submission_approval")
                        .format())
                .contains("deputy")
                .contains("coordinator.CL");
        assertThat(attempt(submission, Action.APPROVE, "coordinator.CL")).isEqualTo("SAME_PERSON");
        world.account("second.CL", "coordinator", "CL");
        assertThat(attempt(submission, Action.APPROVE, "second.CL")).isEqualTo("approved");
    }

    @Test
    void a_partial_approval_leaves_values_out_of_the_figures_and_keeps_the_reasons() {
        world.secondApproval("expert");
        long submission = submitted("2020", "10", "20", "30");
        assertThat(approve(submission, "manager", new Remark(new Cell("", 9, 4), "no")))
                .isEqualTo(new Refused(
                        Reason.UNKNOWN_CELL, monitor.part(Submissions.class).state(submission)));
        assertThat(approve(submission, "manager", new Remark(new Cell("", 2, 4), " ")))
                .isEqualTo(new Refused(
                        Reason.COMMENT_MISSING, monitor.part(Submissions.class).state(submission)));
        approve(submission, "manager", new Remark(Cell.parse("D2").orElseThrow(), "sin respaldo"));
        assertThat(approve(
                        submission, "expert", new Remark(new Cell("", 3, 4), "x"), new Remark(new Cell("", 4, 4), "y")))
                .isEqualTo(new Refused(
                        Reason.NOTHING_LEFT, monitor.part(Submissions.class).state(submission)));
        approve(submission, "expert", new Remark(new Cell("", 4, 4), "otro método"));
        monitor.work(submission);
        assertThat(monitor.figures("WAS")).containsExactly("2021 | 20 | 1/1");
        assertThat(monitor.part(ValueRemarks.class).list(submission))
                .extracting(told -> told.period() + " " + told.textRead() + " " + told.text() + " " + told.author())
                .containsExactly("2020 10 sin respaldo manager", "2022 30 otro método expert");
        assertThat(database.sql()
                        .fetchSingle("select rows_accepted from submission where id = ?", submission)
                        .get(0, Long.class))
                .isEqualTo(1);
        assertThat(told("reporter.CL-A")).containsExactly("APPROVED_IN_PART 2020.csv 1 expert 2");
        assertThat(monitor.isSettled()).isTrue();
        assertThat(monitor.leftovers()).isEmpty();
    }

    @Test
    void each_step_tells_who_must_act() {
        world.secondApproval("expert");
        long submission = submitted("2020", "10");
        assertThat(told("coordinator.CL")).containsExactly("DECISION_AWAITED 2020.csv 1 1 2");
        assertThat(told("deputy")).containsExactly("DECISION_AWAITED 2020.csv 1 1 2");
        assertThat(told("reporter.CL-A")).isEmpty();
        assertThat(told("expert")).isEmpty();
        approve(submission, "deputy");
        assertThat(told("coordinator.CL")).containsExactly("DECISION_AWAITED read 2020.csv 1 1 2");
        assertThat(told("expert")).containsExactly("DECISION_AWAITED 2020.csv 1 2 2");
        monitor.part(Submissions.class)
                .act(
                        submission,
                        Action.RETURN,
                        "expert",
                        "falta el anexo",
                        List.of(new Remark(new Cell("", 2, 4), "¿toneladas?")));
        assertThat(told("expert")).containsExactly("DECISION_AWAITED read 2020.csv 1 2 2");
        assertThat(told("reporter.CL-A")).containsExactly("RETURNED 2020.csv 1 expert falta el anexo");
        assertThat(monitor.part(ValueRemarks.class).list(submission))
                .extracting(ValueRemarks.Told::text)
                .containsExactly("¿toneladas?");
        assertThat(database.sql().fetchCount(org.scpmonitor.schema.Tables.NOTIFICATION_OUTBOX))
                .isEqualTo(1);
    }

    @Test
    void a_catalogue_that_changed_since_the_check_sends_the_submission_back_with_its_cells() {
        long submission = submitted("2020", "10", "99");
        database.sql().execute("update indicator_version set maximum = 50");
        database.sql().transaction(tx -> monitor.part(Refresh.class).request("catalogue", null));
        approve(submission, "coordinator.CL");
        monitor.work(submission);
        assertThat(monitor.state(submission)).isEqualTo("returned");
        assertThat(monitor.findings(submission))
                .singleElement()
                .satisfies(finding -> assertThat(finding).contains("D3"));
        assertThat(told("reporter.CL-A")).contains("CATALOGUE_CHANGED 2020.csv 1 1");
        assertThat(told("coordinator.CL")).contains("CATALOGUE_CHANGED 2020.csv 1 1");
        monitor.work(0);
        assertThat(monitor.isSettled()).isTrue();
        assertThat(monitor.leftovers()).isEmpty();
    }

    @Test
    void a_changed_catalogue_that_the_values_still_fit_is_no_obstacle() {
        long submission = submitted("2020", "10");
        database.sql().transaction(tx -> monitor.part(Refresh.class).request("catalogue", null));
        monitor.approved(submission);
        assertThat(monitor.figures("WAS")).containsExactly("2020 | 10 | 1/1");
    }

    @Test
    void an_acceptance_that_keeps_failing_is_told_once_to_those_who_can_do_something() {
        world.account("admin", "administrator", "CL");
        long submission = submitted("2020", "10");
        database.sql().execute("alter table observation add constraint broken check (value < 0) not valid");
        approve(submission, "coordinator.CL");
        for (int i = 0; i < 6; i++) {
            monitor.work(submission);
        }
        assertThat(monitor.state(submission)).isEqualTo("approved");
        assertThat(told("admin")).containsExactly("ACCEPTANCE_FAILED 2020.csv 1");
        assertThat(told("coordinator.CL")).contains("ACCEPTANCE_FAILED 2020.csv 1");
        assertThat(told("reporter.CL-A")).contains("ACCEPTANCE_FAILED 2020.csv 1");
    }

    @Test
    void a_reopened_submission_stays_until_its_revision_is_approved() {
        long submission = submitted("2020", "10");
        assertThat(monitor.part(Submissions.class).reopen(submission, "manager", "revisar"))
                .isInstanceOf(Refused.class);
        monitor.approved(submission);
        assertThat(monitor.part(Submissions.class).reopen(submission, "manager", " "))
                .isInstanceOf(Refused.class);
        assertThat(monitor.part(Submissions.class).reopen(submission, "manager", "revisar el método"))
                .isInstanceOf(Done.class);
        assertThat(told("reporter.CL-A").getFirst()).isEqualTo("REOPENED 2020.csv 1 manager revisar el método");
        assertThat(monitor.state(submission)).isEqualTo("approved");
        long revision = submitted("2020", "12");
        assertThat(monitor.figures("WAS")).containsExactly("2020 | 10 | 1/1");
        approve(revision, "coordinator.CL");
        monitor.work(revision);
        assertThat(monitor.state(submission)).isEqualTo("superseded");
        assertThat(monitor.figures("WAS")).containsExactly("2020 | 12 | 1/1");
    }
}
