package org.scpmonitor.world;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.scpmonitor.db.EmbeddedDatabase;
import org.springframework.boot.jooq.autoconfigure.SpringTransactionProvider;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;

/** A migrated database of its own on the one server of this JVM; copied from a template, so that it costs some 50 ms. */
public final class TestDatabase implements AutoCloseable {

    private static final String MIGRATED = "migrated";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String jdbcUrl;
    private final HikariDataSource pool;
    private final DataSource seen;
    private final DSLContext sql;
    private final Runnable drop;

    private TestDatabase(String jdbcUrl, UnaryOperator<DataSource> watched, Runnable drop) {
        this.jdbcUrl = jdbcUrl;
        this.drop = drop;
        var config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl);
        config.setUsername(EmbeddedDatabase.USER);
        config.setMaximumPoolSize(12);
        config.setMinimumIdle(0);
        pool = new HikariDataSource(config);
        seen = watched.apply(pool);
        var jooq = new DefaultConfiguration();
        jooq.set(SQLDialect.POSTGRES);
        jooq.set(new DataSourceConnectionProvider(new TransactionAwareDataSourceProxy(seen)));
        jooq.set(new SpringTransactionProvider(transactions()));
        sql = DSL.using(jooq);
    }

    /** A fresh database with the newest schema and nothing in it. */
    public static TestDatabase create() {
        return copy(MIGRATED);
    }

    /** A database as {@link #template} left it. */
    public static TestDatabase copy(String template) {
        String name = "test_" + COUNT.incrementAndGet();
        Server.execute("create database " + name + " template " + template);
        return new TestDatabase(
                Server.INSTANCE.jdbcUrl(name),
                UnaryOperator.identity(),
                () -> Server.execute("drop database if exists " + name + " with (force)"));
    }

    /**
     * For tests that begin with the same content, which takes long to store.
     *
     * @param stored what all copies have
     * @return its name, to {@link #copy} it
     */
    public static String template(Consumer<TestDatabase> stored) {
        String name = "template_" + COUNT.incrementAndGet();
        Server.execute("create database " + name + " template " + MIGRATED);
        try (TestDatabase database = at(Server.INSTANCE.jdbcUrl(name), UnaryOperator.identity())) {
            stored.accept(database);
        }
        return name;
    }

    /**
     * A migrated database that somebody else made and drops.
     *
     * @param watched puts something between the product and the pool of connections
     */
    public static TestDatabase at(String jdbcUrl, UnaryOperator<DataSource> watched) {
        return new TestDatabase(jdbcUrl, watched, () -> {});
    }

    public DSLContext sql() {
        return sql;
    }

    public DataSource dataSource() {
        return seen;
    }

    public String jdbcUrl() {
        return jdbcUrl;
    }

    /** Transactions in which {@link #sql()} takes part. */
    public PlatformTransactionManager transactions() {
        return new DataSourceTransactionManager(seen);
    }

    @Override
    public void close() {
        pool.close();
        drop.run();
    }

    private static final class Server {
        static final EmbeddedDatabase INSTANCE = EmbeddedDatabase.temporary();

        static {
            execute("create database " + MIGRATED);
            EmbeddedDatabase.migrate(INSTANCE.dataSource(MIGRATED));
            Runtime.getRuntime().addShutdownHook(new Thread(INSTANCE::close));
        }

        static void execute(String statement) {
            DSL.using(INSTANCE.dataSource("postgres"), SQLDialect.POSTGRES).execute(statement);
        }
    }
}
