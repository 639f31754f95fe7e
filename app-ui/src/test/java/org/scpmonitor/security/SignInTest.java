package org.scpmonitor.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scpmonitor.access.Accounts;
import org.scpmonitor.access.Grant;
import org.scpmonitor.access.Grants;
import org.scpmonitor.access.Role;
import org.scpmonitor.running.Browser;
import org.scpmonitor.running.Caller;
import org.scpmonitor.running.RunningMonitor;
import org.springframework.security.crypto.password.PasswordEncoder;
import tools.jackson.databind.json.JsonMapper;

class SignInTest {

    private static final String NEEDS_ACCOUNT = "/api/v1/nowhere";
    private static final String[] JSON = {"Content-Type", "application/json"};

    private static RunningMonitor monitor;

    @BeforeAll
    static void start() {
        monitor = RunningMonitor.start("scp.demo=true");
    }

    @AfterAll
    static void stop() throws IOException {
        monitor.close();
    }

    @Test
    void the_api_answers_401_as_a_problem_and_never_leads_to_the_login_page() {
        var answer = monitor.anyone().get(NEEDS_ACCOUNT, "Accept", "text/html", "Accept-Language", "de");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("Basic");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(answer.body()).contains("Anmeldung nötig");
    }

    @Test
    void what_does_not_exist_is_told_as_a_problem() {
        var answer = monitor.as("reviewer").get(NEEDS_ACCOUNT);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("No existe").contains("\"mend\"");
        assertThat(answer.headers().firstValue("X-Request-Id").orElseThrow()).matches("[0-9a-f]{8}");
    }

    @Test
    void screens_lead_to_the_login_page() {
        var answer = monitor.anyone().get("/operations");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/login");
    }

    @Test
    void a_page_that_does_not_exist_asks_nobody_to_sign_in() {
        assertThat(monitor.anyone().get("/nowhere").statusCode()).isNotEqualTo(302);
        assertThat(monitor.anyone().get("/report/7/nowhere").statusCode()).isNotEqualTo(302);
        assertThat(monitor.anyone().get("/report/7").statusCode()).isEqualTo(302);
    }

    @Test
    void the_form_lets_in_and_gives_a_new_session() {
        var browser = new Browser(monitor.address());
        browser.open("/login");
        String before = browser.session();
        assertThat(browser.signIn("reviewer", "wrong")).endsWith("/login?error");
        assertThat(browser.signIn("reviewer", DemoAccounts.PASSWORD)).doesNotContain("login");
        assertThat(browser.session()).isNotEmpty().isNotEqualTo(before);
        assertThat(browser.open("/operations").statusCode()).isNotEqualTo(302);
        assertThat(browser.open(NEEDS_ACCOUNT).statusCode())
                .as("the API knows no sessions")
                .isEqualTo(401);
    }

    @Test
    void a_form_of_another_site_is_refused() {
        var forged = monitor.anyone()
                .call(
                        "POST",
                        "/login",
                        BodyPublishers.ofString("username=reviewer&password=demo"),
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Sec-Fetch-Site",
                        "cross-site");
        assertThat(forged.headers().firstValue("Location").orElse("")).endsWith("/login");
        assertThat(forged.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void health_is_public_and_the_metrics_are_the_administrators() {
        assertThat(monitor.anyone().get("/actuator/health/readiness").statusCode())
                .isEqualTo(200);
        assertThat(monitor.anyone().get("/actuator/prometheus").statusCode()).isEqualTo(401);
        assertThat(monitor.as("reviewer").get("/actuator/prometheus").statusCode())
                .isEqualTo(403);
        assertThat(monitor.as("admin").get("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
    }

    @Test
    void a_password_found_right_is_forgotten_with_a_new_one() {
        var accounts = monitor.part(Accounts.class);
        var encoder = monitor.part(PasswordEncoder.class);
        var manager = monitor.as("manager");
        assertThat(manager.get(NEEDS_ACCOUNT).statusCode()).isEqualTo(404);
        var account = accounts.get("manager");
        accounts.changePassword(account, Objects.requireNonNull(encoder.encode("another")), "admin");
        assertThat(manager.get(NEEDS_ACCOUNT).statusCode()).isEqualTo(401);
        var another = new Caller(monitor.address(), "manager:another");
        assertThat(another.get(NEEDS_ACCOUNT).statusCode()).isEqualTo(404);
        accounts.enable(account, false, "admin");
        assertThat(another.get(NEEDS_ACCOUNT).statusCode()).isEqualTo(401);
    }

    @Test
    void a_token_lets_its_accounts_programs_in_until_it_is_taken_back() {
        Caller reviewer = monitor.as("reviewer");
        var made = reviewer.call("POST", "/api/v1/tokens", BodyPublishers.ofString("{\"name\":\"nightly\"}"), JSON);
        assertThat(made.statusCode()).isEqualTo(201);
        String token = JsonMapper.shared().readTree(made.body()).get("token").asString();
        Caller program = new Caller(monitor.address(), null);
        String[] bearer = {"Authorization", "Bearer " + token};

        assertThat(program.get(NEEDS_ACCOUNT, bearer).statusCode()).isEqualTo(404);
        assertThat(program.get("/api/v1/tokens", bearer).statusCode()).isEqualTo(403);
        assertThat(program.get(NEEDS_ACCOUNT, "Authorization", "Bearer " + token + "x")
                        .statusCode())
                .isEqualTo(401);
        assertThat(reviewer.get("/api/v1/tokens").body()).contains("nightly").doesNotContain(token);

        String own = made.headers().firstValue("Location").orElseThrow();
        assertThat(monitor.as("admin")
                        .call("DELETE", own, BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(404);
        assertThat(reviewer.call("DELETE", own, BodyPublishers.noBody()).statusCode())
                .isEqualTo(204);
        assertThat(program.get(NEEDS_ACCOUNT, bearer).statusCode()).isEqualTo(401);
    }

    @Test
    void a_token_ends_within_a_year() {
        assertThat(monitor.as("reviewer")
                        .call(
                                "POST",
                                "/api/v1/tokens",
                                BodyPublishers.ofString("{\"expiresAt\":\"2999-01-01T00:00:00Z\"}"),
                                JSON)
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_role_that_was_taken_is_gone_with_the_next_call() {
        var reviewer = monitor.part(Accounts.class).get("reviewer");
        var grants = monitor.part(Grants.class);
        Grant administrator = Grant.everywhere(Role.ADMINISTRATOR);
        grants.give(reviewer, administrator, "admin");
        assertThat(monitor.as("reviewer").get("/actuator/prometheus").statusCode())
                .isEqualTo(200);
        grants.take(reviewer, administrator, "admin");
        assertThat(monitor.as("reviewer").get("/actuator/prometheus").statusCode())
                .isEqualTo(403);
    }

    @Test
    void guessing_is_locked_and_says_when_to_come_back() {
        var guess = new Caller(monitor.address(), "somebody:guess");
        for (int i = 0; i < 5; i++) {
            assertThat(guess.get(NEEDS_ACCOUNT).statusCode()).isEqualTo(401);
        }
        var answer = guess.get(NEEDS_ACCOUNT);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("60");
    }

    @Test
    void a_password_found_right_is_not_hashed_again_so_that_who_guesses_locks_out_no_program() {
        var accounts = monitor.part(Accounts.class);
        accounts.create(
                "nightly",
                "nightly",
                Locale.ENGLISH,
                Objects.requireNonNull(monitor.part(PasswordEncoder.class).encode("right")),
                accounts.get("reviewer").grants(),
                "admin");
        var program = new Caller(monitor.address(), "nightly:right");
        assertThat(program.get(NEEDS_ACCOUNT).statusCode()).isEqualTo(404);
        var guess = new Caller(monitor.address(), "nightly:guess");
        for (int i = 0; i < 5; i++) {
            assertThat(guess.get(NEEDS_ACCOUNT).statusCode()).isEqualTo(401);
        }
        assertThat(guess.get(NEEDS_ACCOUNT).statusCode()).isEqualTo(429);
        assertThat(program.get(NEEDS_ACCOUNT).statusCode()).isEqualTo(404);
    }

    @Test
    void every_answer_forbids_framing_and_sniffing() {
        for (String path : new String[] {"/api/v1/nowhere", "/login", "/actuator/health"}) {
            var headers = monitor.anyone().get(path).headers();
            assertThat(headers.firstValue("X-Content-Type-Options")).as(path).hasValue("nosniff");
            assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                    .as(path)
                    .contains("default-src", "frame-ancestors 'none'");
        }
    }
}
