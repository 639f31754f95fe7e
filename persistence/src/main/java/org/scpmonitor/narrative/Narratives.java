package org.scpmonitor.narrative;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.scpmonitor.schema.Tables.APP_USER;
import static org.scpmonitor.schema.Tables.CURRENT_INDICATOR;
import static org.scpmonitor.schema.Tables.INDICATOR;
import static org.scpmonitor.schema.Tables.NARRATIVE;
import static org.scpmonitor.schema.Tables.PROGRAMME;
import static org.scpmonitor.schema.Tables.PROGRAMME_INDICATOR;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Records;
import org.jooq.SelectField;
import org.jooq.SelectOnConditionStep;
import org.jooq.SelectSelectStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.listing.Known;
import org.scpmonitor.listing.Listing;
import org.springframework.stereotype.Repository;

/** Keeps what institutions say of their figures, each version with the time that it was known; everyone may read it. */
@Repository
public class Narratives {
    private final DSLContext sql;

    Narratives(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Which are asked for; null leaves a filter out.
     *
     * @param from first day of the earliest period
     * @param before the day after the last of the latest period
     * @param versions whether those are listed too that another one has replaced, or that took one back
     */
    public record Filter(
            @Nullable String programme,
            @Nullable String indicator,
            @Nullable LocalDate from,
            @Nullable LocalDate before,
            boolean versions,
            AsOf asOf) {}

    /**
     * What somebody wants to say.
     *
     * @param replaces the version that was seen when it was written, 0 for none; null where that doesn't matter
     */
    public record Said(
            String programme,
            String indicator,
            ReportingPeriod period,
            String language,
            String text,
            @Nullable Integer replaces) {}

    /** What became of it. */
    public sealed interface Outcome {
        /** @param version the number of the one that stands, which may have said just so before; 0 for none */
        record Written(int version) implements Outcome {}

        /** Nothing was stored. */
        record Refused(Flaw flaw) implements Outcome {}
    }

    /** Why something isn't stored. */
    public enum Flaw {
        NOT_FOLLOWED,
        OUT_OF_SCOPE,
        OTHER_PERIODICITY,
        TOO_LONG,
        WRITTEN_MEANWHILE
    }

    /** By programme, indicator, period and version. */
    public Listing<?, Narrative> list(Filter filter) {
        Known known = Known.at(sql, filter.asOf());
        return new Listing<>(
                sql,
                () -> rows(sql.select(narrative(known)))
                        .where(
                                filter.versions()
                                        ? known.begun(NARRATIVE.KNOWN_FROM)
                                        : known.holds(NARRATIVE.KNOWN_FROM, NARRATIVE.KNOWN_UNTIL)
                                                .and(NARRATIVE.TEXT.ne("")))
                        .and(filter.programme() == null ? noCondition() : PROGRAMME.CODE.eq(filter.programme()))
                        .and(filter.indicator() == null ? noCondition() : INDICATOR.CODE.eq(filter.indicator()))
                        .and(filter.from() == null ? noCondition() : NARRATIVE.PERIOD_START.ge(filter.from()))
                        .and(endsBefore(filter.before())),
                Record1::value1,
                PROGRAMME.CODE,
                INDICATOR.CODE,
                NARRATIVE.PERIOD_START,
                NARRATIVE.PERIOD_MONTHS,
                NARRATIVE.VERSION);
    }

    /** Every version of what was said of one period by then, the latest first. */
    public List<Narrative> history(String programme, String indicator, ReportingPeriod period, AsOf asOf) {
        Known known = Known.at(sql, asOf);
        return rows(sql.select(narrative(known)))
                .where(PROGRAMME.CODE.eq(programme))
                .and(INDICATOR.CODE.eq(indicator))
                .and(isOf(period))
                .and(known.begun(NARRATIVE.KNOWN_FROM))
                .orderBy(NARRATIVE.VERSION.desc())
                .fetch(Record1::value1);
    }

    /** What stands of a programme's indicator, the latest period first: part of a statement that asks for more. */
    public static Field<List<Narrative>> of(String programme, String indicator, Known known) {
        return multiset(rows(select(narrative(known)))
                        .where(PROGRAMME.CODE.eq(programme))
                        .and(INDICATOR.CODE.eq(indicator))
                        .and(known.holds(NARRATIVE.KNOWN_FROM, NARRATIVE.KNOWN_UNTIL))
                        .and(NARRATIVE.TEXT.ne(""))
                        .orderBy(NARRATIVE.PERIOD_START.desc(), NARRATIVE.PERIOD_MONTHS))
                .convertFrom(narratives -> narratives.map(Record1::value1));
    }

    /** Who answers for a programme's indicator: part of a statement that asks for more. */
    public static Field<@Nullable Responsible> responsible(String programme, String indicator) {
        return field(select(row(PROGRAMME_INDICATOR.RESPONSIBLE_INSTITUTION_ID, PROGRAMME.COUNTRY)
                        .mapping(Responsible::new))
                .from(PROGRAMME_INDICATOR)
                .join(PROGRAMME)
                .on(PROGRAMME.ID.eq(PROGRAMME_INDICATOR.PROGRAMME_ID))
                .join(INDICATOR)
                .on(INDICATOR.ID.eq(PROGRAMME_INDICATOR.INDICATOR_ID))
                .where(PROGRAMME.CODE.eq(programme))
                .and(INDICATOR.CODE.eq(indicator)));
    }

    /** Who answers for a programme's indicator; empty where the programme doesn't follow it. */
    public Optional<Responsible> findResponsible(String programme, String indicator) {
        return Followed.find(sql, programme, indicator).map(Followed::responsible);
    }

    /** Says it, as another version unless just that stands; an empty text takes back what stands. */
    public Outcome write(Viewer viewer, Said said) {
        return Objects.requireNonNull(
                sql.transactionResult(transaction -> write(DSL.using(transaction), viewer, said)));
    }

    private static Outcome write(DSLContext tx, Viewer viewer, Said said) {
        Followed followed =
                Followed.find(tx, said.programme(), said.indicator()).orElse(null);
        if (followed == null) {
            return new Outcome.Refused(Flaw.NOT_FOLLOWED);
        }
        if (!followed.responsible().maySpeak(viewer)) {
            return new Outcome.Refused(Flaw.OUT_OF_SCOPE);
        }
        String text = said.text().strip().replace("\r\n", "\n").replace("\u0000", "");
        if (text.codePointCount(0, text.length()) > Narrative.LONGEST) {
            return new Outcome.Refused(Flaw.TOO_LONG);
        }
        if (followed.periodMonths() != said.period().months()) {
            return new Outcome.Refused(Flaw.OTHER_PERIODICITY);
        }
        Instant moment = tx.fetchSingle("select advance_knowledge(?)", "narrative " + said.indicator())
                .get(0, Instant.class);
        Condition same = NARRATIVE.PROGRAMME_INDICATOR_ID.eq(followed.key()).and(isOf(said.period()));
        Latest latest = tx.select(NARRATIVE.VERSION, NARRATIVE.LANGUAGE, NARRATIVE.TEXT)
                .from(NARRATIVE)
                .where(same)
                .orderBy(NARRATIVE.VERSION.desc())
                .limit(1)
                .fetchOptional(Records.mapping(Latest::new))
                .orElse(new Latest(0, said.language(), ""));
        if (latest.text().equals(text) && (text.isEmpty() || latest.language().equals(said.language()))) {
            return new Outcome.Written(latest.version());
        }
        if (said.replaces() != null && said.replaces() != latest.standing()) {
            return new Outcome.Refused(Flaw.WRITTEN_MEANWHILE);
        }
        tx.update(NARRATIVE)
                .set(NARRATIVE.KNOWN_UNTIL, moment)
                .where(same)
                .and(NARRATIVE.VERSION.eq(latest.version()))
                .execute();
        tx.insertInto(NARRATIVE)
                .set(NARRATIVE.PROGRAMME_INDICATOR_ID, followed.key())
                .set(NARRATIVE.PERIOD_START, said.period().start())
                .set(NARRATIVE.PERIOD_MONTHS, (short) said.period().months())
                .set(NARRATIVE.VERSION, latest.version() + 1)
                .set(NARRATIVE.LANGUAGE, said.language())
                .set(NARRATIVE.TEXT, text)
                .set(NARRATIVE.AUTHOR, viewer.username())
                .set(NARRATIVE.KNOWN_FROM, moment)
                .execute();
        return new Outcome.Written(latest.version() + 1);
    }

    /** The version that was written last; 0 before the first. */
    private record Latest(int version, String language, String text) {
        /** The number of the version that is shown; 0 where none is. */
        int standing() {
            return text.isEmpty() ? 0 : version;
        }
    }

    /** An indicator in a programme. */
    private record Followed(int key, int periodMonths, Responsible responsible) {
        static Optional<Followed> find(DSLContext sql, String programme, String indicator) {
            var current = CURRENT_INDICATOR;
            return sql.select(
                            PROGRAMME_INDICATOR.ID,
                            current.PERIOD_MONTHS.coerce(Integer.class),
                            row(PROGRAMME_INDICATOR.RESPONSIBLE_INSTITUTION_ID, PROGRAMME.COUNTRY)
                                    .mapping(Responsible::new))
                    .from(PROGRAMME_INDICATOR)
                    .join(PROGRAMME)
                    .on(PROGRAMME.ID.eq(PROGRAMME_INDICATOR.PROGRAMME_ID))
                    .join(current)
                    .on(current.INDICATOR_ID.eq(PROGRAMME_INDICATOR.INDICATOR_ID))
                    .where(PROGRAMME.CODE.eq(programme))
                    .and(current.CODE.eq(indicator))
                    .fetchOptional(Records.mapping(Followed::new));
        }
    }

    private static SelectField<Narrative> narrative(Known known) {
        return row(
                        PROGRAMME.CODE,
                        INDICATOR.CODE,
                        row(NARRATIVE.PERIOD_START, NARRATIVE.PERIOD_MONTHS).mapping(ReportingPeriod::of),
                        NARRATIVE.VERSION,
                        NARRATIVE.LANGUAGE,
                        NARRATIVE.TEXT,
                        coalesce(APP_USER.DISPLAY_NAME, NARRATIVE.AUTHOR),
                        NARRATIVE.KNOWN_FROM,
                        known.until(NARRATIVE.KNOWN_UNTIL))
                .mapping(Narrative::new);
    }

    private static SelectOnConditionStep<Record1<Narrative>> rows(SelectSelectStep<Record1<Narrative>> select) {
        return select.from(NARRATIVE)
                .join(PROGRAMME_INDICATOR)
                .on(PROGRAMME_INDICATOR.ID.eq(NARRATIVE.PROGRAMME_INDICATOR_ID))
                .join(PROGRAMME)
                .on(PROGRAMME.ID.eq(PROGRAMME_INDICATOR.PROGRAMME_ID))
                .join(INDICATOR)
                .on(INDICATOR.ID.eq(PROGRAMME_INDICATOR.INDICATOR_ID))
                .leftJoin(APP_USER)
                .on(APP_USER.USERNAME.eq(NARRATIVE.AUTHOR));
    }

    private static Condition isOf(ReportingPeriod period) {
        return NARRATIVE.PERIOD_START.eq(period.start()).and(NARRATIVE.PERIOD_MONTHS.eq((short) period.months()));
    }

    private static Condition endsBefore(@Nullable LocalDate before) {
        return before == null
                ? noCondition()
                : condition(
                        "{0} + make_interval(months => {1}) <= {2}",
                        NARRATIVE.PERIOD_START, NARRATIVE.PERIOD_MONTHS, val(before));
    }
}
