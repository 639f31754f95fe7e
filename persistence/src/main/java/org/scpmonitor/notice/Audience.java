package org.scpmonitor.notice;

import static org.scpmonitor.schema.Tables.APP_USER;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.scpmonitor.access.Role;
import org.springframework.stereotype.Repository;

/** Who is to be told: the keys of enabled accounts. */
@Repository
public class Audience {

    private final DSLContext sql;
    private final Clock clock;

    Audience(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Those who hold a role for an institution, and those who take their place today.
     *
     * @param except user names that are left out, with those who take only their place
     */
    public List<Integer> holders(Role role, int institutionId, String country, Collection<String> except) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        String[] without = except.toArray(String[]::new);
        return sql.fetch(HOLDERS, role.code(), country, institutionId, institutionId, without, today, without)
                .map(row -> row.get(0, Integer.class));
    }

    /** Those who hold a role in whatever scope. */
    public List<Integer> holders(Role role) {
        return sql.fetch(
                        "select u.id from app_user u where u.enabled and exists (select from user_grant g where"
                                + " g.user_id = u.id and g.role = ?) order by u.id",
                        role.code())
                .map(row -> row.get(0, Integer.class));
    }

    /** The enabled ones of these accounts. */
    public List<Integer> named(Collection<String> usernames) {
        return sql.select(APP_USER.ID)
                .from(APP_USER)
                .where(APP_USER.USERNAME.in(usernames))
                .and(APP_USER.ENABLED)
                .orderBy(APP_USER.ID)
                .fetch(APP_USER.ID);
    }

    private static final String HOLDERS = """
            with held as (
                select u.id
                from app_user u
                where u.enabled and exists (
                    select from user_grant g
                    where g.user_id = u.id and g.role = ?
                      and (num_nonnulls(g.country, g.institution_id, g.programme_id) = 0
                           or g.country = ? or g.institution_id = ?
                           or exists (select from participation m
                                      where m.programme_id = g.programme_id and m.institution_id = ?)))
                  and u.username <> all (?::text[])
            )
            select id from held
            union
            select t.id
            from held h
            join stand_in s on s.absent_id = h.id and ?::date between s.first_day and s.last_day
            join app_user t on t.id = s.stand_in_id and t.enabled and t.username <> all (?::text[])
            order by id
            """;
}
