package org.scpmonitor.ui.pin;

import java.util.List;
import java.util.Optional;
import org.scpmonitor.comparison.Compared;
import org.scpmonitor.progress.IndicatorProgress;

/** What all charts of a board are drawn of that ask for one moment; may hold more than one of them wants. */
public record PinFigures(List<IndicatorProgress> progress, List<Compared> compared) {

    /** One indicator in every programme that has it, in the programmes' order. */
    public List<IndicatorProgress> progressOf(String indicator) {
        return progress.stream()
                .filter(each -> each.indicator().equals(indicator))
                .toList();
    }

    /** The indicator by which each programme is judged first, in the programmes' order. */
    public List<IndicatorProgress> headlines() {
        return progress.stream().filter(IndicatorProgress::headline).toList();
    }

    /** The figures of countries; empty where no country has any. */
    public Optional<Compared> comparedOf(String indicator) {
        return compared.stream().filter(each -> each.code().equals(indicator)).findFirst();
    }
}
