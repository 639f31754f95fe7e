package org.scpmonitor.ui.component;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.progress.ProgressMethod;

/**
 * What a screen of figures is asked for; it stands in the address, so that a link shows the same again.
 *
 * @param asOf the end of this day in UTC; null for now
 * @param method null for each programme's own
 * @param compare country whose series stands beside; null for none
 */
public record Selection(
        @Nullable String programme,
        @Nullable String indicator,
        @Nullable LocalDate asOf,
        @Nullable ProgressMethod method,
        @Nullable String compare) {
    public static final Selection NONE = new Selection(null, null, null, null, null);

    /** Reads the address; what isn't readable there is left out. */
    public static Selection of(QueryParameters address) {
        return new Selection(
                address.getSingleParameter("programme").orElse(null),
                address.getSingleParameter("indicator").orElse(null),
                address.getSingleParameter("asOf")
                        .flatMap(AsOf::parse)
                        .map(AsOf::moment)
                        .map(moment -> LocalDate.ofInstant(moment, ZoneOffset.UTC))
                        .orElse(null),
                address.getSingleParameter("method").flatMap(Selection::method).orElse(null),
                address.getSingleParameter("compare").orElse(null));
    }

    public Selection ofProgramme(@Nullable String code) {
        return new Selection(code, indicator, asOf, method, compare);
    }

    public Selection ofIndicator(@Nullable String code) {
        return new Selection(programme, code, asOf, method, compare);
    }

    public Selection asOf(@Nullable LocalDate day) {
        return new Selection(programme, indicator, day, method, compare);
    }

    public Selection by(@Nullable ProgressMethod chosen) {
        return new Selection(programme, indicator, asOf, chosen, compare);
    }

    /** @param country code of the country whose series stands beside; null for none */
    public Selection comparedWith(@Nullable String country) {
        return new Selection(programme, indicator, asOf, method, country);
    }

    public AsOf moment() {
        return asOf == null ? AsOf.NOW : AsOf.endOf(asOf);
    }

    /** As it stands in the address. */
    public QueryParameters parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        Optional.ofNullable(programme).ifPresent(code -> parameters.put("programme", code));
        Optional.ofNullable(indicator).ifPresent(code -> parameters.put("indicator", code));
        Optional.ofNullable(asOf).ifPresent(day -> parameters.put("asOf", day.toString()));
        Optional.ofNullable(compare).ifPresent(country -> parameters.put("compare", country));
        Optional.ofNullable(method).ifPresent(each -> parameters.put("method", each.code()));
        return QueryParameters.simple(parameters);
    }

    private static Optional<ProgressMethod> method(String code) {
        return Arrays.stream(ProgressMethod.values())
                .filter(each -> each.code().equals(code))
                .findFirst();
    }
}
