package org.scpmonitor.actual;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.count;
import static org.scpmonitor.schema.Tables.REBUILD_AGAIN;
import static org.scpmonitor.schema.Tables.REBUILD_PART;
import static org.scpmonitor.schema.Tables.REBUILD_REACH;
import static org.scpmonitor.schema.Tables.REBUILD_REQUEST;
import static org.scpmonitor.schema.Tables.REBUILD_SLICE;

import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.actual.Refresh.Refreshed;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Repository;

/**
 * Computes every figure anew without holding up readers, refreshes or a restart: {@link #plan} divides the work by
 * indicators and years, {@link #computeNext} puts the figures of one part into a working table, and {@link #switchOver}
 * has all readers see all of them at once. Each is a transaction; what was committed isn't done again.
 *
 * <p>The working tables bear the request's number and are plain ones, for an unlogged one would be empty after a crash
 * that the parts done had survived.
 */
@Repository
public class Rebuild {

    private final DSLContext sql;
    private final Refresh refresh;
    private final int part;

    /** @param part how many observations a part reads, about */
    Rebuild(DSLContext sql, Refresh refresh, @Value("${scp.rebuild.part:500000}") int part) {
        this.sql = sql;
        this.refresh = refresh;
        this.part = part;
    }

    /** The same with parts of another size. */
    public Rebuild inPartsOf(int observations) {
        return new Rebuild(sql, refresh, observations);
    }

    /** How far a rebuild is. */
    public record Progress(long request, String cause, int parts, int done) {}

    /** The rebuilds that are planned and neither finished nor given up. */
    public List<Progress> inProgress() {
        return sql.select(REBUILD_REQUEST.ID, REBUILD_REQUEST.CAUSE, count(), count(REBUILD_PART.DONE_AT))
                .from(REBUILD_REQUEST)
                .join(REBUILD_PART)
                .on(REBUILD_PART.REQUEST_ID.eq(REBUILD_REQUEST.ID))
                .where(isOpen())
                .groupBy(REBUILD_REQUEST.ID, REBUILD_REQUEST.CAUSE)
                .orderBy(REBUILD_REQUEST.ID)
                .fetch(mapping(Progress::new));
    }

    static Condition isOpen() {
        return REBUILD_REQUEST.RUN_ID.isNull().and(REBUILD_REQUEST.DROPPED.isNull());
    }

    /**
     * Divides a request for everything into parts; one for less has none and is computed as a whole when readers
     * {@linkplain #switchOver switch}.
     *
     * @return the number of parts
     */
    public int plan(long request) {
        // Whoever took a knowledge moment has committed, and nobody takes one until the plan is seen.
        sql.fetch("select settle_knowledge(clock_timestamp())");
        if (!isOpen(request) || isNarrow(request)) {
            return 0;
        }
        sql.select(REBUILD_PART.REQUEST_ID)
                .from(REBUILD_PART)
                .groupBy(REBUILD_PART.REQUEST_ID)
                .fetch(REBUILD_PART.REQUEST_ID)
                .forEach(this::drop);
        sql.execute(Computation.REACHED_IN_ALL);
        Computation.due(sql);
        refresh.calculate(request);
        sql.execute("create table %s as table due".formatted(due(request)));
        sql.execute(SLICES, request, part);
        int parts = sql.execute(PARTS, request);
        sql.execute("update rebuild_request set planned_at = clock_timestamp() where id = ?", request);
        sql.execute("drop table reached, rule, due, formula_due");
        return parts;
    }

    /**
     * Computes the next part.
     *
     * @return how far it is now; empty where no part is left, or where the request has been dropped
     */
    public Optional<Progress> computeNext(long request) {
        @Nullable
        Integer next = isOpen(request) && !isSuperseded(request)
                ? sql.select(REBUILD_PART.PART)
                        .from(REBUILD_PART)
                        .where(REBUILD_PART.REQUEST_ID.eq(request))
                        .and(REBUILD_PART.DONE_AT.isNull())
                        .orderBy(REBUILD_PART.PART)
                        .limit(1)
                        .fetchOne(REBUILD_PART.PART)
                : null;
        if (next == null) {
            return Optional.empty();
        }
        sql.execute("set local work_mem = '128MB'");
        sql.execute(PART_DUE.formatted(due(request)), request, next);
        Computation.rules(sql);
        Computation.need(sql);
        Computation.compute(sql, "observation", "calculated");
        sql.execute("create table if not exists %s as table fresh with no data".formatted(fresh(request)));
        sql.execute("insert into %s select * from fresh".formatted(fresh(request)));
        sql.execute(
                "update rebuild_part set done_at = clock_timestamp() where request_id = ? and part = ?", request, next);
        Computation.drop(sql);
        return inProgress().stream().filter(each -> each.request() == request).findFirst();
    }

    /**
     * Has readers see the new figures, with what was refreshed since the plan computed again. Without effect where the
     * request has been answered or dropped.
     */
    public Optional<Refreshed> switchOver(long request) {
        Optional<Refreshed> done = isNarrow(request) ? refresh.rebuild(request) : switchAll(request);
        drop(request);
        return done;
    }

    private Optional<Refreshed> switchAll(long request) {
        var moment = refresh.moment(request);
        if (!isOpen(request)) {
            return Optional.empty();
        }
        if (isSuperseded(request)) {
            end(request, "superseded");
            return Optional.empty();
        }
        long run = refresh.begin(request, moment);
        sql.execute("set local work_mem = '128MB'");
        sql.execute(Computation.REACHED_MEANWHILE, request, request);
        int again = Computation.plan(sql);
        Calculation.store(sql, run, moment);
        Computation.compute(sql, "observation", "calculated");
        int due = again;
        if (sql.fetchExists(REBUILD_PART, REBUILD_PART.REQUEST_ID.eq(request))) {
            sql.execute(KEPT_FRESH.formatted(fresh(request)));
            due += sql.execute(KEPT_DUE.formatted(due(request)));
            sql.execute("analyze due");
            sql.execute("analyze fresh");
        }
        Refreshed rebuilt = Computation.store(sql, run, moment, due);
        refresh.answer(request, run);
        return Optional.of(rebuilt);
    }

    /** Gives a rebuild up: at once where nobody is at it, else once the part that is being computed is done. */
    public boolean cancel(long request) {
        return end(request, "cancelled");
    }

    private boolean end(long request, String why) {
        return sql.update(REBUILD_REQUEST)
                        .set(REBUILD_REQUEST.DROPPED, why)
                        .where(REBUILD_REQUEST.ID.eq(request))
                        .and(isOpen())
                        .execute()
                > 0;
    }

    private boolean isOpen(long request) {
        return sql.fetchExists(REBUILD_REQUEST, REBUILD_REQUEST.ID.eq(request).and(isOpen()));
    }

    private boolean isNarrow(long request) {
        return sql.fetchExists(REBUILD_REACH, REBUILD_REACH.REQUEST_ID.eq(request));
    }

    /** Whether a later request will compute all of it again. A dated one has its own place in the history. */
    private boolean isSuperseded(long request) {
        return sql.fetchSingle("""
                        select exists (
                            select from rebuild_request r join rebuild_request l on l.id > r.id
                            where r.id = ? and r.known_from is null and l.run_id is null and l.dropped is null
                              and not exists (select from rebuild_reach where request_id = l.id))
                        """, request).get(0, Boolean.class);
    }

    private void drop(long request) {
        sql.execute("drop table if exists %s, %s".formatted(due(request), fresh(request)));
        sql.deleteFrom(REBUILD_SLICE)
                .where(REBUILD_SLICE.REQUEST_ID.eq(request))
                .execute();
        sql.deleteFrom(REBUILD_PART).where(REBUILD_PART.REQUEST_ID.eq(request)).execute();
        sql.deleteFrom(REBUILD_AGAIN)
                .where(REBUILD_AGAIN.REQUEST_ID.eq(request))
                .execute();
    }

    private static String due(long request) {
        return "rebuild_due_" + request;
    }

    private static String fresh(long request) {
        return "rebuild_fresh_" + request;
    }

    /** Consecutive years of an indicator, and consecutive indicators, up to about as many observations as a part reads. */
    private static final String SLICES = """
            insert into rebuild_slice
            with volume as (
                select indicator_id, extract(year from period_start) as year, count(*) as "values"
                from observation where known_until = 'infinity' group by 1, 2
            ), reads as (
                select indicator_id, indicator_id as reads from current_indicator
                union
                select indicator_id, n from current_indicator
                cross join lateral (values (numerator_id), (denominator_id), (weight_id)) v(n) where n is not null
                union
                select f.indicator_id, n.indicator_id
                from formula f join formula_input n on n.formula_id = f.id where f.known_until = 'infinity'
            ), cost as (
                select d.indicator_id, d.year, 1 + coalesce(sum(v."values"), 0) as cost
                from (select distinct indicator_id, extract(year from period_start) as year from due) d
                join reads r on r.indicator_id = d.indicator_id
                left join volume v on v.indicator_id = r.reads and v.year = d.year
                group by d.indicator_id, d.year
            )
            select ?, floor((sum(cost) over (order by indicator_id, year) - cost) / ?), indicator_id, year
            from cost
            """;

    private static final String PARTS = """
            insert into rebuild_part
            select s.request_id, s.part, count(*)
            from rebuild_slice s
            join due d on d.indicator_id = s.indicator_id and extract(year from d.period_start) = s.year
            where s.request_id = ?
            group by s.request_id, s.part
            """;

    private static final String PART_DUE = """
            create temporary table due on commit drop as
            select d.*
            from %s d
            join rebuild_slice s on s.indicator_id = d.indicator_id and s.year = extract(year from d.period_start)
            where s.request_id = ? and s.part = ?
            """;

    private static final String KEPT_FRESH = """
            insert into fresh
            select f.* from %s f
            where not exists (select from due d
                              where (d.indicator_id, d.period_start, d.period_months)
                                  = (f.indicator_id, f.period_start, f.period_months))
            """;

    private static final String KEPT_DUE = """
            insert into due
            select w.* from %s w
            where not exists (select from due d
                              where (d.indicator_id, d.period_start, d.period_months)
                                  = (w.indicator_id, w.period_start, w.period_months))
            """;
}
