package org.scpmonitor.register;

import java.time.Clock;
import org.jooq.DSLContext;
import org.scpmonitor.access.AuditTrail;

/** The register over a test's database, for tests of what is built upon it. */
public final class RegisterForTests {
    private RegisterForTests() {}

    public static Entries entries(DSLContext sql) {
        return new Entries(sql);
    }

    public static EntryEdits edits(DSLContext sql) {
        return new EntryEdits(sql, audit(sql));
    }

    public static EntryDrafts drafts(DSLContext sql) {
        return new EntryDrafts(sql, new Keeping(sql), Clock.systemUTC());
    }

    static AuditTrail audit(DSLContext sql) {
        return new AuditTrail(sql, Clock.systemUTC());
    }

    public static EntrySearch search(DSLContext sql) {
        return new EntrySearch(sql);
    }

    /** Nothing was ever written. */
    public static void empty(DSLContext sql) {
        sql.execute("alter table entry_version disable trigger user");
        sql.execute("delete from entry_tally");
        sql.execute("delete from entry_reference");
        sql.execute("delete from entry_version");
        sql.execute("delete from entry_draft");
        sql.execute("delete from entry");
    }
}
