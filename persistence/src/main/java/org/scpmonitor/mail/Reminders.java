package org.scpmonitor.mail;

import static org.scpmonitor.schema.Tables.REMINDER;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;
import org.springframework.stereotype.Repository;

/** What reporters are to be reminded of on a day, and haven't been yet. */
@Repository
public class Reminders {

    /** For how many days after the on-time date somebody who hasn't been told is still told that a report is late. */
    private static final int LATE_DAYS = 7;

    private final DSLContext sql;

    Reminders(DSLContext sql) {
        this.sql = sql;
    }

    /** Why somebody is reminded. */
    public enum Stage {
        /** Before the on-time date. */
        BEFORE,
        /** The on-time date has passed, and the period takes reports. */
        LATE,
        /** Late, and the period takes reports for some days only. */
        CLOSING;

        /** Whether it is told whoever wants it or not. */
        public boolean isMandatory() {
            return this != BEFORE;
        }
    }

    /**
     * What somebody is to be reminded of.
     *
     * @param values that are missing
     * @param code tells the stages of one report apart: {@code BEFORE-14}, {@code LATE}
     */
    public record Due(
            int userId,
            String displayName,
            String email,
            Locale language,
            int institutionId,
            String institution,
            String institutionName,
            ReportingPeriod period,
            LocalDate dueOn,
            @Nullable LocalDate closesOn,
            int values,
            Stage stage,
            String code) {}

    /**
     * What reporters with an address are to be reminded of, by account and institution. Somebody who wasn't told on the
     * very day is told later, once: of the stage that has been reached meanwhile.
     *
     * @param before how many days before the on-time date, such as 14 and 3
     * @param closing how many days before a period closes
     */
    public List<Due> list(LocalDate day, Collection<Integer> before, int closing) {
        return sql.fetch(DUE, before.toArray(Integer[]::new), closing, day, day, LATE_DAYS)
                .map(row -> {
                    String code = row.get("code", String.class);
                    return new Due(
                            row.get("user_id", Integer.class),
                            row.get("display_name", String.class),
                            row.get("email", String.class),
                            Locale.of(row.get("language", String.class)),
                            row.get("institution_id", Integer.class),
                            row.get("institution", String.class),
                            row.get("institution_name", String.class),
                            ReportingPeriod.of(
                                    row.get("period_start", LocalDate.class), row.get("period_months", Integer.class)),
                            row.get("due_on", LocalDate.class),
                            row.get("closes_on", LocalDate.class),
                            row.get("missing", Integer.class),
                            Stage.valueOf(code.replaceAll("-.*", "")),
                            code);
                });
    }

    /** Remembers that somebody has been told. Part of the caller's transaction. */
    public void told(long mail, Collection<Due> items) {
        for (Due item : items) {
            sql.insertInto(REMINDER)
                    .set(REMINDER.USER_ID, item.userId())
                    .set(REMINDER.INSTITUTION_ID, item.institutionId())
                    .set(REMINDER.PERIOD_START, item.period().start())
                    .set(REMINDER.PERIOD_MONTHS, (short) item.period().months())
                    .set(REMINDER.DUE_ON, item.dueOn())
                    .set(REMINDER.STAGE, item.code())
                    .set(REMINDER.MAIL_ID, mail)
                    .execute();
        }
    }

    private static final String DUE = """
            with asked as (
                select ?::int[] as before, ?::int as closing, ?::date as day
            ), receiver as (
                select distinct u.id as user_id, u.display_name, u.email, u.language, u.mail_reminders,
                       i.id as institution_id, i.code as institution, i.name as institution_name
                from app_user u
                join user_grant g on g.user_id = u.id and g.role = 'reporter'
                join institution i on i.id = g.institution_id or i.country = g.country
                    or (g.institution_id is null and g.country is null and g.programme_id is null)
                where u.enabled and u.email is not null
            ), missing as (
                select s.institution_id, s.period_start, s.period_months, s.due_on, s.closes_on, count(*)::int as missing
                from asked, due_slot('0001-01-01', ?::date) s
                where s.institution_id in (select institution_id from receiver)
                  and (s.closes_on is null or s.closes_on >= asked.day)
                  and (s.due_on - asked.day between -? and (select max(b) from unnest(asked.before) b)
                       or s.closes_on - asked.day <= asked.closing)
                  and not exists (
                      select from observation o
                      where o.indicator_id = s.indicator_id and o.period_start = s.period_start
                        and o.period_months = s.period_months and o.institution_id = s.institution_id
                        and (s.disaggregation_id = 0 or o.disaggregation_id = s.disaggregation_id)
                        and o.known_until = 'infinity')
                  and not exists (
                      select from submission_period p
                      join submission_indicator i on i.submission_id = p.submission_id
                          and i.indicator_id = s.indicator_id
                      join submission u on u.id = p.submission_id and u.state = 'submitted' and not u.dry_run
                      where p.institution_id = s.institution_id and p.period_start = s.period_start
                        and p.period_months = s.period_months)
                group by s.institution_id, s.period_start, s.period_months, s.due_on, s.closes_on
            ), staged as (
                select m.*,
                       case when m.due_on >= a.day
                            then 'BEFORE-' || (select min(b) from unnest(a.before) b where b >= m.due_on - a.day)
                            when m.closes_on - a.day <= a.closing then 'CLOSING'
                            else 'LATE' end as code
                from missing m, asked a
            )
            select r.*, s.period_start, s.period_months, s.due_on, s.closes_on, s.missing, s.code
            from staged s
            join receiver r on r.institution_id = s.institution_id and (r.mail_reminders or s.code not like 'BEFORE%')
            where s.code is not null
              and not exists (
                  select from reminder t
                  where t.user_id = r.user_id and t.institution_id = s.institution_id
                    and t.period_start = s.period_start and t.period_months = s.period_months
                    and t.due_on = s.due_on and t.stage = s.code)
            order by r.user_id, r.institution, s.due_on, s.period_start, s.period_months
            """;
}
