package org.scpmonitor.programme;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.text.Text;

/**
 * How much of what a programme's institutions were to report by the year is known.
 *
 * @param firstYear the programme's baseline year
 * @param lastYear the latest year that anything is known of; the first where nothing is
 */
public record Completeness(String programme, int firstYear, int lastYear, List<OfTheme> themes) {
    /**
     * @param expected indicators times years that were assigned to an institution of the programme
     * @param received those of them of which a value is known
     * @param latest the latest year with a value; null where there is none
     */
    public record OfTheme(
            String theme,
            Text name,
            int expected,
            int received,
            @Nullable Integer latest) {}

    public int expected() {
        return themes.stream().mapToInt(OfTheme::expected).sum();
    }

    public int received() {
        return themes.stream().mapToInt(OfTheme::received).sum();
    }
}
