package org.scpmonitor.assignment;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;
import static org.scpmonitor.schema.Tables.INDICATOR;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.AuditAction;
import org.scpmonitor.access.AuditTrail;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.access.Visible;
import org.scpmonitor.actual.Reach;
import org.scpmonitor.actual.Refresh;
import org.scpmonitor.schema.Routines;
import org.scpmonitor.submission.SubmissionLine.Place;
import org.scpmonitor.text.Text;
import org.springframework.stereotype.Repository;

/** Who is to report what, made and ended by those who coordinate the institutions: one by one or for a group. */
@Repository
public class Assignments {

    private final DSLContext sql;
    private final AuditTrail audit;

    Assignments(DSLContext sql, AuditTrail audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /**
     * Some of the institutions that the account coordinates.
     *
     * @param country its code; null for all
     * @param kind ministry, agency, municipality or buyer; null for all
     * @param programme code of a programme that they take part in; null for all
     * @param text a part of code or name; empty for all
     */
    public record Group(
            @Nullable String country,
            @Nullable String kind,
            @Nullable String programme,
            String text) {

        public static final Group ALL = new Group(null, null, null, "");
    }

    /**
     * What a group is to report.
     *
     * @param indicators codes
     * @param disaggregation {@code DIMENSION=CODE} of one code; empty for the total, which stands for all
     * @param months length of the period: 1, 3, 6 or 12
     * @param from first day that a report is due for
     * @param until first day that no report is due for any more; null where there is no end
     */
    public record Wish(
            Group group,
            List<String> indicators,
            String disaggregation,
            int months,
            LocalDate from,
            @Nullable LocalDate until) {}

    /**
     * What a wish would make.
     *
     * @param institutions of the group
     * @param made assignments that are new
     * @param there institutions × indicators that are assigned in that time already, and stay as they are
     * @param refused the indicators that nobody is to report: calculated ones, drafts and retired ones
     */
    public record Preview(int institutions, int made, int there, List<String> refused) {}

    /** An indicator that can be assigned. @param months length of its own period @param parts codes of its dimensions */
    public record Assignable(String code, Text name, int months, List<String> parts) {}

    /** @param until null where there is no end */
    public record Item(
            Place place,
            String indicator,
            Text name,
            String disaggregation,
            int months,
            LocalDate from,
            @Nullable LocalDate until) {}

    /** @param indicator code; null for all */
    public record Filter(Group group, @Nullable String indicator) {}

    /** By what the institutions that the account coordinates can be chosen. */
    public record Choices(List<String> countries, List<String> kinds, List<String> programmes) {}

    public Choices choices(Viewer viewer) {
        Record row = sql.resultQuery(CHOICES, inGroup(viewer, Group.ALL)).fetchSingle();
        return new Choices(
                List.of(row.get("countries", String[].class)),
                List.of(row.get("kinds", String[].class)),
                List.of(row.get("programmes", String[].class)));
    }

    /** Those that are reported, in the catalogue's order. */
    public List<Assignable> assignable() {
        return sql.fetch(ASSIGNABLE)
                .map(row -> new Assignable(
                        row.get("code", String.class),
                        text(row),
                        row.get("period_months", Integer.class),
                        List.of(row.get("parts", String[].class))));
    }

    /** A page by institution and indicator, of those that the account coordinates. */
    public List<Item> page(Viewer viewer, Filter filter, int offset, int limit) {
        return sql.resultQuery(
                        "select i.id, i.code as institution, i.name, i.country, x.code, x.name_es, x.name_en, x.name_de,"
                                + " d.key, a.period_months, a.valid_from, nullif(a.valid_until, 'infinity') as valid_until"
                                + FROM + " order by i.code, x.sort, x.code, d.key, a.valid_from offset {1} limit {2}",
                        chosen(viewer, filter),
                        val(offset),
                        val(limit))
                .fetch(row -> new Item(
                        new Place(
                                row.get("id", Integer.class),
                                row.get("institution", String.class),
                                row.get("name", String.class),
                                row.get("country", String.class)),
                        row.get("code", String.class),
                        text(row),
                        row.get("key", String.class),
                        row.get("period_months", Integer.class),
                        row.get("valid_from", LocalDate.class),
                        row.get("valid_until", LocalDate.class)));
    }

    public int count(Viewer viewer, Filter filter) {
        return sql.resultQuery("select count(*)::int" + FROM, chosen(viewer, filter))
                .fetchSingle()
                .get(0, Integer.class);
    }

    /** What would be made; nothing is. */
    public Preview preview(Viewer viewer, Wish wish) {
        int made = 0;
        int there = 0;
        int institutions = 0;
        List<String> refused = refused(wish);
        for (String indicator : wish.indicators()) {
            if (refused.contains(indicator)) {
                continue;
            }
            List<Boolean> covered = matches(viewer, wish, indicator).map(row -> row.get("covered", Boolean.class));
            institutions = covered.size();
            there += (int) covered.stream().filter(each -> each).count();
            made += (int) covered.stream().filter(each -> !each).count();
        }
        return new Preview(institutions, made, there, refused);
    }

    /** Makes what is missing, all at once, and has the figures' coverage computed anew. */
    public Preview make(Viewer viewer, Wish wish) {
        return sql.transactionResult(tx -> {
            var rows = new AssignmentRows(sql);
            int disaggregation = disaggregation(wish.disaggregation());
            Supplier<Instant> moment = new OneMoment();
            int made = 0;
            int there = 0;
            int institutions = 0;
            List<String> refused = refused(wish);
            List<String> wanted = wish.indicators().stream()
                    .filter(each -> !refused.contains(each))
                    .toList();
            for (String indicator : wanted) {
                List<String> codes = new ArrayList<>();
                for (Record match : matches(viewer, wish, indicator)) {
                    institutions += indicator.equals(wanted.getFirst()) ? 1 : 0;
                    if (match.get("covered", Boolean.class)) {
                        there++;
                    } else {
                        codes.add(match.get("code", String.class));
                    }
                }
                made += rows.put(
                                new AssignmentRows.Wanted(
                                        codes, indicator, disaggregation, wish.months(), wish.from(), wish.until()),
                                moment)
                        .added();
            }
            if (made > 0) {
                askForCoverage(INDICATOR.CODE.in(wanted));
                audit.add(
                        viewer.username(),
                        AuditAction.ASSIGNMENTS_MADE,
                        String.join(" ", wanted),
                        made + " for " + wish.group() + " from " + wish.from()
                                + (wish.until() == null ? "" : " until " + wish.until()));
            }
            return new Preview(institutions, made, there, refused);
        });
    }

    /**
     * Ends what the filter names; what would begin on that day or later is taken back altogether.
     *
     * @param on first day that no report is due for any more
     * @return how many were changed
     */
    public int end(Viewer viewer, Filter filter, LocalDate on) {
        return end(viewer, chosen(viewer, filter), on, filter.toString());
    }

    /** Ends one of them. */
    public int end(Viewer viewer, Item item, LocalDate on) {
        return end(
                viewer,
                chosen(viewer, new Filter(Group.ALL, item.indicator()))
                        .and(condition(
                                "i.id = {0} and d.key = {1} and a.valid_from = {2}",
                                val(item.place().id()), val(item.disaggregation()), val(item.from()))),
                on,
                item.place().code() + " " + item.indicator() + " " + item.disaggregation());
    }

    /** Who is to report an indicator changes the coverage of its figures, of whatever period. */
    private void askForCoverage(Condition indicators) {
        List<Reach> reaches =
                sql.select(INDICATOR.ID).from(INDICATOR).where(indicators).fetch(row -> Reach.all(row.value1()));
        new Refresh(sql).request("catalogue", null, reaches);
    }

    private int end(Viewer viewer, Condition which, LocalDate on, String subject) {
        return sql.transactionResult(tx -> {
            sql.query(
                            "create temporary table ended on commit drop as select a.*" + FROM
                                    + " and a.valid_until > {1}::date",
                            which,
                            val(on))
                    .execute();
            int ended = sql.fetchSingle("select count(*)::int from ended").get(0, Integer.class);
            if (ended > 0) {
                Instant moment = new OneMoment().get();
                sql.execute(CLOSE, moment);
                sql.execute(SHORTEN, on, moment, on);
                askForCoverage(condition("indicator.id in (select indicator_id from ended)"));
                audit.add(viewer.username(), AuditAction.ASSIGNMENTS_ENDED, subject, ended + " on " + on);
            }
            sql.execute("drop table ended");
            return ended;
        });
    }

    private List<String> refused(Wish wish) {
        return sql.fetch(REFUSED, wish.indicators().toArray(String[]::new), wish.from())
                .getValues(0, String.class);
    }

    private Result<Record> matches(Viewer viewer, Wish wish, String indicator) {
        return sql.resultQuery(
                        MATCHES,
                        inGroup(viewer, wish.group()),
                        val(indicator),
                        val(wish.disaggregation()),
                        val(wish.from()),
                        val(wish.until() == null ? "infinity" : wish.until().toString()))
                .fetch();
    }

    private static Condition chosen(Viewer viewer, Filter filter) {
        Condition chosen = inGroup(viewer, filter.group());
        return filter.indicator() == null
                ? chosen
                : chosen.and(field("x.code", String.class).eq(filter.indicator()));
    }

    private static Condition inGroup(Viewer viewer, Group group) {
        Condition in = Visible.ofInstitution(viewer.asPlanner(), field("i.id", Integer.class));
        String text = group.text().strip().toLowerCase(Locale.ROOT);
        return in.and(group.country() == null ? noCondition() : condition("i.country = {0}", val(group.country())))
                .and(group.kind() == null ? noCondition() : condition("i.kind = {0}", val(group.kind())))
                .and(group.programme() == null ? noCondition() : condition(TAKES_PART, val(group.programme())))
                .and(
                        text.isEmpty()
                                ? noCondition()
                                : condition("strpos(lower(i.code || ' ' || i.name), {0}) > 0", val(text)));
    }

    private int disaggregation(String key) {
        if (key.isEmpty()) {
            return 0;
        }
        sql.execute(
                "with made as (insert into disaggregation (key) values (?) on conflict (key) do nothing returning id)"
                        + " insert into disaggregation_part select id, split_part(?, '=', 1), split_part(?, '=', 2) from made",
                key,
                key,
                key);
        return sql.fetchSingle("select id from disaggregation where key = ?", key)
                .get(0, Integer.class);
    }

    private static Text text(Record row) {
        return new Text(
                row.get("name_es", String.class), row.get("name_en", String.class), row.get("name_de", String.class));
    }

    /** One knowledge moment for all that a transaction changes, taken when the first of it is. */
    private final class OneMoment implements Supplier<Instant> {
        private @Nullable Instant taken;

        @Override
        public Instant get() {
            if (taken == null) {
                taken = sql.select(Routines.advanceKnowledge("assignments", null))
                        .fetchSingle()
                        .value1();
            }
            return taken;
        }
    }

    private static final String TAKES_PART = """
            exists (select from participation m join programme p on p.id = m.programme_id
                    where m.institution_id = i.id and p.code = {0})
            """;

    private static final String FROM = """

            from assignment a
            join institution i on i.id = a.institution_id
            join current_indicator x on x.indicator_id = a.indicator_id
            join disaggregation d on d.id = a.disaggregation_id
            where a.known_until = 'infinity' and {0}
            """;

    private static final String CHOICES = """
            with mine as materialized (select i.id, i.country, i.kind from institution i where {0})
            select array(select distinct country::text from mine order by 1) as countries,
                   array(select distinct kind from mine order by 1) as kinds,
                   array(select distinct p.code from programme p
                         join participation m on m.programme_id = p.id
                         where m.institution_id in (select id from mine) order by 1) as programmes
            """;

    private static final String ASSIGNABLE = """
            select x.code, x.name_es, x.name_en, x.name_de, x.period_months,
                   array(select c.dimension || '=' || c.code
                         from indicator_dimension k
                         join dimension_code c on c.dimension = k.dimension
                         where k.indicator_id = x.indicator_id
                         order by c.dimension, c.sort) as parts
            from current_indicator x
            join asked() k on k.indicator_id = x.indicator_id and k.calculated_from = 'infinity'
            where x.numerator_id is null
            order by x.sort, x.code
            """;

    private static final String REFUSED = """
            select u.code
            from unnest(?::text[]) with ordinality u(code, place)
            where not exists (
                select from asked() k
                join current_indicator x on x.indicator_id = k.indicator_id
                where x.code = u.code and x.numerator_id is null and k.calculated_from > ?::date)
            order by u.place
            """;

    private static final String MATCHES = """
            select i.code,
                   exists (select from current_assignment a
                           join disaggregation d on d.id = a.disaggregation_id
                           where a.institution_id = i.id and a.indicator_id = x.id and d.key in ('', {2})
                             and a.valid_from < {4}::date and a.valid_until > {3}::date) as covered
            from institution i
            join indicator x on x.code = {1}
            where {0}
            order by i.code
            """;

    private static final String CLOSE = """
            update assignment a
            set known_until = ?::timestamptz
            from ended e
            where (a.indicator_id, a.institution_id, a.disaggregation_id, a.valid_from, a.known_from)
                = (e.indicator_id, e.institution_id, e.disaggregation_id, e.valid_from, e.known_from)
            """;

    private static final String SHORTEN = """
            insert into assignment (institution_id, indicator_id, disaggregation_id, period_months, valid_from,
                                    valid_until, known_from)
            select institution_id, indicator_id, disaggregation_id, period_months, valid_from, ?::date, ?::timestamptz
            from ended
            where valid_from < ?::date
            """;
}
