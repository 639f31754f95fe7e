package org.scpmonitor.register;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.scpmonitor.schema.Tables.ACTUAL;
import static org.scpmonitor.schema.Tables.INDICATOR;
import static org.scpmonitor.schema.Tables.INDICATOR_VERSION;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record5;
import org.jooq.Records;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.entry.CatalogueList;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.entry.Names;
import org.scpmonitor.entry.Practice;
import org.scpmonitor.entry.Walk;
import org.scpmonitor.listing.Known;
import org.scpmonitor.text.Text;
import org.springframework.stereotype.Repository;

/** What entries can name: to be chosen from, and what it is called. */
@Repository
public class EntryChoices {
    private final DSLContext sql;
    private final Table<Record5<String, String, String, String, String>> all;

    EntryChoices(DSLContext sql) {
        this.sql = sql;
        this.all = CatalogueNames.all(sql).asTable("everything", "what", "code", "es", "en", "de");
    }

    /** Something that can be named. */
    public record Choice(String code, Text name) {}

    /**
     * Of a catalogue's list, by name.
     *
     * @param words each of which has to be in the code or the name, whatever its case and accents; empty for all
     * @param locale of the reader, in whose language it is looked and sorted
     */
    public List<Choice> list(CatalogueList list, String words, Locale locale, int offset, int limit) {
        return list(list.name(), words, locale, offset, limit);
    }

    /** Of the entries of a kind, as for a list of the catalogue. */
    public List<Choice> list(Kind kind, String words, Locale locale, int offset, int limit) {
        return list(kind.code(), words, locale, offset, limit);
    }

    private List<Choice> list(String what, String words, Locale locale, int offset, int limit) {
        Field<String> name = named(locale);
        return sql.selectFrom(all)
                .where(text("what").eq(what))
                .and(holds(words, name))
                .orderBy(plain(name), text("code"))
                .offset(offset)
                .limit(limit)
                .fetch(each -> new Choice(each.value2(), new Text(each.value3(), each.value4(), each.value5())));
    }

    private static Condition holds(String words, Field<String> name) {
        Field<String> looked = plain(DSL.concat(text("code"), DSL.inline(" "), name));
        return DSL.and(Arrays.stream(words.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> looked.contains(plain(DSL.val(word))))
                .toList());
    }

    private static Field<String> plain(Field<String> text) {
        return lower(function("unaccent", String.class, text));
    }

    private static Field<String> named(Locale locale) {
        return switch (locale.getLanguage()) {
            case "en" -> text("en");
            case "de" -> text("de");
            default -> text("es");
        };
    }

    private static Field<String> text(String column) {
        return field(DSL.name("everything", column), String.class);
    }

    /** What these are called now. */
    public Names names(Collection<? extends Walk.Named> named) {
        if (named.isEmpty()) {
            return CatalogueNames.read(List.of());
        }
        return CatalogueNames.read(sql.selectFrom(all).where(isOneOf(named)).fetch());
    }

    /**
     * The figure that shows what came of a practice.
     *
     * @param id by which its provenance is asked for
     * @param unit UCUM code
     * @param partial whether somebody is missing in it
     */
    public record Shown(long id, ReportingPeriod period, BigDecimal value, String unit, boolean partial) {}

    /** @param figure null where there is none of the period that the practice names */
    public record WithFigure(Names names, @Nullable Shown figure) {}

    /**
     * What these are called now, with the figure of a practice's country as it was known: one statement, and one more where a
     * moment is asked for.
     */
    public WithFigure names(Collection<? extends Walk.Named> named, Practice practice, AsOf asOf) {
        Known known = Known.at(sql, asOf);
        ReportingPeriod period = Optional.ofNullable(practice.period())
                .flatMap(ReportingPeriod::parse)
                .orElseThrow();
        var read = sql.select(
                        multiset(select(text("what"), text("code"), text("es"), text("en"), text("de"))
                                .from(all)
                                .where(isOneOf(named))),
                        multiset(select(
                                                ACTUAL.ID,
                                                row(ACTUAL.PERIOD_START, ACTUAL.PERIOD_MONTHS)
                                                        .mapping(ReportingPeriod::of),
                                                ACTUAL.VALUE,
                                                INDICATOR_VERSION.UNIT,
                                                ACTUAL.PARTIAL)
                                        .from(ACTUAL)
                                        .join(INDICATOR)
                                        .on(INDICATOR.ID.eq(ACTUAL.INDICATOR_ID))
                                        .join(INDICATOR_VERSION)
                                        .on(INDICATOR_VERSION.INDICATOR_ID.eq(INDICATOR.ID))
                                        .and(known.holds(INDICATOR_VERSION.KNOWN_FROM, INDICATOR_VERSION.KNOWN_UNTIL))
                                        .where(INDICATOR.CODE.eq(practice.indicator()))
                                        .and(ACTUAL.COUNTRY.eq(practice.country()))
                                        .and(ACTUAL.PROGRAMME_ID.isNull())
                                        .and(ACTUAL.DISAGGREGATION_ID.eq(0))
                                        .and(ACTUAL.PERIOD_START.eq(period.start()))
                                        .and(ACTUAL.PERIOD_MONTHS.eq((short) period.months()))
                                        .and(known.holds(ACTUAL.KNOWN_FROM, ACTUAL.KNOWN_UNTIL)))
                                .convertFrom(figures -> figures.map(Records.mapping(Shown::new))))
                .fetchSingle();
        return new WithFigure(
                CatalogueNames.read(read.value1()),
                read.value2().stream().findFirst().orElse(null));
    }

    private static Condition isOneOf(Collection<? extends Walk.Named> named) {
        return row(text("what"), text("code"))
                .in(named.stream()
                        .map(each -> row(what(each), each.code()))
                        .distinct()
                        .toList());
    }

    private static String what(Walk.Named named) {
        return switch (named) {
            case Walk.Named.Catalogue(String _, CatalogueList list, String _) -> list.name();
            case Walk.Named.Entry(String _, Kind kind, String _) -> kind.code();
        };
    }
}
