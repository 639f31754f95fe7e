package org.scpmonitor.procurement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.comparison.Compared.Country;
import org.scpmonitor.comparison.Compared.Point;
import org.scpmonitor.text.Text;

/**
 * An indicator of purchases or of what they avoid, with the figures of whole countries and how it is calculated.
 *
 * @param unit UCUM code
 * @param formulas by the day from which they hold; none where it is reported
 */
public record Purchase(String code, Text name, String unit, List<Country> countries, List<Formula> formulas) {

    public Purchase {
        countries = List.copyOf(countries);
        formulas = List.copyOf(formulas);
    }

    /**
     * @param version how often what holds from that day has been written
     * @param factors that it reads
     */
    public record Formula(LocalDate from, int version, String expression, List<Factor> factors) {}

    /** @param unit UCUM code */
    public record Factor(String code, Text name, String unit, List<Value> values) {

        /**
         * What holds in a country at the beginning of a period, a potential of warming in the set of the Fifth Assessment
         * Report: the country's own latest value by then, else the latest for everywhere.
         */
        Optional<Value> in(String country, LocalDate day) {
            return latest(day, country::equals).or(() -> latest(day, each -> each == null));
        }

        private Optional<Value> latest(LocalDate day, Predicate<@Nullable String> country) {
            return values.stream()
                    .filter(each -> country.test(each.country())
                            && !each.from().isAfter(day)
                            && (each.variant().isEmpty() || each.variant().equals("AR5")))
                    .max(Comparator.comparing(Value::from));
        }
    }

    /**
     * @param country ISO 3166-1 alpha-2; null for everywhere without a value of its own
     * @param lower lower end of the 95 % range; null with the upper one where none is stated
     */
    public record Value(
            @Nullable String country,
            String variant,
            LocalDate from,
            int version,
            BigDecimal value,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper,
            String source,
            boolean illustrative) {}

    /** A country's figures in order of time. */
    public List<Point> in(String country) {
        return countries.stream()
                .filter(each -> each.code().equals(country))
                .findFirst()
                .map(Country::points)
                .orElse(List.of());
    }

    Optional<Point> in(String country, ReportingPeriod period) {
        return in(country).stream().filter(each -> each.period().equals(period)).findFirst();
    }

    /** The formula that makes a period. */
    Optional<Formula> holding(ReportingPeriod period) {
        return formulas.stream()
                .filter(each -> !each.from().isAfter(period.start()))
                .max(Comparator.comparing(Formula::from));
    }
}
