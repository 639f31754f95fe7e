package org.scpmonitor.batch.bench;

import java.util.List;
import org.jooq.DSLContext;

/**
 * What somebody would write who knows the data: all figures of sums in a few statements, with the same columns, levels and
 * constraints as ours, each longer period from the next shorter one.
 */
public final class ByHand {

    private ByHand() {}

    /** Milliseconds. */
    public static double rebuild(DSLContext sql) {
        sql.execute("drop table if exists by_hand");
        sql.execute("create table by_hand (like figure including all)");
        long start = System.nanoTime();
        sql.transaction(transaction -> {
            DSLContext tx = transaction.dsl();
            tx.execute("set local work_mem = '128MB'");
            tx.execute("""
                    create temporary table month_leaf on commit drop as
                    select indicator_id, institution_id, disaggregation_id, period_start, value, 1 as slots,
                           case status when 'P' then 1 when 'E' then 2 when 'B' then 4 else 0 end as flags
                    from observation
                    where known_until = 'infinity' and value is not null and period_months = 1
                    """);
            String shorter = "month_leaf";
            insert(tx, "month_leaf", 1);
            for (int months : List.of(3, 6, 12)) {
                String leaf = "leaf_" + months;
                tx.execute("""
                        create temporary table %s on commit drop as
                        select indicator_id, institution_id, disaggregation_id,
                               make_date(extract(year from period_start)::int,
                                   (extract(month from period_start)::int - 1) / %d * %d + 1, 1) as period_start,
                               sum(value) as value, sum(slots)::int as slots, bit_or(flags) as flags
                        from %s
                        group by 1, 2, 3, 4
                        """.formatted(leaf, months, months, shorter));
                insert(tx, leaf, months);
                shorter = leaf;
            }
        });
        return (System.nanoTime() - start) / 1e6;
    }

    private static void insert(DSLContext sql, String leaf, int months) {
        sql.execute("""
                insert into by_hand (programme_id, country, indicator_id, disaggregation_id, period_start, period_months,
                                     value, status, observations, reported, expected, slots_reported, slots_expected,
                                     run_id, known_from)
                with member as (
                    select null::int as programme_id, country, id as institution_id from institution
                    union all
                    select p.id, p.country, m.institution_id
                    from participation m join programme p on p.id = m.programme_id
                ), duty as (
                    select m.programme_id, m.country, a.indicator_id, count(*) as institutions
                    from member m
                    join current_assignment a using (institution_id)
                    group by 1, 2, 3
                )
                select f.programme_id, f.country, f.indicator_id, f.disaggregation_id, f.period_start, %1$d, f.value,
                       case when f.flags & 1 > 0 then 'P' when f.flags & 2 > 0 then 'E' when f.flags & 4 > 0 then 'B'
                            else '' end,
                       f.slots, f.reported, greatest(f.reported, d.institutions), f.slots,
                       greatest(f.slots, d.institutions * %1$d), 1, (select max(moment) from knowledge)
                from (
                    select m.programme_id, m.country, l.indicator_id, l.disaggregation_id, l.period_start,
                           sum(l.value) as value, bit_or(l.flags) as flags, sum(l.slots) as slots, count(*) as reported
                    from %2$s l
                    join member m using (institution_id)
                    group by 1, 2, 3, 4, 5
                ) f
                join duty d on d.programme_id is not distinct from f.programme_id and d.country = f.country
                    and d.indicator_id = f.indicator_id
                """.formatted(months, leaf));
    }

    /** Both ways came to the same figures. */
    public static void compare(DSLContext sql) {
        int different = sql.fetchSingle("""
                        with ours as (
                            select programme_id, country, indicator_id, disaggregation_id, period_start, period_months,
                                   trim_scale(value), status, observations, reported, expected, slots_reported,
                                   slots_expected
                            from actual where known_until = 'infinity'
                        ), theirs as (
                            select programme_id, country, indicator_id, disaggregation_id, period_start, period_months,
                                   trim_scale(value), status, observations, reported, expected, slots_reported,
                                   slots_expected
                            from by_hand
                        )
                        select count(*)::int
                        from ((table ours except table theirs) union all (table theirs except table ours)) d
                        """).get(0, Integer.class);
        if (different > 0) {
            throw new IllegalStateException(different + " figures differ from those made by hand");
        }
    }
}
