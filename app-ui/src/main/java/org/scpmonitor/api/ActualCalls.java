package org.scpmonitor.api;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.actual.ActualQueries;
import org.scpmonitor.actual.ActualQueries.Filter;
import org.scpmonitor.actual.ActualQueries.Item;
import org.scpmonitor.actual.ActualQueries.PartOf;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.calendar.Periodicity;
import org.scpmonitor.listing.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The aggregated figures of programmes and countries with their coverage. */
@RestController
@RequestMapping("/api/v1/actuals")
class ActualCalls {

    private static final Columns<Item> COLUMNS = new Columns<Item>()
            .add("id", Item::id)
            .add("programme", Item::programme)
            .add("country", Item::country)
            .add("indicator", Item::indicator)
            .add("disaggregation", Item::disaggregation)
            .add("period", Item::period)
            .add("value", Item::value)
            .add("unit", Item::unit)
            .add("status", Item::status)
            .add("uncertainty", Item::uncertainty)
            .add("coverageReported", item -> item.coverage().reported())
            .add("coverageExpected", item -> item.coverage().expected())
            .add("coverageShare", item -> item.coverage().share())
            .add("partial", Item::partial)
            .add("part", Item::part)
            .add("gwpSet", Item::gwpSet)
            .add("carried", Item::carried)
            .add(
                    "estimation",
                    item -> item.estimate() == null ? null : item.estimate().method())
            .add(
                    "estimatedValue",
                    item -> item.estimate() == null ? null : item.estimate().value())
            .add(
                    "estimatedInstitutions",
                    item -> item.estimate() == null ? null : item.estimate().institutions())
            .add("knownFrom", Item::knownFrom)
            .add("knownUntil", Item::knownUntil);

    private final ActualQueries actuals;
    private final Asked asked;

    ActualCalls(ActualQueries actuals, Asked asked) {
        this.actuals = actuals;
        this.asked = asked;
    }

    @GetMapping
    @Operation(
            summary = "Figures",
            description = "programme, country and indicator may name several codes each: repeated, or with commas"
                    + " between them. A figure has to fit one of each.")
    @Nullable
    Page<Item> list(
            @RequestParam(required = false) @Nullable List<String> programme,
            @RequestParam(required = false) @Nullable List<String> country,
            @RequestParam(required = false) @Nullable List<String> indicator,
            @RequestParam(required = false) @Nullable PeriodBound from,
            @RequestParam(required = false) @Nullable PeriodBound to,
            @RequestParam(required = false) @Nullable Periodicity periodicity,
            @RequestParam(required = false) @Nullable PartOf partOf,
            @RequestParam(required = false) @Nullable AsOf asOf,
            Paging paging,
            Format format,
            HttpServletResponse response)
            throws IOException {
        var filter = new Filter(
                Asked.several(programme),
                Asked.several(country),
                Asked.several(indicator),
                Asked.first(from),
                Asked.afterLast(to),
                periodicity,
                partOf == null ? PartOf.WHOLE : partOf,
                Asked.moment(asOf));
        asked.codes(filter.programmes(), filter.countries(), filter.indicators());
        return Lists.answer(actuals.list(filter), paging, format, "actuals", COLUMNS, response);
    }
}
