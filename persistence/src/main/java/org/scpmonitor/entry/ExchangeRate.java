package org.scpmonitor.entry;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.scpmonitor.text.Text;

/**
 * What a unit of one currency was worth in another, from a date on until a later rate is known.
 *
 * @param base the currency of which one unit is told, ISO 4217
 * @param quote the currency in which it is told
 * @param rate units of quote for one of base; above 0
 * @param publisher who published it
 */
public record ExchangeRate(
        String base,
        String quote,
        PartialDate date,
        @Between(least = 0, most = 1_000_000_000L) BigDecimal rate,
        String publisher)
        implements Content {

    @Override
    public Text title(Names names) {
        return Sentences.of("exchange_rate", locale -> List.of(base, number(locale), quote, date.in(locale)));
    }

    /** Every digit of the rate, as the language writes numbers. */
    private String number(Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(Math.max(0, rate.scale()));
        return format.format(rate);
    }

    @Override
    public PartialDate when() {
        return date;
    }

    @Override
    public List<Flaw> flaws() {
        List<Flaw> flaws = new ArrayList<>();
        Checks.currency(flaws, "base", base);
        Checks.currency(flaws, "quote", quote);
        if (base.equals(quote)) {
            flaws.add(Flaw.at("quote", Flaw.Code.TWICE, quote));
        }
        if (rate.signum() == 0) {
            flaws.add(Flaw.at("rate", Flaw.Code.OUT_OF_RANGE, "0", "0", ""));
        }
        return flaws;
    }
}
