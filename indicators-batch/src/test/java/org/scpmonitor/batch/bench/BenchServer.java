package org.scpmonitor.batch.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.scpmonitor.db.EmbeddedDatabase;
import org.scpmonitor.schema.Tables;
import org.scpmonitor.world.TestDatabase;
import org.scpmonitor.world.World;
import org.springframework.util.FileSystemUtils;

/** A durable PostgreSQL with one migrated database to copy, in which 250 institutions report 40 monthly indicators. */
public final class BenchServer implements AutoCloseable {

    public static final int INSTITUTIONS = 250;
    public static final int INDICATORS = 40;

    private static final String PREPARED = "prepared";

    private final Path home;
    private final EmbeddedDatabase server;
    private int databases;

    private BenchServer(Path home, EmbeddedDatabase server) {
        this.home = home;
        this.server = server;
    }

    public static BenchServer start(Path below) {
        try {
            Files.createDirectories(below);
            Path home = Files.createTempDirectory(below.toAbsolutePath(), "home");
            var server = new BenchServer(home, EmbeddedDatabase.durable(home, freePort()));
            server.prepare();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void prepare() {
        execute("create database " + PREPARED);
        EmbeddedDatabase.migrate(server.dataSource(PREPARED));
        try (var database = open(PREPARED)) {
            World world = World.in(database);
            IntStream.range(0, INSTITUTIONS).forEach(i -> world.institution(institution(i)));
            IntStream.range(0, INDICATORS).forEach(i -> world.indicator(indicator(i), "t", 1, "sum", "sum"));
            database.sql().execute("analyze");
        }
    }

    public static String institution(int number) {
        return "CL-%03d".formatted(number);
    }

    public static String indicator(int number) {
        return "I-%02d".formatted(number);
    }

    /** A database of its own, copied from the prepared one. */
    public TestDatabase create() {
        String name = "bench_" + ++databases;
        execute("create database " + name + " template " + PREPARED);
        execute("checkpoint");
        return open(name);
    }

    /** Has institutions of four countries report everything: as many as there are in Chile in three more. */
    public static void inFourCountries(DSLContext sql) {
        for (String country : List.of("MX", "CO")) {
            sql.execute(
                    "insert into country values (?, ?, ?, ?, ?, ?, 1)",
                    country,
                    country + "X",
                    country.hashCode() % 999,
                    country,
                    country,
                    country);
        }
        sql.execute("""
                insert into institution (code, country, kind, name)
                select c || '-' || lpad(n::text, 3, '0'), c, 'ministry', 'Institution ' || n
                from unnest(array['MX', 'CO', 'PE']) c
                cross join generate_series(0, ? - 1) n
                """, INSTITUTIONS);
        sql.execute("""
                insert into assignment (institution_id, indicator_id, period_months, valid_from, known_from)
                select i.id, x.indicator_id, 1, '2000-01-01', (select min(moment) from knowledge)
                from institution i
                cross join current_indicator x
                where not exists (select from assignment a where a.institution_id = i.id)
                """);
    }

    /** Stores observations of every institution and indicator as acceptance would have, in its order, up to a month. */
    public static void observations(DSLContext sql, LocalDate last, int months) {
        sql.execute("""
                insert into observation (institution_id, indicator_id, disaggregation_id, period_start, period_months,
                                         sheet, row_number, column_number, status, submission_id, known_from,
                                         value, reported_value, reported_unit, text_read)
                select i.id, x.indicator_id, 0, ?::date - make_interval(months => m), 1, 0, 1, 4, '', 0, k.moment,
                       m + i.id / 100.0, m + i.id / 100.0, 't', 't'
                from generate_series(0, ? - 1) m
                cross join institution i
                cross join current_indicator x
                cross join (select max(moment) as moment from knowledge) k
                order by x.indicator_id, m desc, i.id
                """, last, months);
        sql.execute("vacuum analyze observation");
        System.out.println(sql.fetchCount(Tables.OBSERVATION) + " observations stored");
    }

    private TestDatabase open(String name) {
        return TestDatabase.at(server.jdbcUrl(name), UnaryOperator.identity());
    }

    /** Where a benchmark keeps its files. */
    public Path home() {
        return home;
    }

    private void execute(String statement) {
        DSLContext sql = DSL.using(server.dataSource("postgres"), SQLDialect.POSTGRES);
        sql.execute(statement);
    }

    @Override
    public void close() {
        server.close();
        try {
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
