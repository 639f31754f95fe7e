package org.scpmonitor.ui.catalogue;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.factor.Category;
import org.scpmonitor.factor.FactorValue;
import org.scpmonitor.factor.Factors.Filter;
import org.scpmonitor.ui.component.Selection;

/**
 * What the list of factors is asked for; it stands in the address.
 *
 * @param search words of name or code; empty for all
 * @param asOf the end of this day in UTC; null for now
 */
record FactorQuestion(
        String search,
        @Nullable Category category,
        @Nullable String country,
        @Nullable String gas,
        @Nullable Integer scope,
        @Nullable LocalDate asOf) {

    static FactorQuestion of(QueryParameters address) {
        return new FactorQuestion(
                address.getSingleParameter("q").orElse(""),
                address.getSingleParameter("category")
                        .flatMap(FactorQuestion::category)
                        .orElse(null),
                address.getSingleParameter("country").orElse(null),
                address.getSingleParameter("gas").orElse(null),
                address.getSingleParameter("scope")
                        .filter(text -> text.matches("[123]"))
                        .map(Integer::valueOf)
                        .orElse(null),
                Selection.of(address).asOf());
    }

    private static Optional<Category> category(String text) {
        return Arrays.stream(Category.values())
                .filter(each -> each.name().equalsIgnoreCase(text))
                .findFirst();
    }

    AsOf moment() {
        return asOf == null ? AsOf.NOW : AsOf.endOf(asOf);
    }

    Filter filter() {
        return new Filter(null, category, country, gas, scope);
    }

    /** Whether a value's factor has the words that are searched for. */
    boolean holds(FactorValue value, Locale locale) {
        String text = (value.code() + " " + value.name().in(locale)).toLowerCase(locale);
        return Stream.of(search.toLowerCase(locale).split("\\s+")).allMatch(text::contains);
    }

    QueryParameters parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "q", search);
        put(parameters, "category", category == null ? null : category.name().toLowerCase(Locale.ROOT));
        put(parameters, "country", country);
        put(parameters, "gas", gas);
        put(parameters, "scope", scope == null ? null : scope.toString());
        put(parameters, "asOf", asOf == null ? null : asOf.toString());
        return QueryParameters.simple(parameters);
    }

    private static void put(Map<String, String> parameters, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            parameters.put(name, value);
        }
    }

    FactorQuestion search(String words) {
        return new FactorQuestion(words, category, country, gas, scope, asOf);
    }

    FactorQuestion category(@Nullable Category chosen) {
        return new FactorQuestion(search, chosen, country, gas, scope, asOf);
    }

    FactorQuestion country(@Nullable String chosen) {
        return new FactorQuestion(search, category, chosen, gas, scope, asOf);
    }

    FactorQuestion gas(@Nullable String chosen) {
        return new FactorQuestion(search, category, country, chosen, scope, asOf);
    }

    FactorQuestion scope(@Nullable Integer chosen) {
        return new FactorQuestion(search, category, country, gas, chosen, asOf);
    }

    FactorQuestion asOf(@Nullable LocalDate day) {
        return new FactorQuestion(search, category, country, gas, scope, day);
    }
}
