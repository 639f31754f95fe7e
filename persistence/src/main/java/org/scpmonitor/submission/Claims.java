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
