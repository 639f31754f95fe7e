package org.scpmonitor.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.listing.Page;
import org.scpmonitor.progress.ProgressList;
import org.scpmonitor.progress.ProgressList.Filter;
import org.scpmonitor.progress.ProgressList.Item;
import org.scpmonitor.progress.ProgressMethod;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The programmes' progress towards their targets: by every method, for the latest assessed period or for one. */
@RestController
@RequestMapping("/api/v1/progress")
class ProgressCalls {

    private static final Columns<Item> COLUMNS = new Columns<Item>()
            .add("programme", Item::programme)
            .add("country", Item::country)
            .add("indicator", Item::indicator)
            .add("period", Item::period)
            .add("method", item -> item.method().code())
            .add(
                    "baselinePeriod",
                    item -> item.baseline() == null ? null : item.baseline().period())
            .add(
                    "baselineValue",
                    item -> item.baseline() == null ? null : item.baseline().value())
            .add(
                    "actualId",
                    item -> item.actual() == null ? null : item.actual().id())
            .add(
                    "actualPeriod",
                    item -> item.actual() == null ? null : item.actual().period())
            .add(
                    "actualValue",
                    item -> item.actual() == null ? null : item.actual().value())
            .add("expected", Item::expected)
            .add(
                    "targetPeriod",
                    item -> item.target() == null ? null : item.target().period())
            .add(
                    "targetValue",
                    item -> item.target() == null ? null : item.target().value())
            .add(
                    "targetVersion",
                    item -> item.target() == null ? null : item.target().version())
            .add("score", Item::score)
            .add("status", Item::status)
            .add("reason", Item::reason)
            .add("note", Item::note);

    private final ProgressList progress;
    private final Asked asked;

    ProgressCalls(ProgressList progress, Asked asked) {
        this.progress = progress;
        this.asked = asked;
    }

    @GetMapping
    @Nullable
    Page<Item> list(
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable String indicator,
            @RequestParam(required = false) @Nullable ReportingPeriod period,
            @RequestParam(required = false) @Nullable ProgressMethod method,
            @RequestParam(required = false) @Nullable AsOf asOf,
            Paging paging,
            Format format,
            HttpServletResponse response)
            throws IOException {
        var filter =
                new Filter(asked.programme(programme), asked.indicator(indicator), period, method, Asked.moment(asOf));
        return Lists.answer(progress.list(filter), paging, format, "progress", COLUMNS, response);
    }
}
