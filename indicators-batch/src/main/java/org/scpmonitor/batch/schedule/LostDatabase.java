package org.scpmonitor.batch.schedule;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** Tells failures of the work from those of the database beneath it. */
final class LostDatabase {

    private LostDatabase() {}

    /** Whether the connection broke, or the server went down or is just coming up: SQL states 08… and 57P…. */
    static boolean caused(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLException sql
                            && sql.getSQLState() != null
                            && (sql.getSQLState().startsWith("08")
                                    || sql.getSQLState().startsWith("57P"))) {
                return true;
            }
        }
        return false;
    }
}
