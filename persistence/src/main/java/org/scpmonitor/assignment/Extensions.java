package org.scpmonitor.assignment;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.scpmonitor.schema.Tables.EXTENSION;
import static org.scpmonitor.schema.Tables.INDICATOR;
import static org.scpmonitor.schema.Tables.INSTITUTION;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record9;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.AuditAction;
import org.scpmonitor.access.AuditTrail;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.access.Visible;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.listing.Listing;
import org.scpmonitor.schema.Routines;
import org.scpmonitor.submission.SubmissionLine.Place;
import org.springframework.stereotype.Repository;

/** Other dates than the calendar's for one institution and period, granted by those who coordinate it. */
@Repository
public class Extensions {

    private final DSLContext sql;
    private final AuditTrail audit;
    private final Clock clock;

    Extensions(DSLContext sql, AuditTrail audit, Clock clock) {
        this.sql = sql;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param institution code
     * @param indicator code; null for every indicator of the institution that has no extension of its own
     * @param dueOn the last day on which a report is on time
     * @param closesOn the last day on which it is taken; null where the period never closes
     */
    public record Wish(
            String institution,
            @Nullable String indicator,
            ReportingPeriod period,
            LocalDate dueOn,
            @Nullable LocalDate closesOn,
            String reason) {}

    public sealed interface Outcome {
        record Granted(long extension) implements Outcome {}

        record Refused(Reason reason) implements Outcome {}
    }

    /** Why none is granted. */
    public enum Reason {
        /** The account doesn't coordinate the institution, or there is no such institution. */
        OUT_OF_SCOPE,
        /** Nothing is due of the institution in that period. */
        NOTHING_DUE,
        REASON_MISSING,
        /** A date would be earlier than the calendar's. */
        EARLIER_THAN_CALENDAR,
        CLOSES_BEFORE_DUE
    }

    /** One that holds. */
    public record Item(
            long id,
            Place place,
            @Nullable String indicator,
            ReportingPeriod period,
            LocalDate dueOn,
            @Nullable LocalDate closesOn,
            String reason,
            String grantedBy,
            Instant grantedAt) {}

    /** Takes the place of one for the same institution, indicator and period. */
    public Outcome grant(Viewer viewer, Wish wish) {
        return sql.transactionResult(tx -> {
            Optional<Reason> refused = refusal(viewer, wish);
            return refused.isPresent() ? new Outcome.Refused(refused.get()) : new Outcome.Granted(open(viewer, wish));
        });
    }

    private Optional<Reason> refusal(Viewer viewer, Wish wish) {
        boolean inScope = sql.select(INSTITUTION.ID, INSTITUTION.COUNTRY)
                .from(INSTITUTION)
                .where(INSTITUTION.CODE.eq(wish.institution()))
                .fetchOptional()
                .filter(institution -> viewer.mayPlan(institution.value1(), institution.value2()))
                .isPresent();
        if (!inScope) {
            return Optional.of(Reason.OUT_OF_SCOPE);
        }
        if (wish.reason().isBlank()) {
            return Optional.of(Reason.REASON_MISSING);
        }
        LocalDate closes = wish.closesOn();
        if (closes != null && closes.isBefore(wish.dueOn())) {
            return Optional.of(Reason.CLOSES_BEFORE_DUE);
        }
        Record calendar = sql.fetchSingle(
                CALENDAR,
                wish.period().start(),
                wish.period().endExclusive(),
                wish.institution(),
                wish.period().start(),
                wish.period().months(),
                wish.indicator(),
                wish.indicator());
        if (calendar.get("slots", Long.class) == 0) {
            return Optional.of(Reason.NOTHING_DUE);
        }
        return isLater(calendar.get("due_on", LocalDate.class), wish.dueOn())
                        || closes != null && calendar.get("never_closes", Boolean.class)
                        || closes != null && isLater(calendar.get("closes_on", LocalDate.class), closes)
                ? Optional.of(Reason.EARLIER_THAN_CALENDAR)
                : Optional.empty();
    }

    private static boolean isLater(@Nullable LocalDate calendar, LocalDate wished) {
        return calendar != null && calendar.isAfter(wished);
    }

    private long open(Viewer viewer, Wish wish) {
        Instant moment = moment();
        sql.execute(
                CLOSE,
                moment,
                wish.institution(),
                wish.period().start(),
                wish.period().months(),
                wish.indicator());
        long id = sql.fetchSingle(
                        OPEN,
                        wish.period().start(),
                        wish.period().months(),
                        wish.dueOn(),
                        wish.closesOn(),
                        wish.reason().strip(),
                        viewer.username(),
                        clock.instant(),
                        moment,
                        wish.indicator(),
                        wish.institution())
                .get(0, Long.class);
        audit.add(
                viewer.username(),
                AuditAction.EXTENSION_GRANTED,
                subject(wish.institution(), wish.indicator(), wish.period()),
                "on time until " + wish.dueOn()
                        + (wish.closesOn() == null ? ", never closes" : ", closes on " + wish.closesOn()) + ": "
                        + wish.reason().strip());
        return id;
    }

    private Instant moment() {
        return sql.select(Routines.advanceKnowledge("extension", null))
                .fetchSingle()
                .value1();
    }

    private static String subject(String institution, @Nullable String indicator, ReportingPeriod period) {
        return institution + (indicator == null ? "" : " " + indicator) + " " + period;
    }

    /** The calendar's dates hold again. @return whether there was one that this account may withdraw */
    public boolean withdraw(Viewer viewer, long extension) {
        return sql.transactionResult(tx -> {
            Optional<Item> held =
                    rows(viewer.asPlanner(), EXTENSION.ID.eq(extension)).fetchOptional(mapping(Item::new));
            held.ifPresent(item -> {
                sql.execute(
                        "update extension set known_until = ?::timestamptz where id = ? and known_until = 'infinity'",
                        moment(),
                        extension);
                audit.add(
                        viewer.username(),
                        AuditAction.EXTENSION_WITHDRAWN,
                        subject(item.place().code(), item.indicator(), item.period()),
                        "");
            });
            return held.isPresent();
        });
    }

    /** Those that hold, the latest granted first. */
    public Listing<?, Item> list(Viewer viewer, @Nullable String institution) {
        Condition which =
                institution == null ? noCondition() : INSTITUTION.CODE.eq(institution.toUpperCase(Locale.ROOT));
        return new Listing<>(sql, () -> rows(viewer, which), mapping(Item::new), EXTENSION.ID.desc());
    }

    private SelectConditionStep<
                    Record9<Long, Place, String, ReportingPeriod, LocalDate, LocalDate, String, String, Instant>>
            rows(Viewer viewer, Condition which) {
        return sql.select(
                        EXTENSION.ID,
                        row(INSTITUTION.ID, INSTITUTION.CODE, INSTITUTION.NAME, INSTITUTION.COUNTRY)
                                .mapping(Place::new),
                        INDICATOR.CODE,
                        row(EXTENSION.PERIOD_START, EXTENSION.PERIOD_MONTHS.cast(Integer.class))
                                .mapping(ReportingPeriod::of),
                        EXTENSION.DUE_ON,
                        EXTENSION.CLOSES_ON,
                        EXTENSION.REASON,
                        EXTENSION.GRANTED_BY,
                        EXTENSION.GRANTED_AT)
                .from(EXTENSION)
                .join(INSTITUTION)
                .on(INSTITUTION.ID.eq(EXTENSION.INSTITUTION_ID))
                .leftJoin(INDICATOR)
                .on(INDICATOR.ID.eq(EXTENSION.INDICATOR_ID))
                .where(condition("extension.known_until = 'infinity'"))
                .and(Visible.ofInstitution(viewer, EXTENSION.INSTITUTION_ID))
                .and(which);
    }

    private static final String CALENDAR = """
            select count(*) as slots, max(d.due_on) as due_on, max(d.closes_on) as closes_on,
                   bool_and(d.closes_on is null) as never_closes
            from due_slot(?::date, ?::date) s
            join institution i on i.id = s.institution_id and i.code = ?
            join indicator x on x.id = s.indicator_id
            cross join lateral deadline(null, i.country, s.indicator_id, s.period_start, s.period_months) d
            where s.period_start = ?::date and s.period_months = ?::smallint
              and (?::text is null or x.code = ?::text)
            """;

    private static final String CLOSE = """
            update extension e
            set known_until = ?::timestamptz
            from institution i
            where i.id = e.institution_id and i.code = ? and e.period_start = ?::date and e.period_months = ?
              and e.known_until = 'infinity'
              and e.indicator_id is not distinct from (select id from indicator where code = ?)
            """;

    private static final String OPEN = """
            insert into extension (institution_id, indicator_id, period_start, period_months, due_on, closes_on, reason,
                                   granted_by, granted_at, known_from)
            select i.id, x.id, w.*
            from institution i
            cross join (select ?::date, ?::smallint, ?::date, ?::date, ?, ?, ?::timestamptz, ?::timestamptz) w
            left join indicator x on x.code = ?
            where i.code = ?
            returning id
            """;
}
