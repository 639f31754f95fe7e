package org.scpmonitor.cooperation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.entry.ExchangeRate;
import org.scpmonitor.entry.PartialDate;
import org.scpmonitor.register.Entry;

/** Turns money of one currency into another by the rate that held: the last one dated before the end of the money's date. */
public final class Rates {
    private static final MathContext ROUNDED = new MathContext(20, RoundingMode.HALF_EVEN);

    private final List<Entry<ExchangeRate>> rates;

    public Rates(List<Entry<ExchangeRate>> rates) {
        this.rates = List.copyOf(rates);
    }

    /**
     * Money in another currency.
     *
     * @param amount rounded half-even to 20 significant digits where it was divided
     * @param by the rate that was used; null where the currency is the same
     */
    public record Converted(BigDecimal amount, @Nullable Entry<ExchangeRate> by) {}

    /**
     * Empty where no rate was known by then; rates are used both ways, never chained.
     *
     * @param date that the money belongs to; without one only the same currency can be told
     */
    public Optional<Converted> convert(BigDecimal amount, String from, String to, @Nullable PartialDate date) {
        if (from.equals(to)) {
            return Optional.of(new Converted(amount, null));
        }
        if (date == null) {
            return Optional.empty();
        }
        return rates.stream()
                .filter(each -> joins(each.content(), from, to))
                .filter(each -> !each.content().date().first().isAfter(date.last()))
                .max(Comparator.comparing(
                                (Entry<ExchangeRate> each) -> each.content().date())
                        .thenComparing(Entry::code))
                .map(each -> new Converted(
                        each.content().base().equals(from)
                                ? amount.multiply(each.content().rate())
                                : amount.divide(each.content().rate(), ROUNDED),
                        each));
    }

    private static boolean joins(ExchangeRate rate, String one, String other) {
        return rate.base().equals(one) && rate.quote().equals(other)
                || rate.base().equals(other) && rate.quote().equals(one);
    }
}
