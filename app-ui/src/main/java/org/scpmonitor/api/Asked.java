package org.scpmonitor.api;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
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

    InstitutionKey institution(String code) {
        return codes.findInstitution(code)
                .orElseThrow(
                        () -> Problem.with(Problem.Kind.UNKNOWN_CODE, "institution", code, "/api/v1/institutions"));
    }
}
