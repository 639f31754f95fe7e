package org.scpmonitor.config;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.scpmonitor.db.EmbeddedDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The database: an outside one where its URL is set, else a PostgreSQL of our own beside the process. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfig {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseConfig.class);

    /** A backend whose client is gone stops within a second and doesn't work on beside its successor. */
    private static final String STOP_WHEN_ORPHANED = "set client_connection_check_interval = '1s'";

    /** PostgreSQL's name for a setting that this server's system can't have. */
    private static final String INVALID_PARAMETER = "22023";

    @Bean
    @Lazy
    EmbeddedHome embeddedHome(ScpSettings settings) {
        return EmbeddedHome.open(settings.home());
    }

    @Bean
    DataSource dataSource(ScpSettings settings, ObjectProvider<EmbeddedHome> home) throws SQLException {
        ScpSettings.Database database = settings.database();
        return database.isEmbedded()
                ? pool(home.getObject().server().jdbcUrl("postgres"), EmbeddedDatabase.USER, "", database)
                : pool(database.url(), database.user(), database.password(), database);
    }

    private static DataSource pool(String url, String user, String password, ScpSettings.Database settings)
            throws SQLException {
        var pool = new HikariConfig();
        pool.setPoolName("database");
        pool.setJdbcUrl(url);
        if (!user.isEmpty()) {
            pool.setUsername(user);
            pool.setPassword(password);
        }
        pool.setMaximumPoolSize(settings.connections());
        pool.setMinimumIdle(Math.min(4, settings.connections()));
        pool.addDataSourceProperty("ApplicationName", "scp-monitor");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        if (canStopWhenOrphaned(url, user, password)) {
            pool.setConnectionInitSql(STOP_WHEN_ORPHANED);
        } else {
            LOG.warn("The database's system can't notice lost clients: a killed process may leave work running there");
        }
        return new HikariDataSource(pool);
    }

    private static boolean canStopWhenOrphaned(String url, String user, String password) throws SQLException {
        try (Connection connection = user.isEmpty()
                        ? DriverManager.getConnection(url)
                        : DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(STOP_WHEN_ORPHANED);
            return true;
        } catch (SQLException e) {
            if (INVALID_PARAMETER.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }
}
