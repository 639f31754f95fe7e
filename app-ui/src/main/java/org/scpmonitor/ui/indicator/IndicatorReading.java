package org.scpmonitor.ui.indicator;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.indicator.Absence;
import org.scpmonitor.indicator.Absences;
import org.scpmonitor.indicator.Breakdown;
import org.scpmonitor.indicator.IndicatorQueries;
import org.scpmonitor.indicator.IndicatorSheet;
import org.scpmonitor.progress.IndicatorProgress;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.progress.FigurePage;
import org.scpmonitor.ui.progress.SharedProgress;
import org.springframework.stereotype.Component;

/** The three questions that the page asks. */
@Component
class IndicatorReading {
    static final int LARGEST = 10;

    private final IndicatorQueries indicators;
    private final SharedProgress progress;
    private final Absences absences;

    IndicatorReading(IndicatorQueries indicators, SharedProgress progress, Absences absences) {
        this.indicators = indicators;
        this.progress = progress;
        this.absences = absences;
    }

    /** With the values of the country that is compared. */
    Optional<IndicatorSheet> sheet(String code, Selection selection) {
        return indicators.find(code, selection.compare(), selection.moment());
    }

    /** In every programme that has the indicator. */
    List<IndicatorProgress> progress(String code, Selection selection) {
        return progress.list(FigurePage.question(selection).ofIndicators(List.of(code)));
    }

    /** What the latest figure is made of; empty without one. */
    Optional<Breakdown> breakdown(IndicatorProgress shown, AsOf asOf, Instant before) {
        return shown.latest()
                .map(latest -> indicators.breakdown(
                        shown.programme().code(), shown.indicator(), latest.period(), LARGEST, asOf, before));
    }

    /** Where values are missing, of a programme without a figure. */
    List<Absence> absences(IndicatorProgress shown, AsOf asOf) {
        return absences.list(shown.programme().code(), shown.indicator(), asOf, LARGEST);
    }
}
