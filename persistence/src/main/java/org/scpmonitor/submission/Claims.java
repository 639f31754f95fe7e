package org.scpmonitor.submission;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/**
 * One runner for each submission, across processes.
 *
 * <p>A claim is a session's advisory lock on a connection of its own: it goes when the process dies, however it dies.
 * The dead process's other backend may still be at work, so every transaction on a submission also takes
 * {@link #enter}, and a successor waits there until that backend has ended.
 */
@Repository
public class Claims {

    private static final int RUNNER = 7101;
    private static final int TRANSACTION = 7102;
    private static final String QUERY_CANCELED = "57014";

    private final DataSource database;
    private final DSLContext sql;

    Claims(DataSource database, DSLContext sql) {
        this.database = database;
        this.sql = sql;
    }

    /** A claim that holds until it is closed or the process dies; empty where another runner has it. */
    public Optional<Claim> claim(long submission) {
        return take("pg_try_advisory_lock", submission);
    }

    /** A claim as soon as whoever has it gives it back. */
    public Claim await(long submission) {
        return take("pg_advisory_lock", submission).orElseThrow();
    }

    private Optional<Claim> take(String function, long submission) {
        try {
            Connection connection = database.getConnection();
            boolean taken = false;
            try {
                taken = !Boolean.FALSE.equals(DSL.using(connection, SQLDialect.POSTGRES)
                        .select(DSL.function(function, Object.class, inline(RUNNER), key(submission)))
                        .fetchSingle()
                        .value1());
            } finally {
                if (!taken) {
                    connection.close();
                }
            }
            return taken ? Optional.of(new Claim(connection, submission)) : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("No connection to claim submission " + submission, e);
        }
    }

    /**
     * To be called first in each transaction that works on a submission, before anything of it is read; waits for one
     * that a dead process left.
     */
    public void enter(long submission) {
        sql.select(DSL.function("pg_advisory_xact_lock", Object.class, inline(TRANSACTION), key(submission)))
                .fetch();
    }

    /**
     * Interrupts the statement that is being run for a submission, in whichever process; a file that is being copied into
     * the database is left to its reader, who looks for himself.
     *
     * @return whether a transaction on it was still open
     */
    public boolean interrupt(long submission) {
        return sql.fetchSingle(INTERRUPT, TRANSACTION, key(submission)).get(0, Integer.class) > 0;
    }

    private static final String INTERRUPT = """
            select count(*)::int,
                   count(*) filter (where case when a.state = 'active' and a.query not ilike 'copy %'
                                               then pg_cancel_backend(a.pid) end)
            from pg_locks l
            join pg_stat_activity a using (pid)
            where l.locktype = 'advisory' and l.granted and l.classid = ?::oid and l.objid = ?::oid and l.objsubid = 2
              and l.database = (select oid from pg_database where datname = current_database())
              and l.pid <> pg_backend_pid()
            """;

    /** Whether something failed for its statement was interrupted. */
    public static boolean isInterruption(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && QUERY_CANCELED.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static org.jooq.Field<Integer> key(long submission) {
        return val(Long.hashCode(submission));
    }

    /** The right to work on a submission. */
    public static final class Claim implements AutoCloseable {

        private final Connection connection;
        private final long submission;

        private Claim(Connection connection, long submission) {
            this.connection = connection;
            this.submission = submission;
        }

        @Override
        public void close() {
            try (connection) {
                DSL.using(connection, SQLDialect.POSTGRES)
                        .select(DSL.function("pg_advisory_unlock", Boolean.class, inline(RUNNER), key(submission)))
                        .fetch();
            } catch (SQLException e) {
                throw new IllegalStateException("The claim on submission " + submission + " can't be given back", e);
            }
        }
    }
}
