package org.scpmonitor.ui.register;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Selection;

/**
 * What the list of entries is asked for; it stands in the address. What isn't said there is null, or empty.
 *
 * @param country ISO 3166-1 alpha-2
 * @param search words that are looked for
 * @param asOf the end of this day in UTC
 */
record RegisterQuestion(
        @Nullable Kind kind,
        @Nullable String country,
        String search,
        Sort sort,
        @Nullable LocalDate asOf) {
    static final RegisterQuestion ALL = new RegisterQuestion(null, null, "", Sort.DAY, null);

    /** In which order entries are listed. */
    enum Sort {
        DAY,
        TITLE,
        KIND;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static RegisterQuestion of(QueryParameters address) {
        return new RegisterQuestion(
                address.getSingleParameter("kind").flatMap(Kind::find).orElse(null),
                address.getSingleParameter("country")
                        .filter(code -> code.matches("[A-Z]{2}"))
                        .orElse(null),
                address.getSingleParameter("q").map(String::strip).orElse(""),
                address.getSingleParameter("sort")
                        .flatMap(code -> Arrays.stream(Sort.values())
                                .filter(each -> each.code().equals(code))
                                .findFirst())
                        .orElse(Sort.DAY),
                Selection.of(address).asOf());
    }

    AsOf moment() {
        return asOf == null ? AsOf.NOW : AsOf.endOf(asOf);
    }

    QueryParameters parameters() {
        Map<String, String> said = new LinkedHashMap<>();
        if (kind != null) {
            said.put("kind", kind.code());
        }
        if (country != null) {
            said.put("country", country);
        }
        if (!search.isEmpty()) {
            said.put("q", search);
        }
        if (sort != Sort.DAY) {
            said.put("sort", sort.code());
        }
        if (asOf != null) {
            said.put("asOf", asOf.toString());
        }
        return QueryParameters.simple(said);
    }

    /** As a link leads there. */
    String address() {
        String query = parameters().getQueryString();
        return query.isEmpty() ? Pages.REGISTER : Pages.REGISTER + "?" + query;
    }

    RegisterQuestion kind(@Nullable Kind chosen) {
        return new RegisterQuestion(chosen, country, search, sort, asOf);
    }

    RegisterQuestion country(@Nullable String chosen) {
        return new RegisterQuestion(kind, chosen, search, sort, asOf);
    }

    RegisterQuestion search(String words) {
        return new RegisterQuestion(kind, country, words, sort, asOf);
    }

    RegisterQuestion sort(Sort chosen) {
        return new RegisterQuestion(kind, country, search, chosen, asOf);
    }

    RegisterQuestion asOf(@Nullable LocalDate day) {
        return new RegisterQuestion(kind, country, search, sort, day);
    }
}
