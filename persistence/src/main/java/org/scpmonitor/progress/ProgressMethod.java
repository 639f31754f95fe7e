package org.scpmonitor.progress;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * The three ways to judge progress towards a target.
 *
 * <ul>
 *   <li>{@link #LINEAR}: the share of the way that was made, over the share that the path asks for. The default.
 *   <li>{@link #GROWTH}: the yearly rate of change so far, over the rate that the target requires, after Eurostat's
 *       "Sustainable development in the European Union" and Statistics Canada's SDG data hub.
 *   <li>{@link #UN}: the share of the way that will have been made by the target's date if the rate so far holds,
 *       after the UN's "SDG Progress Chart", technical note.
 * </ul>
 */
public enum ProgressMethod {
    LINEAR("0.60"),
    GROWTH("0.60"),
    UN("0.10");

    private static final BigDecimal ON_TRACK = new BigDecimal("0.95");

    private final BigDecimal accelerationNeeded;

    ProgressMethod(String accelerationNeeded) {
        this.accelerationNeeded = new BigDecimal(accelerationNeeded);
    }

    /** As stored in SQL and told by the API: "linear", "growth", "un". */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The method of this code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ProgressMethod of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** The least score of {@link ProgressStatus#ON_TRACK}: 0.95. */
    public BigDecimal onTrackFrom() {
        return ON_TRACK;
    }

    /** The least score of {@link ProgressStatus#ACCELERATION_NEEDED}: 0.60, for UN 0.10. */
    public BigDecimal accelerationNeededFrom() {
        return accelerationNeeded;
    }

    /** The status of a score while the target is not met. */
    ProgressStatus status(BigDecimal score) {
        if (score.compareTo(ON_TRACK) >= 0) {
            return ProgressStatus.ON_TRACK;
        }
        if (score.compareTo(accelerationNeeded) >= 0) {
            return ProgressStatus.ACCELERATION_NEEDED;
        }
        return score.signum() >= 0 ? ProgressStatus.LIMITED_PROGRESS : ProgressStatus.DETERIORATION;
    }
}
