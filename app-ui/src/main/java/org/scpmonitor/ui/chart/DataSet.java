package org.scpmonitor.ui.chart;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.xdev.chartjs.model.dataset.ScatterDataset;

/** A data set of the chart that knows what it is; the look of each role stands in {@code scp-chart.js}. */
class DataSet extends ScatterDataset {
    enum Role {
        BAND_LOW,
        BAND_HIGH,
        PROJECTION,
        PATH,
        PATH_SUPERSEDED,
        COMPARISON,
        ACTUAL;

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Role role;
    private final String identity;
    private final List<@Nullable List<String>> tips = new ArrayList<>();
    private final List<@Nullable String> keys = new ArrayList<>();
    private final List<Series.Fill> fills = new ArrayList<>();

    DataSet(Role role, String identity) {
        this.role = role;
        this.identity = identity;
    }

    void point(double x, Number y) {
        addDataUnchecked(new XY(x, y));
    }

    /** One that can be reached and told of. */
    void point(double x, Series.Point point) {
        point(x, point.value());
        tips.add(point.said());
        keys.add(point.key());
        fills.add(point.fill());
    }

    /** Interrupts the line. */
    void gap(double x) {
        addDataUnchecked(new XY(x, null));
        tips.add(null);
        keys.add(null);
        fills.add(Series.Fill.SOLID);
    }

    @JsonProperty
    String role() {
        return role.key();
    }

    @JsonProperty
    String identity() {
        return identity;
    }

    @JsonProperty
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<@Nullable List<String>> tips() {
        return tips;
    }

    @JsonProperty
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<@Nullable String> keys() {
        return keys;
    }

    @JsonProperty
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<String> fills() {
        return fills.stream().map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
    }

    /** A point whose value may be missing. */
    private record XY(double x, @Nullable Number y) {}
}
