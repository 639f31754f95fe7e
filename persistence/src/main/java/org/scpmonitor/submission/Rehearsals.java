package org.scpmonitor.submission;

import java.nio.file.Path;
import java.time.Clock;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Submissions that never were: what checks need of one, in a transaction that is taken back. */
@Repository
public class Rehearsals {

    private final DSLContext sql;
    private final SubmissionFiles files;
    private final Clock clock;

    Rehearsals(DSLContext sql, SubmissionFiles files, Clock clock) {
        this.sql = sql;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Stores a file as if it had been sent, whether the same bytes have been or not. Part of the caller's transaction,
     * which must not be committed.
     *
     * @return a number that no submission has
     */
    public long begin(Upload upload, Path file) {
        long number = sql.fetchSingle(
                        BEGIN,
                        upload.period() == null ? null : upload.period().start(),
                        upload.period() == null ? null : upload.period().months(),
                        upload.fileName(),
                        upload.numberFormat(),
                        clock.instant(),
                        upload.institution(),
                        upload.sender())
                .get(0, Long.class);
        files.store(sql, number, file);
        return number;
    }

    /** Its hash is its own, so that it meets no submission of the same bytes. */
    private static final String BEGIN = """
            insert into submission (id, institution_id, sent_by, period_start, period_months, file_name, file_size, sha256,
                                    number_format, dry_run, state, received_at)
            overriding system value
            select r.number, i.id, u.id, ?::date, ?::smallint, ?, 0, lpad(r.number::text, 64, '-'), ?, true, 'received',
                   ?::timestamptz
            from institution i
            join app_user u on i.code = ? and u.username = ?
            cross join (select nextval('rehearsal_number') as number) r
            returning id
            """;
}
