package org.scpmonitor.mapping;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scpmonitor.measure.Units;
import org.scpmonitor.text.Spelling;

/** What a column seems to mean, by the words above it in Spanish, English or German and by what stands in it. */
public final class Proposal {

    private static final Pattern INSTITUTION = words("instituci|institution|entidad|organismo|municip|ubigeo|facility"
            + "|planta|comprador|einrichtung|behorde|betrieb");
    private static final Pattern YEAR = Pattern.compile("ano|anio|year|jahr");
    private static final Pattern MONTH = Pattern.compile("mes|month|monat");
    private static final Pattern PERIOD = words("periodo|period|fecha|date|datum|zeitraum|trimestre|quarter|quartal");
    private static final Pattern UNIT = words("unidad|unit|einheit");
    private static final Pattern STATUS = Pattern.compile("estado|status");
    private static final Pattern COMMENT = words("coment|comment|observaci|nota|bemerkung|kommentar");
    private static final Pattern INDICATOR = words("indicador|indicator|indikator");
    private static final Pattern VALUE =
            words("valor|value|wert|gasto|monto|cantidad|amount|menge|betrag|consumo|consumption|verbrauch");
    private static final Pattern BRACKETS = Pattern.compile("[(\\[]([^)\\]]+)[)\\]]");
    private static final Pattern AFTER = Pattern.compile("(?:,| in | en )\\s*(.+)$");

    private Proposal() {}

    private static Pattern words(String beginnings) {
        return Pattern.compile("(?:^|.*[^\\p{L}])(?:" + beginnings + ").*");
    }

    /**
     * What a column seems to mean; empty where nothing speaks for anything.
     *
     * @param samples some of its texts
     * @param isNumber whether a text is a number
     */
    public static Optional<Meaning> of(String header, List<String> samples, Predicate<String> isNumber) {
        String name = Spelling.plain(header);
        if (samples.isEmpty()) {
            return Optional.empty();
        }
        if (INSTITUTION.matcher(name).matches()) {
            return Optional.of(new Meaning.Institution(CodeList.SAME));
        }
        if (MONTH.matcher(name).matches()
                && samples.stream().allMatch(text -> PeriodFormat.month(text).isPresent())) {
            return Optional.of(new Meaning.Month());
        }
        if (INDICATOR.matcher(name).matches()) {
            return Optional.of(new Meaning.Indicator(CodeList.SAME));
        }
        Optional<PeriodFormat> period = PeriodFormat.of(samples);
        boolean named = PERIOD.matcher(name).matches() || YEAR.matcher(name).matches();
        if (period.isPresent() && (named || !samples.stream().allMatch(isNumber))) {
            return Optional.of(new Meaning.Period(period.get()));
        }
        if (UNIT.matcher(name).matches()) {
            return Optional.of(new Meaning.Unit(CodeList.SAME));
        }
        if (STATUS.matcher(name).matches()) {
            return Optional.of(new Meaning.Status(CodeList.SAME));
        }
        Optional<String> unit = unit(header);
        if (samples.stream().allMatch(text -> DurationText.seconds(text).isPresent())) {
            return Optional.of(new Meaning.Value("", "", "", "", true));
        }
        if (samples.stream().allMatch(isNumber)
                && (unit.isPresent() || VALUE.matcher(name).matches())) {
            return Optional.of(new Meaning.Value("", "", "", unit.orElse(""), false));
        }
        return COMMENT.matcher(name).matches() ? Optional.of(new Meaning.Comment()) : Optional.empty();
    }

    /** The unit that a header names: {@code Energía (MWh)}, {@code Waste, thousand t}, {@code Mt CO2e}. */
    public static Optional<String> unit(String header) {
        Matcher brackets = BRACKETS.matcher(header);
        while (brackets.find()) {
            if (Units.find(brackets.group(1)).isPresent()) {
                return Optional.of(brackets.group(1).strip());
            }
        }
        Matcher after = AFTER.matcher(header);
        if (after.find() && Units.find(after.group(1)).isPresent()) {
            return Optional.of(after.group(1).strip());
        }
        return header.length() > 1 && Units.find(header).isPresent() ? Optional.of(header.strip()) : Optional.empty();
    }
}
