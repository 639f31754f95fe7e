package org.scpmonitor.indicator;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.narrative.Narrative;
import org.scpmonitor.narrative.Responsible;
import org.scpmonitor.publication.Publications;
import org.scpmonitor.text.Text;

/**
 * What a programme's figure of one period is made of.
 *
 * @param fractions by disaggregation, largest first; empty where there is none
 * @param parts the country's regions, then its sectors, largest first; empty where institutions have none
 * @param contributors the largest institutions, of sums only
 * @param absences where a value is missing for a stated reason, in any period, the latest first
 * @param published what was published last of the indicator in the programme; null where nothing was
 * @param knownBefore what was known of the same figure at the earlier moment that was asked for; null for nothing
 * @param narratives what is said of the indicator's figures in the programme, the latest period first
 * @param responsible who may say it; null where the programme doesn't follow the indicator
 */
public record Breakdown(
        List<Fraction> fractions,
        List<Part> parts,
        Contributors.Largest contributors,
        List<Absence> absences,
        Publications.@Nullable Mark published,
        @Nullable BigDecimal knownBefore,
        List<Narrative> narratives,
        @Nullable Responsible responsible) {
    /**
     * @param figure key of the fraction's own figure, by which its provenance is asked for
     * @param key canonical disaggregation
     */
    public record Fraction(long figure, String key, Text name, BigDecimal value) {}

    /**
     * A region or a sector of the programme's country.
     *
     * @param figure key of its own figure, by which its provenance is asked for
     * @param of region or sector
     * @param name as people there say it
     */
    public record Part(long figure, String of, String name, BigDecimal value, int reported, int expected) {}

    /**
     * An institution's part of the sum.
     *
     * @param key its code in the catalogue
     * @param code as it is known: its acronym where it has one
     */
    public record Contributor(String key, String code, String name, BigDecimal value) {}
}
