package org.scpmonitor.ui.completeness;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.assignment.Completeness.Filter;
import org.scpmonitor.assignment.Completeness.Rows;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.calendar.ReportingPeriod;

/**
 * What the matrix is asked for; all of it stands in the address.
 *
 * @param months length of the assignments' periods; null for all of them, by years
 * @param firstYear null for the usual one
 * @param lastYear null for the usual one
 * @param asOf the end of this day in UTC; null for now
 * @param open code of the country whose institutions stand under its row; null for none
 * @param text a part of the institutions' codes or names
 * @param page of the institutions, from 0
 * @param row code of the row whose cell is open; null where none is
 * @param period of the open cell
 * @param slots page of the open cell's slots, from 0
 */
record Question(
        Rows by,
        @Nullable String programme,
        @Nullable String country,
        @Nullable String indicator,
        @Nullable Integer months,
        @Nullable Integer firstYear,
        @Nullable Integer lastYear,
        @Nullable LocalDate asOf,
        @Nullable String open,
        String text,
        int page,
        @Nullable String row,
        @Nullable ReportingPeriod period,
        int slots) {

    private static final int USUAL_YEARS = 6;
    private static final int USUAL_YEARS_OF_SHORT_PERIODS = 2;
    private static final int LONGEST_TEXT = 100;
    private static final int YEAR = 12;

    /** Reads the address; what isn't readable there is left out. */
    static Question of(QueryParameters address) {
        return new Question(
                find(address, "by").flatMap(Question::rows).orElse(Rows.COUNTRY),
                find(address, "programme").orElse(null),
                find(address, "country").orElse(null),
                find(address, "indicator").orElse(null),
                number(address, "months", value -> value == 1 || value == 3 || value == 6 || value == YEAR),
                number(address, "from", value -> value >= 1900),
                number(address, "to", value -> value >= 1900),
                find(address, "asOf").flatMap(Question::day).orElse(null),
                find(address, "open").orElse(null),
                find(address, "q")
                        .map(text -> text.substring(0, Math.min(text.length(), LONGEST_TEXT)))
                        .orElse(""),
                Optional.ofNullable(number(address, "page", value -> true)).orElse(0),
                find(address, "row").orElse(null),
                find(address, "period").flatMap(ReportingPeriod::parse).orElse(null),
                Optional.ofNullable(number(address, "slots", value -> true)).orElse(0));
    }

    private static Optional<String> find(QueryParameters address, String name) {
        return address.getSingleParameter(name).filter(text -> !text.isBlank());
    }

    private static @Nullable Integer number(QueryParameters address, String name, Predicate<Integer> allowed) {
        return find(address, name)
                .filter(text -> text.matches("[0-9]{1,4}"))
                .map(Integer::valueOf)
                .filter(allowed)
                .orElse(null);
    }

    private static Optional<Rows> rows(String code) {
        return Arrays.stream(Rows.values())
                .filter(each -> code(each).equals(code))
                .findFirst();
    }

    static String code(Rows rows) {
        return rows.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<LocalDate> day(String text) {
        return AsOf.parse(text).map(AsOf::moment).map(moment -> LocalDate.ofInstant(moment, ZoneOffset.UTC));
    }

    Question by(Rows rows) {
        return new Question(
                rows, programme, country, indicator, months, firstYear, lastYear, asOf, null, "", 0, null, null, 0);
    }

    Question filtered(@Nullable String ofProgramme, @Nullable String ofCountry, @Nullable String ofIndicator) {
        return new Question(
                by,
                ofProgramme,
                ofCountry,
                ofIndicator,
                months,
                firstYear,
                lastYear,
                asOf,
                open,
                text,
                0,
                null,
                null,
                0);
    }

    Question ofMonths(@Nullable Integer length) {
        return new Question(
                by, programme, country, indicator, length, firstYear, lastYear, asOf, open, text, page, null, null, 0);
    }

    Question years(@Nullable Integer first, @Nullable Integer last) {
        return new Question(
                by, programme, country, indicator, months, first, last, asOf, open, text, page, null, null, 0);
    }

    Question asOf(@Nullable LocalDate day) {
        return new Question(
                by, programme, country, indicator, months, firstYear, lastYear, day, open, text, page, null, null, 0);
    }

    Question opened(@Nullable String code) {
        return new Question(
                by, programme, country, indicator, months, firstYear, lastYear, asOf, code, "", 0, null, null, 0);
    }

    Question searched(String part) {
        return new Question(
                by, programme, country, indicator, months, firstYear, lastYear, asOf, open, part, 0, null, null, 0);
    }

    Question page(int number) {
        return new Question(
                by, programme, country, indicator, months, firstYear, lastYear, asOf, open, text, number, null, null,
                0);
    }

    Question cell(@Nullable String code, @Nullable ReportingPeriod column) {
        return new Question(
                by, programme, country, indicator, months, firstYear, lastYear, asOf, open, text, page, code, column,
                0);
    }

    Question slotPage(int number) {
        return new Question(
                by, programme, country, indicator, months, firstYear, lastYear, asOf, open, text, page, row, period,
                number);
    }

    int lastYear(LocalDate today) {
        LocalDate day = asOf == null ? today : asOf;
        return lastYear == null ? day.minusYears(1).getYear() : lastYear;
    }

    int firstYear(LocalDate today) {
        int usual = months == null || months == YEAR ? USUAL_YEARS : USUAL_YEARS_OF_SHORT_PERIODS;
        return firstYear == null ? lastYear(today) - usual + 1 : Math.min(firstYear, lastYear(today));
    }

    AsOf moment() {
        return asOf == null ? AsOf.NOW : AsOf.endOf(asOf);
    }

    /** What the rows of the matrix are asked with. */
    Filter filter(LocalDate today) {
        return new Filter(
                country,
                programme,
                indicator,
                null,
                months,
                by == Rows.INSTITUTION ? text : "",
                LocalDate.of(firstYear(today), 1, 1),
                LocalDate.of(lastYear(today) + 1, 1, 1),
                moment());
    }

    /** What the institutions under an open country are asked with. */
    Filter institutions(LocalDate today) {
        Filter all = filter(today);
        return new Filter(open, programme, indicator, null, months, text, all.from(), all.before(), all.asOf());
    }

    /** What the slots behind the open cell are asked with. */
    Optional<Filter> slots(LocalDate today) {
        ReportingPeriod column = period;
        String code = row;
        if (column == null || code == null) {
            return Optional.empty();
        }
        Rows kind = by == Rows.COUNTRY && !code.equals(open) && code.length() > 2 ? Rows.INSTITUTION : by;
        Filter all = filter(today);
        return Optional.of(new Filter(
                kind == Rows.COUNTRY ? code : all.country(),
                kind == Rows.PROGRAMME ? code : all.programme(),
                kind == Rows.INDICATOR ? code : all.indicator(),
                kind == Rows.INSTITUTION ? code : null,
                months,
                "",
                column.start(),
                column.endExclusive(),
                all.asOf()));
    }

    /** As it stands in the address. */
    QueryParameters parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (by != Rows.COUNTRY) {
            parameters.put("by", code(by));
        }
        put(parameters, "programme", programme);
        put(parameters, "country", country);
        put(parameters, "indicator", indicator);
        put(parameters, "months", months);
        put(parameters, "from", firstYear);
        put(parameters, "to", lastYear);
        put(parameters, "asOf", asOf);
        put(parameters, "open", open);
        put(parameters, "q", text.isEmpty() ? null : text);
        put(parameters, "page", page == 0 ? null : page);
        put(parameters, "row", row);
        put(parameters, "period", period);
        put(parameters, "slots", slots == 0 ? null : slots);
        return QueryParameters.simple(parameters);
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }
}
