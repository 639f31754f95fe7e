package org.scpmonitor.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.postgresql.PGConnection;
import org.scpmonitor.world.TestDatabase;

/** PostgreSQL alone, without a product around it: what the best written by hand would do with the same rows. */
final class Alone {

    private Alone() {}

    static void copyOut(TestDatabase database, Path rows) throws IOException {
        try (Connection connection = database.dataSource().getConnection();
                OutputStream out = Files.newOutputStream(rows)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (select * from observation order by submission_id, row_number) to stdout", out);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Seconds of a COPY into a table that is keyed and indexed as ours, or has a foreign key for each reference too. */
    static double copyIn(TestDatabase database, Path rows, boolean withForeignKeys) throws IOException {
        DSLContext sql = database.sql();
        sql.execute("create table alone (like observation including all)");
        if (withForeignKeys) {
            sql.execute("""
                    alter table alone
                        add foreign key (institution_id) references institution,
                        add foreign key (indicator_id) references indicator,
                        add foreign key (disaggregation_id) references disaggregation,
                        add foreign key (submission_id) references submission,
                        add foreign key (known_from) references knowledge
                    """);
        }
        try (Connection connection = database.dataSource().getConnection();
                InputStream in = Files.newInputStream(rows)) {
            long start = System.nanoTime();
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy alone from stdin", in, 1 << 16);
            return (System.nanoTime() - start) / 1e9;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            sql.execute("drop table alone");
        }
    }

    /** A plain table of values and one of monthly sums, as somebody would keep them. */
    static void keepSums(DSLContext sql) {
        sql.execute("""
                create table plain_value as
                select institution_id, indicator_id, period_start, value from observation where known_until = 'infinity'
                """);
        sql.execute("alter table plain_value add primary key (indicator_id, period_start, institution_id)");
        sql.execute("""
                create table plain_sum as
                select i.country, indicator_id, period_start, sum(value) as value
                from plain_value v join institution i on i.id = v.institution_id
                group by 1, 2, 3
                """);
        sql.execute("alter table plain_sum add primary key (indicator_id, period_start, country)");
        sql.execute("analyze plain_value, plain_sum");
    }

    /** Changes a value and its country's sum in one transaction. */
    static Callable<?> change(TestDatabase database) {
        return () -> {
            database.sql().transaction(tx -> {
                tx.dsl().execute("""
                        update plain_value set value = value + 1
                        where indicator_id = (select min(indicator_id) from plain_value) and period_start = '2023-12-01'
                          and institution_id = (select min(institution_id) from plain_value)
                        """);
                tx.dsl().execute("""
                        update plain_sum s
                        set value = (select sum(v.value)
                                     from plain_value v join institution i on i.id = v.institution_id
                                     where v.indicator_id = s.indicator_id and v.period_start = s.period_start
                                       and i.country = s.country)
                        where indicator_id = (select min(indicator_id) from plain_value) and period_start = '2023-12-01'
                          and country = 'CL'
                        """);
            });
            return true;
        };
    }

    /** Reads the figures that a query by REST tells, on a connection of its own. */
    static Latency.Work read(TestDatabase database, String where) {
        return () -> {
            Connection connection = database.dataSource().getConnection();
            PreparedStatement statement = connection.prepareStatement(
                    "select f.country, i.code, f.period_start, f.value from figure f join indicator i on i.id ="
                            + " f.indicator_id where f.known_until = 'infinity' and f.part_of = '' and " + where);
            return () -> {
                int rows = 0;
                try (ResultSet found = statement.executeQuery()) {
                    while (found.next()) {
                        found.getBigDecimal(4);
                        rows++;
                    }
                }
                return rows;
            };
        };
    }
}
