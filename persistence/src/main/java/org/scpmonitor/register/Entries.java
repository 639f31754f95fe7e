package org.scpmonitor.register;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.scpmonitor.schema.Tables.APP_USER;
import static org.scpmonitor.schema.Tables.ENTRY;
import static org.scpmonitor.schema.Tables.ENTRY_DRAFT;
import static org.scpmonitor.schema.Tables.ENTRY_REFERENCE;
import static org.scpmonitor.schema.Tables.ENTRY_VERSION;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.jooq.SelectOnConditionStep;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.entry.Instrument;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.entry.PartialDate;
import org.scpmonitor.listing.Known;
import org.scpmonitor.listing.Listing;
import org.scpmonitor.text.Text;
import org.springframework.stereotype.Repository;

/** Reads the register. What is published in it may be read by everyone. */
@Repository
public class Entries {
    private final DSLContext sql;

    Entries(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Which are asked for; null leaves a filter out.
     *
     * @param country that they speak of
     */
    public record Filter(@Nullable Kind kind, @Nullable String country, AsOf asOf) {}

    /**
     * What lists show of an entry; the members are those of {@link Entry}.
     *
     * @param when by which it is listed, as exactly as it is known; null for none
     */
    public record Line(
            Kind kind,
            String code,
            Text title,
            List<String> countries,
            @Nullable PartialDate when,
            boolean illustrative) {}

    /** What lists show of everything, by kind and code. */
    public List<Line> lines(AsOf asOf) {
        Known known = Known.at(sql, asOf);
        return sql.select(
                        ENTRY.KIND,
                        ENTRY.CODE,
                        ENTRY_VERSION.TITLE_ES,
                        ENTRY_VERSION.TITLE_EN,
                        ENTRY_VERSION.TITLE_DE,
                        ENTRY_VERSION.COUNTRIES,
                        ENTRY_VERSION.CONTENT,
                        ENTRY_VERSION.ILLUSTRATIVE)
                .from(ENTRY)
                .join(ENTRY_VERSION)
                .on(ENTRY_VERSION.ENTRY_ID.eq(ENTRY.ID))
                .where(stands(known))
                .orderBy(ENTRY.KIND, ENTRY.CODE)
                .fetch(row -> new Line(
                        kind(row.value1()),
                        row.value2(),
                        new Text(row.value3(), row.value4(), row.value5()),
                        List.of(row.value6()),
                        ContentJson.read(kind(row.value1()), row.value7()).when(),
                        row.value8()));
    }

    /** By kind, the latest first, those without a day last. */
    public Listing<?, Entry<?>> list(Filter filter) {
        Known known = Known.at(sql, filter.asOf());
        return new Listing<>(
                sql,
                () -> rows(known)
                        .where(stands(known))
                        .and(
                                filter.kind() == null
                                        ? noCondition()
                                        : ENTRY.KIND.eq(filter.kind().code()))
                        .and(
                                filter.country() == null
                                        ? noCondition()
                                        : val(filter.country()).eq(any(ENTRY_VERSION.COUNTRIES))),
                Record1::value1,
                ENTRY.KIND,
                ENTRY_VERSION.DAY.desc().nullsLast(),
                ENTRY.CODE);
    }

    /** Everything of some kinds. */
    public Shelf read(Set<Kind> kinds, AsOf asOf) {
        Known known = Known.at(sql, asOf);
        return new Shelf(rows(known)
                .where(stands(known))
                .and(ENTRY.KIND.in(kinds.stream().map(Kind::code).toList()))
                .orderBy(ENTRY_VERSION.DAY.asc().nullsLast(), ENTRY.CODE)
                .fetch(Record1::value1));
    }

    /** What stands of an entry. */
    public Optional<Entry<?>> find(Kind kind, String code, AsOf asOf) {
        Known known = Known.at(sql, asOf);
        return Optional.ofNullable(
                rows(known).where(is(kind, code)).and(stands(known)).fetchOne(Record1::value1));
    }

    /** Every version that was known by then, the latest first; also of an entry that was taken back. */
    public List<Entry<?>> history(Kind kind, String code, AsOf asOf) {
        Known known = Known.at(sql, asOf);
        return rows(known)
                .where(is(kind, code))
                .and(known.begun(ENTRY_VERSION.KNOWN_FROM))
                .orderBy(ENTRY_VERSION.VERSION.desc())
                .fetch(Record1::value1);
    }

    /**
     * An entry with everything that it was, and those that name it.
     *
     * @param versions that were known by then, the latest first; also of an entry that was taken back
     * @param naming the entries that stood and named it
     * @param answered every version of the questionnaire that a survey answers, the latest first; none of other entries
     */
    public record Life(List<Entry<?>> versions, List<Entry<?>> naming, List<Entry<?>> answered) {

        /** The questionnaire as it was in that version. */
        public Optional<Instrument> answered(int edition) {
            return answered.stream()
                    .filter(each -> each.version() == edition)
                    .map(each -> (Instrument) each.content())
                    .findFirst();
        }
    }

    /** An entry's life as known at a moment, in one statement; without versions where there was no such entry. */
    public Life life(Kind kind, String code, AsOf asOf) {
        Known known = Known.at(sql, asOf);
        List<Entry<?>> read = rows(known)
                .where(is(kind, code).and(known.begun(ENTRY_VERSION.KNOWN_FROM)))
                .or(stands(known).and(names(kind, code)))
                .or(
                        kind == Kind.SURVEY
                                ? answeredBy(code).and(known.begun(ENTRY_VERSION.KNOWN_FROM))
                                : falseCondition())
                .orderBy(ENTRY.KIND, ENTRY.CODE, ENTRY_VERSION.VERSION.desc())
                .fetch(Record1::value1);
        List<Entry<?>> versions = new ArrayList<>();
        List<Entry<?>> naming = new ArrayList<>();
        List<Entry<?>> answered = new ArrayList<>();
        for (Entry<?> each : read) {
            if (each.kind() == kind && each.code().equals(code)) {
                versions.add(each);
            } else if (kind == Kind.SURVEY && each.kind() == Kind.INSTRUMENT) {
                answered.add(each);
            } else {
                naming.add(each);
            }
        }
        return new Life(versions, naming, answered);
    }

    /** Versions of what any version of a survey answers. */
    private static Condition answeredBy(String survey) {
        var asking = ENTRY.as("asking");
        var round = ENTRY_VERSION.as("round");
        return ENTRY.KIND
                .eq(Kind.INSTRUMENT.code())
                .and(ENTRY.ID.in(select(ENTRY_REFERENCE.ENTRY_ID)
                        .from(ENTRY_REFERENCE)
                        .join(round)
                        .on(round.ID.eq(ENTRY_REFERENCE.VERSION_ID))
                        .join(asking)
                        .on(asking.ID.eq(round.ENTRY_ID))
                        .where(asking.KIND.eq(Kind.SURVEY.code()))
                        .and(asking.CODE.eq(survey))));
    }

    /** Whether an entry or a draft has the code, or an entry had it. */
    public boolean isTaken(Kind kind, String code) {
        return sql.fetchExists(ENTRY, is(kind, code))
                || sql.fetchExists(ENTRY_DRAFT, ENTRY_DRAFT.KIND.eq(kind.code()).and(ENTRY_DRAFT.CODE.eq(code)));
    }

    /** One version of an entry, whether it stands still or not. */
    public Optional<Entry<?>> findVersion(Kind kind, String code, int version) {
        return Optional.ofNullable(rows(Known.at(sql, AsOf.NOW))
                .where(is(kind, code))
                .and(ENTRY_VERSION.VERSION.eq(version))
                .fetchOne(Record1::value1));
    }

    /** Those that name an entry, by kind and code. */
    public List<Entry<?>> naming(Kind kind, String code, AsOf asOf) {
        Known known = Known.at(sql, asOf);
        return rows(known)
                .where(stands(known))
                .and(names(kind, code))
                .orderBy(ENTRY.KIND, ENTRY_VERSION.DAY.desc().nullsLast(), ENTRY.CODE)
                .fetch(Record1::value1);
    }

    private static Condition names(Kind kind, String code) {
        var named = ENTRY.as("named");
        return ENTRY_VERSION.ID.in(select(ENTRY_REFERENCE.VERSION_ID)
                .from(ENTRY_REFERENCE)
                .join(named)
                .on(named.ID.eq(ENTRY_REFERENCE.ENTRY_ID))
                .where(named.KIND.eq(kind.code()))
                .and(named.CODE.eq(code)));
    }

    private static Condition is(Kind kind, String code) {
        return ENTRY.KIND.eq(kind.code()).and(ENTRY.CODE.eq(code));
    }

    private static Condition stands(Known known) {
        return known.holds(ENTRY_VERSION.KNOWN_FROM, ENTRY_VERSION.KNOWN_UNTIL).and(ENTRY_VERSION.WITHDRAWN.isFalse());
    }

    private SelectOnConditionStep<Record1<Entry<?>>> rows(Known known) {
        return sql.select(entry(known))
                .from(ENTRY)
                .join(ENTRY_VERSION)
                .on(ENTRY_VERSION.ENTRY_ID.eq(ENTRY.ID))
                .leftJoin(APP_USER)
                .on(APP_USER.USERNAME.eq(ENTRY_VERSION.AUTHOR));
    }

    private static SelectField<Entry<?>> entry(Known known) {
        return row(
                        ENTRY.KIND,
                        ENTRY.CODE,
                        ENTRY_VERSION.VERSION,
                        ENTRY_VERSION.WITHDRAWN,
                        ENTRY_VERSION.CONTENT,
                        ENTRY_VERSION.TITLE_ES,
                        ENTRY_VERSION.TITLE_EN,
                        ENTRY_VERSION.TITLE_DE,
                        ENTRY_VERSION.KEEPER,
                        ENTRY_VERSION.COUNTRIES,
                        ENTRY_VERSION.DAY,
                        ENTRY_VERSION.ILLUSTRATIVE,
                        ENTRY_VERSION.SOURCE,
                        coalesce(APP_USER.DISPLAY_NAME, ENTRY_VERSION.AUTHOR).as("author"),
                        ENTRY_VERSION.REASON,
                        ENTRY_VERSION.KNOWN_FROM,
                        known.until(ENTRY_VERSION.KNOWN_UNTIL).as("known_until"))
                .convertFrom(Entries::entry);
    }

    private static Entry<?> entry(Record row) {
        Kind kind = kind(row.get(ENTRY.KIND));
        return new Entry<>(
                kind,
                row.get(ENTRY.CODE),
                row.get(ENTRY_VERSION.VERSION),
                row.get(ENTRY_VERSION.WITHDRAWN),
                ContentJson.read(kind, row.get(ENTRY_VERSION.CONTENT)),
                new Text(
                        row.get(ENTRY_VERSION.TITLE_ES),
                        row.get(ENTRY_VERSION.TITLE_EN),
                        row.get(ENTRY_VERSION.TITLE_DE)),
                row.get(ENTRY_VERSION.KEEPER),
                List.of(row.get(ENTRY_VERSION.COUNTRIES)),
                row.get(ENTRY_VERSION.DAY),
                row.get(ENTRY_VERSION.ILLUSTRATIVE),
                row.get(ENTRY_VERSION.SOURCE),
                row.get("author", String.class),
                row.get(ENTRY_VERSION.REASON),
                row.get(ENTRY_VERSION.KNOWN_FROM),
                row.get("known_until", java.time.Instant.class));
    }

    private static Kind kind(String code) {
        return Kind.find(code).orElseThrow(() -> new IllegalStateException("No such kind: " + code));
    }
}
