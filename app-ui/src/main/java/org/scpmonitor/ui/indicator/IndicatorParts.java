package org.scpmonitor.ui.indicator;

import java.time.Clock;
import java.util.function.Consumer;
import org.scpmonitor.indicator.Contributors;
import org.scpmonitor.indicator.FigureRows;
import org.scpmonitor.narrative.Narratives;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.component.Selection.Look;
import org.scpmonitor.ui.pin.Pin;
import org.scpmonitor.ui.pin.PinButtons;
import org.scpmonitor.ui.provenance.ProvenanceDrawer;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** The parts of one page, with what they ask later. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class IndicatorParts {
    private final IndicatorReading reading;
    private final Contributors contributors;
    private final FigureRows rows;
    private final Narratives narratives;
    private final CurrentViewer viewer;
    private final ProvenanceDrawer provenance;
    private final PinButtons pins;
    private final Clock clock;

    IndicatorParts(
            IndicatorReading reading,
            Contributors contributors,
            FigureRows rows,
            Narratives narratives,
            CurrentViewer viewer,
            ProvenanceDrawer provenance,
            PinButtons pins,
            Clock clock) {
        this.reading = reading;
        this.contributors = contributors;
        this.rows = rows;
        this.narratives = narratives;
        this.viewer = viewer;
        this.provenance = provenance;
        this.pins = pins;
        this.clock = clock;
    }

    ProvenanceDrawer provenance() {
        return provenance;
    }

    ShareActions share(Runnable saveImage) {
        return new ShareActions(() -> new FigureFile.Source(rows, contributors, viewer.get()), clock, saveImage);
    }

    IndicatorBody body(Consumer<Look> onLook, Runnable onWritten) {
        return new IndicatorBody(
                reading,
                new ChartCard(provenance::open, onLook, pins.of(Pin.trajectory("", "", Selection.NONE))),
                new InstitutionsCard(contributors, provenance::open),
                new NarrativeCard(narratives, viewer, onWritten),
                viewer,
                provenance::open);
    }
}
