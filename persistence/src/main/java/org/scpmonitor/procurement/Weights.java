package org.scpmonitor.procurement;

import java.math.BigDecimal;
import org.scpmonitor.entry.Selection;

/** What each aspect weighs: none below zero, and not all of them zero. Only how they stand to each other counts. */
public record Weights(BigDecimal impact, BigDecimal volume, BigDecimal readiness, BigDecimal will) {

    /** @throws IllegalArgumentException where one is below zero, or all are zero */
    public Weights {
        if (impact.signum() < 0 || volume.signum() < 0 || readiness.signum() < 0 || will.signum() < 0) {
            throw new IllegalArgumentException("A weight is below zero");
        }
        if (impact.add(volume).add(readiness).add(will).signum() == 0) {
            throw new IllegalArgumentException("All weights are zero");
        }
    }

    public static Weights of(Selection selection) {
        return new Weights(selection.impact(), selection.volume(), selection.readiness(), selection.will());
    }

    public BigDecimal of(Aspect aspect) {
        return switch (aspect) {
            case IMPACT -> impact;
            case VOLUME -> volume;
            case READINESS -> readiness;
            case WILL -> will;
        };
    }

    /** The same with one of them different. */
    public Weights with(Aspect aspect, BigDecimal weight) {
        return switch (aspect) {
            case IMPACT -> new Weights(weight, volume, readiness, will);
            case VOLUME -> new Weights(impact, weight, readiness, will);
            case READINESS -> new Weights(impact, volume, weight, will);
            case WILL -> new Weights(impact, volume, readiness, weight);
        };
    }

    public BigDecimal total() {
        return impact.add(volume).add(readiness).add(will);
    }

    /** Whether this is the only aspect that weighs anything. */
    boolean isOnly(Aspect aspect) {
        return of(aspect).compareTo(total()) == 0;
    }
}
