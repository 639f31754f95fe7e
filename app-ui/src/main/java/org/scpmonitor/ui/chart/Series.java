package org.scpmonitor.ui.chart;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.xdev.chartjs.model.dataset.ScatterDataset;

/** A data set of the chart that knows what it is; the look of each role stands in {@code scp-chart.js}. */
class Series extends ScatterDataset {
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
    private final List<@Nullable String> tips = new ArrayList<>();
    private final List<@Nullable String> keys = new ArrayList<>();
    private final List<Boolean> hollow = new ArrayList<>();

    Series(Role role, String identity) {
        this.role = role;
        this.identity = identity;
    }

    void point(double x, Number y) {
        addDataUnchecked(new XY(x, y));
    }

    /** @param tip what is said of the point, beside the pointer and aloud */
    void point(double x, Number y, String tip, @Nullable String key, boolean isHollow) {
        point(x, y);
        tips.add(tip);
        keys.add(key);
        hollow.add(isHollow);
    }

    /** Interrupts the line. */
    void gap(double x) {
        addDataUnchecked(new XY(x, null));
        tips.add(null);
        keys.add(null);
        hollow.add(false);
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
    List<@Nullable String> tips() {
        return tips;
    }

    @JsonProperty
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<@Nullable String> keys() {
        return keys;
    }

    @JsonProperty
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<Boolean> hollow() {
        return hollow;
    }

    /** A point whose value may be missing. */
    private record XY(double x, @Nullable Number y) {}
}
