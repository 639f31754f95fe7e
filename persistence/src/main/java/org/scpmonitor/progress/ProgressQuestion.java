package org.scpmonitor.progress;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.calendar.Periodicity;
import org.scpmonitor.calendar.ReportingPeriod;

/**
 * Which progress is asked for.
 *
 * @param headlines only of the indicator by which a programme is judged first
 * @param programme code; null for all
 * @param countries codes of the programmes' countries; empty for all
 * @param theme code; null for all
 * @param indicators codes; empty for all
 * @param periodicity of the figures; null for each indicator's own, the only one in which progress is judged
 * @param to the last period that is read and judged; null for the latest
 */
public record ProgressQuestion(
        boolean headlines,
        @Nullable String programme,
        List<String> countries,
        @Nullable String theme,
        List<String> indicators,
        @Nullable Periodicity periodicity,
        @Nullable ReportingPeriod to,
        AsOf asOf) {

    /** Everything that was known at a moment. */
    public static ProgressQuestion at(AsOf asOf) {
        return new ProgressQuestion(false, null, List.of(), null, List.of(), null, null, asOf);
    }

    /** The same of all indicators in all programmes. */
    public ProgressQuestion ofAnything() {
        return at(asOf).until(to).every(periodicity);
    }

    public ProgressQuestion ofHeadlines() {
        return new ProgressQuestion(true, programme, countries, theme, indicators, periodicity, to, asOf);
    }

    public ProgressQuestion ofProgramme(String code) {
        return new ProgressQuestion(headlines, code, countries, theme, indicators, periodicity, to, asOf);
    }

    public ProgressQuestion ofCountries(List<String> codes) {
        return new ProgressQuestion(headlines, programme, codes, theme, indicators, periodicity, to, asOf);
    }

    public ProgressQuestion ofTheme(@Nullable String code) {
        return new ProgressQuestion(headlines, programme, countries, code, indicators, periodicity, to, asOf);
    }

    public ProgressQuestion ofIndicators(List<String> codes) {
        return new ProgressQuestion(headlines, programme, countries, theme, codes, periodicity, to, asOf);
    }

    /** @param last the last period; null for the latest */
    public ProgressQuestion until(@Nullable ReportingPeriod last) {
        return new ProgressQuestion(headlines, programme, countries, theme, indicators, periodicity, last, asOf);
    }

    /** @param length of the figures; null for each indicator's own */
    public ProgressQuestion every(@Nullable Periodicity length) {
        return new ProgressQuestion(headlines, programme, countries, theme, indicators, length, to, asOf);
    }
}
