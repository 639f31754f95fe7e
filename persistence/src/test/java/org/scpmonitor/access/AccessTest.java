package org.scpmonitor.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.scpmonitor.schema.tables.Submission.SUBMISSION;
import static org.scpmonitor.schema.tables.SubmissionEvent.SUBMISSION_EVENT;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scpmonitor.world.TestDatabase;

class AccessTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    private static TestDatabase database;
    private static AuditTrail audit;
    private static Accounts accounts;
    private static Grants grants;
    private static int mma;
    private static int chileCompra;
    private static int semarnat;

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
        audit = new AuditTrail(database.sql(), CLOCK);
        grants = new Grants(database.sql(), audit);
        accounts = new Accounts(database.sql(), CLOCK, audit, grants);
        database.sql().execute("""
                insert into country (code, iso3, m49, name_es, name_en, name_de, sort)
                values ('CL', 'CHL', 152, 'Chile', 'Chile', 'Chile', 1), ('MX', 'MEX', 484, 'México', 'Mexico', 'Mexiko', 2)""");
        mma = institution("CL-MMA", "CL");
        chileCompra = institution("CL-CHILECOMPRA", "CL");
        semarnat = institution("MX-SEMARNAT", "MX");
        var sender = account("sender");
        for (int institution : List.of(mma, chileCompra, semarnat)) {
            database.sql().execute("""
                    insert into submission (institution_id, sent_by, file_name, file_size, sha256, state, received_at)
                    values (?, ?, 'a.csv', 1, repeat('0', 64), 'received', '2026-01-01Z')""", institution, sender.id());
        }
        database.sql().execute("""
                insert into submission_event (submission_id, at, actor, state)
                select id, received_at, 'sender', state from submission""");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void a_reporter_sees_the_own_institution_only() {
        var reporter =
                account("r", Grant.atInstitution(Role.REPORTER, mma, "CL-MMA")).viewer();
        assertThat(seenBy(reporter)).containsExactly(mma);
        assertThat(reporter.maySend(mma, "CL")).isTrue();
        assertThat(reporter.maySend(chileCompra, "CL")).isFalse();
        assertThat(reporter.mayReview(mma, "CL")).isFalse();
    }

    @Test
    void a_coordinator_sees_the_own_country_and_approves_what_others_sent() {
        var coordinator = account("c", Grant.inCountry(Role.COORDINATOR, "CL")).viewer();
        assertThat(seenBy(coordinator)).containsExactly(mma, chileCompra);
        assertThat(coordinator.maySend(chileCompra, "CL")).isTrue();
        assertThat(coordinator.mayApprove(mma, "CL", Set.of("sender"))).isTrue();
        assertThat(coordinator.mayApprove(mma, "CL", Set.of("sender", "c"))).isFalse();
        assertThat(coordinator.mayApprove(semarnat, "MX", Set.of("sender"))).isFalse();
    }

    @Test
    void a_reviewer_sees_all_and_changes_nothing() {
        var reviewer = account("v", Grant.everywhere(Role.REVIEWER)).viewer();
        assertThat(seenBy(reviewer)).containsExactly(mma, chileCompra, semarnat);
        assertThat(reviewer.isSender()).isFalse();
        assertThat(reviewer.isApprover()).isFalse();
        assertThat(reviewer.mayEditCatalogue()).isFalse();
        assertThat(reviewer.mayOperate()).isFalse();
    }

    @Test
    void the_public_and_a_disabled_account_see_no_submission() {
        var disabled = account("d", Grant.everywhere(Role.REVIEWER));
        accounts.enable(disabled, false, "admin");
        assertThat(seenBy(Viewer.PUBLIC)).isEmpty();
        assertThat(seenBy(accounts.get("d").viewer())).isEmpty();
    }

    @Test
    void roles_of_several_scopes_add_up() {
        var both = account(
                        "both",
                        Grant.atInstitution(Role.REPORTER, semarnat, "MX-SEMARNAT"),
                        Grant.inCountry(Role.COORDINATOR, "CL"))
                .viewer();
        assertThat(seenBy(both)).containsExactly(mma, chileCompra, semarnat);
        assertThat(both.mayReview(semarnat, "MX")).isFalse();
    }

    @Test
    void a_role_is_given_once_taken_once_and_both_are_told() {
        var account = account("g");
        var grant = Grant.inCountry(Role.COORDINATOR, "MX");
        grants.give(account, grant, "admin");
        grants.give(account, grant, "admin");
        assertThat(accounts.get("g").grants()).containsExactly(grant);
        grants.take(account, grant, "admin");
        grants.take(account, grant, "admin");
        assertThat(accounts.get("g").grants()).isEmpty();
        assertThat(audit.listLatest(2))
                .extracting(
                        event -> event.actor() + " " + event.action() + " " + event.subject() + " " + event.detail())
                .containsExactly("admin GRANT_TAKEN g coordinator@MX", "admin GRANT_GIVEN g coordinator@MX");
        assertThat(audit.listLatest(1).getFirst().at()).isEqualTo(CLOCK.instant());
    }

    @Test
    void the_audit_trail_cannot_be_rewritten() {
        audit.add(AuditTrail.SYSTEM, AuditAction.JOB_RESTARTED, "refresh", "");
        assertThatThrownBy(() -> database.sql().execute("delete from audit_event"))
                .hasMessageContaining("audit_event only grows");
    }

    private static List<Integer> seenBy(Viewer viewer) {
        var seen = database.sql()
                .select(SUBMISSION.INSTITUTION_ID)
                .from(SUBMISSION)
                .where(Visible.ofInstitution(viewer, SUBMISSION.INSTITUTION_ID))
                .orderBy(SUBMISSION.ID)
                .fetch(SUBMISSION.INSTITUTION_ID);
        var events = database.sql()
                .fetchCount(SUBMISSION_EVENT, Visible.ofSubmission(viewer, SUBMISSION_EVENT.SUBMISSION_ID));
        assertThat(events).isEqualTo(seen.size());
        return seen;
    }

    private static Account account(String username, Grant... roles) {
        return accounts.create(username, "Cuenta", Locale.of("es"), "{noop}x", Set.of(roles), "admin");
    }

    private static int institution(String code, String country) {
        return database.sql()
                .fetchSingle(
                        "insert into institution (code, country, kind, name) values (?, ?, 'ministry', ?) returning id",
                        code,
                        country,
                        code)
                .get(0, Integer.class);
    }
}
