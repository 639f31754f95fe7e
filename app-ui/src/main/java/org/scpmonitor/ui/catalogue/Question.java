package org.scpmonitor.ui.catalogue;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.catalogue.IndicatorCatalogue.Line;
import org.scpmonitor.ui.component.Selection;

/**
 * What the list of indicators is asked for; it stands in the address.
 *
 * @param search words of name or code; empty for all
 * @param kind calculated or reported; null for both
 * @param asOf the end of this day in UTC; null for now
 */
record Question(
        String search,
        @Nullable String theme,
        @Nullable String level,
        @Nullable String unit,
        @Nullable String kind,
        @Nullable String state,
        @Nullable LocalDate asOf) {
    static final String CALCULATED = "calculated";
    static final String REPORTED = "reported";

    static Question of(QueryParameters address) {
        return new Question(
                address.getSingleParameter("q").orElse(""),
                address.getSingleParameter("theme").orElse(null),
                address.getSingleParameter("level").orElse(null),
                address.getSingleParameter("unit").orElse(null),
                address.getSingleParameter("kind").orElse(null),
                address.getSingleParameter("state").orElse(null),
                Selection.of(address).asOf());
    }

    AsOf moment() {
        return asOf == null ? AsOf.NOW : AsOf.endOf(asOf);
    }

    QueryParameters parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "q", search);
        put(parameters, "theme", theme);
        put(parameters, "level", level);
        put(parameters, "unit", unit);
        put(parameters, "kind", kind);
        put(parameters, "state", state);
        put(parameters, "asOf", asOf == null ? null : asOf.toString());
        return QueryParameters.simple(parameters);
    }

    private static void put(Map<String, String> parameters, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            parameters.put(name, value);
        }
    }

    /** Whether a line is asked for. */
    boolean holds(Line line, Locale locale) {
        return Stream.of(search.toLowerCase(locale).split("\\s+"))
                        .allMatch(word -> (line.code() + " " + line.name().in(locale))
                                .toLowerCase(locale)
                                .contains(word))
                && (theme == null || theme.equals(line.theme()))
                && (level == null || level.equals(line.level()))
                && (unit == null || unit.equals(line.unit()))
                && (kind == null || line.calculated() == kind.equals(CALCULATED))
                && (state == null || state.equals(line.state().code()));
    }

    Question search(String words) {
        return new Question(words, theme, level, unit, kind, state, asOf);
    }

    Question theme(@Nullable String code) {
        return new Question(search, code, level, unit, kind, state, asOf);
    }

    Question level(@Nullable String code) {
        return new Question(search, theme, code, unit, kind, state, asOf);
    }

    Question unit(@Nullable String code) {
        return new Question(search, theme, level, code, kind, state, asOf);
    }

    Question kind(@Nullable String code) {
        return new Question(search, theme, level, unit, code, state, asOf);
    }

    Question state(@Nullable String code) {
        return new Question(search, theme, level, unit, kind, code, asOf);
    }

    Question asOf(@Nullable LocalDate day) {
        return new Question(search, theme, level, unit, kind, state, day);
    }
}
