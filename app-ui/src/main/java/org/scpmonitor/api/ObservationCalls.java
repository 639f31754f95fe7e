package org.scpmonitor.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.listing.Page;
import org.scpmonitor.observation.ObservationQueries;
import org.scpmonitor.observation.ObservationQueries.Filter;
import org.scpmonitor.observation.ObservationQueries.Item;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The accepted values of the institutions within the caller's scope, each with the cell that it comes from. */
@RestController
@RequestMapping("/api/v1/observations")
class ObservationCalls {

    private static final Columns<Item> COLUMNS = new Columns<Item>()
            .add("institution", Item::institution)
            .add("indicator", Item::indicator)
            .add("disaggregation", Item::disaggregation)
            .add("period", Item::period)
            .add("value", Item::value)
            .add("unit", Item::unit)
            .add("reportedValue", Item::reportedValue)
            .add("reportedUnit", Item::reportedUnit)
            .add("status", Item::status)
            .add("comment", Item::comment)
            .add("submission", item -> item.source().submission())
            .add("file", item -> item.source().file())
            .add("sha256", item -> item.source().sha256())
            .add("sheet", item -> item.source().sheet())
            .add("cell", item -> item.source().cell())
            .add("textRead", item -> item.source().textRead())
            .add("knownFrom", Item::knownFrom)
            .add("knownUntil", Item::knownUntil);

    private final ObservationQueries observations;
    private final Asked asked;

    ObservationCalls(ObservationQueries observations, Asked asked) {
        this.observations = observations;
        this.asked = asked;
    }

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
        return Lists.answer(observations.list(viewer, filter), paging, format, "observations", COLUMNS, response);
    }
}
