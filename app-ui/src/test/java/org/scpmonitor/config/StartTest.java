package org.scpmonitor.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scpmonitor.access.Accounts;
import org.scpmonitor.running.Caller;
import org.scpmonitor.running.RunningMonitor;
import org.scpmonitor.security.DemoAccounts;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

class StartTest {

    private static final String NEEDS_ACCOUNT = "/api/v1/submissions";

    @Test
    void demo_accounts_stay_on_this_machine() {
        assertThatThrownBy(() -> RunningMonitor.start("scp.demo=true", "server.address=0.0.0.0"))
                .hasRootCauseInstanceOf(InvalidConfigurationPropertyValueException.class);
    }

    @Test
    void demo_accounts_go_elsewhere_where_the_operator_says_so() throws IOException {
        try (var monitor = RunningMonitor.start("scp.demo=true", "server.address=0.0.0.0", "scp.demo-anywhere=true")) {
            assertThat(monitor.as("reviewer").get(NEEDS_ACCOUNT).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void the_first_administrator_has_the_operators_password_and_the_demo_is_shut_out() throws IOException {
        try (var first = RunningMonitor.start("scp.demo=true")) {
            try (var second = RunningMonitor.on(first.database(), "scp.admin-password=correct horse battery")) {
                assertThat(second.as("reviewer").get(NEEDS_ACCOUNT).statusCode())
                        .isEqualTo(401);
                var admin = new Caller(second.address(), "admin:correct horse battery");
                assertThat(admin.get("/actuator/prometheus").statusCode()).isEqualTo(200);
                assertThat(second.part(Accounts.class).get("reviewer").enabled())
                        .isFalse();
                assertThat(second.as("admin").get(NEEDS_ACCOUNT).statusCode()).isEqualTo(401);
            }
        }
    }

    @Test
    void a_short_password_makes_no_administrator() {
        assertThatThrownBy(() -> RunningMonitor.start("scp.admin-password=short"))
                .isInstanceOf(InvalidConfigurationPropertyValueException.class)
                .hasMessageNotContaining("short");
    }

    @Test
    void connections_end_with_their_client() throws IOException, SQLException {
        try (var monitor = RunningMonitor.start();
                var connection = monitor.part(DataSource.class).getConnection();
                var answer = connection.createStatement().executeQuery("show client_connection_check_interval")) {
            answer.next();
            assertThat(answer.getString(1)).isEqualTo("1s");
        }
    }

    @Test
    void a_home_is_held_by_one_at_a_time_and_keeps_its_data(@TempDir Path home) throws Exception {
        try (var one = EmbeddedHome.open(home)) {
            assertThatThrownBy(() -> EmbeddedHome.open(home)).isInstanceOf(HomeInUse.class);
            try (var connection = one.server().dataSource("postgres").getConnection()) {
                connection.createStatement().execute("create table kept as select 1");
            }
        }
        try (var again = EmbeddedHome.open(home);
                var connection = again.server().dataSource("postgres").getConnection()) {
            assertThat(connection.createStatement().executeQuery("table kept").next())
                    .isTrue();
        }
    }

    @Test
    void names_of_the_demo_are_those_that_the_sign_in_page_shows() {
        assertThat(DemoAccounts.names())
                .contains("admin", "reporter.pe", "expert")
                .hasSize(12);
    }
}
