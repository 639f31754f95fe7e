package org.scpmonitor.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.listing.Codes;
import org.scpmonitor.listing.Codes.InstitutionKey;
import org.springframework.stereotype.Component;

/** Checks what a caller names: a code that the catalogue doesn't have is a mistake and not an empty answer. */
@Component
class Asked {

    private final Codes codes;

    Asked(Codes codes) {
        this.codes = codes;
    }

    static AsOf moment(@Nullable AsOf asOf) {
        return asOf == null ? AsOf.NOW : asOf;
    }

    static @Nullable LocalDate first(@Nullable PeriodBound from) {
        return from == null ? null : from.first();
    }

    static @Nullable LocalDate afterLast(@Nullable PeriodBound to) {
        return to == null ? null : to.afterLast();
    }

    @Nullable
    String country(@Nullable String code) {
        if (code != null && !codes.hasCountry(code)) {
            throw Problem.with(Problem.Kind.UNKNOWN_CODE, "country", code, "/api/v1/programmes");
        }
        return code;
    }

    @Nullable
    String programme(@Nullable String code) {
        if (code != null && !codes.hasProgramme(code)) {
            throw Problem.with(Problem.Kind.UNKNOWN_CODE, "programme", code, "/api/v1/programmes");
        }
        return code;
    }

    @Nullable
    String indicator(@Nullable String code) {
        if (code != null && !codes.hasIndicator(code)) {
            throw Problem.with(Problem.Kind.UNKNOWN_CODE, "indicator", code, "/api/v1/indicators");
        }
        return code;
    }

    /** Checks several of each at once. */
    void codes(List<String> programmes, List<String> countries, List<String> indicators) {
        codes.findUnknown(programmes, countries, indicators).ifPresent(unknown -> {
            throw Problem.with(
                    Problem.Kind.UNKNOWN_CODE,
                    unknown.kind(),
                    unknown.code(),
                    unknown.kind().equals("indicator") ? "/api/v1/indicators" : "/api/v1/programmes");
        });
    }

    /** What a parameter names once, several times or with commas; named without a code it names an unknown one. */
    static List<String> several(@Nullable List<String> codes) {
        if (codes == null) {
            return List.of();
        }
        return codes.isEmpty() ? List.of("") : List.copyOf(codes);
    }

    InstitutionKey institution(String code) {
        return codes.findInstitution(code)
                .orElseThrow(
                        () -> Problem.with(Problem.Kind.UNKNOWN_CODE, "institution", code, "/api/v1/institutions"));
    }

    /** Refuses an institution that is unknown or beyond the viewer's scope. @param code null for all */
    void readable(Viewer viewer, @Nullable String code) {
        if (code != null) {
            var named = institution(code);
            if (!viewer.mayRead(named.id(), named.country())) {
                throw Problem.with(Problem.Kind.OUT_OF_SCOPE, "institution");
            }
        }
    }
}
