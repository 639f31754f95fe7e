package org.scpmonitor.assignment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.scpmonitor.access.AuditAction;
import org.scpmonitor.access.AuditTrail;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.assignment.CalendarRows.Rule;
import org.scpmonitor.schema.Routines;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The rules by which reports are on time and periods close, and what changing one would do to what is due. */
@Repository
public class Calendar {

    private final DSLContext sql;
    private final TransactionTemplate transactions;
    private final AuditTrail audit;
    private final Clock clock;

    Calendar(DSLContext sql, PlatformTransactionManager transactions, AuditTrail audit, Clock clock) {
        this.sql = sql;
        this.transactions = new TransactionTemplate(transactions);
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What a change does to values that are missing today.
     *
     * @param late that become late
     * @param inTime that are no longer late
     * @param closed that can't be reported any more
     * @param opened that can be reported again
     */
    public record Effect(int late, int inTime, int closed, int opened) {}

    /** The rules that hold, in the indicators' order. */
    public List<Rule> list() {
        return sql.fetch(RULES)
                .map(row -> new Rule(
                        row.get("code", String.class),
                        row.get("country", String.class),
                        row.get("valid_from", LocalDate.class),
                        row.get("timely_days", Integer.class),
                        row.get("closed_days", Integer.class)));
    }

    /** What a rule would do; nothing is kept. */
    public Effect preview(Rule rule) {
        return Objects.requireNonNull(transactions.execute(transaction -> {
            transaction.setRollbackOnly();
            return put(rule);
        }));
    }

    /**
     * Takes the place of the rule for the same indicator, country and beginning, or adds one.
     *
     * @throws SecurityException where the account doesn't keep the catalogue
     */
    public Effect put(Viewer viewer, Rule rule) {
        mustKeepTheCatalogue(viewer);
        return Objects.requireNonNull(transactions.execute(transaction -> {
            Effect effect = put(rule);
            audit.add(
                    viewer.username(),
                    AuditAction.CALENDAR_CHANGED,
                    rule.indicator() + (rule.country() == null ? "" : " " + rule.country()) + " from " + rule.from(),
                    rule.timelyDays() + " days, closed after " + rule.closedDays());
            return effect;
        }));
    }

    /**
     * Ends a rule: what other rules say holds.
     *
     * @throws SecurityException where the account doesn't keep the catalogue
     */
    public void remove(Viewer viewer, Rule rule) {
        mustKeepTheCatalogue(viewer);
        transactions.executeWithoutResult(transaction -> {
            int removed = sql.execute(REMOVE, moment(), rule.indicator(), rule.country(), rule.from());
            if (removed > 0) {
                audit.add(
                        viewer.username(),
                        AuditAction.CALENDAR_CHANGED,
                        rule.indicator() + (rule.country() == null ? "" : " " + rule.country()) + " from "
                                + rule.from(),
                        "removed");
            }
        });
    }

    private static void mustKeepTheCatalogue(Viewer viewer) {
        if (!viewer.mayEditCatalogue()) {
            throw new SecurityException(viewer.username() + " doesn't keep the catalogue");
        }
    }

    private Effect put(Rule rule) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        sql.execute(MISSING, today, today, today, rule.indicator());
        new CalendarRows(sql).put(List.of(rule), this::moment);
        Record effect = sql.fetchSingle(EFFECT, today, today, today, today);
        sql.execute("drop table missing");
        return new Effect(
                effect.get(0, Integer.class),
                effect.get(1, Integer.class),
                effect.get(2, Integer.class),
                effect.get(3, Integer.class));
    }

    private Instant moment() {
        return sql.select(Routines.advanceKnowledge("calendar", null))
                .fetchSingle()
                .value1();
    }

    private static final String RULES = """
            select x.code, c.country, c.valid_from, c.timely_days, c.closed_days
            from calendar_rule c
            join indicator x on x.id = c.indicator_id
            where c.known_until = 'infinity'
            order by x.sort, x.code, c.country nulls first, c.valid_from
            """;

    private static final String REMOVE = """
            update calendar_rule c
            set known_until = ?::timestamptz
            from indicator x
            where x.id = c.indicator_id and x.code = ? and c.country is not distinct from ?::text
              and c.valid_from = ?::date and c.known_until = 'infinity'
            """;

    private static final String MISSING = """
            create temporary table missing on commit drop as
            select s.institution_id, s.country, s.indicator_id, s.period_start, s.period_months,
                   coalesce(s.due_on < ?::date, false) as late, coalesce(s.closes_on < ?::date, false) as closed
            from due_slot('0001-01-01', ?::date) s
            join indicator x on x.id = s.indicator_id and x.code = ?
            left join lateral (
                select true as reported
                from observation o
                where o.indicator_id = s.indicator_id and o.period_start = s.period_start
                  and o.period_months = s.period_months and o.institution_id = s.institution_id
                  and (s.disaggregation_id = 0 or o.disaggregation_id = s.disaggregation_id)
                  and o.known_until = 'infinity'
                limit 1) o on true
            where o.reported is null
            """;

    private static final String EFFECT = """
            select count(*) filter (where not m.late and d.due_on < ?::date)::int,
                   count(*) filter (where m.late and not coalesce(d.due_on < ?::date, false))::int,
                   count(*) filter (where not m.closed and d.closes_on < ?::date)::int,
                   count(*) filter (where m.closed and not coalesce(d.closes_on < ?::date, false))::int
            from missing m
            cross join lateral deadline(m.institution_id, m.country, m.indicator_id, m.period_start, m.period_months) d
            """;
}
