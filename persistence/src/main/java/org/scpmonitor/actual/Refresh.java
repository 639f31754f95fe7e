package org.scpmonitor.actual;

import static org.scpmonitor.schema.Tables.REBUILD_REACH;
import static org.scpmonitor.schema.Tables.REBUILD_REQUEST;
import static org.scpmonitor.schema.Tables.REFRESH_RUN;
import static org.scpmonitor.schema.Tables.SUBMISSION;
import static org.scpmonitor.schema.Tables.TOUCHED;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Computes actuals from observations: over time within each institution, then over institutions within each programme
 * and country, with coverage. Its cost follows what was touched or what a change {@linkplain Reach reaches};
 * {@link Rebuild} computes everything by the same statements and comes to the same rows.
 */
@Repository
public class Refresh {

    private final DSLContext sql;

    public Refresh(DSLContext sql) {
        this.sql = sql;
    }

    /** What a refresh did. */
    public record Refreshed(long run, Instant moment, int due, int closed, int opened) {}

    /**
     * Recomputes what the acceptance of a submission touched, after the changes of factors, formulas and definitions that
     * wait to be computed: a figure would else add up values of before and after such a change. Needs a transaction.
     */
    public Refreshed refresh(long submission) {
        Instant moment = momentAfter(submission);
        List<Long> changes = knownFrom(submission) == null ? openChanges() : List.of();
        if (!changes.isEmpty()) {
            changes.forEach(this::rebuild);
            moment = momentAfter(submission);
        }
        sql.execute(Computation.REACHED_BY_TOUCH, submission);
        noteForRebuilds();
        Refreshed refreshed =
                Computation.run(sql, run("submission", submission, moment, knownFrom(submission)), moment);
        sql.deleteFrom(TOUCHED).where(TOUCHED.SUBMISSION_ID.eq(submission)).execute();
        return refreshed;
    }

    private Instant momentAfter(long submission) {
        return sql.fetchSingle(
                        "select advance_knowledge('refresh after submission ' || id, follows(known_from, interval '1 ms'))"
                                + " from submission where id = ?",
                        submission)
                .get(0, Instant.class);
    }

    /** The requests for less than everything that no run has answered yet; dated ones keep their place in a replay. */
    private List<Long> openChanges() {
        return sql.select(REBUILD_REQUEST.ID)
                .from(REBUILD_REQUEST)
                .where(Rebuild.isOpen())
                .and(REBUILD_REQUEST.KNOWN_FROM.isNull())
                .andExists(sql.selectOne().from(REBUILD_REACH).where(REBUILD_REACH.REQUEST_ID.eq(REBUILD_REQUEST.ID)))
                .orderBy(REBUILD_REQUEST.ID)
                .fetch(REBUILD_REQUEST.ID);
    }

    /** Asks for every actual to be computed anew. Part of the caller's transaction. */
    public long request(String cause, @Nullable Instant knownFrom) {
        return request(cause, knownFrom, List.of());
    }

    /**
     * Asks for what a change reaches to be computed anew. Part of the caller's transaction.
     *
     * @param cause as operators read it
     * @param knownFrom a dated knowledge time, for a replay
     * @param reaches where the change has an effect, without what follows from it by formulas, ratios and weights, which
     *     is found; none for everything
     */
    public long request(String cause, @Nullable Instant knownFrom, Collection<Reach> reaches) {
        long request = sql.insertInto(REBUILD_REQUEST)
                .set(REBUILD_REQUEST.CAUSE, cause)
                .set(REBUILD_REQUEST.KNOWN_FROM, knownFrom)
                .returningResult(REBUILD_REQUEST.ID)
                .fetchSingle()
                .value1();
        for (Reach reach : Set.copyOf(reaches)) {
            sql.execute(
                    "insert into rebuild_reach values (?, ?, coalesce(?::date, '-infinity'), coalesce(?::date,"
                            + " 'infinity'))",
                    request,
                    reach.indicatorId(),
                    reach.from(),
                    reach.until());
        }
        return request;
    }

    /** The requests that wait for a run. */
    public List<Long> openRequests() {
        return sql.select(REBUILD_REQUEST.ID)
                .from(REBUILD_REQUEST)
                .where(Rebuild.isOpen())
                .orderBy(REBUILD_REQUEST.ID)
                .fetch(REBUILD_REQUEST.ID);
    }

    /**
     * Recomputes what a request reaches in one transaction, unless it has been answered. Readers go on reading the old
     * figures until it commits. For everything {@link Rebuild} does the same in parts.
     */
    Optional<Refreshed> rebuild(long request) {
        Instant moment = moment(request);
        if (!openRequests().contains(request)) {
            return Optional.empty();
        }
        sql.execute(Computation.reachedByRequests("request_id = ?"), request);
        noteForRebuilds();
        long run = begin(request, moment);
        Refreshed rebuilt = Computation.run(sql, run, moment);
        answer(request, run);
        return Optional.of(rebuilt);
    }

    /** The knowledge moment of a request's answer, and the lock that goes with it. */
    Instant moment(long request) {
        return sql.fetchSingle(
                        "select advance_knowledge('rebuild ' || id, follows(known_from, interval '1 ms'))"
                                + " from rebuild_request where id = ?",
                        request)
                .get(0, Instant.class);
    }

    long begin(long request, Instant moment) {
        return run("rebuild", null, moment, dated(request));
    }

    /** Stores what formulas give in the periods due: before the parts of a rebuild, which read it. */
    void calculate(long request) {
        if (!sql.fetchExists(DSL.table("formula_due"))) {
            return;
        }
        Instant moment = sql.fetchSingle("""
                        select advance_knowledge('formulas before rebuild ' || r.id, follows(r.known_from, interval '500 us'))
                        from rebuild_request r
                        where r.id = ?
                        """, request).get(0, Instant.class);
        Calculation.store(sql, run("formulas", null, moment, dated(request)), moment);
    }

    void answer(long request, long run) {
        sql.update(REBUILD_REQUEST)
                .set(REBUILD_REQUEST.RUN_ID, run)
                .where(REBUILD_REQUEST.ID.eq(request))
                .execute();
    }

    /** A rebuild whose parts are being computed has what is reached meanwhile computed again. */
    private void noteForRebuilds() {
        sql.execute("""
                insert into rebuild_again
                select distinct r.id, x.indicator_id, x.period_start, x.period_months
                from rebuild_request r, reached x
                where r.planned_at is not null and r.run_id is null and r.dropped is null
                """);
    }

    /** The submission whose acceptance caused a run; empty for a rebuild. */
    public Optional<Long> findSubmission(long run) {
        return sql.select(REFRESH_RUN.SUBMISSION_ID)
                .from(REFRESH_RUN)
                .where(REFRESH_RUN.ID.eq(run))
                .fetchOptional(REFRESH_RUN.SUBMISSION_ID);
    }

    /** The runs whose effect on progress has not been assessed, oldest first. */
    public List<Long> unassessedRuns() {
        return sql.select(REFRESH_RUN.ID)
                .from(REFRESH_RUN)
                .where(REFRESH_RUN.ASSESSED.isFalse())
                .orderBy(REFRESH_RUN.ID)
                .fetch(REFRESH_RUN.ID);
    }

    /**
     * Has progress judged anew though no figure changes: targets have. Part of the caller's transaction.
     *
     * @param moment from which the change is known
     * @param knownFrom the same where it is a dated one, for a replay
     */
    public long targetsChanged(Instant moment, @Nullable Instant knownFrom) {
        return run("targets", null, moment, knownFrom);
    }

    private @Nullable Instant knownFrom(long submission) {
        return sql.select(SUBMISSION.KNOWN_FROM)
                .from(SUBMISSION)
                .where(SUBMISSION.ID.eq(submission))
                .fetchSingle()
                .value1();
    }

    private @Nullable Instant dated(long request) {
        return sql.select(REBUILD_REQUEST.KNOWN_FROM)
                .from(REBUILD_REQUEST)
                .where(REBUILD_REQUEST.ID.eq(request))
                .fetchSingle()
                .value1();
    }

    private long run(String cause, @Nullable Long submission, Instant moment, @Nullable Instant knownFrom) {
        return sql.insertInto(REFRESH_RUN)
                .set(REFRESH_RUN.CAUSE, cause)
                .set(REFRESH_RUN.SUBMISSION_ID, submission)
                .set(REFRESH_RUN.MOMENT, moment)
                .set(REFRESH_RUN.KNOWN_FROM, knownFrom)
                .returningResult(REFRESH_RUN.ID)
                .fetchSingle()
                .value1();
    }
}
