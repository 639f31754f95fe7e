package org.scpmonitor.factor;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.nullif;
import static org.scpmonitor.schema.Tables.FACTOR;
import static org.scpmonitor.schema.Tables.FACTOR_VERSION;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.listing.Known;
import org.scpmonitor.text.Text;

/**
 * The rows of {@code factor_version}. Versions of one line (factor, country, variant, first day) take each other's
 * place; none is rewritten.
 */
public record FactorVersions(DSLContext sql) {

    /** The end of what is known until further notice. */
    static final Field<Instant> KNOWN_STILL = field("timestamptz 'infinity'", Instant.class);

    private static final Field<LocalDate> ENDLESS = field("date 'infinity'", LocalDate.class);

    /** {@code valid_until}, null where there is no end. */
    static final Field<LocalDate> VALID_UNTIL =
            nullif(FACTOR_VERSION.VALID_UNTIL, ENDLESS).as("last_day_after");

    /**
     * What successive versions share.
     *
     * @param factor its id
     * @param country ISO 3166-1 alpha-2; null for everywhere without one of its own
     * @param variant a code of the factor's dimension, AR5 or AR6, or empty
     * @param from the first day that it holds for
     */
    public record Line(int factor, @Nullable String country, String variant, LocalDate from) {}

    /**
     * What a version says.
     *
     * @param until the first day that it was not made for; null where there is none
     * @param value in the factor's unit
     * @param lower lower end of the 95 % range; null with the upper one where none is stated
     * @param illustrative whether it stands for something that it was not made for
     */
    public record Content(
            @Nullable LocalDate until,
            BigDecimal value,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper,
            String sourceTitle,
            @Nullable String sourceUrl,
            Text note,
            boolean illustrative) {

        /** Whether it says the same; numbers are compared by value. */
        boolean says(Content other) {
            return Objects.equals(until, other.until)
                    && same(value, other.value)
                    && same(lower, other.lower)
                    && same(upper, other.upper)
                    && sourceTitle.equals(other.sourceTitle)
                    && Objects.equals(sourceUrl, other.sourceUrl)
                    && note.equals(other.note)
                    && illustrative == other.illustrative;
        }

        private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
            return one == null || other == null ? one == other : one.compareTo(other) == 0;
        }
    }

    /** A version of a line: what it says, why it took the place of the one before, and who says so. */
    public record Wanted(Line line, Content content, String reason, String author) {}

    /** Those that say something else than what is known of their lines now. */
    public List<Wanted> changed(List<Wanted> wanted) {
        Map<Line, Content> known = current();
        return wanted.stream()
                .filter(each -> {
                    Content stored = known.get(each.line());
                    return stored == null || !stored.says(each.content());
                })
                .toList();
    }

    Map<Line, Content> current() {
        return list(Known.at(sql, AsOf.NOW)).stream().collect(Collectors.toMap(Wanted::line, Wanted::content));
    }

    /** What is known of every line, in the order of factor, variant, country and day. */
    public List<Wanted> list(Known known) {
        return sql.select(FACTOR_VERSION.asterisk().except(FACTOR_VERSION.KNOWN_UNTIL, FACTOR_VERSION.VALID_UNTIL))
                .select(VALID_UNTIL)
                .from(FACTOR_VERSION)
                .where(known.holds(FACTOR_VERSION.KNOWN_FROM, FACTOR_VERSION.KNOWN_UNTIL))
                .orderBy(
                        FACTOR_VERSION.FACTOR_ID,
                        FACTOR_VERSION.VARIANT,
                        FACTOR_VERSION.COUNTRY.asc().nullsFirst(),
                        FACTOR_VERSION.VALID_FROM)
                .fetch(row -> new Wanted(
                        line(row), content(row), row.get(FACTOR_VERSION.REASON), row.get(FACTOR_VERSION.AUTHOR)));
    }

    static Line line(Record row) {
        return new Line(
                row.get(FACTOR_VERSION.FACTOR_ID),
                row.get(FACTOR_VERSION.COUNTRY),
                row.get(FACTOR_VERSION.VARIANT),
                row.get(FACTOR_VERSION.VALID_FROM));
    }

    static Content content(Record row) {
        return new Content(
                row.get(VALID_UNTIL),
                row.get(FACTOR_VERSION.VALUE),
                row.get(FACTOR_VERSION.LOWER),
                row.get(FACTOR_VERSION.UPPER),
                row.get(FACTOR_VERSION.SOURCE_TITLE),
                row.get(FACTOR_VERSION.SOURCE_URL),
                new Text(
                        row.get(FACTOR_VERSION.NOTE_ES),
                        row.get(FACTOR_VERSION.NOTE_EN),
                        row.get(FACTOR_VERSION.NOTE_DE)),
                row.get(FACTOR_VERSION.ILLUSTRATIVE));
    }

    /**
     * Closes what is known of the line at the moment and opens the next version.
     *
     * @return its number, from 1
     */
    public int open(Wanted wanted, Instant moment) {
        Line line = wanted.line();
        Content content = wanted.content();
        sql.update(FACTOR_VERSION)
                .set(FACTOR_VERSION.KNOWN_UNTIL, moment)
                .where(of(line))
                .and(FACTOR_VERSION.KNOWN_UNTIL.eq(KNOWN_STILL))
                .execute();
        return sql.insertInto(FACTOR_VERSION)
                .set(FACTOR_VERSION.FACTOR_ID, line.factor())
                .set(FACTOR_VERSION.COUNTRY, line.country())
                .set(FACTOR_VERSION.VARIANT, line.variant())
                .set(FACTOR_VERSION.VALID_FROM, line.from())
                .set(FACTOR_VERSION.VALID_UNTIL, content.until() == null ? ENDLESS : DSL.val(content.until()))
                .set(
                        FACTOR_VERSION.VERSION,
                        DSL.field(DSL.select(
                                        coalesce(max(FACTOR_VERSION.VERSION), 0).plus(1))
                                .from(FACTOR_VERSION)
                                .where(of(line))))
                .set(FACTOR_VERSION.VALUE, content.value())
                .set(FACTOR_VERSION.LOWER, content.lower())
                .set(FACTOR_VERSION.UPPER, content.upper())
                .set(FACTOR_VERSION.SOURCE_TITLE, content.sourceTitle())
                .set(FACTOR_VERSION.SOURCE_URL, content.sourceUrl())
                .set(FACTOR_VERSION.NOTE_ES, content.note().es())
                .set(FACTOR_VERSION.NOTE_EN, content.note().en())
                .set(FACTOR_VERSION.NOTE_DE, content.note().de())
                .set(FACTOR_VERSION.ILLUSTRATIVE, content.illustrative())
                .set(FACTOR_VERSION.REASON, wanted.reason())
                .set(FACTOR_VERSION.AUTHOR, wanted.author())
                .set(FACTOR_VERSION.KNOWN_FROM, moment)
                .returningResult(FACTOR_VERSION.VERSION)
                .fetchSingle()
                .value1();
    }

    private static Condition of(Line line) {
        return FACTOR_VERSION
                .FACTOR_ID
                .eq(line.factor())
                .and(FACTOR_VERSION.COUNTRY.isNotDistinctFrom(line.country()))
                .and(FACTOR_VERSION.VARIANT.eq(line.variant()))
                .and(FACTOR_VERSION.VALID_FROM.eq(line.from()));
    }

    /** Factors by code. */
    public Map<String, Integer> ids() {
        return sql.select(FACTOR.CODE, FACTOR.ID).from(FACTOR).fetchMap(FACTOR.CODE, FACTOR.ID);
    }
}
