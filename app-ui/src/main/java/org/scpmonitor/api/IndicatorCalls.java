package org.scpmonitor.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.indicator.IndicatorList;
import org.scpmonitor.indicator.IndicatorList.Item;
import org.scpmonitor.listing.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The indicators, as defined now or at a moment. */
@RestController
@RequestMapping("/api/v1/indicators")
class IndicatorCalls {

    private static final Columns<Item> COLUMNS = new Columns<Item>()
            .add("code", Item::code)
            .add("version", Item::version)
            .add("name", Item::name)
            .add("definition", Item::definition)
            .add("theme", Item::theme)
            .add("level", Item::level)
            .add("unit", Item::unit)
            .add("direction", Item::direction)
            .add("periodicity", Item::periodicity)
            .add("overInstitutions", item -> item.aggregation().overInstitutions())
            .add("overTime", item -> item.aggregation().overTime())
            .add("numerator", item -> item.aggregation().numerator())
            .add("denominator", item -> item.aggregation().denominator())
            .add("dimensions", item -> String.join(";", item.dimensions()))
            .add("minimum", item -> item.bounds().minimum())
            .add("maximum", item -> item.bounds().maximum())
            .add("sdgIndicator", Item::sdgIndicator)
            .add("sdgSeries", Item::sdgSeries)
            .add("knownFrom", Item::knownFrom);

    private final IndicatorList indicators;

    IndicatorCalls(IndicatorList indicators) {
        this.indicators = indicators;
    }

    @GetMapping
    @Nullable
    Page<Item> list(
            @RequestParam(required = false) @Nullable AsOf asOf,
            Paging paging,
            Format format,
            HttpServletResponse response)
            throws IOException {
        return Lists.answer(indicators.list(Asked.moment(asOf)), paging, format, "indicators", COLUMNS, response);
    }
}
