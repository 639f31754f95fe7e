package org.scpmonitor.api;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.listing.Page;
import org.scpmonitor.observation.CalculatedQueries;
import org.scpmonitor.observation.CalculatedQueries.Item;
import org.scpmonitor.observation.ObservationQueries.Filter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What formulas make of the values of the institutions within the caller's scope. */
@RestController
@RequestMapping("/api/v1/calculated")
class CalculatedCalls {

    private static final Columns<Item> COLUMNS = new Columns<Item>()
            .add("institution", Item::institution)
            .add("indicator", Item::indicator)
            .add("disaggregation", Item::disaggregation)
            .add("period", Item::period)
            .add("gwpSet", Item::gwpSet)
            .add("value", Item::value)
            .add("unit", Item::unit)
            .add("uncertainty", Item::uncertainty)
            .add("status", Item::status)
            .add("carried", Item::carried)
            .add("expression", Item::expression)
            .add("formulaVersion", Item::formulaVersion)
            .add("knownFrom", Item::knownFrom)
            .add("knownUntil", Item::knownUntil);

    private final CalculatedQueries calculated;
    private final Asked asked;

    CalculatedCalls(CalculatedQueries calculated, Asked asked) {
        this.calculated = calculated;
        this.asked = asked;
    }

    @Operation(
            summary = "What formulas made of institutions' values",
            description =
                    "Values within the caller's scope, before they are aggregated: with the warming potentials they"
                            + " were calculated by (AR5, AR6, or empty), the half-width of their 95 % interval in %, the formula,"
                            + " and whether a factor enters that was made for an earlier time.")
    @GetMapping
    @Nullable
    Page<Item> list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String institution,
            @RequestParam(required = false) @Nullable String indicator,
            @RequestParam(required = false) @Nullable PeriodBound from,
            @RequestParam(required = false) @Nullable PeriodBound to,
            @RequestParam(required = false) @Nullable AsOf asOf,
            Paging paging,
            Format format,
            HttpServletResponse response)
            throws IOException {
        asked.readable(viewer, institution);
        var filter = new Filter(
                institution, asked.indicator(indicator), Asked.first(from), Asked.afterLast(to), Asked.moment(asOf));
        return Lists.answer(calculated.list(viewer, filter), paging, format, "calculated", COLUMNS, response);
    }
}
