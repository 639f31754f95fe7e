package org.scpmonitor.api;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.factor.Category;
import org.scpmonitor.factor.FactorValue;
import org.scpmonitor.factor.Factors;
import org.scpmonitor.factor.Factors.Filter;
import org.scpmonitor.listing.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What emission factors, calorific values, densities and warming potentials are worth, where and since when. */
@RestController
@RequestMapping("/api/v1/factors")
class FactorCalls {

    private static final Columns<FactorValue> COLUMNS = new Columns<FactorValue>()
            .add("code", FactorValue::code)
            .add("name", FactorValue::name)
            .add("kind", value -> Reading.code(value.kind()))
            .add("category", value -> Reading.code(value.category()))
            .add("scope", FactorValue::scope)
            .add("gas", FactorValue::gas)
            .add("biogenic", FactorValue::biogenic)
            .add("country", FactorValue::country)
            .add("variant", FactorValue::variant)
            .add("from", FactorValue::from)
            .add("until", FactorValue::until)
            .add("value", FactorValue::value)
            .add("unit", FactorValue::unit)
            .add("lower", FactorValue::lower)
            .add("upper", FactorValue::upper)
            .add("source", value -> value.source().title())
            .add("sourceUrl", value -> value.source().url())
            .add("note", FactorValue::note)
            .add("illustrative", FactorValue::illustrative)
            .add("version", FactorValue::version)
            .add("reason", FactorValue::reason)
            .add("knownFrom", FactorValue::knownFrom)
            .add("knownUntil", FactorValue::knownUntil);

    private final Factors factors;
    private final Asked asked;

    FactorCalls(Factors factors, Asked asked) {
        this.factors = factors;
        this.asked = asked;
    }

    @GetMapping
    @Operation(
            summary = "The factors with their values",
            description = "One item for each factor, country, variant and first day, as known now or then; country also"
                    + " gives what holds everywhere. A value without a later one goes on being used after its end.")
    @Nullable
    Page<FactorValue> list(
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable Category category,
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(required = false) @Nullable String gas,
            @RequestParam(required = false) @Nullable Integer scope,
            @RequestParam(required = false) @Nullable AsOf asOf,
            Paging paging,
            Format format,
            HttpServletResponse response)
            throws IOException {
        var filter = new Filter(known(code), category, asked.country(country), gas, scope);
        return Lists.answer(factors.list(filter, Asked.moment(asOf)), paging, format, "factors", COLUMNS, response);
    }

    private @Nullable String known(@Nullable String code) {
        if (code != null && factors.find(code).isEmpty()) {
            throw Problem.with(Problem.Kind.UNKNOWN_CODE, "code", code, "/api/v1/factors");
        }
        return code;
    }
}
