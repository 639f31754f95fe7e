package org.scpmonitor.progress;

import static org.jooq.impl.DSL.val;
import static org.scpmonitor.schema.Tables.KNOWLEDGE;

import java.time.Instant;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Tells cheaply whether anything that stands on a screen of figures may have changed, whichever process changed it. */
@Repository
public class FigureMark {
    /** What a refresh opened has its run, what it only closed has its moment; verdicts are of the figures of a run. */
    private static final String NEWS = """
            with news as (
                select moment, cause from knowledge
                where moment > {0} and moment <= {1} and cause not like 'accept submission %'
                  and cause not in ('calendar', 'extension')
            ), run as (
                select r.id, r.moment, r.submission_id from news n join refresh_run r on r.moment = n.moment
                union
                select r.id, r.moment, r.submission_id
                from news n
                join refresh_run r on r.id = substring(n.cause from '^assess run ([0-9]+)$')::bigint
            )
            select (select coalesce(bool_and(cause ~ '^(refresh after submission|assess run) [0-9]+$'), false) from news)
                       and not exists (select from run where submission_id is null) as of_submissions,
                   array(
                       select p.code from programme p
                       where p.id in (select programme_id from actual where run_id in (select id from run))
                          or p.id in (select programme_id from actual where known_until in (select moment from run)))
                       as programmes
            """;

    private final DSLContext sql;

    FigureMark(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * The moment from which the newest figure, verdict or catalogue entry is known; {@link Instant#EPOCH} where nothing
     * is. What is accepted and not computed yet, and when reports are due, change no figure.
     */
    public Instant latest() {
        return sql.select(KNOWLEDGE.MOMENT)
                .from(KNOWLEDGE)
                .where(KNOWLEDGE.CAUSE.notLike("accept submission %"))
                .and(KNOWLEDGE.CAUSE.notIn("calendar", "extension"))
                .orderBy(KNOWLEDGE.MOMENT.desc())
                .limit(1)
                .fetchOptional(KNOWLEDGE.MOMENT)
                .orElse(Instant.EPOCH);
    }

    /**
     * What became known between two moments.
     *
     * @param programmes codes of those whose figures and verdicts alone may differ; null where anything may
     */
    public record News(@Nullable Set<String> programmes) {
        /** Anything may differ. */
        public static final News ANYTHING = new News(null);

        public boolean concerns(String programme) {
            return programmes == null || programmes.contains(programme);
        }
    }

    /** @param before what {@link #latest} told first, and what it told then */
    public News between(Instant before, Instant now) {
        Record row = sql.fetchSingle(NEWS, val(before, KNOWLEDGE.MOMENT), val(now, KNOWLEDGE.MOMENT));
        return row.get("of_submissions", Boolean.class)
                ? new News(Set.of(row.get("programmes", String[].class)))
                : News.ANYTHING;
    }
}
