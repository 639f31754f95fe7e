package org.scpmonitor.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The rules of the calendar with their two times: what differs closes the current rule and opens another one. */
public record CalendarRows(DSLContext sql) {

    /** The beginning of a rule for all periods that no other rule is for. */
    public static final LocalDate ALWAYS = LocalDate.of(1, 1, 1);

    /**
     * How long after a period's last day a report is on time and taken.
     *
     * @param country null for all countries without a rule of their own
     * @param from first day of the first period that it is for
     * @param timelyDays 0 or more
     * @param closedDays not less than {@code timelyDays}; null where a period never closes
     */
    public record Rule(
            String indicator,
            @Nullable String country,
            LocalDate from,
            int timelyDays,
            @Nullable Integer closedDays) {}

    /** A rule that was put, and whether there was none before. */
    public record Changed(String indicator, boolean added) {}

    private static final String WANTED = """
            with wanted as (
                select x.id as indicator_id, w.*
                from unnest(?::text[], ?::text[], ?::date[], ?::int[], ?::int[])
                    as w(indicator, country, valid_from, timely_days, closed_days)
                join indicator x on x.code = w.indicator
            )
            """;

    private static final String SAME_KEY = """
            c.known_until = 'infinity' and c.indicator_id = w.indicator_id and c.valid_from = w.valid_from
            and c.country is not distinct from w.country
            """;

    private static final String DIFFERENT = WANTED + """
            select w.indicator, c.id is null
            from wanted w
            left join calendar_rule c on """ + " " + SAME_KEY + """
            where c.id is null
               or (c.timely_days, c.closed_days) is distinct from (w.timely_days, w.closed_days)
            """;

    private static final String CLOSE = WANTED + """
            update calendar_rule c
            set known_until = ?::timestamptz
            from wanted w
            where (c.timely_days, c.closed_days) is distinct from (w.timely_days, w.closed_days) and
            """ + SAME_KEY;

    private static final String OPEN = WANTED + """
            insert into calendar_rule (indicator_id, country, valid_from, timely_days, closed_days, known_from)
            select w.indicator_id, w.country, w.valid_from, w.timely_days, w.closed_days, ?::timestamptz
            from wanted w
            where not exists (select from calendar_rule c where
            """ + SAME_KEY + ")";

    /**
     * Brings the calendar to these rules, as part of the caller's transaction; other rules stay.
     *
     * @param moment from which they are known; asked for only where something changes
     * @return those that differed
     */
    public List<Changed> put(List<Rule> rules, Supplier<Instant> moment) {
        @Nullable
        Object[] wanted = {
            rules.stream().map(Rule::indicator).toArray(String[]::new),
            rules.stream().map(Rule::country).toArray(String[]::new),
            rules.stream().map(Rule::from).toArray(LocalDate[]::new),
            rules.stream().map(Rule::timelyDays).toArray(Integer[]::new),
            rules.stream().map(Rule::closedDays).toArray(Integer[]::new),
            null
        };
        Object[] keys = Arrays.copyOf(wanted, 5);
        List<Changed> changed =
                sql.fetch(DIFFERENT, keys).map(row -> new Changed(row.get(0, String.class), row.get(1, Boolean.class)));
        if (!changed.isEmpty()) {
            wanted[5] = moment.get();
            sql.execute(CLOSE, wanted);
            sql.execute(OPEN, wanted);
        }
        return changed;
    }
}
