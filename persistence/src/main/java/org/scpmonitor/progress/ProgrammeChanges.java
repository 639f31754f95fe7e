package org.scpmonitor.progress;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;
import static org.scpmonitor.schema.Tables.ACTUAL;
import static org.scpmonitor.schema.Tables.ASSESSMENT;
import static org.scpmonitor.schema.Tables.INDICATOR_VERSION;
import static org.scpmonitor.schema.Tables.TARGET;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.listing.Known;
import org.scpmonitor.text.Text;
import org.springframework.stereotype.Repository;

/** Tells what of a programme became known since a moment: new and corrected values, other statuses, other targets. */
@Repository
public class ProgrammeChanges {
    /** More than anybody reads; the oldest are left out. */
    public static final int MOST = 100;

    /** A visit ends when nothing was looked at for so long. */
    private static final String PAUSE = "30 minutes";

    /** A visit that a crash forgets does no harm: nobody waits until it is on the disk. */
    private static final String LOOKED = """
            insert into visit (user_id, programme_id, latest)
            select {1}, p.id, {2} from programme p, set_config('synchronous_commit', 'off', true) where p.code = {0}
            on conflict (user_id, programme_id) do update set
                previous = case when visit.latest < excluded.latest - interval '""" + PAUSE + """
            ' then visit.latest else visit.previous end,
                latest = greatest(visit.latest, excluded.latest)
            returning previous
            """;

    private static final String CHANGES = """
            with since as (select {1} as moment),
            p as (select id, default_method from programme where code = {0}),
            monitored as (
                select i.id, i.programme_id, i.indicator_id, x.code, v.name_es, v.name_en, v.name_de, v.unit, v.period_months
                from p
                join programme_indicator i on i.programme_id = p.id
                join indicator x on x.id = i.indicator_id
                join indicator_version v on v.indicator_id = i.indicator_id and {5}
            ), changes as (
                select case when old.id is null then 'NEW' else 'CORRECTED' end as kind, m.id, f.period_start,
                       f.period_months, old.value as old_value, f.value as new_value, null as old_status,
                       null as new_status, f.id as figure, f.known_from
                from since s
                join refresh_run r on r.moment > s.moment
                join actual f on f.run_id = r.id
                join monitored m on f.programme_id = m.programme_id and f.indicator_id = m.indicator_id
                    and f.disaggregation_id = 0 and f.period_months = m.period_months
                    and f.known_from > s.moment and {2}
                left join actual old on old.programme_id = f.programme_id and old.country = f.country
                    and old.indicator_id = f.indicator_id and old.disaggregation_id = 0
                    and old.period_months = f.period_months and old.period_start = f.period_start
                    and old.known_from <= s.moment and old.known_until > s.moment
                where old.value is distinct from f.value
                union all
                select 'TARGET', m.id, t.period_start, t.period_months, old.value, t.value, null, null, null, t.known_from
                from since s
                cross join monitored m
                join target t on t.programme_indicator_id = m.id and t.known_from > s.moment and not t.conditional and {3}
                left join target old on old.programme_indicator_id = m.id and old.period_start = t.period_start
                    and old.period_months = t.period_months and not old.conditional
                    and old.known_from <= s.moment and old.known_until > s.moment
                where old.value is distinct from t.value
                union all
                select 'STATUS', m.id, a.period_start, a.period_months, null, null, old.status, a.status, a.actual_id,
                       a.known_from
                from since s
                cross join p
                cross join monitored m
                cross join lateral (
                    select * from assessment a
                    where a.programme_indicator_id = m.id and a.method = coalesce({6}, p.default_method) and {4}
                    order by a.period_start desc limit 1) a
                cross join lateral (
                    select * from assessment a
                    where a.programme_indicator_id = m.id and a.method = coalesce({6}, p.default_method)
                        and a.known_from <= s.moment and a.known_until > s.moment
                    order by a.period_start desc limit 1) old
                where old.status <> a.status
            )
            select c.kind, m.code, m.name_es, m.name_en, m.name_de, m.unit, c.period_start, c.period_months,
                   c.old_value, c.new_value, c.old_status, c.new_status, c.figure
            from changes c
            join monitored m on m.id = c.id
            order by c.known_from desc, c.id, c.period_start desc
            limit {7}
            """;

    private final DSLContext sql;

    ProgrammeChanges(DSLContext sql) {
        this.sql = sql;
    }

    /** What a change is of. */
    public enum Kind {
        NEW,
        CORRECTED,
        STATUS,
        TARGET
    }

    /**
     * One change. Values are in the indicator's unit.
     *
     * @param unit UCUM code
     * @param before null where there was no value, and for a status
     * @param after null for a status
     * @param statusBefore null for a value
     * @param statusAfter null for a value
     * @param figure key of the figure that it is about; null for a target
     */
    public record Change(
            Kind kind,
            String indicator,
            Text name,
            String unit,
            ReportingPeriod period,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after,
            @Nullable ProgressStatus statusBefore,
            @Nullable ProgressStatus statusAfter,
            @Nullable Long figure) {}

    /**
     * @param since null where neither a moment was asked for nor an earlier visit is known
     * @param changes the latest known first
     */
    public record Changes(@Nullable Instant since, List<Change> changes) {}

    /**
     * Notes that an account looks at a programme.
     *
     * @param now the moment of the visit
     * @return until when the visit before lasted; empty for the first
     */
    public Optional<Instant> visit(String programme, int user, Instant now) {
        return sql.resultQuery(LOOKED, val(programme), val(user), moment(now)).fetchOptional("previous", Instant.class);
    }

    /**
     * @param since null for no changes
     * @param method by which statuses are compared; null for the programme's own
     * @param asOf until when
     */
    public Changes since(String programme, @Nullable Instant since, @Nullable ProgressMethod method, AsOf asOf) {
        if (since == null) {
            return new Changes(null, List.of());
        }
        Known known = Known.at(sql, asOf);
        var f = ACTUAL.as("f");
        var t = TARGET.as("t");
        var a = ASSESSMENT.as("a");
        var v = INDICATOR_VERSION.as("v");
        return new Changes(
                since,
                sql.resultQuery(
                                CHANGES,
                                val(programme),
                                moment(since),
                                known.holds(f.KNOWN_FROM, f.KNOWN_UNTIL),
                                known.holds(t.KNOWN_FROM, t.KNOWN_UNTIL),
                                known.holds(a.KNOWN_FROM, a.KNOWN_UNTIL),
                                known.holds(v.KNOWN_FROM, v.KNOWN_UNTIL),
                                val(method == null ? null : method.code(), String.class),
                                inline(MOST))
                        .fetch(ProgrammeChanges::change));
    }

    private static Field<Instant> moment(Instant moment) {
        return val(moment, ACTUAL.KNOWN_FROM.getDataType());
    }

    private static Change change(Record row) {
        return new Change(
                Kind.valueOf(Objects.requireNonNull(row.get("kind", String.class))),
                row.get("code", String.class),
                new Text(
                        row.get("name_es", String.class),
                        row.get("name_en", String.class),
                        row.get("name_de", String.class)),
                row.get("unit", String.class),
                ReportingPeriod.of(row.get("period_start", LocalDate.class), row.get("period_months", Integer.class)),
                row.get("old_value", BigDecimal.class),
                row.get("new_value", BigDecimal.class),
                status(row.get("old_status", String.class)),
                status(row.get("new_status", String.class)),
                row.get("figure", Long.class));
    }

    private static @Nullable ProgressStatus status(@Nullable String name) {
        return name == null ? null : ProgressStatus.valueOf(name);
    }
}
